import { expect, it } from 'vitest'
import { fakeTerminal } from '../testing/fake-terminal.ts'
import { planProgress } from './plan-progress.ts'

function shown(interactive: boolean): string {
  const terminal = fakeTerminal({ interactive })
  const progress = planProgress(terminal)
  progress.show('Reading')
  progress.begin(2)
  progress.logger.info('app: 3 objects read')
  progress.logger.warning('two\nlines\u001b[2J')
  progress.planned('app: 1 create')
  progress.clear()
  return terminal.said.err
}

it('rewrites one line of a terminal, and leaves only what is said', () => {
  const erase = '\r\u001b[K'
  expect(shown(true)).toBe(
    [
      `${erase}Reading`,
      `${erase}[0/2] planning`,
      `${erase}[0/2] app: 3 objects read`,
      `${erase}warning: two lines\\u001b[2J\n`,
      `${erase}[1/2] app: 1 create`,
      erase,
    ].join(''),
  )
})

it('says only what stays where there is no terminal', () => {
  expect(shown(false)).toBe('warning: two lines\\u001b[2J\n')
})
