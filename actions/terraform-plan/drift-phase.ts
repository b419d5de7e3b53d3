// For a schedule: every root against what runs. One issue a root, changed only where it says something else, closed when clean.
import { closeIssue, upsertIssue } from '../lib/github/issues.ts'
import { planOne } from '../lib/terraform/planning/plan-one.ts'
import type { RootResult, TerraformReport } from '../lib/terraform/result/result.ts'
import { driftKind, driftTitle, renderDrift, renderDriftText } from '../lib/terraform/show/drift.ts'
import { renderTerraformJson } from '../lib/terraform/show/json.ts'
import { renderTerraformSummary } from '../lib/terraform/show/summary.ts'
import { count } from '../lib/text/words.ts'
import { runUrl } from '../lib/toolkit/gitops-inputs.ts'
import { inTurns } from '../lib/toolkit/in-turns.ts'
import { writeSummary } from '../lib/toolkit/surfaces.ts'
import { UserError } from '../lib/toolkit/user-error.ts'
import { outputs } from './inputs.ts'
import { sealing } from './keys.ts'
import { writeReportFile } from './report-folder.ts'
import { type Job, moreOf, planningContext } from './session.ts'

/** Throws a UserError when a root could not be looked at. Drift itself fails nothing: it has its issue. */
export async function driftPhase(job: Job): Promise<void> {
  const { inputs, change, trees, folders, log } = job
  const { place } = inputs
  // Nothing is sealed: fingerprints of these plans are compared with none.
  const { fingerprintKey } = await sealing(
    inputs.encryptionKeys,
    { ...change.policy, encryption: 'required' },
    async () => 'public',
  )
  const context = planningContext(
    {
      change,
      repository: trees.repository.root,
      folders,
      fingerprintKey,
      timeoutMinutes: inputs.timeoutMinutes,
      providerMirror: inputs.providerMirror,
      stop: job.stop,
      log,
    },
    job.environment,
  )
  const results = await log.group('Compare with what runs', () =>
    inTurns(change.selection.impacts, inputs.parallel, async ({ root }) => {
      const { result } = await planOne(context, await change.toPlan(root))
      log.info(renderDriftText(result, { color: true }))
      return result
    }),
  )
  const url = runUrl(place)
  const report: TerraformReport = {
    head: trees.commit,
    ...(url !== undefined && { run: url }),
    roots: results,
    waves: change.selection.waves,
    unaffected: change.selection.unaffected,
    ...(change.selection.notAsked !== undefined && { notAsked: change.selection.notAsked }),
  }
  writeSummary(renderTerraformSummary(report))
  await log.group('Issues', () => keepIssues(job, results))
  const unknown = results.filter((result) => driftKind(result) === 'unknown')
  const drifted = results.filter((result) => !['clean', 'unknown'].includes(driftKind(result)))
  outputs.set({
    outcome: unknown.length > 0 ? 'failed' : drifted.length > 0 ? 'drift' : 'clean',
    changes: drifted.length > 0,
    roots: JSON.stringify(
      results.map((result) => ({ root: result.root, path: result.path, drift: driftKind(result) })),
    ),
    waves: '[]',
    'plans-folder': '',
    'artifact-name': '',
    'report-folder': folders.report,
    'json-file': writeReportFile(folders.report, 'report.json', renderTerraformJson(report)),
    'comment-url': '',
  })
  if (unknown.length > 0) {
    throw new UserError(`${count(unknown.length, 'root')} of ${results.length} could not be compared with what runs.`, {
      where: unknown
        .slice(0, 5)
        .map(({ root }) => root)
        .join(', '),
      next: 'see the summary of this step',
    })
  }
}

async function keepIssues(job: Job, results: readonly RootResult[]): Promise<void> {
  const { inputs, trees, log } = job
  const { place } = inputs
  const { repository } = place
  if (repository === undefined) return
  const client = job.client()
  for (const result of results) {
    const kind = driftKind(result)
    const key = `terraform-drift:${encodeURIComponent(result.root).replace(/[%]/g, '_').replace(/-{2,}/g, '-')}`
    // Of a root that could not be looked at nothing new is known: its issue stays as it is.
    if (kind === 'unknown') continue
    if (kind === 'clean') {
      const comment = `\`${result.root}\` is clean again at ${trees.commit.slice(0, 7)}.`
      const closed = await closeIssue(client, { repository, key, comment })
      if (closed !== undefined) log.info(`${result.root}: clean, its issue is closed`)
      continue
    }
    const issue = await upsertIssue(client, {
      repository,
      key,
      title: driftTitle(result.root),
      body: renderDrift(result, { more: moreOf(runUrl(place), place), head: trees.commit }),
      labels: ['terraform-drift'],
    })
    log.info(`${result.root}: ${kind}, #${issue.number} ${issue.type}`)
  }
}
