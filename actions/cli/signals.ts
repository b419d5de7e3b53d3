// What a signal does to the program: it ends at once, unless a command holds something that must not be cut off.
import type { Interruption } from '../lib/toolkit/interruption.ts'

/** 128 and the signal's number, as a shell has it. */
const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const
type Signal = keyof typeof exitCodes

export type Signals = {
  /** Takes a signal. */
  readonly receive: (name: Signal) => void
  /** From now on a signal asks to end, and is waited for. */
  readonly hold: () => Interruption
  /** The exit code of the first signal; undefined where there was none. */
  readonly exitCode: () => number | undefined
}

/**
 * @param end ends the process
 * @param say tells a person who asks a second time that we are at it
 */
export function createSignals(end: (code: number) => void, say: (text: string) => void): Signals {
  let held: AbortController | undefined
  let first: Signal | undefined
  return {
    receive: (name) => {
      if (held === undefined) return end(exitCodes[name])
      // A second interrupt makes terraform end at once, and leave its lock behind: it is told once.
      if (first !== undefined) return say('Ending already: what runs is waited for, so that no lock is left behind.\n')
      first = name
      held.abort(name)
    },
    hold: () => {
      const controller = new AbortController()
      held = controller
      return {
        signal: controller.signal,
        [Symbol.dispose]: () => {
          held = undefined
        },
      }
    },
    exitCode: () => (first === undefined ? undefined : exitCodes[first]),
  }
}

/** Lets signals of this process reach them. */
export function watchSignals(signals: Signals): void {
  for (const name of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) process.on(name, () => signals.receive(name))
}
