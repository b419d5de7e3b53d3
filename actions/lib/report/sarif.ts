// The report as SARIF 2.1.0 (OASIS standard, errata 01), within what GitHub code scanning takes of it.
import type { Finding, SourceLocation } from '../findings/finding.ts'
import type { RuleDescription } from '../rules/rule.ts'
import { clip, count, listed } from '../text/words.ts'
import { type FindingGroup, groupFindings } from './groups.ts'
import { place } from './headline.ts'
import type { Report } from './report.ts'

export type SarifOptions = {
  readonly rules: readonly RuleDescription[]
  readonly toolVersion: string
  /**
   * For GitHub code scanning: it reads neither `suppressions` nor `baselineState` and would open an alert for every
   * exempted or mended problem, so those are left out, and only as many results are written as it keeps.
   */
  readonly codeScanning: boolean
}

/** GitHub refuses a run with more results than the first, and keeps as many as the second. */
const resultLimit = 25_000
const codeScanningLimit = 5000
const messageLimit = 4000

/** Builds the log, one run. What is over the limit is left out, the worst kept, and said so in a notification. */
export function toSarif(report: Report, options: SarifOptions) {
  const groups = groupFindings(report.findings)
  const others = options.codeScanning ? [] : [...groupFindings(report.fixed), ...groupFindings(report.exempted)]
  const exempted = new Set(report.exempted)
  const all = [...groups, ...others]
  const kept = all.slice(0, options.codeScanning ? codeScanningLimit : resultLimit)
  const rules = describeRules(kept, options.rules)
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]))
  const results = kept.map((group) => ({
    ...toResult(group, report.base !== undefined),
    ruleIndex: indexOf.get(group.finding.rule) ?? -1,
    ...(exempted.has(group.finding) && { suppressions: [{ kind: 'external', status: 'accepted' }] }),
  }))
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Seaworthy', semanticVersion: options.toolVersion, rules } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: report.verdict !== 'unjudged',
            toolExecutionNotifications: notifications(report, all.length - kept.length),
          },
        ],
        results,
      },
    ],
  }
}

/** The text of the file, with a line end. */
export function renderSarif(report: Report, options: SarifOptions): string {
  return `${JSON.stringify(toSarif(report, options), null, 2)}\n`
}

function describeRules(groups: readonly FindingGroup[], descriptions: readonly RuleDescription[]) {
  const known = new Map(descriptions.map((description) => [description.id, description]))
  return [...new Set(groups.map(({ finding }) => finding.rule))].sort().map((id) => {
    const description = known.get(id)
    if (description === undefined) return { id }
    const { severity, what, why, mend } = description
    return {
      id,
      shortDescription: { text: what },
      fullDescription: { text: why },
      help: { text: mend, markdown: mend },
      defaultConfiguration: { level: severity },
    }
  })
}

const baselineStates = { new: 'new', known: 'unchanged', fixed: 'absent' } as const

function toResult({ finding, applications, fingerprint }: FindingGroup, compared: boolean) {
  const versions = finding.kubernetesVersions
  const through = applications.length === 0 ? '' : ` Deployed through ${listed(applications)}.`
  const only = versions === undefined ? '' : ` Only on Kubernetes ${versions.join(', ')}.`
  // Square brackets would be read as an embedded link (SARIF 3.11.6).
  const text = `${clip(finding.message, messageLimit)}${through}${only}`.replace(/[\\[\]]/g, '\\$&')
  return {
    ruleId: finding.rule,
    level: finding.severity,
    message: { text },
    locations: [
      {
        physicalLocation: toPhysicalLocation(finding.at),
        ...(finding.subject !== undefined && { logicalLocations: [toLogicalLocation(finding.subject)] }),
      },
    ],
    // GitHub tells alerts apart by the first alone; without it upload-sarif makes one from the line's text, which is
    // the same for two problems on one line.
    partialFingerprints: { primaryLocationLineHash: fingerprint, 'seaworthy/v1': fingerprint },
    ...(compared && finding.status !== undefined && { baselineState: baselineStates[finding.status] }),
    properties: { applications, ...(finding.pointer !== undefined && { pointer: finding.pointer }) },
  }
}

function toPhysicalLocation({ file, line, column, endLine, endColumn }: SourceLocation) {
  const artifactLocation = {
    uri: file.toWellFormed().split('/').map(encodeURIComponent).join('/'),
    uriBaseId: '%SRCROOT%',
  }
  if (line === undefined) return { artifactLocation }
  const region = {
    startLine: line,
    ...(column !== undefined && { startColumn: column }),
    ...(endLine !== undefined && { endLine }),
    ...(endColumn !== undefined && { endColumn }),
  }
  return { artifactLocation, region }
}

function toLogicalLocation({ kind, namespace, name }: NonNullable<Finding['subject']>) {
  return {
    name,
    fullyQualifiedName: [kind, ...(namespace === undefined ? [] : [namespace]), name].join('/'),
    kind: 'object',
  }
}

function notifications(report: Report, leftOut: number) {
  const reasons = [
    ...(report.reason === undefined ? [] : [report.reason]),
    ...report.coverage.gaps.map(
      ({ application, reason, at }) =>
        `${application === '' ? 'Not judged' : `${application} was not judged`}: ${reason}${at === undefined ? '' : ` (${place(at)})`}`,
    ),
    ...(leftOut > 0
      ? [`${count(leftOut, 'result')} left out: over the limit of this file. The JSON report has all.`]
      : []),
  ]
  return reasons.slice(0, 1000).map((text) => ({ level: 'warning', message: { text: clip(text, messageLimit) } }))
}
