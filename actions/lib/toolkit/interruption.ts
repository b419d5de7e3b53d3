// A wish to stop, as an AbortSignal: what a runner sends when a run is cancelled, or a person's Ctrl-C.

export type Interruption = {
  readonly signal: AbortSignal
  /** Lets signals end the process again, as they do by themselves. */
  readonly [Symbol.dispose]: () => void
}

/**
 * Takes SIGINT and SIGTERM from now on: the first aborts, further ones change nothing. GitHub's runner sends SIGINT, 7.5 s later
 * SIGTERM, and 2.5 s later it kills (docs.github.com, "Workflow cancellation").
 */
export function interruption(): Interruption {
  const controller = new AbortController()
  const stop = (name: NodeJS.Signals) => controller.abort(name)
  process.on('SIGINT', stop).on('SIGTERM', stop)
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
    },
  }
}
