// One line on stderr that says what goes on, while it goes on; nothing of it stays.
import type { Terminal } from './command.ts'

export type Progress = {
  readonly show: (event: { readonly phase: string; readonly done: number; readonly total: number }) => void
  readonly clear: () => void
}

/** Shorter than this, the eye sees only flicker. */
const intervalMs = 80

/** Says nothing where stderr is not a terminal, or where silence was asked for. */
export function progressLine(
  terminal: Terminal,
  quiet: boolean,
  now: () => number = () => performance.now(),
): Progress {
  if (quiet || !terminal.interactive) return { show: () => {}, clear: () => {} }
  let last = Number.NEGATIVE_INFINITY
  let phaseShown: string | undefined
  const show: Progress['show'] = ({ phase, done, total }) => {
    if (phase === phaseShown && now() - last < intervalMs) return
    last = now()
    phaseShown = phase
    const amount = total > 1 ? ` ${done}/${total}` : ''
    terminal.warn(`\r\u001b[K${phase}${amount}`.slice(0, 80))
  }
  const clear = () => {
    if (phaseShown !== undefined) terminal.warn('\r\u001b[K')
    phaseShown = undefined
  }
  return { show, clear }
}
