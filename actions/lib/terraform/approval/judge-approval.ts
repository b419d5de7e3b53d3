// Whether a plan was approved: by enough people who count, after it could be seen, for the very commit that it was made of.
import { namesNobody, objectionTo, type PeoplePolicy } from './allowed-people.ts'
import { type PersonEvidence, type ReviewEvidence, timeOf } from './evidence.ts'
import { latestOpinions } from './latest-opinions.ts'

/** Where it names nobody, everybody who may write to the repository counts. */
export type ApprovalPolicy = PeoplePolicy & {
  readonly required: number
  /** Whether only what was said after the plan counts. */
  readonly afterPlan: boolean
}

export type ApprovalInput = {
  readonly reviews: readonly ReviewEvidence[]
  /** Who wrote the change: of the pull request, and of its commits where that is known. */
  readonly authors: readonly string[]
  readonly headSha: string
  /** When the plan had been uploaded, by the platform's clock: what the plan says of itself proves nothing. */
  readonly planCreatedAt: string
  readonly policy: ApprovalPolicy
  /** What is known of those who reviewed. Who is missing counts for nothing. */
  readonly people: readonly PersonEvidence[]
}

export type ApprovalVerdict =
  | { readonly type: 'approved'; readonly by: readonly string[] }
  /** Each in one sentence. */
  | { readonly type: 'refused'; readonly reasons: readonly string[] }

/** Somebody who counts and asks for changes holds it up, whatever others say. */
export function judgeApproval(input: ApprovalInput): ApprovalVerdict {
  const { reviews, policy } = input
  if (policy.required <= 0) return { type: 'approved', by: [] }
  const by: string[] = []
  const reasons: string[] = []
  let isHeld = false
  for (const review of latestOpinions(reviews).values()) {
    const objection = objectionTo(review.by, { ...input, orWriters: true })
    if (review.state === 'changes-requested') {
      if (objection !== undefined) continue
      isHeld = true
      reasons.push(`${review.by} asks for changes.`)
      continue
    }
    const stands = objection === undefined ? undefined : `${review.by} ${objection}`
    const problem = review.state === 'dismissed' ? 'it was dismissed' : (stands ?? approvalProblem(review, input))
    if (problem !== undefined) reasons.push(`The approval of ${review.by} does not count: ${problem}.`)
    else by.push(review.by)
  }
  if (by.length >= policy.required && !isHeld) return { type: 'approved', by }
  const missing = policy.required - by.length
  const whose = namesNobody(policy) ? 'people who may write' : [...policy.teams, ...policy.users].join(', ')
  const lack = `It has ${by.length} of ${policy.required} approvals that count (of ${whose}).`
  return { type: 'refused', reasons: missing > 0 ? [lack, ...reasons] : reasons }
}

/** Why an approval is not one of this plan, as a sentence's end. */
function approvalProblem(
  review: ReviewEvidence,
  { headSha, planCreatedAt, policy }: ApprovalInput,
): string | undefined {
  if (review.commit !== headSha) {
    return review.commit === undefined
      ? 'it names no commit'
      : `it is for ${review.commit.slice(0, 7)}, not for ${headSha.slice(0, 7)}`
  }
  if (!policy.afterPlan) return undefined
  const [said, planned] = [timeOf(review.submittedAt), timeOf(planCreatedAt)]
  // Within one second nobody has read it.
  if (said !== undefined && planned !== undefined && said > planned) return undefined
  return `it is of ${review.submittedAt}, and the plan of ${planCreatedAt}: it must be approved after it was made`
}
