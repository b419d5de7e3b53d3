// The one place where an action's failure is reported, and how its process ends.
import * as core from '@actions/core'
import { describeFailure } from './user-error.ts'

/** What is left open when the work is done gets this long, then the process ends anyway. */
const lingerMs = 5000

/**
 * Runs an action: writes the safe defaults of its outputs, then calls `main`, and reports what it throws, once.
 * A `UserError` is shown by its message only; anything else is our bug and is shown with its stack. Never throws.
 * Sets the exit code: 0, or 1 when `main` threw.
 */
export async function run(main: () => Promise<void>, outputs?: { readonly setDefaults: () => void }): Promise<void> {
  let reported = false
  const report = (error: unknown) => {
    process.exitCode = 1
    if (reported) return
    reported = true
    const text = describeFailure(error)
    if (process.env.GITHUB_ACTIONS === 'true') core.error(text)
    else process.stderr.write(`error: ${text}\n`)
  }
  process.once('uncaughtException', (error) => {
    report(error)
    process.exit()
  })
  try {
    outputs?.setDefaults()
    await main()
  } catch (error) {
    report(error)
  }
  setTimeout(() => process.exit(), lingerMs).unref()
}
