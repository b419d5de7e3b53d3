// Findings as a reader counts them: the same problem at the same place is one, through however many Applications.
import type { Finding, Severity } from '../findings/finding.ts'
import type { Gap, Report } from './report.ts'

export type FindingGroup = {
  /** The first of the findings; it stands for all. */
  readonly finding: Finding
  /** Names of the Applications through which the place is reached, sorted. */
  readonly applications: readonly string[]
  /** The smallest of the fingerprints: does not change when an Application joins or the order differs. */
  readonly fingerprint: string
}

export type Counts = {
  readonly errors: number
  readonly warnings: number
  readonly notes: number
  /** Not in the base; without a base all. */
  readonly new: number
  readonly known: number
  readonly fixed: number
  readonly exempted: number
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 }

/** Worst first, then new before known, then by place. */
export function worstFirst(a: Finding, b: Finding): number {
  return (
    rank[a.severity] - rank[b.severity] ||
    Number(a.status === 'known') - Number(b.status === 'known') ||
    (a.at.file < b.at.file ? -1 : a.at.file > b.at.file ? 1 : 0) ||
    (a.at.line ?? 0) - (b.at.line ?? 0) ||
    (a.at.column ?? 0) - (b.at.column ?? 0)
  )
}

/** Joins findings that differ in nothing but the Application and the namespace that it deploys to. Worst first. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, { finding: Finding; applications: Set<string>; fingerprint: string }>()
  for (const finding of findings) {
    const key = groupKey(finding)
    const group = groups.get(key) ?? { finding, applications: new Set(), fingerprint: finding.fingerprint }
    if (finding.subject?.application !== undefined) group.applications.add(finding.subject.application)
    if (finding.fingerprint < group.fingerprint) group.fingerprint = finding.fingerprint
    if (advice.test(finding.message) && !advice.test(group.finding.message)) group.finding = finding
    groups.set(key, group)
  }
  return [...groups.values()]
    .map((group) => ({ ...group, applications: [...group.applications].sort() }))
    .sort((a, b) => worstFirst(a.finding, b.finding))
}

/** One overlay may set the field that another lacks, so only one of them has a field to propose. */
const advice = /; did you mean [^;]*\?$/

/** Rules that find no object but a file that cannot be read: their subject is whichever Application reads it. */
const unreadable: ReadonlySet<string> = new Set(['render-failed', 'yaml-syntax', 'duplicate-key'])

function groupKey({ rule, severity, status, at, message, subject, pointer, kubernetesVersions }: Finding): string {
  const what = message.replace(advice, '')
  const text = subject?.namespace === undefined ? what : what.replaceAll(`${subject.namespace}/`, '')
  const one = subject === undefined || (unreadable.has(rule) && subject.kind === 'Application')
  const object = one ? null : [subject.apiVersion, subject.kind, subject.name]
  return JSON.stringify([
    rule,
    severity,
    status,
    at.file,
    at.line,
    at.column,
    text,
    object,
    pointer,
    kubernetesVersions,
  ])
}

/** Whether a finding can decide the verdict: what the base has already does not, where only new problems are asked for. */
export function weighs(report: Report, finding: Finding): boolean {
  return finding.status !== 'known' || report.failOn !== 'new'
}

/** Gaps that no finding tells of: the others are listed with the findings, once. */
export function untoldGaps(report: Report): readonly Gap[] {
  return report.coverage.gaps.filter(
    ({ application, at }) =>
      !report.findings.some(
        (finding) =>
          finding.rule === 'not-judged' &&
          weighs(report, finding) &&
          finding.at.file === at?.file &&
          finding.at.line === at?.line &&
          (finding.subject?.application ?? application) === application,
      ),
  )
}

/** Numbers of problems (not of findings: see `groupFindings`). */
export function countProblems(report: Report): Counts {
  const groups = groupFindings(report.findings)
  const known = groups.filter(({ finding }) => finding.status === 'known').length
  return {
    ...countSeverities(groups),
    new: groups.length - known,
    known,
    fixed: groupFindings(report.fixed).length,
    exempted: groupFindings(report.exempted).length,
  }
}

export function countSeverities(groups: readonly FindingGroup[]): Pick<Counts, 'errors' | 'warnings' | 'notes'> {
  const of = (severity: Severity) => groups.filter(({ finding }) => finding.severity === severity).length
  return { errors: of('error'), warnings: of('warning'), notes: of('note') }
}
