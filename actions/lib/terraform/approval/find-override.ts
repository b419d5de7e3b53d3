// Who let a refused plan through: by a label or an approving review that names this very plan.
import { count } from '../../text/words.ts'
import type { Override } from '../result/result.ts'
import { namesNobody, objectionTo, type PeoplePolicy } from './allowed-people.ts'
import { type LabelEvidence, type PersonEvidence, type ReviewEvidence, timeOf } from './evidence.ts'
import { latestOpinions } from './latest-opinions.ts'
import { isOverrideLabel, overrideToken, tokensIn } from './override-token.ts'

export type OverrideInput = {
  readonly root: string
  readonly fingerprint: string
  readonly reviews: readonly ReviewEvidence[]
  readonly labelEvents: readonly LabelEvidence[]
  /** Who wrote the change: nobody lets their own through. */
  readonly authors: readonly string[]
  readonly headSha: string
  /**
   * What was done before does not count: when a plan of this commit could first be seen. Not that of a later plan of the same
   * commit, which a label itself may have started. Undefined: only the fingerprint decides.
   */
  readonly since?: string
  /** Where it names nobody, nobody may. */
  readonly policy: PeoplePolicy
  readonly people: readonly PersonEvidence[]
}

export type OverrideVerdict =
  | { readonly type: 'found'; readonly override: Override }
  /** What was tried and does not count, each in one sentence; empty when nobody tried. */
  | { readonly type: 'none'; readonly reasons: readonly string[] }

export function findOverride(input: OverrideInput): OverrideVerdict {
  const { root, fingerprint, policy } = input
  const token = overrideToken(root, fingerprint)
  const attempts = [...labelAttempts(input, token), ...reviewAttempts(input, token)]
  if (attempts.length > 0 && namesNobody(policy)) {
    const reason =
      'Nobody may let a refused plan through: the settings name neither teams nor users (terraform.overrides).'
    return { type: 'none', reasons: [reason] }
  }
  const good = attempts.find(({ problem }) => problem === undefined)
  if (good !== undefined) return { type: 'found', override: { by: good.by, how: good.how, fingerprint } }
  return {
    type: 'none',
    reasons: attempts.map(({ how, by, problem }) => `The ${how} by ${by} does not count: ${problem}.`),
  }
}

/** Logins whose standing decides: those who approved, asked for changes, or put on a label that lets a plan through. */
export function peopleInvolved(
  reviews: readonly ReviewEvidence[],
  labelEvents: readonly LabelEvidence[],
): readonly string[] {
  const opinions = [...latestOpinions(reviews).values()].filter(({ state }) => state !== 'dismissed')
  const labels = labelEvents.filter(({ type, label }) => type === 'labeled' && isOverrideLabel(label))
  const logins = [...opinions.map(({ by }) => by), ...labels.flatMap(({ by }) => by ?? [])]
  return [...new Map(logins.map((login) => [login.toLowerCase(), login])).values()]
}

type Attempt = { readonly by: string; readonly how: string; readonly problem: string | undefined }

/** Every label of that kind that was ever put on; of one name, what happened to it last. */
function labelAttempts(input: OverrideInput, token: string): readonly Attempt[] {
  const last = new Map<string, LabelEvidence>()
  const inOrder = input.labelEvents.toSorted((a, b) => (timeOf(a.at) ?? 0) - (timeOf(b.at) ?? 0))
  for (const event of inOrder) if (isOverrideLabel(event.label)) last.set(event.label.toLowerCase(), event)
  return [...last.values()].map(({ type, label, by = 'somebody unknown', at }) => {
    const own = type === 'unlabeled' ? 'it was taken off' : undefined
    const other = label.toLowerCase() === token ? undefined : `it is for another plan than this one (${token})`
    return { by, how: `label ${label}`, problem: other ?? own ?? problemOf(by, at, input) }
  })
}

/** Approvals of that commit whose text names a plan. */
function reviewAttempts(input: OverrideInput, token: string): readonly Attempt[] {
  return [...latestOpinions(input.reviews).values()].flatMap((review) => {
    const tokens = tokensIn(review.body)
    if (tokens.length === 0) return []
    const { by, submittedAt } = review
    return [
      { by, how: 'review', problem: reviewProblem(review, tokens, token, input) ?? problemOf(by, submittedAt, input) },
    ]
  })
}

function reviewProblem(
  review: ReviewEvidence,
  tokens: readonly string[],
  token: string,
  { headSha }: OverrideInput,
): string | undefined {
  if (!tokens.includes(token)) return `it names ${count(tokens.length, 'other plan')}, and not this one (${token})`
  if (review.state !== 'approved') return review.state === 'dismissed' ? 'it was dismissed' : 'it is no approval'
  if (review.commit !== headSha) return `it is not for ${headSha.slice(0, 7)}`
  return review.isEdited ? 'its text was changed afterwards, which others can do as well' : undefined
}

/** What stands against a person and a time, as a sentence's end. */
function problemOf(by: string, at: string, input: OverrideInput): string | undefined {
  const objection = objectionTo(by, { ...input, orWriters: false })
  if (objection !== undefined) return `${by} ${objection}`
  if (input.since === undefined) return undefined
  const [done, shown] = [timeOf(at), timeOf(input.since)]
  if (done !== undefined && shown !== undefined && done > shown) return undefined
  return `it is of ${at}, and the plan could first be seen ${input.since}`
}
