// Child processes: one way to run a tool, with an argument array, few environment variables and limits on time and output.
import { spawn } from 'node:child_process'
import { UserError } from './user-error.ts'

export type ToolRequest = {
  readonly tool: string
  readonly args: readonly string[]
  readonly cwd?: string
  /** Variables to set. Of our own environment the tool sees only `inheritedVariables` and those named in `inherit`. */
  readonly env?: Readonly<Record<string, string>>
  readonly inherit?: readonly string[]
  readonly stdin?: string | Uint8Array
  readonly timeoutMs?: number
  /** Limit of stdout and of stderr, each. */
  readonly maxOutputBytes?: number
  readonly acceptExitCodes?: readonly number[]
  /** Values that no display string, message or returned stderr may show. */
  readonly secrets?: readonly string[]
}

export type ToolResult = {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
  readonly durationMs: number
}

/** A tool that could not be started, took too long, said too much or ended with an exit code that was not expected. */
export class ToolError extends UserError {
  override readonly name: string = 'ToolError'
  /** Undefined when the tool did not end by itself. */
  readonly exitCode: number | undefined
  readonly stderr: string

  constructor(
    what: string,
    at: string,
    next: string,
    result: { readonly exitCode?: number; readonly stderr?: string } = {},
  ) {
    super(what, { where: at, next })
    this.exitCode = result.exitCode
    this.stderr = result.stderr ?? ''
  }
}

export const inheritedVariables = [
  'PATH',
  'HOME',
  'TMPDIR',
  'LANG',
  'LC_ALL',
  'TZ',
  'RUNNER_TEMP',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
] as const

const defaultTimeoutMs = 10 * 60 * 1000
const defaultMaxOutputBytes = 16 * 1024 * 1024
/** Between asking a tool to end and ending it. */
const graceMs = 2000

/** The environment of a child process: `inheritedVariables`, those in `inherit`, and `env` over both. */
export function toolEnvironment(
  inherit: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const names = [...inheritedVariables, ...inherit]
  const inherited = names.flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]] as const],
  )
  return { ...Object.fromEntries(inherited), ...env }
}

/** A command as a person would type it, without secrets. For display only, never to run. */
export function displayCommand(tool: string, args: readonly string[], secrets: readonly string[] = []): string {
  const quote = (word: string) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)
  return [tool, ...args].map((word) => quote(scrub(word, secrets))).join(' ')
}

/** Replaces every secret by `***`, longest first, so that one secret that contains another leaves nothing behind. */
export function scrub(text: string, secrets: readonly string[]): string {
  const longestFirst = secrets.filter((secret) => secret !== '').sort((a, b) => b.length - a.length)
  return longestFirst.reduce((result, secret) => result.replaceAll(secret, '***'), text)
}

/**
 * Runs a tool to its end, in its own process group, so that a timeout ends its children too.
 * Returns exit code and output (stdout as it is, stderr scrubbed). Throws a ToolError for anything that was not expected.
 */
export async function runTool(request: ToolRequest): Promise<ToolResult> {
  const {
    secrets = [],
    acceptExitCodes = [0],
    maxOutputBytes = defaultMaxOutputBytes,
    timeoutMs = defaultTimeoutMs,
  } = request
  const display = displayCommand(request.tool, request.args, secrets)
  const started = performance.now()
  const child = spawn(request.tool, request.args, {
    cwd: request.cwd,
    env: toolEnvironment(request.inherit, request.env),
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  })
  let stopped: ToolError | undefined
  let killer: NodeJS.Timeout | undefined
  const signal = (name: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, name)
    } catch {
      // The group has ended by itself in the meantime.
    }
  }
  const stop = (what: string, next: string) => {
    if (stopped !== undefined) return
    stopped = new ToolError(what, display, next)
    signal('SIGTERM')
    killer = setTimeout(() => signal('SIGKILL'), graceMs)
  }
  const timer = setTimeout(
    () =>
      stop(`${request.tool} did not end within ${timeoutMs / 1000} s and was stopped.`, 'find out what it waits for'),
    timeoutMs,
  )
  // In its own group the tool does not see the runner's cancel or Ctrl-C: pass them on.
  const interrupt = (name: NodeJS.Signals) => {
    stopped ??= new ToolError(
      `${request.tool} was interrupted (${name}).`,
      display,
      'start it again if this was not meant',
    )
    signal(name)
  }
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt)

  const collect = (stream: NodeJS.ReadableStream, name: string) => {
    const chunks: Buffer[] = []
    let size = 0
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= maxOutputBytes) chunks.push(chunk)
      else
        stop(
          `${request.tool} wrote more than ${maxOutputBytes} bytes to ${name} and was stopped.`,
          'narrow what it is asked for',
        )
    })
    return () => Buffer.concat(chunks).toString('utf8')
  }
  const stdout = collect(child.stdout, 'stdout')
  const stderr = collect(child.stderr, 'stderr')
  // A tool may end without reading all that it is given: its exit code says whether that was right.
  child.stdin.on('error', () => {})
  child.stdin.end(request.stdin)

  try {
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.once('error', (error: NodeJS.ErrnoException) => reject(startError(request, display, error)))
      child.once('close', (code, by) => resolve(code ?? 128 + (by === 'SIGKILL' ? 9 : 15)))
    })
    if (stopped !== undefined) throw stopped
    const result = {
      exitCode,
      stdout: stdout(),
      stderr: scrub(stderr(), secrets),
      durationMs: performance.now() - started,
    }
    if (acceptExitCodes.includes(exitCode)) return result
    const said = result.stderr.trim().split('\n').slice(-20).join('\n')
    throw new ToolError(
      `${request.tool} failed with exit code ${exitCode}.`,
      display,
      said === '' ? 'it said nothing on stderr' : `it said:\n${said}`,
      result,
    )
  } finally {
    clearTimeout(timer)
    clearTimeout(killer)
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
  }
}

/** The error of a tool that could not be started, from what `spawn` said. */
export function startError(
  request: { readonly tool: string; readonly cwd?: string | undefined },
  display: string,
  error: NodeJS.ErrnoException,
): ToolError {
  if (error.code !== 'ENOENT')
    return new ToolError(`${request.tool} could not be started: ${error.message}`, display, 'see the message')
  // ENOENT is also what a missing working directory gives.
  const next =
    request.cwd === undefined
      ? 'install it, or put it on PATH'
      : `install it, or put it on PATH; and check that ${request.cwd} exists`
  return new ToolError(`${request.tool} was not found.`, display, next)
}
