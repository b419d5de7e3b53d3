// A small action for the tests of `run`: does what the environment asks for, through the real toolkit.
import { flag, defineInputs, secret, text } from '../inputs.ts'
import { defineOutputs } from '../outputs.ts'
import { run } from '../run.ts'
import { annotate, writeSummary } from '../surfaces.ts'
import { UserError } from '../user-error.ts'

const outputs = defineOutputs({ verdict: 'unjudged', report: '' })
const inputs = defineInputs({ behaviour: text({ required: true }), token: secret(), 'in-full': flag({ default: false }) })

async function main() {
  const { behaviour, token, inFull } = inputs.read()
  if (behaviour === 'user-error') throw new UserError('The file is broken.', { where: 'a.yaml:3', next: 'mend it' })
  if (behaviour === 'bug') throw new TypeError('x is not a function')
  if (behaviour === 'stray') setTimeout(() => { throw new Error('thrown later') }, 10)
  if (behaviour === 'linger') setInterval(() => {}, 1000)
  annotate([{ severity: 'warning', message: 'watch: 100%\nout', file: 'a,b.yaml', line: 2 }])
  writeSummary(`# done ${inFull} ${token === undefined ? 'without' : 'with'} token\n`)
  outputs.set({ verdict: 'fit', report: 'two\nlines' })
  if (behaviour === 'unfit') throw new UserError('1 finding is new.')
}

await run(main, outputs)
