// Wall time, CPU time and peak memory of a command with everything it starts.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export type Time = { readonly wallSeconds: number; readonly cpuSeconds: number }

/**
 * Runs a command to its end. CPU time comes from the shell's `time`, which counts children that were waited for.
 * Throws when the command ends with an exit code above 1.
 */
export async function measureTime(command: readonly string[], cwd: string): Promise<Time> {
  const { said } = await runToEnd(command, cwd)
  const [wall = Number.NaN, user = Number.NaN, system = Number.NaN] = said.split(' ').map(Number)
  return { wallSeconds: wall, cpuSeconds: user + system }
}

/**
 * The largest sum of resident sets over the process tree of a command, in MiB, sampled every 20 ms; NaN but on Linux.
 * In a run of its own: looking takes time from what is looked at.
 */
export async function measureMemory(command: readonly string[], cwd: string): Promise<number> {
  let peak = 0
  await runToEnd(command, cwd, (pid) => {
    peak = Math.max(peak, residentKiB(pid))
  })
  return peak === 0 ? Number.NaN : peak / 1024
}

async function runToEnd(
  command: readonly string[],
  cwd: string,
  look?: (pid: number) => void,
): Promise<{ readonly said: string }> {
  const child = spawn('bash', ['-c', 'TIMEFORMAT="%R %U %S"; time "$@" >/dev/null 2>/dev/null', 'bash', ...command], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const timer = look && setInterval(() => child.pid !== undefined && look(child.pid), 20)
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 255))
  })
  clearInterval(timer)
  if (exitCode > 1) throw new Error(`${command.join(' ')} ended with exit code ${exitCode}`)
  return { said: said.trim().split('\n').at(-1) ?? '' }
}

/** Resident memory of a process and all below it. */
function residentKiB(process: number): number {
  try {
    const status = readFileSync(`/proc/${process}/status`, 'utf8')
    const own = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0)
    const children = readFileSync(`/proc/${process}/task/${process}/children`, 'utf8').split(' ').filter(Boolean)
    return children.reduce((sum, child) => sum + residentKiB(Number(child)), own)
  } catch {
    return 0 // it ended while we looked
  }
}

/** The middle of several measurements, figure by figure. */
export function median(times: readonly Time[]): Time {
  const middle = (pick: (one: Time) => number) => {
    const sorted = times.map(pick).sort((a, b) => a - b)
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  }
  return { wallSeconds: middle((one) => one.wallSeconds), cpuSeconds: middle((one) => one.cpuSeconds) }
}
