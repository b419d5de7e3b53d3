// The report as JSON: the public contract of schemas/report.schema.json. Complete, never cut.
import { countProblems } from './groups.ts'
import type { Report } from './report.ts'

/** Raised when a reader of the former contract would go wrong; new optional fields do not raise it. */
export const reportVersion = 1

/** The object that is written. Throws nothing; absent values are absent, not null. */
export function toJson(report: Report) {
  const { verdict, reason, failOn, kubernetesVersions, head, base, coverage, applications, findings } = report
  return {
    version: reportVersion,
    verdict,
    ...(reason !== undefined && { reason }),
    failOn,
    kubernetesVersions,
    head,
    ...(base !== undefined && { base }),
    counts: countProblems(report),
    coverage,
    applications,
    findings,
    fixed: report.fixed,
    exempted: report.exempted,
  }
}

/** The text of the file, with a line end. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(toJson(report), null, 2)}\n`
}
