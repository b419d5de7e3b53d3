// Where the plan of each root comes from: the pull requests that were merged, or this very run.
import { readRepository } from '../lib/github/repository.ts'
import type { FoundPlan } from '../lib/terraform/applying/apply-change.ts'
import { objectionTo } from '../lib/terraform/approval/allowed-people.ts'
import { findOverride } from '../lib/terraform/approval/find-override.ts'
import { judgeApproval } from '../lib/terraform/approval/judge-approval.ts'
import { said } from '../lib/terraform/planning/plan-one.ts'
import type { RootToPlan } from '../lib/terraform/planning/planning-context.ts'
import { rootHash } from '../lib/terraform/planning/root-hash.ts'
import { count, listed } from '../lib/text/words.ts'
import { UserError } from '../lib/toolkit/user-error.ts'
import { peopleReader, readVoices, type Voices } from '../terraform-plan/people.ts'
import { type Opening, openProved } from './find-plan.ts'
import type { ApplyJob } from './job.ts'
import { type Merged, mergedPulls } from './merged-pulls.ts'
import { ownPlanProblems, readPlansFolder, requireEnvironmentApproval } from './own-plans.ts'
import { changedPlanCode } from './plan-code.ts'
import { type NoPlans, type PullPlans, plansOfPull, type SealedPlan } from './pull-plans.ts'

export type PlanSource = {
  readonly planFor: (entry: RootToPlan) => Promise<FoundPlan>
  /** Where the record is written. */
  readonly pulls: readonly Merged[]
}

type Source = Omit<Opening, 'overrideFor'>

/** Plans of merged pull requests: the newest one that was made of the files as they are now. */
export async function pullSource(job: ApplyJob, source: Source): Promise<PlanSource> {
  const { inputs, trees, log, change } = job
  const { repository } = job.origin
  const { base } = trees
  const client = job.client()
  const pulls =
    base?.commit === undefined
      ? []
      : await mergedPulls(client, trees.repository, {
          repository,
          branch: job.branch,
          from: base.commit,
          to: trees.commit,
        })
  for (const { number, title } of pulls) log.info(`#${number} ${title}`)
  const named = inputs.roots.length > 0
  if (named) return { pulls, planFor: async () => ({ type: 'missing', instead: 'ask', reason: 'it was named.' }) }
  const facts = await readRepository(client, repository)
  const found: (PullPlans | NoPlans)[] = []
  for (const pull of pulls)
    found.push(await plansOfPull(client, { repository, facts, workflow: inputs.planWorkflow }, pull))
  for (const plans of found) {
    log.info(
      'none' in plans
        ? plans.none
        : `#${plans.pull.number}: ${count(plans.plans.length, 'sealed plan')}, uploaded ${plans.uploadedAt}`,
    )
  }
  // A run proves by which file it was started, not what stood in it.
  const code = base === undefined ? [] : await changedPlanCode(base, trees.head, inputs.planWorkflow)
  if (code.length > 0) {
    const reason = `The change touches ${listed(code.slice(0, 3))}, which makes the plans: what it sealed proves nothing. Name the roots in a dispatch, where they are planned by the file as it is now and wait for an approval.`
    return { pulls, planFor: async () => ({ type: 'refused', reason }) }
  }
  const voicesOf = voicesReader(job)
  const instead = change.policy.apply.missingPlan === 'plan' ? 'ask' : 'refuse'
  return {
    pulls,
    planFor: refusing(async (entry) => {
      const { root } = entry
      const candidates = found.flatMap((plans) =>
        'none' in plans
          ? []
          : plans.plans.flatMap((plan) => (plan.envelope.root === root.name ? [{ ...plans, plan }] : [])),
      )
      if (candidates.length === 0) return { type: 'missing', instead, reason: missingReason(pulls, found) }
      const hash = await rootHash(change.head, change.reading(root), root)
      const chosen = candidates.find(({ plan }) => plan.envelope.filesHash === hash) ?? candidates[0]
      if (chosen === undefined) return { type: 'missing', instead, reason: missingReason(pulls, found) }
      const problems = chosen.problems(chosen.plan, root)
      if (problems.length > 0) return { type: 'refused', reason: problems.join(' ') }
      const voices = await voicesOf(chosen.pull)
      const { approvals } = change.policy
      const approval = judgeApproval({
        reviews: voices.reviews,
        people: await voices.people(approvals.teams),
        authors: chosen.pull.authors,
        headSha: chosen.pull.headSha,
        planCreatedAt: chosen.uploadedAt,
        // Who may let a refused plan through is not who may approve: the settings name the one, teams or writers are the other.
        policy: { ...approvals, users: [] },
      })
      if (approval.type === 'refused') {
        return {
          type: 'refused',
          reason: `#${chosen.pull.number} is not approved as it must be. ${approval.reasons.join(' ')}`,
        }
      }
      const opened = await openProved(
        { ...source, overrideFor: overridesFrom(job, chosen.pull, voices, chosen.firstRunAt) },
        entry,
        chosen.plan,
      )
      return opened.type === 'refused' && instead === 'ask' && isDiverged(chosen.plan, hash)
        ? { type: 'missing', instead, reason: opened.reason }
        : opened
    }),
  }
}

/** What a user can mend refuses the root, like everything else that is not proved. */
function refusing(planFor: PlanSource['planFor']): PlanSource['planFor'] {
  return async (entry) => {
    try {
      return await planFor(entry)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      return { type: 'refused', reason: said(error) }
    }
  }
}

/** Plans of this run, which the reviewers of an environment have seen. */
export async function ownSource(job: ApplyJob, source: Source, folder: string): Promise<PlanSource> {
  const { inputs, log, origin, trees } = job
  const client = job.client()
  const by = await requireEnvironmentApproval(client, {
    repository: origin.repository,
    run: origin.run,
    environment: inputs.approvalEnvironment,
  })
  log.info(`let through by ${by.join(', ')}`)
  const plans = readPlansFolder(folder)
  const { base } = trees
  const pulls =
    base?.commit === undefined
      ? []
      : await mergedPulls(client, trees.repository, {
          repository: origin.repository,
          branch: job.branch,
          from: base.commit,
          to: trees.commit,
        })
  const voicesOf = voicesReader(job)
  return {
    pulls,
    planFor: refusing(async (entry) => {
      const plan = plans.find(({ envelope }) => envelope.root === entry.root.name)
      if (plan === undefined) return { type: 'missing', instead: 'ask', reason: 'this run has made no plan of it.' }
      const problems = ownPlanProblems(plan, origin, entry.root)
      if (problems.length > 0) return { type: 'refused', reason: problems.join(' ') }
      const [pull] = pulls
      const byLabel = pull === undefined ? undefined : overridesFrom(job, pull, await voicesOf(pull))
      const overrideFor = overridesOfReviewers(job, { by, authors: pulls.flatMap(({ authors }) => authors), byLabel })
      return openProved({ ...source, overrideFor }, entry, plan)
    }),
  }
}

const isDiverged = ({ envelope }: SealedPlan, hash: string) => envelope.filesHash !== hash

function missingReason(pulls: readonly Merged[], found: readonly (PullPlans | NoPlans)[]): string {
  if (pulls.length === 0) return 'no merged pull request brought this change, so that there is no plan of it.'
  const none = found.flatMap((plans) => ('none' in plans ? [plans.none] : []))
  return none.length > 0 ? none.join(' ') : `${pulls.map(({ number }) => `#${number}`).join(', ')} has no plan of it.`
}

/** Asks GitHub once for each pull request. */
function voicesReader(job: ApplyJob): (pull: Merged) => Promise<Voices> {
  const known = new Map<number, Promise<Voices>>()
  return (pull) => {
    const voices =
      known.get(pull.number) ??
      readVoices(job.client(), job.teamClient(), { repository: job.origin.repository, pull: pull.number })
    known.set(pull.number, voices)
    return voices
  }
}

type OverrideFor = Opening['overrideFor']

/**
 * Somebody who may let refused plans through and has let this very run into the environment has let its plans through: they
 * were in the summary of the job before.
 */
function overridesOfReviewers(
  job: ApplyJob,
  given: {
    readonly by: readonly string[]
    readonly authors: readonly string[]
    readonly byLabel: OverrideFor | undefined
  },
): OverrideFor {
  const { by, authors, byLabel } = given
  const policy = job.change.policy.overrides
  const peopleOf = peopleReader(job.client(), job.teamClient(), job.origin.repository, by)
  return async (root, fingerprint) => {
    // Who let an attempt in before has not seen the plans of this one; GitHub does not tell the attempts apart.
    if (job.origin.runAttempt !== '1') return byLabel?.(root, fingerprint) ?? { reasons: [] }
    const people = await peopleOf(policy.teams)
    const who = by.find((login) => objectionTo(login, { authors, policy, people, orWriters: false }) === undefined)
    if (who !== undefined)
      return { by: who, how: `approval of the environment ${job.inputs.approvalEnvironment}`, fingerprint }
    return byLabel?.(root, fingerprint) ?? { reasons: [] }
  }
}

function overridesFrom(job: ApplyJob, pull: Merged, voices: Voices, since?: string): OverrideFor {
  const policy = job.change.policy.overrides
  return async (root, fingerprint) => {
    const verdict = findOverride({
      root,
      fingerprint,
      reviews: voices.reviews,
      labelEvents: voices.labelEvents,
      people: await voices.people(policy.teams),
      authors: pull.authors,
      headSha: pull.headSha,
      ...(since !== undefined && { since }),
      policy,
    })
    return verdict.type === 'found' ? verdict.override : { reasons: verdict.reasons }
  }
}

/** Throws a UserError where there is neither a base nor a name: nobody could tell what to apply. */
export function requireScope(job: Pick<ApplyJob, 'inputs' | 'trees'>): void {
  if (job.trees.base !== undefined || job.inputs.roots.length > 0) return
  throw new UserError('Neither `base` nor `roots` is given.', {
    where: 'inputs of terraform-apply',
    next: 'on a push give `github.event.before` as `base`, in a dispatch name the `roots`',
  })
}
