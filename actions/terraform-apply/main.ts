// The terraform-apply action: what was merged, the plans that were reviewed, the proof, and only then what changes anything.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '../lib/github/client.ts'
import { readRepository } from '../lib/github/repository.ts'
import { applyChange } from '../lib/terraform/applying/apply-change.ts'
import type { ApplyContext } from '../lib/terraform/applying/apply-one.ts'
import { sealErroredState } from '../lib/terraform/applying/seal-errored-state.ts'
import { gateChange } from '../lib/terraform/planning/gate-change.ts'
import { openChange } from '../lib/terraform/planning/open-change.ts'
import type { Root } from '../lib/terraform/roots/root.ts'
import { gateAnswer } from '../lib/terraform/show/gate.ts'
import { count } from '../lib/text/words.ts'
import { actionsLogger } from '../lib/toolkit/actions-logger.ts'
import { interruption } from '../lib/toolkit/interruption.ts'
import { UserError } from '../lib/toolkit/user-error.ts'
import { tell } from '../terraform-plan/gate-phase.ts'
import { keepPlan } from '../terraform-plan/keep-plan.ts'
import { type Sealing, sealing } from '../terraform-plan/keys.ts'
import { clearWork, fileNameOf, makeFolders } from '../terraform-plan/report-folder.ts'
import { planningContext, planOrigin } from '../terraform-plan/session.ts'
import { openTrees } from '../terraform-plan/trees.ts'
import { readInputs } from './inputs.ts'
import type { ApplyJob } from './job.ts'
import { keptInArtifact } from './kept-state.ts'
import { notMovedOn } from './moved-on.ts'
import { ownSource, type PlanSource, pullSource, requireScope } from './plan-sources.ts'
import { tellRecord } from './record.ts'

/** Throws a UserError when something that was to be applied was not. */
export async function main(environment: NodeJS.ProcessEnv = process.env): Promise<void> {
  const inputs = readInputs(environment)
  const { place } = inputs
  const log = actionsLogger()
  using stop = interruption()
  const trees = await openTrees(place.workspace, inputs.base)
  const folders = makeFolders(place.temporary)
  try {
    requireScope({ inputs, trees })
    const named = inputs.roots.length > 0
    const change = await log.group('Find what was merged', async () => {
      const opened = await openChange({
        head: trees.head,
        ...(trees.base !== undefined && { base: trees.base }),
        ...(named && { named: inputs.roots }),
      })
      const { roots, impacts } = opened.selection
      log.info(`${count(roots.length, 'root')}, ${impacts.length} to apply`)
      for (const { root, reasons } of impacts) log.info(`  ${root.name}: ${reasons[0] ?? ''}`)
      for (const { root, neededBy } of opened.selection.notAsked ?? [])
        if (neededBy.length > 0)
          log.info(`note: ${root} is not asked for, and ${neededBy.join(', ')} is planned on what it is now`)
      return opened
    })
    const gate = await log.group('Gate: files alone, nothing is started', () =>
      gateChange(change, new Date().toISOString().slice(0, 10)),
    )
    if (gate.refused) {
      tell({ log }, gate.findings, 'Nothing was applied.')
      throw new UserError(gateAnswer(gate.findings), { next: 'see the annotations and the summary of this step' })
    }
    const clientOf = (token: string | undefined) => {
      if (token === undefined) throw new UserError('Input "token" is empty.', { next: 'leave it out, or give a token' })
      const { apiUrl, graphqlUrl } = place
      return createClient({ apiUrl, ...(graphqlUrl !== undefined && { graphqlUrl }), token, log })
    }
    const job: ApplyJob = {
      inputs,
      log,
      trees,
      change,
      folders,
      origin: planOrigin(environment, {
        head: trees.commit,
        ...(trees.base?.commit !== undefined && { base: trees.base.commit }),
      }),
      branch: environment.GITHUB_REF_NAME ?? '',
      client: () => clientOf(inputs.token),
      teamClient: () => clientOf(inputs.teamToken ?? inputs.token),
    }
    const sealed = await sealing(
      inputs.encryptionKeys,
      change.policy,
      async () => (await readRepository(job.client(), job.origin.repository)).visibility,
    )
    const context = applyContext(job, sealed, stop.signal, environment)
    const source = { change, context, keys: sealed.keys, unencrypted: sealed.sealWith === 'unencrypted' }
    const plans = await log.group('Find the plans that were reviewed', () =>
      inputs.plansFolder === undefined ? pullSource(job, source) : ownSource(job, source, inputs.plansFolder),
    )
    const planFor = await notMovedOn(job, plans.planFor)
    const mine = new Set(
      change.selection.impacts.flatMap(({ root }) => (isMine(root, inputs.environment) ? [root.name] : [])),
    )
    for (const { root } of change.selection.impacts) {
      if (!mine.has(root.name))
        log.warning(
          `${root.name} is left out: it is for the environment ${root.environment}, this job for ${inputs.environment}.`,
        )
    }
    const applied = await log.group('Apply', () =>
      applyChange({
        context,
        change,
        parallel: inputs.parallel,
        mine,
        planFor: ofAnEnvironment(inputs.environment, planFor),
        // The settings let through unseen what a merge defers; of what somebody names in a dispatch, only after the reviewers.
        deferred: named && inputs.plansFolder === undefined ? 'wait' : change.policy.apply.deferred,
        onWaiting: async ({ root }, { result, made }) => {
          if (made === undefined || sealed.sealWith === undefined) return result
          const where = { change, folders: job.folders, origin: job.origin, sealWith: sealed.sealWith }
          return { ...result, artifact: await keepPlan(made, root, where) }
        },
      }),
    )
    const verdict = await tellRecord(job, applied, plans.pulls)
    if (verdict === 'failed' || verdict === 'refused') {
      const bad = applied.results.filter(({ outcome }) => !['applied', 'nothing-to-do', 'waiting'].includes(outcome))
      throw new UserError(
        `${count(bad.length, 'root')} of ${applied.results.length} ${bad.length === 1 ? 'was' : 'were'} not applied.`,
        {
          where: bad
            .slice(0, 5)
            .map(({ root }) => root)
            .join(', '),
          next: [bad[0]?.reason, 'the summary of this step says how to continue'].filter(Boolean).join(' '),
        },
      )
    }
  } finally {
    clearWork(folders, stop.signal)
    await trees.close()
  }
}

/** A root of another environment is another job's. One of none is nobody's, and must not be forgotten in silence. */
const isMine = (root: Root, environment: string | undefined) =>
  environment === undefined || root.environment === undefined || root.environment === environment

function ofAnEnvironment(environment: string | undefined, planFor: PlanSource['planFor']): PlanSource['planFor'] {
  return async (entry) =>
    environment === undefined || entry.root.environment !== undefined
      ? planFor(entry)
      : {
          type: 'refused',
          reason: `It belongs to no environment, and this job applies those of ${environment}. Give it \`environment: ${environment}\` under \`terraform.roots\` in the settings, or leave the input \`environment\` out.`,
        }
}

function applyContext(
  job: ApplyJob,
  { fingerprintKey, sealWith }: Sealing,
  stop: AbortSignal,
  environment: NodeJS.ProcessEnv,
): ApplyContext {
  const { inputs, change, trees, folders, log, origin } = job
  const workflow = origin.workflow.split('/').at(-1)
  return {
    ...planningContext(
      {
        change,
        repository: trees.repository.root,
        folders,
        fingerprintKey,
        timeoutMinutes: inputs.timeoutMinutes,
        providerMirror: inputs.providerMirror,
        stop,
        log,
      },
      environment,
    ),
    ...(sealWith !== undefined && {
      keepState: (prepared, state) => {
        const index = change.selection.roots.findIndex(({ name }) => name === prepared.root.name)
        const file = `${index}-${fileNameOf(prepared.root.name)}.state`
        const sealed = sealErroredState(prepared, state, { origin, key: sealWith })
        writeFileSync(join(folders.plans, file), sealed, { mode: 0o600 })
        return keptInArtifact({
          root: prepared.root.name,
          run: origin.run,
          file,
          isApproved: inputs.plansFolder !== undefined,
          isEncrypted: sealWith !== 'unencrypted',
        })
      },
    }),
    // What is left is another plan than the one that was reviewed: it is planned anew, and seen before it is applied.
    continueWith: (root) => `gh workflow run ${workflow} -f roots='${root.replaceAll("'", `'\\''`)}'`,
  }
}
