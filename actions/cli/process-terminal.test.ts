import { expect, it } from 'vitest'
import { wantsColor } from './process-terminal.ts'

it.each([
  ['a terminal', [], {}, true, true],
  ['a pipe', [], {}, false, false],
  ['a dumb terminal', [], { TERM: 'dumb' }, true, false],
  ['NO_COLOR', [], { NO_COLOR: '1' }, true, false],
  ['an empty NO_COLOR', [], { NO_COLOR: '' }, true, true],
  ['FORCE_COLOR in a pipe', [], { FORCE_COLOR: '1' }, false, true],
  ['FORCE_COLOR=0', [], { FORCE_COLOR: '0' }, true, false],
  ['NO_COLOR and FORCE_COLOR', [], { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  ['--no-color', ['--no-color'], { FORCE_COLOR: '1' }, true, false],
  ['--color', ['--color'], { NO_COLOR: '1' }, false, true],
])('%s', (_, argv, environment, isTerminal, expected) => {
  expect(wantsColor({ argv, environment, isTerminal })).toBe(expected)
})
