// A runner that cancels sends SIGINT, then SIGTERM: the tool is asked to end once, and waited for.

/** A signal that is aborted by the first of them. `end` takes the listeners off again. */
export function stopSignal(): { readonly signal: AbortSignal; readonly end: () => void } {
  const controller = new AbortController()
  const stop = () => controller.abort()
  process.on('SIGINT', stop).on('SIGTERM', stop)
  return {
    signal: controller.signal,
    end: () => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
    },
  }
}
