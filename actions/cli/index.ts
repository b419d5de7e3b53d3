// Entry of the command line program: the process around `main`.
import { main } from './main.ts'
import { processTerminal } from './process-terminal.ts'
import { createSignals, watchSignals } from './signals.ts'

const argv = process.argv.slice(2)

/** Once a reader such as `head` has gone there is nobody to write to; the exit code still says the verdict. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return
  process.stderr.write(`seaworthy: The report cannot be written: ${error.message}\n`)
  process.exit(2)
})
process.stderr.on('error', () => {})

const signals = createSignals(
  (code) => {
    // Clears a line of progress that may stand there.
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
    process.exit(code)
  },
  (text) => void process.stderr.write(text),
)
watchSignals(signals)

const code = await main(argv, processTerminal(argv, process.env, signals.hold))
// Engine workers would keep the process alive after the answer is out.
process.exit(signals.exitCode() ?? code)
