import type { TerraformOptions } from '../lib/contracts/terraform-settings.ts'
import type { Finding } from '../lib/findings/finding.ts'
import { readRepository } from '../lib/github/repository.ts'
import { planChange } from '../lib/terraform/planning/plan-change.ts'
import type { PlannedRoot } from '../lib/terraform/planning/plan-one.ts'
import type { RootResult, TerraformReport } from '../lib/terraform/result/result.ts'
import { wavesMatrix } from '../lib/terraform/roots/waves.ts'
import { renderTerraformJson, reportOutcome } from '../lib/terraform/show/json.ts'
import { reportAnswer, rootAnswer } from '../lib/terraform/show/standing.ts'
import { renderTerraformSummary } from '../lib/terraform/show/summary.ts'
import { renderTerraformText } from '../lib/terraform/show/text.ts'
import { oneLine } from '../lib/text/words.ts'
import { runUrl } from '../lib/toolkit/gitops-inputs.ts'
import { writeSummary } from '../lib/toolkit/surfaces.ts'
import { UserError } from '../lib/toolkit/user-error.ts'
import { annotateFindings } from './gate-phase.ts'
import { outputs } from './inputs.ts'
import { keepPlan } from './keep-plan.ts'
import { type Sealing, sealing } from './keys.ts'
import { overridesOf, overrideWords } from './overrides.ts'
import { publishChecks, publishComment } from './publish.ts'
import { fileNameOf, plansArtifact, writeReportFile } from './report-folder.ts'
import { type Job, moreOf, planningContext, planOrigin } from './session.ts'

/** Throws a UserError when a root could not be planned, or a guard refuses one. */
export async function planPhase(job: Job, findings: readonly Finding[]): Promise<void> {
  const { inputs, change, log, pull, folders, trees } = job
  const { place } = inputs
  const sealed = await sealing(inputs.encryptionKeys, change.policy, async () => {
    if (place.repository === undefined) return 'public'
    return (await readRepository(job.client(), place.repository)).visibility
  })
  if (sealed.sealWith === undefined && change.selection.impacts.length > 0) {
    log.warning(
      'No encryption key is given: plans are shown and not kept, so that nothing can be applied from this run, and nobody can let a refused one through. Make a key with `openssl rand -base64 32` and give it as `encryption-keys`.',
    )
  }
  const results = await planAll(job, sealed)
  const url = runUrl(place)
  const report: TerraformReport = {
    head: pull?.headSha ?? trees.commit,
    ...(trees.base?.commit !== undefined && { base: trees.base.commit }),
    ...(url !== undefined && { run: url }),
    roots: results,
    waves: change.selection.waves,
    unaffected: change.selection.unaffected,
    ...(change.selection.notAsked !== undefined && { notAsked: change.selection.notAsked }),
    ...(change.selection.removed.length > 0 && { removed: change.selection.removed.map(({ path }) => path) }),
    ...(findings.length > 0 && { gate: findings }),
  }
  log.info(renderTerraformText(report, { color: true }))
  annotateFindings(findings)
  const outcome = outcomes[reportOutcome(results, report.removed)]
  const kept = results.some(({ artifact }) => artifact !== undefined)
  const said = {
    outcome,
    changes: results.some(({ plan }) => plan?.needsApply === true),
    roots: JSON.stringify(results.map(rootOutput)),
    waves: JSON.stringify(wavesMatrix(change.selection.roots, change.selection)),
    'plans-folder': kept ? folders.plans : '',
    'artifact-name': kept ? plansArtifact : '',
    'report-folder': folders.report,
    'json-file': writeReportFile(folders.report, 'report.json', renderTerraformJson(report)),
    'comment-url': '',
  }
  // Before anything is asked of GitHub: what it refuses must not keep the plans from being uploaded.
  outputs.set(said)
  outputs.set({ ...said, 'comment-url': await tellReviewers(job, report) })
  if (outcome === 'failed' || outcome === 'refused') {
    const bad = results.filter(({ outcome: own }) => own === 'failed' || own === 'errored' || own === 'blocked')
    throw new UserError(`${reportAnswer(report)}.`, {
      where: bad
        .slice(0, 5)
        .map(({ root }) => root)
        .join(', '),
      next: oneLine(
        bad[0] === undefined
          ? 'see the summary of this step'
          : `${rootAnswer(bad[0])}; the summary of this step has all of it`,
      ),
    })
  }
}

const outcomes = { failed: 'failed', refused: 'refused', changes: 'changes', 'no-changes': 'unchanged' } as const

async function planAll(job: Job, sealed: Sealing): Promise<readonly RootResult[]> {
  const { inputs, change, log, pull, trees, environment } = job
  const { place } = inputs
  const base = {
    ...planningContext(
      {
        change,
        repository: trees.repository.root,
        folders: job.folders,
        fingerprintKey: sealed.fingerprintKey,
        timeoutMinutes: inputs.timeoutMinutes,
        providerMirror: inputs.providerMirror,
        stop: job.stop,
        log,
      },
      environment,
    ),
  }
  const { repository } = place
  const context =
    pull === undefined || repository === undefined || sealed.sealWith === undefined
      ? base
      : {
          ...base,
          overrideFor: overridesOf({
            client: job.client(),
            teamClient: job.teamClient(),
            repository,
            pull,
            policy: change.policy.overrides,
            log,
          }),
        }
  const origin =
    sealed.sealWith === undefined
      ? undefined
      : planOrigin(environment, {
          head: pull?.headSha ?? trees.commit,
          ...(trees.base?.commit !== undefined && { base: trees.base.commit }),
          ...(pull !== undefined && { pullRequest: pull.number }),
        })
  return log.group('Plan', () =>
    planChange(context, change, inputs.parallel, async ({ root }, planned) => {
      log.info(`${root.name}: ${rootAnswer(planned.result)}`)
      if (planned.made === undefined) return planned.result
      await writeText(job, planned)
      if (origin === undefined || sealed.sealWith === undefined || planned.result.outcome === 'errored')
        return planned.result
      try {
        const { sealWith } = sealed
        const artifact = await keepPlan(planned.made, root, { change, folders: job.folders, origin, sealWith })
        return { ...planned.result, artifact }
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        return { ...planned.result, outcome: 'failed', reason: planned.made.judged.redactor.text(error.message) }
      }
    }),
  )
}

async function writeText({ folders, log }: Job, { result, made }: PlannedRoot): Promise<void> {
  if (made === undefined) return
  try {
    writeReportFile(folders.report, `${fileNameOf(result.root)}.txt`, await made.text())
  } catch (error) {
    log.warning(`${result.root}: its plan cannot be written as text: ${error instanceof Error ? error.message : error}`)
  }
}

async function tellReviewers(job: Job, report: TerraformReport): Promise<string> {
  const { inputs, change, pull } = job
  const { place } = inputs
  const approval = pull === undefined ? undefined : approvalWords(report, change.policy, pull.headSha)
  const said = { override: overrideWords(change.policy), ...(approval !== undefined && { approval }) }
  const words = { ...said, roots: report.roots, more: moreOf(runUrl(place), place) }
  writeSummary(renderTerraformSummary(report, said))
  const { repository } = place
  if (repository === undefined || pull === undefined) return ''
  if (inputs.checkRuns)
    await publishChecks(job.client(), { repository, headSha: pull.headSha, runUrl: runUrl(place) }, report, words)
  if (!inputs.comment) return ''
  return (await publishComment(job.client(), { repository, pull: pull.number }, report, words)) ?? ''
}

/** Without it a reviewer learns only after the merge that an approval was too early. */
function approvalWords(report: TerraformReport, { approvals }: TerraformOptions, head: string): string | undefined {
  const isToApply = report.roots.some(({ artifact }) => artifact !== undefined)
  if (!isToApply || approvals.required === 0 || !approvals.afterPlan) return undefined
  const needed = approvals.required === 1 ? 'an approval' : `${approvals.required} approvals`
  return `To be applied it needs ${needed} of \`${head.slice(0, 7)}\`, given after this plan: earlier ones do not count.`
}

const rootOutput = ({ root, path, environment, wave, outcome, plan, fingerprint }: RootResult) => ({
  root,
  path,
  environment,
  wave,
  outcome,
  counts: plan?.counts,
  fingerprint,
})
