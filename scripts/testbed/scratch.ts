// Scratch folders of testbeds, and the sweeping of those whose process is gone.
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const prefix = 'seaworthy-testbed-'

/** A new folder, named after this process, which goes with it. What testbeds that were killed have left behind is removed first. */
export function scratchFolder(): string {
  const parent = realpathSync(tmpdir())
  for (const name of readdirSync(parent)) {
    const owner = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]
    if (owner !== undefined && !isAlive(Number(owner))) rmSync(join(parent, name), { recursive: true, force: true })
  }
  const folder = mkdtempSync(join(parent, `${prefix}${process.pid}-`))
  for (const name of ['home', 'tmp']) mkdirSync(join(folder, name))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It lives and is not ours.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
