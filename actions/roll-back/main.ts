// The roll-back action: what is to be taken back, what it comes to on the branch, and only then whether it fails.
import { registryCredentials } from '../bump-image/credentials.ts'
import { bumpServices } from '../bump-image/services.ts'
import { localObjects } from '../lib/git/local-objects.ts'
import { createClient } from '../lib/github/client.ts'
import { defaultBranch } from '../lib/github/default-branch.ts'
import { showVersion } from '../lib/images/version.ts'
import { listed, oneLine } from '../lib/text/words.ts'
import { actionsLogger } from '../lib/toolkit/actions-logger.ts'
import { runUrl } from '../lib/toolkit/gitops-inputs.ts'
import { writeSummary } from '../lib/toolkit/surfaces.ts'
import { UserError } from '../lib/toolkit/user-error.ts'
import { outputs, readInputs } from './inputs.ts'
import { landRollBack, type RollBackJob } from './land-roll-back.ts'
import { readRequests } from './requests.ts'
import { answerOf, outcomeOf, renderSummary } from './summary.ts'

const dayMs = 24 * 60 * 60 * 1000

/** Throws a UserError when the roll-back is refused. */
export async function main(): Promise<void> {
  const inputs = readInputs()
  const log = actionsLogger()
  const requests = readRequests(inputs)
  log.info(
    `Take back ${listed(requests.map(({ image, bad }) => `${image} ${bad === undefined ? 'as it runs' : showVersion(bad)}`))} in ${inputs.repository}`,
  )
  const { apiUrl, graphqlUrl, workspace, actor } = inputs.run
  const client = createClient({ apiUrl, ...(graphqlUrl !== undefined && { graphqlUrl }), token: inputs.token, log })
  const usual = await defaultBranch(client, inputs.repository)
  const branch = inputs.branch ?? usual
  const local = localObjects(workspace)
  const now = Date.now()
  const job: RollBackJob = {
    client,
    repository: inputs.repository,
    branch,
    revisions: branch === usual ? ['HEAD', branch] : [branch],
    requests,
    hold: inputs.hold
      ? {
          reason: inputs.reason,
          by: actor,
          run: runUrl(inputs.run),
          until: inputs.holdDays === undefined ? undefined : now + inputs.holdDays * dayMs,
        }
      : undefined,
    reason: inputs.reason,
    services: bumpServices({
      client,
      repository: inputs.repository,
      sourceClient: client,
      checkRegistry: inputs.checkRegistry,
      platforms: [],
      credentialsFor: registryCredentials(inputs),
      log,
    }),
    localBlob: local.blob,
    deadlineMs: inputs.deadlineMinutes * 60_000,
    dryRun: inputs.dryRun,
    now,
    log,
  }
  try {
    const landed = await log.group(`${inputs.dryRun ? 'Plan' : 'Write'} on ${branch} of ${inputs.repository}`, () =>
      landRollBack(job),
    )
    const { plan, commit, attempts } = landed
    for (const note of plan.notes) log.info(oneLine(note))
    outputs.set({
      outcome: outcomeOf(landed),
      changed: commit !== undefined,
      commit: commit?.id ?? '',
      'commit-url': commit?.url ?? '',
      verified: commit?.verified ?? false,
      attempts,
      to: JSON.stringify(plan.rolledBack.map(({ image, bad, to }) => ({ image, bad, to }))),
      holds: plan.holds.join('\n'),
    })
    writeSummary(renderSummary(landed, inputs.reason, inputs.dryRun))
    if (plan.refusals.length > 0) {
      const lines = plan.refusals.map(({ image, message, file, line }) =>
        oneLine(
          [[file, line].filter((part) => part !== undefined).join(':'), `${image}:`, message]
            .filter((part) => part !== '')
            .join(' '),
        ),
      )
      throw new UserError(`Refused, nothing was written:\n${lines.map((line) => `  ${line}`).join('\n')}`, {
        next: 'each line says what to do',
      })
    }
    log.info(oneLine(answerOf(landed, inputs.dryRun)))
  } finally {
    await local.close()
  }
}
