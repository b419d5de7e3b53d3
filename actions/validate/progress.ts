// The story of a verdict for a log: one line when a phase ends, with what it took.

export type ProgressEvent = { readonly phase: string; readonly done: number; readonly total: number }

/** Returns what takes the events of one run and writes a line per phase; the last phase is written by `end`. */
export function phaseLog(info: (line: string) => void, now: () => number = () => performance.now()) {
  let current: ProgressEvent | undefined
  let started = now()
  const end = () => {
    if (current === undefined) return
    const { phase, done, total } = current
    const amount = total > 1 ? `: ${done === total ? total : `${done} of ${total}`}` : ''
    info(`${phase}${amount} (${((now() - started) / 1000).toFixed(1)} s)`)
    current = undefined
    started = now()
  }
  const onProgress = (event: ProgressEvent) => {
    if (current !== undefined && current.phase !== event.phase) end()
    current = event
  }
  return { onProgress, end }
}
