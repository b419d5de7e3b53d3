// Who lets a refused plan through, and every attempt that does not.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LabelEvidence, ReviewEvidence } from './evidence.ts'
import { findOverride, type OverrideInput, peopleInvolved } from './find-override.ts'
import { overrideToken, tokensIn } from './override-token.ts'

const head = 'a'.repeat(40)
const fingerprint = 'f'.repeat(64)
const token = overrideToken('network', fingerprint)
const foreign = overrideToken('network', 'e'.repeat(64))

const label = (by: string | undefined, more: Partial<LabelEvidence> = {}): LabelEvidence => ({
  type: 'labeled',
  label: token,
  at: '2026-11-20T11:00:00Z',
  ...(by !== undefined && { by }),
  ...more,
})
const review = (by: string, more: Partial<ReviewEvidence> = {}): ReviewEvidence => ({
  by,
  state: 'approved',
  submittedAt: '2026-11-20T11:00:00Z',
  commit: head,
  body: `Seen, and meant.\n\n${token}\n`,
  isEdited: false,
  ...more,
})
const find = (more: Partial<OverrideInput>) =>
  findOverride({
    root: 'network',
    fingerprint,
    reviews: [],
    labelEvents: [],
    authors: ['author'],
    headSha: head,
    since: '2026-11-20T10:05:00Z',
    policy: { teams: ['your-org/platform'], users: ['octocat'] },
    people: [
      { login: 'bob', permission: 'write', teams: ['your-org/platform'] },
      { login: 'author', permission: 'admin', teams: ['your-org/platform'] },
      { login: 'carol', permission: 'admin', teams: [] },
    ],
    ...more,
  })

test.each<[string, Partial<OverrideInput>, string, string]>([
  ['a label by the team', { labelEvents: [label('bob')] }, 'bob', `label ${token}`],
  ['a label by somebody who is named', { labelEvents: [label('Octocat')] }, 'Octocat', `label ${token}`],
  [
    'a label in capitals',
    { labelEvents: [label('bob', { label: token.toUpperCase() })] },
    'bob',
    `label ${token.toUpperCase()}`,
  ],
  ['a review', { reviews: [review('bob')] }, 'bob', 'review'],
  ['a review with the token as code', { reviews: [review('bob', { body: `\`${token}\`` })] }, 'bob', 'review'],
  [
    'a review that names several plans',
    { reviews: [review('bob', { body: `${foreign}\r\n${token}` })] },
    'bob',
    'review',
  ],
  [
    'a label that was taken off and put on again',
    {
      labelEvents: [
        label('carol'),
        label('bob', { at: '2026-11-20T11:02:00Z' }),
        label('carol', { type: 'unlabeled', at: '2026-11-20T11:01:00Z' }),
      ],
    },
    'bob',
    `label ${token}`,
  ],
  [
    'a label from before, where only the fingerprint decides',
    { labelEvents: [label('bob', { at: '2026-11-19T00:00:00Z' })], since: undefined as never },
    'bob',
    `label ${token}`,
  ],
  [
    'one that counts among those that do not',
    { labelEvents: [label('bob')], reviews: [review('carol')] },
    'bob',
    `label ${token}`,
  ],
])('found: %s', (_, more, by, how) => {
  expect(find(more)).toEqual({ type: 'found', override: { by, how, fingerprint } })
})

describe('none', () => {
  const outside = 'is not in your-org/platform and not named in the settings'
  test.each<[string, Partial<OverrideInput>, readonly string[]]>([
    [
      'when nobody tried',
      { labelEvents: [label('bob', { label: 'bug' })], reviews: [review('bob', { body: 'Good.' })] },
      [],
    ],
    [
      'by a label of somebody outside of the team',
      { labelEvents: [label('carol')] },
      [`The label ${token} by carol does not count: carol ${outside}.`],
    ],
    [
      'by a label from before the plan',
      { labelEvents: [label('bob', { at: '2026-11-20T10:05:00Z' })] },
      [
        `The label ${token} by bob does not count: it is of 2026-11-20T10:05:00Z, and the plan could first be seen 2026-11-20T10:05:00Z.`,
      ],
    ],
    [
      'by a label for another plan',
      { labelEvents: [label('bob', { label: foreign })] },
      [`The label ${foreign} by bob does not count: it is for another plan than this one (${token}).`],
    ],
    [
      'by a label for the same plan of another root',
      { labelEvents: [label('bob', { label: overrideToken('identity', fingerprint) })] },
      [
        `The label ${overrideToken('identity', fingerprint)} by bob does not count: it is for another plan than this one (${token}).`,
      ],
    ],
    [
      'by a label that only begins like it',
      { labelEvents: [label('bob', { label: `${token}0` })] },
      [`The label ${token}0 by bob does not count: it is for another plan than this one (${token}).`],
    ],
    [
      'by a label that was taken off',
      { labelEvents: [label('bob'), label('bob', { type: 'unlabeled', at: '2026-11-20T11:01:00Z' })] },
      [`The label ${token} by bob does not count: it was taken off.`],
    ],
    [
      'by a label that was taken off and put on again by somebody else',
      {
        labelEvents: [
          label('bob'),
          label('bob', { type: 'unlabeled', at: '2026-11-20T11:01:00Z' }),
          label('carol', { at: '2026-11-20T11:02:00Z' }),
        ],
      },
      [`The label ${token} by carol does not count: carol ${outside}.`],
    ],
    [
      'by the author’s own label',
      { labelEvents: [label('author')] },
      [`The label ${token} by author does not count: author is an author of the change.`],
    ],
    [
      'by the workflow’s own label',
      { labelEvents: [label('github-actions[bot]')] },
      [
        `The label ${token} by github-actions[bot] does not count: github-actions[bot] is an App, which the settings do not name.`,
      ],
    ],
    [
      'by a label of an account that is gone',
      { labelEvents: [label(undefined)] },
      [`The label ${token} by somebody unknown does not count: somebody unknown ${outside}.`],
    ],
    [
      'where the settings name nobody',
      { labelEvents: [label('carol')], policy: { teams: [], users: [] } },
      ['Nobody may let a refused plan through: the settings name neither teams nor users (terraform.overrides).'],
    ],
    [
      'by a review whose text was changed afterwards',
      { reviews: [review('bob', { isEdited: true })] },
      ['The review by bob does not count: its text was changed afterwards, which others can do as well.'],
    ],
    [
      'by a review of an older commit',
      { reviews: [review('bob', { commit: 'b'.repeat(40) })] },
      ['The review by bob does not count: it is not for aaaaaaa.'],
    ],
    [
      'by a review that was dismissed',
      { reviews: [review('bob', { state: 'dismissed' })] },
      ['The review by bob does not count: it was dismissed.'],
    ],
    [
      'by a review that asks for changes',
      { reviews: [review('bob', { state: 'changes-requested' })] },
      ['The review by bob does not count: it is no approval.'],
    ],
    ['by a comment', { reviews: [review('bob', { state: 'commented' })] }, []],
    [
      'by a review that names another plan',
      { reviews: [review('bob', { body: foreign })] },
      [`The review by bob does not count: it names 1 other plan, and not this one (${token}).`],
    ],
    ['by a review that only speaks of it', { reviews: [review('bob', { body: `Do not say ${token}` })] }, []],
    ['by a review that quotes it', { reviews: [review('bob', { body: `> ${token}` })] }, []],
    [
      'by a review from before the plan',
      { reviews: [review('bob', { submittedAt: '2026-11-20T09:00:00Z' })] },
      [
        'The review by bob does not count: it is of 2026-11-20T09:00:00Z, and the plan could first be seen 2026-11-20T10:05:00Z.',
      ],
    ],
    [
      'by a review of the author',
      { reviews: [review('author')] },
      ['The review by author does not count: author is an author of the change.'],
    ],
  ])('%s', (_, more, reasons) => {
    expect(find(more)).toEqual({ type: 'none', reasons })
  })
})

test('a token is a label that GitHub takes, and another one for every root and plan', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (root, plan, otherRoot, otherPlan) => {
      const made = overrideToken(root, plan)
      expect(made).toMatch(/^terraform-allow:[0-9a-f]{16}$/)
      expect(tokensIn(`x\n ${made} \ny`)).toEqual([made])
      expect(overrideToken(otherRoot, otherPlan) === made).toBe(root === otherRoot && plan === otherPlan)
    }),
  )
})

test('those whose standing must be known', () => {
  const logins = peopleInvolved(
    [
      review('bob'),
      review('Bob'),
      review('eve', { state: 'dismissed' }),
      review('dan', { state: 'changes-requested' }),
    ],
    [label('carol'), label('fay', { label: 'bug' }), label('gus', { type: 'unlabeled' }), label(undefined)],
  )
  expect(logins).toEqual(['Bob', 'dan', 'carol'])
})
