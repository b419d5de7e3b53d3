// The sealed plans of a merged pull request, and the proof that they are those that were reviewed. Nothing of a plan is used
// before all of it is proved.
import { downloadArtifact, listArtifacts } from '../lib/github/artifacts.ts'
import { basesOfHead } from '../lib/github/bases-of-head.ts'
import type { GitHubClient } from '../lib/github/client.ts'
import type { RepositoryFacts } from '../lib/github/repository.ts'
import { runsOfCommit } from '../lib/github/workflow-runs.ts'
import { type Provenance, proveProvenance } from '../lib/terraform/approval/prove-provenance.ts'
import type { Envelope } from '../lib/terraform/envelope/envelope.ts'
import { readEnvelope } from '../lib/terraform/envelope/open.ts'
import { plansArtifact } from '../terraform-plan/report-folder.ts'
import type { Merged } from './merged-pulls.ts'
import { runBaseProblems } from './run-base.ts'

/** A sealed plan with what it says of itself, which is not proved yet. */
export type SealedPlan = { readonly bytes: Uint8Array; readonly envelope: Envelope; readonly file: string }

export type PullPlans = {
  readonly pull: Merged
  readonly plans: readonly SealedPlan[]
  /** When they had been uploaded, by GitHub's clock. */
  readonly uploadedAt: string
  /** When the first run for this commit began: before it nobody could have seen any plan of it. */
  readonly firstRunAt: string
  /** Why this sealed plan is not one of that root; empty when it is. */
  readonly problems: (plan: SealedPlan, root: { readonly name: string; readonly path: string }) => readonly string[]
}

/** Why there are none, in a sentence. */
export type NoPlans = { readonly pull: Merged; readonly none: string }

type Wanted = { readonly repository: string; readonly facts: RepositoryFacts; readonly workflow: string }

/** Finds the plans that the last run for the pull request's head has left. Throws a GitHubError and a UserError. */
export async function plansOfPull(client: GitHubClient, wanted: Wanted, pull: Merged): Promise<PullPlans | NoPlans> {
  const { repository, facts, workflow } = wanted
  const event = 'pull_request'
  // A fork’s run for the same commit proves nothing, and must not hide the one that does.
  const runs = (await runsOfCommit(client, { repository, workflow, headSha: pull.headSha, event })).filter(
    ({ headRepositoryId }) => headRepositoryId === facts.id,
  )
  const [run] = runs
  const about = `#${pull.number} (${pull.headSha.slice(0, 7)})`
  if (run === undefined) return { pull, none: `${workflow} has no run for the head of ${about}.` }
  const artifacts = await listArtifacts(client, { repository, run: run.id, name: plansArtifact })
  const [artifact] = artifacts
  if (artifact === undefined) return { pull, none: `Run ${run.id} of ${about} has left no plans (${plansArtifact}).` }
  const provenance = (
    envelope: Envelope | undefined,
    root?: { readonly name: string; readonly path: string },
  ): Provenance => ({
    artifact,
    run,
    pull,
    envelope,
    expectations: {
      repository,
      repositoryId: facts.id,
      workflow,
      event,
      root: root?.name ?? '',
      path: root?.path ?? '',
      head: pull.headSha,
      artifact: plansArtifact,
      lastRun: run.id,
      lastArtifact: artifact.id,
    },
  })
  // What GitHub says is proved before a byte is fetched.
  const { headBranch: branch, headSha } = pull
  const bases = await basesOfHead(client, { repository, branch, headSha })
  const outside = [...proveProvenance(provenance(undefined)), ...runBaseProblems(run, pull, bases)]
  if (outside.length > 0) return { pull, none: `The plans of ${about} may not be used: ${outside.join(' ')}` }
  const files = await downloadArtifact(client, repository, artifact)
  const plans = [...files]
    .filter(([file]) => file.endsWith('.plan'))
    .map(([file, bytes]) => ({ file, bytes, envelope: readEnvelope(bytes, `${plansArtifact}/${file}`) }))
  return {
    pull,
    plans,
    uploadedAt: artifact.createdAt,
    firstRunAt: runs.at(-1)?.createdAt ?? run.createdAt,
    problems: ({ envelope }, root) => proveProvenance(provenance(envelope, root)),
  }
}
