// Wall time, CPU time and peak memory of a command with everything it starts.
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export type Measurement = { readonly wallSeconds: number; readonly cpuSeconds: number; readonly peakMiB: number }

/**
 * Runs a command to its end. CPU time comes from the shell's `time`, which counts children that were waited for; memory is
 * the largest sum of resident sets over the process tree, sampled every 15 ms (Linux only; elsewhere NaN).
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
  }, 15)
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

function residentKiB(root: number): number {
  let processes: { readonly pid: number; readonly parent: number; readonly kib: number }[]
  try {
    processes = readdirSync('/proc').flatMap((name) => {
      if (!/^\d+$/.test(name)) return []
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8')
        const field = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
        return [{ pid: Number(name), parent: field('PPid'), kib: field('VmRSS') }]
      } catch {
        return [] // it ended while we looked
      }
    })
  } catch {
    return 0
  }
  const family = new Set([root])
  let sum = 0
  for (const one of processes.sort((a, b) => a.pid - b.pid)) {
    if (!family.has(one.pid) && !family.has(one.parent)) continue
    family.add(one.pid)
    sum += one.kib
  }
  return sum
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
