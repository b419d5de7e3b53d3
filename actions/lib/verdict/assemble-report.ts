// The Report: what both sides say together, placed, ordered and counted.

import type { Finding, Severity } from '../findings/finding.ts'
import { createLocator, type Locator } from '../render/locate/locator.ts'
import type { ApplicationReport, Coverage, Gap, Report, Verdict } from '../report/report.ts'
import { descriptions } from '../rules/index.ts'
import { type Change, changeOf, compareFindings } from './compare.ts'
import { applyExemptions } from './exempt.ts'
import { findingsOf, place, type Severities, type UnplacedFinding } from './findings.ts'
import type { VerdictSettings } from './settings.ts'
import type { JudgedApplication, Side } from './side.ts'
import { textReader } from './text.ts'

const defaults = new Map(descriptions.map(({ id, severity }) => [id, severity]))
const order: readonly Severity[] = ['error', 'warning', 'note']

/** Puts the Report together. Locations are looked up here, for findings that are kept. */
export async function assembleReport(
  head: Side,
  base: Side | undefined,
  settings: VerdictSettings,
  roots: readonly string[],
): Promise<Report> {
  const severities: Severities = (rule, own) => settings.severities[rule] ?? own ?? defaults.get(rule) ?? 'error'
  const today = settings.today
  const all = findingsOf(head.problems, severities)
  const baseFindings = base === undefined ? [] : findingsOf(base.problems, severities)
  const locator = createLocator(textReader(head.tree))
  const fileOf = async (finding: UnplacedFinding) => (await place(finding, locator)).at.file
  const afterExemptions = await applyExemptions(all, settings.exemptions, settings.file, today, fileOf)
  const left = [...afterExemptions.findings, ...findingsOf(afterExemptions.problems, severities)]
  const compared = base === undefined ? { findings: left, fixed: [] } : compareFindings(baseFindings, left)
  const exemptedPrints = new Set(afterExemptions.exempted.map(({ fingerprint }) => fingerprint))
  const fixed = compared.fixed.filter(({ fingerprint }) => !exemptedPrints.has(fingerprint))

  const findings = await placed(compared.findings, locator)
  const coverage = await coverageOf(head, locator)
  const verdict = verdictOf(findings, head, settings)
  return {
    ...verdict,
    head: head.tree.commit === undefined ? {} : { revision: head.tree.commit },
    ...(base?.tree.commit === undefined ? {} : { base: { revision: base.tree.commit } }),
    kubernetesVersions: settings.kubernetesVersions,
    failOn: settings.failOn,
    coverage,
    applications: await applicationReports(head, base, locator),
    findings,
    fixed: base === undefined ? [] : await placed(fixed, createLocator(textReader(base.tree))),
    exempted: await placed(afterExemptions.exempted, locator),
    ...(verdict.verdict === 'unjudged' && verdict.reason === undefined
      ? { reason: `no Application was found below ${roots.join(', ') || 'the repository'}` }
      : {}),
  }
}

function verdictOf(
  findings: readonly Finding[],
  head: Side,
  settings: VerdictSettings,
): { readonly verdict: Verdict; readonly reason?: string } {
  if (
    findings.some(
      (finding) => finding.severity === 'error' && (settings.failOn !== 'new' || finding.status !== 'known'),
    )
  )
    return { verdict: 'unfit' }
  if (head.applications.length === 0) return { verdict: 'unjudged' }
  const judged = head.applications.filter(isJudged)
  if (judged.length === 0)
    return { verdict: 'unjudged', reason: 'none of the Applications could be judged; see the gaps' }
  return { verdict: 'fit' }
}

function isJudged(one: JudgedApplication): boolean {
  return (
    one.gaps.length === 0 &&
    one.sources.every(({ answer, source }) =>
      answer === undefined ? source.ref !== undefined : answer.failure === undefined,
    )
  )
}

async function placed(findings: readonly UnplacedFinding[], locator: Locator): Promise<readonly Finding[]> {
  const result: Finding[] = []
  for (const finding of findings) result.push(await place(finding, locator))
  return result.sort(worstFirst)
}

function worstFirst(a: Finding, b: Finding): number {
  return (
    order.indexOf(a.severity) - order.indexOf(b.severity) ||
    Number(a.status === 'known') - Number(b.status === 'known') ||
    compareText(a.at.file, b.at.file) ||
    (a.at.line ?? 0) - (b.at.line ?? 0) ||
    (a.at.column ?? 0) - (b.at.column ?? 0) ||
    compareText(a.rule, b.rule) ||
    compareText(a.fingerprint, b.fingerprint)
  )
}

async function coverageOf(side: Side, locator: Locator): Promise<Coverage> {
  const gaps: Gap[] = []
  for (const problem of side.problems.filter(({ rule }) => rule === 'not-judged')) {
    const { at } = await place(
      { rule: problem.rule, severity: 'warning', message: problem.message, fingerprint: '', problem },
      locator,
    )
    const application = problem.application?.application.name ?? problem.object?.application ?? ''
    gaps.push({
      application,
      reason: problem.application === undefined ? problem.message : (problem.value ?? problem.message),
      at,
    })
  }
  return {
    applications: side.applications.length,
    applicationsJudged: side.applications.filter(isJudged).length,
    objects: side.objects.length,
    objectsChecked: side.objects.filter((object) => object.checked).length,
    gaps,
  }
}

async function applicationReports(head: Side, base: Side | undefined, locator: Locator): Promise<ApplicationReport[]> {
  const keyOf = (one: JudgedApplication) => `${one.application.namespace}/${one.application.name}`
  const before = new Map<string, JudgedApplication[]>()
  for (const one of base?.applications ?? []) before.set(keyOf(one), [...(before.get(keyOf(one)) ?? []), one])
  const reports: ApplicationReport[] = []
  for (const one of head.applications) {
    const candidates = before.get(keyOf(one)) ?? []
    const match = candidates.find((other) => changeOf(other, one) === 'unchanged') ?? candidates[0]
    if (match !== undefined) candidates.splice(candidates.indexOf(match), 1)
    reports.push(await applicationReport(one, locator, base === undefined ? undefined : changeOf(match, one)))
  }
  if (base !== undefined) {
    const baseLocator = createLocator(textReader(base.tree))
    for (const one of [...before.values()].flat()) reports.push(await applicationReport(one, baseLocator, 'removed'))
  }
  return reports
}

async function applicationReport(
  one: JudgedApplication,
  locator: Locator,
  change: Change | undefined,
): Promise<ApplicationReport> {
  const { application } = one
  const { at } = await place(
    {
      rule: 'not-judged',
      severity: 'note',
      message: '',
      fingerprint: '',
      problem: { rule: 'not-judged', message: '', pointer: '', application: one },
    },
    locator,
  )
  return {
    name: application.name,
    namespace: application.namespace,
    project: application.project,
    at,
    sources: one.sources.map(({ source, asked }) => ({
      type: asked?.type ?? (source.chart !== undefined || source.helm !== undefined ? 'helm' : 'other'),
      ...(source.path === undefined ? {} : { path: source.path }),
      ...(source.chart === undefined ? {} : { chart: source.chart }),
      repository: source.repository.replace(/\/\/[^/@]+@/, '//…@'),
    })),
    destination: {
      cluster: application.cluster,
      ...(application.destinationNamespace === undefined ? {} : { namespace: application.destinationNamespace }),
    },
    objects: one.objects.length,
    judged: isJudged(one),
    ...(change === undefined ? {} : { change }),
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
