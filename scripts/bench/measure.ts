// Wall time, CPU time and peak memory of a command with everything it starts.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export type Measurement = { readonly wallSeconds: number; readonly cpuSeconds: number; readonly peakMiB: number }

/**
 * Runs a command to its end. CPU time comes from the shell's `time`, which counts children that were waited for; memory is
 * the largest sum of resident sets over the process tree, sampled every 25 ms (Linux only; elsewhere NaN).
 * Throws when the command ends with an exit code above `acceptUpTo`.
 */
export async function measure(command: readonly string[], cwd: string, acceptUpTo = 1): Promise<Measurement> {
  const child = spawn('bash', ['-c', 'TIMEFORMAT="%R %U %S"; time "$@" >/dev/null 2>/dev/null', 'bash', ...command], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let peak = 0
  const timer = setInterval(() => {
    peak = Math.max(peak, child.pid === undefined ? 0 : residentKiB(child.pid))
  }, 25)
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 255))
  })
  clearInterval(timer)
  if (exitCode > acceptUpTo) throw new Error(`${command.join(' ')} ended with exit code ${exitCode}`)
  const [wall = Number.NaN, user = Number.NaN, system = Number.NaN] = (said.trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number)
  return { wallSeconds: wall, cpuSeconds: user + system, peakMiB: peak === 0 ? Number.NaN : peak / 1024 }
}

/** Resident memory of a process and all below it. Asks of these only: a look at every process of the machine takes CPU time from what is measured. */
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
export function median(measurements: readonly Measurement[]): Measurement {
  const middle = (pick: (one: Measurement) => number) => {
    const sorted = measurements.map(pick).sort((a, b) => a - b)
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  }
  return {
    wallSeconds: middle((one) => one.wallSeconds),
    cpuSeconds: middle((one) => one.cpuSeconds),
    peakMiB: middle((one) => one.peakMiB),
  }
}
