// The outcome of every request as a commit status on the commit that was built, where a token allows it.
import type { BumpCall, CallOutcome } from '../lib/bump/prepare.ts'
import { createClient } from '../lib/github/client.ts'
import { setCommitStatus } from '../lib/github/status.ts'
import { runUrl } from '../lib/toolkit/gitops-inputs.ts'
import type { Logger } from '../lib/toolkit/logger.ts'
import { UserError } from '../lib/toolkit/user-error.ts'
import type { Inputs } from './inputs.ts'
import type { BumpJob, LandedBump } from './land-bump.ts'

/** Sets one status a request. What cannot be set is said and no more: the bump itself is done. */
export async function reportStatus(inputs: Inputs, { calls }: BumpJob, landed: LandedBump, log: Logger): Promise<void> {
  const { apiUrl, graphqlUrl } = inputs.run
  const client = createClient({
    apiUrl,
    ...(graphqlUrl !== undefined && { graphqlUrl }),
    token: inputs.sourceToken ?? inputs.token,
    log,
  })
  const ownUrl = runUrl(inputs.run)
  for (const [index, call] of calls.entries()) {
    const outcome = landed.prepared.calls[index]
    if (call.build === undefined || outcome === undefined) continue
    const targetUrl = outcome.outcome === 'changed' ? (landed.commit?.url ?? landed.pullRequest?.url ?? ownUrl) : ownUrl
    try {
      await setCommitStatus(client, {
        repository: call.build.repository,
        commit: call.build.commit,
        state: outcome.outcome === 'refused' ? 'failure' : 'success',
        context: contextOf(call),
        description: describe(outcome, landed),
        ...(targetUrl !== undefined && { targetUrl }),
      })
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      log.info(`The outcome is not reported to ${call.build.repository}: ${error.what}`)
    }
  }
}

/** A status of the same context is replaced: one a place, so that staging does not hide production. */
function contextOf({ requests }: BumpCall): string {
  const scope = requests[0]?.scope
  const where = [...(scope?.environments ?? []), ...(scope?.applications ?? [])].join(', ')
  return where === '' ? 'seaworthy/bump' : `seaworthy/bump (${where})`
}

function describe({ outcome, refusals, notes }: CallOutcome, { commit, pullRequest }: LandedBump): string {
  switch (outcome) {
    case 'refused':
      return `refused: ${refusals[0]?.message ?? 'no reason is known'}`
    case 'superseded':
      return `skipped: ${notes.at(-1) ?? 'a newer build is deployed'}`
    case 'already-there':
      return 'already there'
    default:
      return pullRequest === undefined
        ? `written as ${commit?.id.slice(0, 12) ?? 'a commit'}`
        : `proposed in #${pullRequest.number}`
  }
}
