// The bump-image action: what is asked, what it comes to on the branch, what was written, and only then whether it fails.
import type { CallOutcome } from '../lib/bump/prepare.ts'
import { describeCall } from '../lib/bump/show/result-text.ts'
import { localObjects } from '../lib/git/local-objects.ts'
import { createClient, type GitHubClient } from '../lib/github/client.ts'
import { defaultBranch } from '../lib/github/default-branch.ts'
import { oneLine } from '../lib/text/words.ts'
import { actionsLogger } from '../lib/toolkit/actions-logger.ts'
import type { Logger } from '../lib/toolkit/logger.ts'
import { writeSummary } from '../lib/toolkit/surfaces.ts'
import { UserError } from '../lib/toolkit/user-error.ts'
import { ownCall } from './calls.ts'
import { registryCredentials } from './credentials.ts'
import { dryRun } from './dry-run.ts'
import { groupName } from './group-name.ts'
import { type Inputs, outputs, readInputs } from './inputs.ts'
import { type BumpJob, landBump } from './land-bump.ts'
import { reportFailure, reportStatus } from './report-status.ts'
import { writeResult } from './result-file.ts'
import { bumpServices } from './services.ts'
import { answerOf, renderSummary } from './summary.ts'
import { waitingCalls } from './waiting-runs.ts'

/** Throws a UserError when the bump is refused. */
export async function main(): Promise<void> {
  const inputs = readInputs()
  const log = actionsLogger()
  const call = ownCall(inputs)
  log.info(describeCall(call.requests, inputs.repository))
  const client = createClient({ ...addressOf(inputs), token: inputs.token, log })
  const usual = await defaultBranch(client, inputs.repository)
  const branch = inputs.branch ?? usual
  const waiting = inputs.takeWaiting ? await takeWaiting(inputs, client, branch, log) : []
  const local = localObjects(inputs.run.workspace)
  const job: BumpJob = {
    client,
    repository: inputs.repository,
    branch,
    revisions: branch === usual ? ['HEAD', branch] : [branch],
    calls: [call, ...waiting],
    services: bumpServices({
      client,
      repository: inputs.repository,
      sourceClient: createClient({ ...addressOf(inputs), token: inputs.sourceToken ?? inputs.token, log }),
      checkRegistry: inputs.checkRegistry,
      platforms: inputs.platforms,
      credentialsFor: registryCredentials(inputs),
      log,
    }),
    localBlob: local.blob,
    deadlineMs: inputs.deadlineMinutes * 60_000,
    log,
    pullRequest:
      inputs.mode === 'commit'
        ? undefined
        : { group: inputs.group ?? groupName(call.requests), autoMerge: inputs.autoMerge, labels: inputs.labels },
  }
  try {
    const landed = await log.group(`${inputs.dryRun ? 'Plan' : 'Write'} on ${branch} of ${inputs.repository}`, () =>
      inputs.dryRun ? dryRun(job) : landBump(job),
    )
    const [own, ...others] = landed.prepared.calls as [CallOutcome, ...CallOutcome[]]
    // A commit of waiting requests alone is theirs.
    const commit = own.outcome === 'changed' ? landed.commit : undefined
    const answer = answerOf(own, landed, inputs.dryRun)
    for (const note of own.notes) log.info(oneLine(note))
    if (landed.pullRequest?.note !== undefined) log.warning(landed.pullRequest.note)
    const jsonFile = writeResult(inputs, own, landed)
    outputs.set({
      outcome: own.outcome,
      changed: commit !== undefined,
      commit: commit?.id ?? '',
      'commit-url': commit?.url ?? '',
      verified: commit?.verified ?? false,
      attempts: landed.attempts,
      'pull-request': landed.pullRequest?.number ?? '',
      'pull-request-url': landed.pullRequest?.url ?? '',
      sites: JSON.stringify(own.sites.slice(0, 500)),
      'json-file': jsonFile,
    })
    writeSummary(renderSummary(own, others, landed, inputs.dryRun))
    if (inputs.reportStatus && !inputs.dryRun) await reportStatus(inputs, job, landed, log)
    if (own.outcome === 'refused') throw refusal(own)
    log.info(oneLine(answer))
  } catch (error) {
    if (inputs.reportStatus && !inputs.dryRun && !(error instanceof RefusedBump))
      await reportFailure(inputs, call, error, log)
    throw error
  } finally {
    await local.close()
  }
}

const addressOf = ({ run: { apiUrl, graphqlUrl } }: Inputs) => ({
  apiUrl,
  ...(graphqlUrl !== undefined && { graphqlUrl }),
})

async function takeWaiting(inputs: Inputs, client: GitHubClient, branch: string, log: Logger) {
  const { repository, run } = inputs
  // A workflow elsewhere that calls ours waits in a queue of its own.
  if (run.workflow === undefined || run.repository !== repository) return []
  return waitingCalls({ client, repository, workflow: run.workflow, branch, ownRun: run.run, log })
}

/** Reported already, with its reasons. */
class RefusedBump extends UserError {}

function refusal({ refusals }: CallOutcome): RefusedBump {
  const lines = refusals.slice(0, 20).map(({ image, message, file, line, column }) => {
    const place = [file, line, column].filter((part) => part !== undefined).join(':')
    return oneLine([place, image === '' ? '' : `${image}:`, message].filter((part) => part !== '').join(' '))
  })
  const more = refusals.length > 20 ? [`and ${refusals.length - 20} more`] : []
  return new RefusedBump(
    `Refused, nothing was written:\n${[...lines, ...more].map((line) => `  ${line}`).join('\n')}`,
    {
      next: 'each line says what to do; the summary of this step has them all',
    },
  )
}
