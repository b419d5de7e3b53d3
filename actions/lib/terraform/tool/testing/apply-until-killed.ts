// Applies a plan in a process of its own, which a test kills. Takes a prepared root and the plan's file as JSON.
import { silentLogger } from '../../../toolkit/logger.ts'
import { applyPlan } from '../apply.ts'
import type { PreparedRoot } from '../prepared-root.ts'
import { redactorOf } from './root-on-disk.ts'

const { prepared, planFile }: { prepared: PreparedRoot; planFile: string } = JSON.parse(process.argv[2] ?? '')
await applyPlan(
  { ...prepared, logger: silentLogger, redactor: redactorOf('no such word'), stop: new AbortController().signal },
  planFile,
  { onEvent: (event) => event.type === 'provision-start' && process.stdout.write('in the middle\n') },
)
