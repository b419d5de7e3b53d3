// The report as annotations: GitHub shows ten of a kind per step and drops the rest in silence, so the ten worst go out.
import type { Severity } from '../findings/finding.ts'
import { clip, listed, oneLine } from '../text/words.ts'
import { type FindingGroup, groupFindings, weighs } from './groups.ts'
import type { Report } from './report.ts'

export type ReportAnnotation = {
  readonly severity: Severity
  readonly title: string
  readonly message: string
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly endLine?: number
  readonly endColumn?: number
}

const messageLimit = 1000

/** Returns the worst problems that weigh in the verdict, at most `limit`, and how many of them were left out. */
export function toAnnotations(
  report: Report,
  limit = 10,
): { readonly shown: readonly ReportAnnotation[]; readonly leftOut: number } {
  const groups = groupFindings(report.findings).filter(({ finding }) => weighs(report, finding))
  const shown = groups.slice(0, limit).map(toAnnotation)
  return { shown, leftOut: groups.length - shown.length }
}

function toAnnotation({ finding, applications }: FindingGroup): ReportAnnotation {
  const { kubernetesVersions: versions, at } = finding
  const context = [
    ...(applications.length === 0 ? [] : [`Deployed through ${listed(applications.map(oneLine))}.`]),
    ...(versions === undefined ? [] : [`Only on Kubernetes ${versions.join(', ')}.`]),
  ]
  const message = oneLine(clip(finding.message, messageLimit))
  return {
    ...at,
    severity: finding.severity,
    title: `Seaworthy: ${finding.rule}`,
    message: context.length === 0 ? message : `${message}\n${context.join(' ')}`,
  }
}
