// The one sentence that answers the question: is it fit?
import type { SourceLocation } from '../findings/finding.ts'
import { count, listed, oneLine } from '../text/words.ts'
import { countSeverities, groupFindings, weighs } from './groups.ts'
import type { Report, Verdict } from './report.ts'

const verdictWords: Readonly<Record<Verdict, string>> = { fit: 'Fit', unfit: 'Not fit', unjudged: 'Not judged' }

/** The verdict in words, and the sentence after it, without markup. Both are one line. */
export function headline(report: Report): { readonly verdict: string; readonly sentence: string } {
  const verdict = verdictWords[report.verdict]
  if (report.verdict === 'unjudged') {
    const reason = oneLine(report.reason ?? `nothing of ${whatWasJudged(report)} could be checked`)
    return { verdict, sentence: /[.!?]$/.test(reason) ? reason : `${reason}.` }
  }
  const versions = report.kubernetesVersions.length === 0 ? '' : ` (Kubernetes ${report.kubernetesVersions.join(', ')})`
  const problems = problemsInWords(report)
  const objects = whatWasJudged(report)
  const missing = report.coverage.applications - report.coverage.applicationsJudged
  const gap = missing > 0 ? `; ${count(missing, 'Application')} not judged` : ''
  const sentence = report.verdict === 'unfit' ? `${problems} in ${objects}` : `${objects}, ${problems}`
  return { verdict, sentence: `${sentence}${gap}${versions}.` }
}

function whatWasJudged({ coverage }: Report): string {
  const { objects, objectsChecked } = coverage
  const part = objectsChecked === objects ? '' : `${objectsChecked.toLocaleString('en-US')} of `
  return `${part}${count(objects, 'object')} of ${count(coverage.applicationsJudged, 'Application')}`
}

/** `64 of 70 objects checked, 2 of 3 Applications judged`. */
export function coverageInWords({ coverage }: Report): string {
  const of = (part: number) => part.toLocaleString('en-US')
  return `${of(coverage.objectsChecked)} of ${count(coverage.objects, 'object')} checked, ${of(coverage.applicationsJudged)} of ${count(coverage.applications, 'Application')} judged`
}

function problemsInWords(report: Report): string {
  const groups = groupFindings(report.findings)
  const weighing = groups.filter(({ finding }) => weighs(report, finding))
  const known = groups.length - weighing.length
  if (weighing.length === 0) {
    return known > 0 ? `nothing new to mend, ${known.toLocaleString('en-US')} known before` : 'nothing to mend'
  }
  const fresh = report.base === undefined || report.failOn !== 'new' ? '' : 'new '
  const { errors, warnings, notes } = countSeverities(weighing)
  return listed([
    ...(errors > 0 ? [count(errors, `${fresh}error`)] : []),
    ...(warnings > 0 ? [count(warnings, `${fresh}warning`)] : []),
    ...(notes > 0 ? [count(notes, `${fresh}note`)] : []),
  ])
}

/** `file`, `file:line` or `file:line:column`: only what is known. */
export function place(at: SourceLocation): string {
  const line = at.line === undefined ? '' : `:${at.line}${at.column === undefined ? '' : `:${at.column}`}`
  return `${at.file}${line}`
}

/** A commit as people write it. */
export function shortRevision(revision: string): string {
  return /^[0-9a-f]{40,64}$/.test(revision) ? revision.slice(0, 7) : revision
}
