import { expect, test } from 'vitest'
import { runBaseProblems } from './run-base.ts'

const run = { id: 7, headBranch: 'change', createdAt: '2026-11-20T10:00:00Z' }
const pull = { number: 1, headBranch: 'change', baseBranch: 'main' }
const own = { number: 1, base: 'main' }

test.each([
  ['its own pull request alone', run, { pulls: [own], changedAt: [] }],
  [
    'another one into the same branch, closed before',
    run,
    { pulls: [own, { number: 2, base: 'main' }], changedAt: [] },
  ],
  ['a base that was changed long before the run', run, { pulls: [own], changedAt: ['2026-11-20T09:58:00Z'] }],
])('nothing stands against %s', (_, of, bases) => {
  expect(runBaseProblems(of, pull, bases)).toEqual([])
})

test.each([
  [
    'a run for a copy of the branch',
    { ...run, headBranch: 'copy' },
    { pulls: [own], changedAt: [] },
    /for the branch copy/,
  ],
  ['no branch', { id: 7, createdAt: run.createdAt }, { pulls: [own], changedAt: [] }, /branch unknown/],
  [
    'the same commit into a branch with a workflow of its own',
    run,
    { pulls: [own, { number: 2, base: 'evil' }], changedAt: [] },
    /head of #2, into evil/,
  ],
  [
    'a base that was changed after the run',
    run,
    { pulls: [own], changedAt: ['2026-11-20T11:00:00Z'] },
    /base was changed/,
  ],
  [
    'a base that was changed while the run was made',
    run,
    { pulls: [own], changedAt: ['2026-11-20T09:59:30Z'] },
    /base was/,
  ],
  ['a change at no known time', run, { pulls: [own], changedAt: ['yesterday'] }, /base was changed/],
  [
    'a run of no known time',
    { ...run, createdAt: '' },
    { pulls: [own], changedAt: ['2026-11-01T00:00:00Z'] },
    /base was/,
  ],
])('%s is refused', (_, of, bases, reason) => {
  const problems = runBaseProblems(of, pull, bases)
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatch(reason)
})
