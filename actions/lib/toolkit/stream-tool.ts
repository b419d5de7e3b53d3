// Long-running child processes that hold something which must not be lost: their output is read line by line while they run,
// and they are asked to end once, then waited for, never killed.
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { displayCommand, startError } from './exec.ts'
import { createLineReader } from './line-reader.ts'

export type StreamRequest = {
  readonly tool: string
  readonly args: readonly string[]
  readonly cwd: string
  /** All variables that the tool sees: nothing of ours is added. */
  readonly environment: Readonly<Record<string, string>>
  /** Gets each line of stdout without its end. Without it stdout is collected. */
  readonly onLine?: (line: string) => void
  /** A longer line is left out and counted. */
  readonly maxLineBytes?: number
  /** Limit of stdout. Beyond it the tool is asked to end. Of stderr the last 64 KiB are kept. */
  readonly maxOutputBytes?: number
  /**
   * A folder to keep the output in while the tool runs. With a pipe instead, a tool whose reader was killed dies of its next
   * message; with a file it goes on to its own end.
   */
  readonly outputFolder?: string
  /** Asks the tool to end: one SIGINT to the tool itself, not to its group, for its children are the tool's business. */
  readonly stop: AbortSignal
  /** The same when it has run for so long. */
  readonly timeoutMs?: number
  /** How long to wait for it after that. Then it is left alone: it may still end by itself. */
  readonly patienceMs?: number
}

export type StreamResult = {
  /** Undefined where the tool was ended by a signal, or has not ended yet. */
  readonly exitCode: number | undefined
  readonly endedBy: NodeJS.Signals | undefined
  /** Why it was asked to end. */
  readonly stopped: 'signal' | 'timeout' | 'output' | undefined
  /** It was asked to end and was still running when our patience was at its end. */
  readonly leftRunning: boolean
  readonly pid: number | undefined
  /** Empty where lines were taken by `onLine`. */
  readonly stdout: Buffer
  readonly stderr: string
  /** Lines that were too long. */
  readonly linesLeftOut: number
  readonly durationMs: number
}

const defaultMaxLineBytes = 4 * 1024 * 1024
const defaultMaxOutputBytes = 512 * 1024 * 1024
const defaultPatienceMs = 10 * 60 * 1000
const stderrTailBytes = 64 * 1024
const pollMs = 50

/**
 * Runs a tool to its end, without a shell, in a process group of its own, so that a signal to our group does not reach it
 * twice. How it ended is the caller's to judge. Throws a ToolError where it cannot be started, and what `onLine` threw, after
 * the tool was asked to end and did.
 */
export async function streamTool(request: StreamRequest): Promise<StreamResult> {
  const started = performance.now()
  const limit = request.maxOutputBytes ?? defaultMaxOutputBytes
  const output = createOutput(request)
  const child = spawn(request.tool, request.args, {
    cwd: request.cwd,
    env: request.environment,
    stdio: ['ignore', output.stdout, output.stderr],
    detached: true,
  })
  const ended = new Promise<{ code: number | null; by: NodeJS.Signals | null }>((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(startError(request, displayCommand(request.tool, request.args), error)),
    )
    child.once(request.outputFolder === undefined ? 'close' : 'exit', (code, by) => resolve({ code, by }))
  })

  let stopped: StreamResult['stopped']
  let patience: NodeJS.Timeout | undefined
  let giveUp: (left: 'left') => void = () => {}
  const leftAlone = new Promise<'left'>((resolve) => {
    giveUp = resolve
  })
  const stop = (why: NonNullable<StreamResult['stopped']>) => {
    if (stopped !== undefined) return
    stopped = why
    child.kill('SIGINT')
    patience = setTimeout(() => giveUp('left'), request.patienceMs ?? defaultPatienceMs)
  }
  const onStop = () => stop('signal')
  const timer = request.timeoutMs === undefined ? undefined : setTimeout(() => stop('timeout'), request.timeoutMs)

  let thrown: { readonly error: unknown } | undefined
  let size = 0
  const chunks: Buffer[] = []
  const lines = createLineReader(request.maxLineBytes ?? defaultMaxLineBytes, (line) => request.onLine?.(line))
  const take = (chunk: Buffer) => {
    size += chunk.length
    if (size > limit) return stop('output')
    if (request.onLine === undefined) return chunks.push(chunk)
    if (thrown !== undefined) return
    try {
      lines.push(chunk)
    } catch (error) {
      thrown = { error }
      stop('output')
    }
  }
  let stderr: Buffer = Buffer.alloc(0)
  const takeStderr = (chunk: Buffer) => {
    stderr = Buffer.concat([stderr, chunk]).subarray(-stderrTailBytes)
  }
  child.stdout?.on('data', take)
  child.stderr?.on('data', takeStderr)
  const poll = output.follow === undefined ? undefined : setInterval(() => output.follow?.(take, takeStderr), pollMs)

  try {
    request.stop.addEventListener('abort', onStop)
    if (request.stop.aborted) onStop()
    const end = await Promise.race([ended, leftAlone])
    output.follow?.(take, takeStderr)
    if (thrown === undefined && size <= limit) lines.end()
    if (end === 'left') letGo(child)
    if (thrown !== undefined) throw thrown.error
    return {
      exitCode: end === 'left' ? undefined : (end.code ?? undefined),
      endedBy: end === 'left' ? undefined : (end.by ?? undefined),
      stopped,
      leftRunning: end === 'left',
      pid: child.pid,
      stdout: Buffer.concat(chunks),
      stderr: stderr.toString('utf8'),
      linesLeftOut: lines.leftOut(),
      durationMs: performance.now() - started,
    }
  } finally {
    clearTimeout(timer)
    clearTimeout(patience)
    clearInterval(poll)
    request.stop.removeEventListener('abort', onStop)
    output.dispose()
  }
}

/** Our process may end while it runs. */
function letGo(child: ChildProcess): void {
  child.unref()
  for (const pipe of [child.stdout, child.stderr]) if (pipe instanceof Socket) pipe.unref()
}

type Take = (chunk: Buffer) => void

type Output = {
  readonly stdout: 'pipe' | number
  readonly stderr: 'pipe' | number
  /** Reads what was written since it was last called. */
  readonly follow?: (takeStdout: Take, takeStderr: Take) => void
  readonly dispose: () => void
}

function createOutput(request: StreamRequest): Output {
  if (request.outputFolder === undefined) return { stdout: 'pipe', stderr: 'pipe', dispose: () => {} }
  const folder = mkdtempSync(join(request.outputFolder, 'output-'))
  const open = (name: string) => {
    const path = join(folder, name)
    const writer = openSync(path, 'wx', 0o600)
    return { writer, reader: openSync(path, 'r'), position: 0 }
  }
  const files = [open('stdout'), open('stderr')] as const
  const buffer = Buffer.alloc(64 * 1024)
  const readOn = (file: { readonly reader: number; position: number }, take: Take) => {
    for (;;) {
      const length = readSync(file.reader, buffer, 0, buffer.length, file.position)
      if (length === 0) return
      file.position += length
      take(Buffer.from(buffer.subarray(0, length)))
    }
  }
  return {
    stdout: files[0].writer,
    stderr: files[1].writer,
    follow: (takeStdout, takeStderr) => {
      readOn(files[0], takeStdout)
      readOn(files[1], takeStderr)
    },
    dispose: () => {
      for (const file of files) {
        closeSync(file.writer)
        closeSync(file.reader)
      }
      // A tool that was left running keeps its open files; only their names go.
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
