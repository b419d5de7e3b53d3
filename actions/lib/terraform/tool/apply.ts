// `apply` of a plan's file: never without one, so that nothing is applied that was not seen.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../toolkit/user-error.ts'
import type { ApplyStep } from '../result/apply-result.ts'
import type { ToolEvent } from './events.ts'
import type { PreparedRoot } from './prepared-root.ts'
import { defaultLockTimeout, watchProgress } from './progress.ts'
import { type CommandResult, runCommand } from './run-command.ts'

export type ApplyOptions = {
  readonly lockTimeout?: string
  readonly timeoutMs?: number
  readonly onEvent?: (event: ToolEvent) => void
}

export type ApplyRun = CommandResult & {
  readonly outcome: 'applied' | 'failed' | 'stale' | 'interrupted'
  /** In the order in which they were done. */
  readonly applied: readonly ApplyStep[]
  /** Those that were begun and failed, or whose end was not told. */
  readonly failed: readonly ApplyStep[]
  /** The tool's own counts, such as `add`, `change`, `remove`; absent where it did not come to its end. */
  readonly counts?: Readonly<Record<string, number>>
  /** A state that could not be written to its backend. Holds secrets, and is the only record of what was done: keep it. */
  readonly erroredState?: string
}

/** What the tool writes, in the folder that it runs in, where the backend takes no state. */
export const erroredStateFile = 'errored.tfstate'

/**
 * Applies a plan's file in a root that is initialised. Why it failed is in the result. When we are killed it goes on to its own
 * end. Throws a UserError where an `errored.tfstate` of an earlier apply is there: it would be written over.
 */
export async function applyPlan(
  prepared: PreparedRoot,
  planFile: string,
  options: ApplyOptions = {},
): Promise<ApplyRun> {
  const errored = join(prepared.folder, erroredStateFile)
  if (existsSync(errored)) throw erroredStateLeft(prepared)
  const steps = followSteps()
  const progress = watchProgress(prepared, options.lockTimeout ?? defaultLockTimeout)
  try {
    const args = [
      'apply',
      '-json',
      '-input=false',
      `-lock-timeout=${options.lockTimeout ?? defaultLockTimeout}`,
      planFile,
    ]
    const result = await runCommand(prepared, args, {
      accept: [0],
      outlivesUs: true,
      ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
      onEvent: (event) => {
        steps.take(event)
        progress.take(event)
        options.onEvent?.(event)
      },
    })
    const lost = existsSync(errored) && !result.leftRunning
    return {
      ...result,
      ...steps.result(),
      outcome: outcomeOf(result),
      // More urgent than anything else that it says.
      ...(lost ? { erroredState: errored, failure: { kind: 'errored-state', error: erroredStateLeft(prepared) } } : {}),
    }
  } finally {
    progress.end()
  }
}

function outcomeOf(result: CommandResult): ApplyRun['outcome'] {
  if (result.failure === undefined) return 'applied'
  if (result.failure.kind === 'stale') return 'stale'
  return result.interrupted ? 'interrupted' : 'failed'
}

function followSteps() {
  const applied: ApplyStep[] = []
  const begun = new Map<string, ApplyStep>()
  let counts: Readonly<Record<string, number>> | undefined
  return {
    take: (event: ToolEvent) => {
      if (event.type === 'summary' && event.operation === 'apply') counts = event.counts
      if (event.type !== 'apply-start' && event.type !== 'apply-complete') return
      const step = { address: event.address, action: event.action }
      const key = `${event.action} ${event.address}`
      if (event.type === 'apply-start') begun.set(key, step)
      else {
        begun.delete(key)
        applied.push(step)
      }
    },
    result: () => ({ applied, failed: [...begun.values()], ...(counts === undefined ? {} : { counts }) }),
  }
}

/** What to do with a state that its backend did not take. */
export function erroredStateLeft(prepared: PreparedRoot): UserError {
  const { root } = prepared
  return new UserError(`The state of ${root.name} could not be written to its backend after an apply.`, {
    where: `${root.path}/${erroredStateFile}`,
    next: `when the backend answers again: \`${root.tool} state push ${erroredStateFile}\` in ${root.path}, then remove the file; without it what was applied is not known to the state`,
  })
}
