// Fifty builds bump at once, without faults. It takes the whole machine for half a minute, and `npm test` has the same with faults.
import { test } from 'vitest'
import { expectAllInOneLine } from './testing/bump-at-once.ts'

test('all land, none is lost, every commit is a fast-forward of one line', { timeout: 300_000 }, () =>
  expectAllInOneLine(50),
)
