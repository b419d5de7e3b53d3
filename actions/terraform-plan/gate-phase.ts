// What the gate says, on every surface; where it isRefusing, nothing has been started.
import type { Finding } from '../lib/findings/finding.ts'
import { upsertComment } from '../lib/github/comment.ts'
import { wavesMatrix } from '../lib/terraform/roots/waves.ts'
import { commentLimit } from '../lib/terraform/show/comment.ts'
import { gateAnswer, isRefusing, renderGate, renderGateText } from '../lib/terraform/show/gate.ts'
import { renderTerraformJson } from '../lib/terraform/show/json.ts'
import { summaryLimit } from '../lib/terraform/show/summary.ts'
import { oneLine } from '../lib/text/words.ts'
import { annotate, writeSummary } from '../lib/toolkit/surfaces.ts'
import { UserError } from '../lib/toolkit/user-error.ts'
import { outputs } from './inputs.ts'
import { commentMarker } from './publish.ts'
import { isFromFork } from './pull-event.ts'
import { writeReportFile } from './report-folder.ts'
import type { Job } from './session.ts'

/** Says why, and throws the UserError that fails the step. */
export async function gateRefused(job: Job, findings: readonly Finding[]): Promise<never> {
  const { inputs, pull } = job
  const more = 'Nothing of this change was started: no provider, no init, no plan.'
  tell(job, findings, more)
  const canComment = pull !== undefined && !isFromFork(pull, inputs.place.repository)
  const comment =
    inputs.comment && canComment && inputs.place.repository !== undefined && inputs.mode === 'plan'
      ? await upsertComment(job.client(), {
          repository: inputs.place.repository,
          issue: pull.number,
          marker: commentMarker,
          body: renderGate(findings, { limit: commentLimit, more }),
        })
      : undefined
  setOutputs(job, findings, 'refused', comment?.url)
  throw new UserError(gateAnswer(findings), {
    where: findings
      .filter(isRefusing)
      .slice(0, 3)
      .map(({ at }) => [at.file, at.line].join(':'))
      .join(', '),
    next: 'see the annotations and the summary of this step; each finding says what to do',
  })
}

/** The files may pass, and that is all that is done. */
export function gatePassed(job: Job, findings: readonly Finding[], isFork: boolean): void {
  const more = isFork
    ? 'The change comes from a fork, so that nothing of it is started: it is planned when somebody who may write brings it into a branch of this repository.'
    : 'Nothing was started: only the gate was asked for.'
  tell(job, findings, more)
  setOutputs(job, findings, 'passed', undefined)
}

/** Log, annotations and summary. */
export function tell({ log }: Pick<Job, 'log'>, findings: readonly Finding[], more: string | undefined): void {
  log.info(renderGateText(findings, { color: true, ...(more !== undefined && { more }) }))
  writeSummary(renderGate(findings, { limit: summaryLimit, ...(more !== undefined && { more }) }))
  annotateFindings(findings)
}

/** Findings at their lines. */
export function annotateFindings(findings: readonly Finding[]): void {
  annotate(
    findings
      .filter(({ status }) => status !== 'known')
      .map(({ rule, severity, message, at }) => ({
        ...at,
        severity,
        title: `Seaworthy: ${rule}`,
        message: oneLine(message),
      })),
  )
}

function setOutputs(
  job: Job,
  findings: readonly Finding[],
  outcome: 'passed' | 'refused',
  comment: string | undefined,
) {
  const { folders, change } = job
  const { waves, unaffected, notAsked } = change.selection
  const report = {
    roots: [],
    waves,
    unaffected,
    ...(notAsked !== undefined && { notAsked }),
    gate: findings,
    head: job.pull?.headSha ?? job.trees.commit,
  }
  outputs.set({
    outcome,
    changes: false,
    roots: '[]',
    waves: JSON.stringify(wavesMatrix(change.selection.roots, change.selection)),
    'plans-folder': '',
    'artifact-name': '',
    'report-folder': folders.report,
    'json-file': writeReportFile(folders.report, 'report.json', renderTerraformJson(report)),
    'comment-url': comment ?? '',
  })
}
