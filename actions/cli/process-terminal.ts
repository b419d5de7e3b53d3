// The terminal that this process has: colour, width, and writes that wait until they are out.
import type { Terminal } from './command.ts'

/** @param environment NO_COLOR, FORCE_COLOR and TERM are read here */
export function processTerminal(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
  holdSignals: Terminal['holdSignals'],
): Terminal {
  const { stdout, stderr } = process
  return {
    cwd: process.cwd(),
    write: (text) => new Promise((resolve) => stdout.write(text, () => resolve())),
    warn: (text) => void stderr.write(text),
    color: wantsColor({ argv, environment, isTerminal: stdout.isTTY === true }),
    width: stdout.isTTY ? stdout.columns || 80 : undefined,
    interactive: stderr.isTTY === true && environment.TERM !== 'dumb',
    environment,
    input: () => process.stdin,
    holdSignals,
  }
}

/** An option wins over NO_COLOR (no-color.org: any value but empty), that over FORCE_COLOR, that over the terminal. */
export function wantsColor(given: {
  readonly argv: readonly string[]
  readonly environment: NodeJS.ProcessEnv
  readonly isTerminal: boolean
}): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = given.environment
  if (given.argv.includes('--no-color')) return false
  if (given.argv.includes('--color')) return true
  if (NO_COLOR) return false
  if (FORCE_COLOR !== undefined) return !['0', 'false', 'no'].includes(FORCE_COLOR)
  return given.isTerminal && TERM !== 'dumb'
}
