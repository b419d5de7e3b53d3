// The validate action: inputs, verdict, files, outputs, summary, annotations, and only then whether the step fails.
import { toAnnotations } from '../lib/report/annotations.ts'
import { countProblems } from '../lib/report/groups.ts'
import type { Report } from '../lib/report/report.ts'
import { renderSummary } from '../lib/report/summary.ts'
import { answerLine, renderText } from '../lib/report/text.ts'
import { count } from '../lib/text/words.ts'
import { actionsLogger } from '../lib/toolkit/actions-logger.ts'
import { annotate, writeSummary } from '../lib/toolkit/surfaces.ts'
import { UserError } from '../lib/toolkit/user-error.ts'
import { judge } from '../lib/verdict/judge.ts'
import { linkTo } from './github-link.ts'
import { type Inputs, outputs, readInputs } from './inputs.ts'
import { phaseLog } from './progress.ts'
import { writeReportFiles } from './report-files.ts'
import { locate } from './repository.ts'

/** @param judgeWith replaced in tests. Throws a UserError when the verdict fails the step. */
export async function main(judgeWith: typeof judge = judge): Promise<void> {
  const inputs = readInputs()
  const log = actionsLogger()
  const report = await log.group('Render and check', async () => {
    const phases = phaseLog(log.info)
    const { base, head, failOn, kubernetesVersions, repositoryNames, branches } = inputs
    const result = await judgeWith({
      ...locate(inputs.path),
      ...(base !== undefined && { base }),
      ...(head !== undefined && { head }),
      ...(kubernetesVersions.length > 0 && { kubernetesVersions }),
      failOn,
      repositoryNames,
      branches,
      onProgress: phases.onProgress,
    })
    phases.end()
    return result
  })
  log.info(renderText(report, { color: true, more: `All details: ${inputs.jsonFile}` }))
  writeReportFiles(report, inputs)
  outputs.set(outputsOf(report, inputs))
  const { repositoryPlace: place } = inputs
  const commit = inputs.head === undefined ? place?.commit : report.head.revision
  writeSummary(
    renderSummary(report, {
      link: place === undefined || commit === undefined ? undefined : (at) => linkTo({ ...place, commit }, at),
    }),
  )
  const { shown, leftOut } = toAnnotations(report)
  annotate(shown)
  if (leftOut > 0) log.info(`${count(leftOut, 'more problem')} without an annotation: see the summary of this step.`)
  if (fails(report)) throw new UserError(answerLine(report), { next: 'see the summary of this step' })
}

/** `never` means never, also when nothing could be judged: whoever sets it reads the outputs. */
const fails = ({ verdict, failOn }: Report) => verdict !== 'fit' && failOn !== 'never'

function outputsOf(report: Report, { jsonFile, sarifFile, junitFile }: Inputs) {
  const { errors, warnings, notes, new: fresh, known, fixed } = countProblems(report)
  return {
    verdict: report.verdict,
    errors,
    warnings,
    notes,
    new: fresh,
    known,
    fixed,
    applications: report.coverage.applications,
    objects: report.coverage.objects,
    'objects-checked': report.coverage.objectsChecked,
    'json-file': jsonFile,
    'sarif-file': sarifFile,
    'junit-file': junitFile,
  }
}
