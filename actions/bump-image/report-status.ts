// The outcome of every request as a commit status on the commit that was built, where a token allows it.
import type { BumpCall, CallOutcome } from '../lib/bump/prepare.ts'
import { createClient } from '../lib/github/client.ts'
import { type CommitStatus, setCommitStatus } from '../lib/github/status.ts'
import { runUrl } from '../lib/toolkit/gitops-inputs.ts'
import type { Logger } from '../lib/toolkit/logger.ts'
import { UserError } from '../lib/toolkit/user-error.ts'
import type { Inputs } from './inputs.ts'
import type { BumpJob, LandedBump } from './land-bump.ts'

/** More statuses than this for one request are put together. */
const maxContexts = 20

/**
 * Reports what this run was asked for, and of the requests that waited those that were written: the others have runs of their
 * own, which say what became of them. What cannot be set is said and no more: the bump itself is done.
 */
export async function reportStatus(inputs: Inputs, { calls }: BumpJob, landed: LandedBump, log: Logger): Promise<void> {
  await setAll(inputs, statusesOf(calls, landed, runUrl(inputs.run)), log)
}

/** Reports that this run's request came to nothing: a race that did not end, a branch that may not be written. */
export async function reportFailure(inputs: Inputs, call: BumpCall, error: unknown, log: Logger): Promise<void> {
  const { build } = call
  if (build === undefined) return
  const description = error instanceof UserError ? error.what : 'failed: see the log of the run'
  const targetUrl = runUrl(inputs.run)
  const status = { ...build, state: 'failure' as const, description, ...(targetUrl !== undefined && { targetUrl }) }
  await setAll(
    inputs,
    contextsOf(call).map((context) => ({ ...status, context })),
    log,
  )
}

async function setAll(inputs: Inputs, statuses: readonly CommitStatus[], log: Logger): Promise<void> {
  const { apiUrl, graphqlUrl } = inputs.run
  const client = createClient({
    apiUrl,
    ...(graphqlUrl !== undefined && { graphqlUrl }),
    token: inputs.sourceToken ?? inputs.token,
    log,
  })
  for (const status of statuses) {
    try {
      await setCommitStatus(client, status)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      log.info(`The outcome is not reported to ${status.repository}: ${error.what}`)
    }
  }
}

/** The statuses to set; of the same context on the same commit the last. */
export function statusesOf(
  calls: readonly BumpCall[],
  landed: LandedBump,
  ownUrl: string | undefined,
): readonly CommitStatus[] {
  const statuses = new Map<string, CommitStatus>()
  for (const [index, call] of calls.entries()) {
    const outcome = landed.prepared.calls[index]
    if (call.build === undefined || outcome === undefined) continue
    const isWritten = outcome.outcome === 'changed' && landed.commit !== undefined
    if (index > 0 && !isWritten) continue
    const { repository, commit } = call.build
    const targetUrl = isWritten ? landed.commit?.url : (landed.pullRequest?.url ?? ownUrl)
    for (const context of contextsOf(call)) {
      statuses.set(`${repository.toLowerCase()} ${commit} ${context}`, {
        repository,
        commit,
        state: outcome.outcome === 'refused' || isDeclined(outcome, landed) ? 'failure' : 'success',
        context,
        description: describe(outcome, landed),
        ...(targetUrl !== undefined && { targetUrl }),
      })
    }
  }
  return [...statuses.values()]
}

/**
 * A status of the same context is replaced: so one for each image and place, that neither staging hides production, nor one image
 * of a build another.
 */
function contextsOf({ requests }: BumpCall): readonly string[] {
  const scope = requests[0]?.scope
  const named = [...new Set([...(scope?.environments ?? []), ...(scope?.applications ?? [])])]
  const places = named.length === 0 ? [''] : named
  const images = [...new Set(requests.map(({ image }) => image.split('/').at(-1) ?? image))]
  const contexts = places.flatMap((place) =>
    images.map((image) => `seaworthy/bump (${image}${place === '' ? '' : ` in ${place}`})`),
  )
  if (contexts.length <= maxContexts) return contexts
  return places.length <= maxContexts
    ? places.map((place) => `seaworthy/bump${place === '' ? '' : ` (${place})`}`)
    : ['seaworthy/bump']
}

/** A change that was neither written nor is it there: somebody did not want it. */
const isDeclined = ({ outcome }: CallOutcome, { commit, pullRequest }: LandedBump) =>
  outcome === 'changed' && commit === undefined && pullRequest?.note !== undefined

function describe({ outcome, refusals, notes }: CallOutcome, { commit, pullRequest }: LandedBump): string {
  switch (outcome) {
    case 'refused':
      return `refused: ${refusals[0]?.message ?? 'no reason is known'}`
    case 'superseded':
      return `skipped: ${notes.at(-1) ?? 'a newer build is deployed'}`
    case 'already-there':
      return pullRequest === undefined ? 'already there' : `already proposed in #${pullRequest.number}`
    default:
      if (pullRequest === undefined) return `written as ${commit?.id.slice(0, 12) ?? 'a commit'}`
      return commit === undefined
        ? (pullRequest.note ?? `proposed in #${pullRequest.number}`)
        : `proposed in #${pullRequest.number}`
  }
}
