// One command of the tool in a prepared root: its events while it runs, and how it ended.
import { type StreamResult, streamTool } from '../../toolkit/stream-tool.ts'
import { UserError } from '../../toolkit/user-error.ts'
import type { Diagnostic, LockInfo } from '../result/result.ts'
import { readEvent, type ToolEvent } from './events.ts'
import { explainFailure, type Failure } from './explain-failure.ts'
import { readLockInfo } from './lock-info.ts'
import type { PreparedRoot } from './prepared-root.ts'

export type CommandResult = {
  readonly exitCode: number | undefined
  /** It was asked to end. */
  readonly interrupted: boolean
  /** Asked to end, and still at it when we stopped waiting. */
  readonly leftRunning: boolean
  readonly diagnostics: readonly Diagnostic[]
  /** Who holds the lock, where that stopped it. */
  readonly lock?: LockInfo
  /** Why it failed and what to do next; absent where it did not. */
  readonly failure?: Failure
  readonly durationMs: number
}

export type CommandOptions = {
  readonly accept: readonly number[]
  readonly onEvent?: (event: ToolEvent) => void
  readonly timeoutMs?: number
  /** Keeps the output in a file, so that the tool survives us: for what writes state. */
  readonly outlivesUs?: boolean
}

const maxDiagnostics = 1000
const maxCaptureBytes = 200 * 1024 * 1024

/** Runs a command that speaks in events. What failed is in the result; throws only where the tool cannot be started. */
export async function runCommand(
  prepared: PreparedRoot,
  args: readonly string[],
  options: CommandOptions,
): Promise<CommandResult> {
  const diagnostics: Diagnostic[] = []
  const seen = new Set<string>()
  let further = 0
  const result = await streamTool({
    ...request(prepared, args),
    onLine: (line) => {
      const event = readEvent(line, prepared)
      if (event === undefined) return
      if (event.type === 'diagnostic') {
        // What is wrong in a file is told once a phase.
        const key = JSON.stringify(event.diagnostic)
        if (seen.has(key)) return
        if (seen.size < maxDiagnostics) diagnostics.push(event.diagnostic)
        else further += 1
        seen.add(key)
      }
      options.onEvent?.(event)
    },
    ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
    ...(options.outlivesUs === true ? { outputFolder: prepared.privateFolder } : {}),
  })
  if (further > 0) diagnostics.push(leftOut(`${further} further messages were left out`))
  if (result.linesLeftOut > 0) diagnostics.push(leftOut(`${result.linesLeftOut} messages were too long to be read`))
  const failed = result.exitCode === undefined || !options.accept.includes(result.exitCode)
  if (failed && !diagnostics.some(({ severity }) => severity === 'error')) diagnostics.push(unexplained(result, args))
  return finish(prepared, args, result, diagnostics, failed)
}

/**
 * Runs a command whose stdout is the answer, up to 200 MB. Throws a UserError that says what the tool said where it fails.
 * The answer may hold secrets.
 */
export async function captureCommand(
  prepared: PreparedRoot,
  args: readonly string[],
  options: { readonly maxBytes?: number } = {},
): Promise<Buffer> {
  const maxOutputBytes = options.maxBytes ?? maxCaptureBytes
  const result = await streamTool({ ...request(prepared, args), maxOutputBytes })
  if (result.exitCode === 0 && result.stopped === undefined) return result.stdout
  const where = commandLine(prepared, args)
  if (result.stopped === 'output') {
    throw new UserError(`${prepared.root.tool} wrote more than ${Math.floor(maxOutputBytes / 1024 / 1024)} MB.`, {
      where,
      next: 'split the root: its plan or state is too large to be judged',
    })
  }
  if (result.stopped !== undefined) {
    throw new UserError(`${where} was interrupted.`, { where, next: 'start again; it changes nothing' })
  }
  const said = prepared.redactor.text(result.stderr.trim())
  throw new UserError(`${prepared.root.tool} failed with ${ending(result)}.`, {
    where,
    next: said === '' ? 'it said nothing; run the command by hand' : `it said:\n${said}`,
  })
}

/** A command as a person would type it in the root's folder. */
export function commandLine(prepared: PreparedRoot, args: readonly string[]): string {
  const { root } = prepared
  return `${root.tool} ${args[0] ?? ''} in ${root.path === '.' ? 'the root of the repository' : root.path}`
}

function request(prepared: PreparedRoot, args: readonly string[]) {
  return {
    tool: prepared.executable.path,
    args,
    cwd: prepared.folder,
    environment: prepared.environment,
    stop: prepared.stop,
    ...(prepared.patienceMs === undefined ? {} : { patienceMs: prepared.patienceMs }),
  }
}

function finish(
  prepared: PreparedRoot,
  args: readonly string[],
  result: StreamResult,
  diagnostics: readonly Diagnostic[],
  failed: boolean,
): CommandResult {
  const lock = failed ? readLockInfo(diagnostics) : undefined
  const interrupted = result.stopped !== undefined
  const base = {
    exitCode: result.exitCode,
    interrupted,
    leftRunning: result.leftRunning,
    diagnostics,
    durationMs: result.durationMs,
    ...(lock === undefined ? {} : { lock }),
  }
  if (!failed) return base
  const failure = explainFailure({
    root: prepared.root,
    command: commandLine(prepared, args),
    diagnostics,
    lock,
    stopped: result.stopped,
    leftRunning: result.leftRunning,
    pid: result.pid,
    withheld: prepared.withheldVariables ?? [],
  })
  return { ...base, failure }
}

function unexplained(result: StreamResult, args: readonly string[]): Diagnostic {
  const said = result.stderr.trim()
  return {
    severity: 'error',
    summary: `${args[0] ?? 'the command'} ended with ${ending(result)}`,
    ...(said === '' ? {} : { detail: said }),
  }
}

const leftOut = (summary: string): Diagnostic => ({ severity: 'warning', summary })

const ending = (result: StreamResult) =>
  result.exitCode === undefined ? `signal ${result.endedBy ?? 'unknown'}` : `exit code ${result.exitCode}`
