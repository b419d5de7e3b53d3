// Many builds bump at once: processes of the committed bundle against one branch, fifty with all faults, a few without any
// (fifty of those are in the tools' tests: what they show more is shown with the faults too).
import { expect, test } from 'vitest'
import { bumpAtOnce, expectAllInOneLine, kustomization, oneLineEach } from './testing/bump-at-once.ts'

const writers = 50

test('all land, none is lost, every commit is a fast-forward of one line', { timeout: 300_000 }, () =>
  expectAllInOneLine(12),
)

test('the same with lost answers, limits, server errors and other people in between', {
  timeout: 300_000,
}, async () => {
  const { file, commits, history, lines, fsck } = await bumpAtOnce(writers, ({ faults }) => {
    const on = { route: 'createCommitOnBranch' }
    faults.add({ on, every: 7, times: Number.POSITIVE_INFINITY, effect: { type: 'lost-answer' } })
    faults.add({ on, every: 11, times: 4, effect: { type: 'stale-head' } })
    faults.add({ on, every: 13, times: 3, effect: { type: 'secondary-limit', retryAfterSeconds: 1 } })
    faults.add({ on, every: 5, times: 10, effect: { type: 'reset' } })
    faults.add({ on: { route: 'git/get-ref' }, every: 17, times: 8, effect: { type: 'status', status: 502 } })
    faults.add({ on: { route: 'git/get-tree' }, every: 19, times: 5, effect: { type: 'truncated' } })
  })
  expect(file).toBe(kustomization(writers, '2.0.0'))
  // A write whose answer was lost is recognised: no bump is there twice, and what else came is other people's.
  expect(new Set(commits).size).toBe(writers)
  const others = history.filter(([commit]) => !commits.includes(commit ?? ''))
  expect(others.length).toBe(4)
  expect(history.every((line) => line.length === 2)).toBe(true)
  expect(lines).toEqual(oneLineEach(writers))
  expect(fsck).toBe('')
})
