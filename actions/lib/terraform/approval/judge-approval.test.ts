// Approvals that count, and every one that only looks like it.
import { expect, test } from 'vitest'
import type { PersonEvidence, ReviewEvidence } from './evidence.ts'
import { type ApprovalInput, judgeApproval } from './judge-approval.ts'

const [head, older] = ['a'.repeat(40), 'b'.repeat(40)]
const planned = '2026-11-20T10:05:00Z'

function review(by: string | undefined, more: Partial<ReviewEvidence> = {}): ReviewEvidence {
  const rest = {
    state: 'approved',
    submittedAt: '2026-11-20T11:00:00Z',
    commit: head,
    body: '',
    isEdited: false,
  } as const
  return { ...rest, ...(by !== undefined && { by }), ...more }
}

const person = (login: string, permission: PersonEvidence['permission'] = 'write', teams: readonly string[] = []) => ({
  login,
  permission,
  teams,
})
const people = [
  person('alice'),
  person('bob', 'write', ['your-org/platform']),
  person('carol', 'admin'),
  person('dave', 'read', ['your-org/platform']),
  person('reader', 'read'),
  person('author', 'admin', ['your-org/platform']),
]

const anybody = { required: 1, teams: [], users: [], afterPlan: true }
const ofTeam = { ...anybody, teams: ['your-org/platform'] }

const judge = (reviews: readonly ReviewEvidence[], more: Partial<ApprovalInput> = {}) =>
  judgeApproval({
    reviews,
    authors: ['author'],
    headSha: head,
    planCreatedAt: planned,
    policy: anybody,
    people,
    ...more,
  })

test.each<[string, readonly ReviewEvidence[], Partial<ApprovalInput>, readonly string[]]>([
  ['somebody who may write', [review('alice')], {}, ['alice']],
  ['somebody who is in the team', [review('bob')], { policy: ofTeam }, ['bob']],
  ['somebody in the team who may only read: the settings say so', [review('dave')], { policy: ofTeam }, ['dave']],
  ['somebody who is named', [review('Reader')], { policy: { ...anybody, users: ['reader'] } }, ['Reader']],
  ['an App that is named', [review('bot[bot]')], { policy: { ...anybody, users: ['bot[bot]'] } }, ['bot[bot]']],
  [
    'two where two are asked for',
    [review('alice'), review('bob')],
    { policy: { ...anybody, required: 2 } },
    ['alice', 'bob'],
  ],
  [
    'a comment after the approval takes nothing back',
    [review('alice'), review('alice', { state: 'commented', submittedAt: '2026-11-20T11:30:00Z' })],
    {},
    ['alice'],
  ],
  [
    'changes asked for and approved after that',
    [review('alice', { state: 'changes-requested', submittedAt: '2026-11-20T10:30:00Z' }), review('alice')],
    {},
    ['alice'],
  ],
  [
    'the order of the list does not matter',
    [review('alice'), review('alice', { state: 'changes-requested', submittedAt: '2026-11-20T10:30:00Z' })],
    {},
    ['alice'],
  ],
  [
    'changes asked for by somebody who does not count',
    [review('alice'), review('reader', { state: 'changes-requested' })],
    {},
    ['alice'],
  ],
  [
    'before the plan, where the settings allow it',
    [review('alice', { submittedAt: '2026-11-19T00:00:00Z' })],
    { policy: { ...anybody, afterPlan: false } },
    ['alice'],
  ],
  ['none where none is asked for', [], { policy: { ...anybody, required: 0 } }, []],
])('approved: %s', (_, reviews, more, by) => {
  expect(judge(reviews, more)).toEqual({ type: 'approved', by })
})

const lack = 'It has 0 of 1 approvals that count (of people who may write).'
const teamLack = 'It has 0 of 1 approvals that count (of your-org/platform).'

test.each<[string, readonly ReviewEvidence[], Partial<ApprovalInput>, readonly string[]]>([
  ['nobody', [], {}, [lack]],
  [
    'older than the plan',
    [review('alice', { submittedAt: '2026-11-20T10:00:00Z' })],
    {},
    [
      lack,
      `The approval of alice does not count: it is of 2026-11-20T10:00:00Z, and the plan of ${planned}: it must be approved after it was made.`,
    ],
  ],
  [
    'in the same second as the plan',
    [review('alice', { submittedAt: planned })],
    {},
    [
      lack,
      `The approval of alice does not count: it is of ${planned}, and the plan of ${planned}: it must be approved after it was made.`,
    ],
  ],
  [
    'with times that are none',
    [review('alice')],
    { planCreatedAt: '' },
    [
      lack,
      'The approval of alice does not count: it is of 2026-11-20T11:00:00Z, and the plan of : it must be approved after it was made.',
    ],
  ],
  [
    'of an older commit',
    [review('alice', { commit: older })],
    {},
    [lack, 'The approval of alice does not count: it is for bbbbbbb, not for aaaaaaa.'],
  ],
  [
    'of an older commit, also where it may be before the plan',
    [review('alice', { commit: older })],
    { policy: { ...anybody, afterPlan: false } },
    [lack, 'The approval of alice does not count: it is for bbbbbbb, not for aaaaaaa.'],
  ],
  [
    'of no commit',
    [{ by: 'alice', state: 'approved', submittedAt: '2026-11-20T11:00:00Z', body: '', isEdited: false }],
    {},
    [lack, 'The approval of alice does not count: it names no commit.'],
  ],
  [
    'dismissed',
    [review('alice', { state: 'dismissed' })],
    {},
    [lack, 'The approval of alice does not count: it was dismissed.'],
  ],
  [
    'approved earlier, dismissed later',
    [review('alice'), review('alice', { state: 'dismissed', submittedAt: '2026-11-20T11:30:00Z' })],
    {},
    [lack, 'The approval of alice does not count: it was dismissed.'],
  ],
  [
    'by the author, in another case',
    [review('Author')],
    {},
    [lack, 'The approval of Author does not count: Author is an author of the change.'],
  ],
  [
    'by who wrote one of its commits, though named in the settings',
    [review('carol')],
    { authors: ['author', 'carol'], policy: { ...anybody, users: ['carol'] } },
    [
      'It has 0 of 1 approvals that count (of carol).',
      'The approval of carol does not count: carol is an author of the change.',
    ],
  ],
  [
    'by the workflow’s own token',
    [review('github-actions[bot]')],
    { people: [...people, person('github-actions[bot]', 'admin', ['your-org/platform'])] },
    [
      lack,
      'The approval of github-actions[bot] does not count: github-actions[bot] is an App, which the settings do not name.',
    ],
  ],
  [
    'by a reader of a public repository',
    [review('reader')],
    {},
    [lack, 'The approval of reader does not count: reader may not write to the repository.'],
  ],
  [
    'by somebody of whom nothing is known',
    [review('stranger')],
    {},
    [lack, 'The approval of stranger does not count: stranger may not write to the repository.'],
  ],
  [
    'by an administrator who is not in the team',
    [review('carol')],
    { policy: ofTeam },
    [
      teamLack,
      'The approval of carol does not count: carol is not in your-org/platform and not named in the settings.',
    ],
  ],
  ['by an account that is gone', [review(undefined)], {}, [lack]],
  [
    'twice by the same person where two are asked for',
    [review('alice'), review('ALICE', { submittedAt: '2026-11-20T11:30:00Z' })],
    { policy: { ...anybody, required: 2 } },
    ['It has 1 of 2 approvals that count (of people who may write).'],
  ],
  [
    'while somebody who counts asks for changes',
    [review('alice'), review('bob', { state: 'changes-requested' })],
    {},
    ['bob asks for changes.'],
  ],
  [
    'of which the last word is no',
    [review('alice'), review('alice', { state: 'changes-requested', submittedAt: '2026-11-20T11:30:00Z' })],
    {},
    [lack, 'alice asks for changes.'],
  ],
])('refused: %s', (_, reviews, more, reasons) => {
  expect(judge(reviews, more)).toEqual({ type: 'refused', reasons })
})
