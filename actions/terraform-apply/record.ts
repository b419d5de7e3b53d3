// What became of it, on every surface.
import { readdirSync } from 'node:fs'
import type { TerraformOptions } from '../lib/contracts/terraform-settings.ts'
import { type StickyComment, upsertComment } from '../lib/github/comment.ts'
import type { AppliedChange } from '../lib/terraform/applying/apply-change.ts'
import type { ApplyReport, ApplyResult } from '../lib/terraform/result/apply-result.ts'
import { wavesMatrix } from '../lib/terraform/roots/waves.ts'
import { renderApplyRecord, renderApplyText } from '../lib/terraform/show/apply-record.ts'
import { commentLimit } from '../lib/terraform/show/comment.ts'
import { renderTerraformJson } from '../lib/terraform/show/json.ts'
import { renderTerraformSummary, summaryLimit } from '../lib/terraform/show/summary.ts'
import { runUrl } from '../lib/toolkit/gitops-inputs.ts'
import { writeSummary } from '../lib/toolkit/surfaces.ts'
import { UserError } from '../lib/toolkit/user-error.ts'
import { plansArtifact, writeReportFile } from '../terraform-plan/report-folder.ts'
import { moreOf } from '../terraform-plan/session.ts'
import { outputs } from './inputs.ts'
import type { ApplyJob } from './job.ts'
import type { Merged } from './merged-pulls.ts'

export type ApplyVerdict = 'applied' | 'nothing-to-do' | 'waiting' | 'refused' | 'failed'

/** The worst of the roots. */
export function verdictOf(results: readonly ApplyResult[]): ApplyVerdict {
  const has = (...outcomes: readonly ApplyResult['outcome'][]) =>
    results.some(({ outcome }) => outcomes.includes(outcome))
  if (has('failed', 'interrupted')) return 'failed'
  if (has('refused', 'stale', 'skipped')) return 'refused'
  if (has('waiting')) return 'waiting'
  return has('applied') ? 'applied' : 'nothing-to-do'
}

/** Log, summary, files, comment and outputs. */
export async function tellRecord(
  job: ApplyJob,
  applied: AppliedChange,
  pulls: readonly Merged[],
): Promise<ApplyVerdict> {
  const { inputs, log, folders, trees, change, origin } = job
  const { results, waiting } = applied
  const url = runUrl(inputs.place)
  const report: ApplyReport = { head: trees.commit, ...(url !== undefined && { run: url }), results }
  log.info(renderApplyText(report, { color: true }))
  writeSummary(renderApplyRecord(report, { limit: summaryLimit / 2 }))
  const { waves, notAsked } = change.selection
  if (waiting.length > 0) {
    // Those who approve read it here.
    const plans = {
      head: trees.commit,
      ...(url !== undefined && { run: url }),
      roots: waiting,
      waves,
      unaffected: [],
      ...(notAsked !== undefined && { notAsked }),
    }
    const override = reviewerWords(change.policy)
    writeSummary(`\n${renderTerraformSummary(plans, { limit: summaryLimit / 2, override })}`)
    writeReportFile(folders.report, 'report.json', renderTerraformJson(plans))
  }
  const verdict = verdictOf(results)
  const named = (outcome: ApplyResult['outcome']) =>
    JSON.stringify(results.flatMap((result) => (result.outcome === outcome ? [result.root] : [])))
  const kept = readdirSync(folders.plans).length > 0
  outputs.set({
    outcome: verdict,
    applied: named('applied'),
    waiting: waiting.some(({ artifact }) => artifact !== undefined) ? named('waiting') : '[]',
    waves: JSON.stringify(wavesMatrix(change.selection.roots, change.selection)),
    outputs: JSON.stringify(outputsOf(results)),
    'plans-folder': kept ? folders.plans : '',
    'artifact-name': kept ? plansArtifact : '',
    'report-folder': folders.report,
    'json-file': writeReportFile(
      folders.report,
      'apply.json',
      `${JSON.stringify({ version: 1, outcome: verdict, ...report }, null, 2)}\n`,
    ),
  })
  if (inputs.comment && results.length > 0) {
    for (const { number } of pulls) {
      await tryComment(job, {
        repository: origin.repository,
        issue: number,
        marker: `terraform-apply-${origin.run}`,
        body: renderApplyRecord(report, { limit: commentLimit, more: moreOf(url, inputs.place) }),
      })
    }
  }
  return verdict
}

/** What was applied is in the log and the summary: a comment that GitHub refuses must not take the verdict's place. */
async function tryComment(job: ApplyJob, comment: StickyComment): Promise<void> {
  try {
    await upsertComment(job.client(), comment)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    job.log.warning(`The record is not in #${comment.issue}: ${error.message}`)
  }
}

/** How a refused plan that waits is let through. */
function reviewerWords({ overrides }: TerraformOptions): () => string | undefined {
  const who = [...overrides.teams, ...overrides.users]
  if (who.length === 0) return () => undefined
  return () =>
    `somebody of ${who.map((name) => `\`${name}\``).join(', ')}, who is not an author of the change, approves the job that waits.`
}

/** A job's outputs may have 1 MB. */
const maxOutputsBytes = 500_000

function outputsOf(results: readonly ApplyResult[]): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const all = Object.fromEntries(
    results.map(({ root, outputs: own }) => [
      root,
      Object.fromEntries(own.flatMap(({ name, sensitive, value }) => (sensitive ? [] : [[name, value]]))),
    ]),
  )
  return JSON.stringify(all).length > maxOutputsBytes ? {} : all
}
