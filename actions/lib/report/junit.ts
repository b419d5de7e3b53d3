// The report as JUnit XML: a suite per Application, a failing case per problem that weighs, so that any CI can show it.
import type { Finding } from '../findings/finding.ts'
import { clip } from '../text/words.ts'
import { weighs } from './groups.ts'
import { place } from './headline.ts'
import type { Report } from './report.ts'

/** Beyond this a CI server gives up before a reader does. */
const caseLimit = 25_000
const messageLimit = 2000

type Case = {
  readonly name: string
  readonly finding?: Finding
  readonly body: string
  readonly outcome: 'passed' | 'failed' | 'skipped'
}
type Suite = { readonly name: string; readonly cases: readonly Case[] }

/** Renders a report as one XML document. Errors that weigh fail; all else passes with a note or is skipped with a reason. */
export function renderJunit(report: Report, limit: number = caseLimit): string {
  const all = suitesOf(report)
  const suites = cut(all, limit)
  const left = total(all) - total(suites)
  const inner = suites.map(renderSuite).join('')
  const notice = left > 0 ? `  <!-- ${left} cases left out: the limit is ${limit}. The JSON report has all. -->\n` : ''
  const { cases, failed, skipped } = tally(suites.flatMap((suite) => suite.cases))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="seaworthy" tests="${cases}" failures="${failed}" errors="0" skipped="${skipped}" time="0">\n${notice}${inner}</testsuites>\n`
}

function suitesOf(report: Report): readonly Suite[] {
  const present = report.applications.filter(({ change }) => change !== 'removed')
  const names = new Set(present.map(({ name }) => name))
  const owner = ({ subject }: Finding) =>
    subject?.application !== undefined && names.has(subject.application) ? subject.application : undefined
  const casesOf = (application: string | undefined) =>
    report.findings.filter((finding) => owner(finding) === application).map((finding) => toCase(report, finding))
  const gap = (application: string) => report.coverage.gaps.find((candidate) => candidate.application === application)
  const whole = { name: 'repository', cases: casesOf(undefined) }
  const unjudged: Case = { name: 'verdict', body: report.reason ?? 'nothing could be checked', outcome: 'skipped' }
  return [
    ...(report.verdict === 'unjudged' ? [{ name: 'verdict', cases: [unjudged] }] : []),
    ...(whole.cases.length > 0 ? [whole] : []),
    ...present.map(({ name, judged, objects }): Suite => {
      const judgement: Case = judged
        ? { name: `${objects} objects checked`, body: '', outcome: 'passed' }
        : { name: 'not judged', body: gap(name)?.reason ?? 'not rendered', outcome: 'skipped' }
      return { name, cases: [judgement, ...casesOf(name)] }
    }),
  ]
}

function toCase(report: Report, finding: Finding): Case {
  const versions = finding.kubernetesVersions
  const only = versions === undefined ? '' : `\nOnly on Kubernetes ${versions.join(', ')}.`
  const body = `${place(finding.at)}: ${finding.severity}: ${clip(finding.message, messageLimit)}${only}`
  const failed = finding.severity === 'error' && weighs(report, finding)
  const skipped = !failed && finding.severity === 'error'
  return {
    name: `${finding.rule}: ${place(finding.at)}: ${clip(finding.message, 200)}`,
    finding,
    body: skipped ? `known before: ${body}` : body,
    outcome: failed ? 'failed' : skipped ? 'skipped' : 'passed',
  }
}

function cut(suites: readonly Suite[], limit: number): readonly Suite[] {
  let room = limit
  return suites.map((suite) => {
    const cases = suite.cases.slice(0, Math.max(room, 0))
    room -= cases.length
    return { ...suite, cases }
  })
}

const total = (suites: readonly Suite[]) => suites.reduce((sum, { cases }) => sum + cases.length, 0)

function tally(cases: readonly Case[]) {
  const of = (outcome: Case['outcome']) => cases.filter((item) => item.outcome === outcome).length
  return { cases: cases.length, failed: of('failed'), skipped: of('skipped') }
}

function renderSuite({ name, cases: list }: Suite): string {
  if (list.length === 0) return ''
  const { cases, failed, skipped } = tally(list)
  const head = `  <testsuite name="${xml(name)}" tests="${cases}" failures="${failed}" errors="0" skipped="${skipped}" time="0">\n`
  return `${head}${list.map((item) => renderCase(name, item)).join('')}  </testsuite>\n`
}

function renderCase(suite: string, { name, finding, body, outcome }: Case): string {
  const file = finding === undefined ? '' : ` file="${xml(finding.at.file)}"`
  const line = finding?.at.line === undefined ? '' : ` line="${finding.at.line}"`
  const head = `    <testcase classname="${xml(suite)}" name="${xml(name)}"${file}${line} time="0"`
  if (body === '') return `${head}/>\n`
  const inner =
    outcome === 'failed'
      ? `<failure type="${xml(finding?.rule ?? 'verdict')}" message="${xml(finding?.message ?? body, messageLimit)}">${xml(body)}</failure>`
      : outcome === 'skipped'
        ? `<skipped message="${xml(body)}"/>`
        : `<system-out>${xml(body)}</system-out>`
  return `${head}>${inner}</testcase>\n`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}

/** Characters that XML 1.0 does not allow (section 2.2) are dropped: no escape exists for them. */
function xml(text: string, limit = Number.POSITIVE_INFINITY): string {
  return clip(text, limit)
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"\n\r\t]/g, (character) => entities[character] ?? character)
}
