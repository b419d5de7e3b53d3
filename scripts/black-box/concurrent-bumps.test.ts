// Builds that bump at once: processes of the committed bundle against one branch, with all faults. Fifty of them, with and without
// faults, are in the tools' tests: they take the whole machine for a minute.
import { test } from 'vitest'
import { expectAllDespiteFaults } from './testing/bump-at-once.ts'

test(
  'all land, none is lost or there twice, with lost answers, limits, server errors and other people in between',
  {
    timeout: 300_000,
  },
  () => expectAllDespiteFaults(16, 4),
)
