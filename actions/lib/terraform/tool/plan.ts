// `plan`: one run that gives the plan's file and, while it runs, its events.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ToolEvent } from './events.ts'
import { variableArguments } from './init.ts'
import type { PreparedRoot } from './prepared-root.ts'
import { defaultLockTimeout, watchProgress } from './progress.ts'
import { type CommandResult, runCommand } from './run-command.ts'

export type PlanOptions = {
  /** `refresh-only` tells what changed outside of the tool, `destroy` plans the end of everything. */
  readonly mode?: 'normal' | 'refresh-only' | 'destroy'
  /** As the tool writes durations. */
  readonly lockTimeout?: string
  readonly timeoutMs?: number
  readonly onEvent?: (event: ToolEvent) => void
}

export type PlanRun = CommandResult & {
  /** `errored`: planning failed, and the half that was planned is in the file. */
  readonly outcome: 'planned' | 'errored' | 'failed'
  /** The tool's word that there is something to apply. */
  readonly changes: boolean
  /** In the private folder; holds secrets. Absent where nothing could be planned. */
  readonly planFile?: string
  /** Objects that took longest to be read, the slowest first. */
  readonly slow: readonly { readonly address: string; readonly seconds: number }[]
  readonly refreshed: number
}

const modes = { normal: [], 'refresh-only': ['-refresh-only'], destroy: ['-destroy'] } as const
const defaultTimeoutMs = 2 * 60 * 60 * 1000

/** The arguments of a plan. Never `-target` or `-replace`: a plan that is reviewed is a whole one. */
export function planArguments(prepared: PreparedRoot, planFile: string, options: PlanOptions): readonly string[] {
  return [
    'plan',
    '-json',
    '-input=false',
    '-detailed-exitcode',
    `-lock-timeout=${options.lockTimeout ?? defaultLockTimeout}`,
    `-out=${planFile}`,
    ...modes[options.mode ?? 'normal'],
    ...variableArguments(prepared),
  ]
}

/** Plans a root that is initialised. Why it could not is in the result. */
export async function planRoot(prepared: PreparedRoot, options: PlanOptions = {}): Promise<PlanRun> {
  const planFile = join(prepared.privateFolder, 'plan')
  rmSync(planFile, { force: true })
  const progress = watchProgress(prepared, options.lockTimeout ?? defaultLockTimeout)
  try {
    const result = await runCommand(prepared, planArguments(prepared, planFile, options), {
      accept: [0, 2],
      timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
      onEvent: (event) => {
        progress.take(event)
        options.onEvent?.(event)
      },
    })
    const written = existsSync(planFile) && !result.leftRunning
    const planned = result.failure === undefined
    return {
      ...result,
      outcome: planned ? 'planned' : written ? 'errored' : 'failed',
      changes: result.exitCode === 2,
      ...(written ? { planFile } : {}),
      slow: progress.slow(),
      refreshed: progress.refreshed(),
    }
  } finally {
    progress.end()
  }
}
