// Fifty builds bump at once, without faults and with all of them.
import { test } from 'vitest'
import { expectAllDespiteFaults, expectAllInOneLine } from './testing/bump-at-once.ts'

const writers = 50

test('all land, none is lost, every commit is a fast-forward of one line', { timeout: 300_000 }, () =>
  expectAllInOneLine(writers),
)

test('the same with lost answers, limits, server errors and other people in between', { timeout: 300_000 }, () =>
  expectAllDespiteFaults(writers, 11),
)
