// The report as text for a terminal or a log: the answer first, then what to mend, file by file.
import type { Severity } from '../findings/finding.ts'
import { clip, count, listed, oneLine } from '../text/words.ts'
import { countProblems, type FindingGroup, groupFindings, untoldGaps, weighs } from './groups.ts'
import { coverageInWords, headline, place, shortRevision } from './headline.ts'
import type { Report, Verdict } from './report.ts'
import { type Paint, painter, type Style, wrap } from './terminal.ts'

export type TextOptions = {
  readonly color: boolean
  /** Columns of the terminal; undefined does not break lines, so that `grep` sees whole messages. */
  readonly width?: number | undefined
  /** Problems listed at most; the rest is counted. */
  readonly limit?: number
  /** The last line: where everything that is not shown can be seen. */
  readonly more?: string
}

const defaults = { limit: 200, more: 'All details: seaworthy check --format json' } as const
const messageLimit = 2000
/** From this many lines the verdict has scrolled away, and is said again at the end. */
const linesBeforeRepeat = 24

const severityStyle: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', note: 'cyan' }
const verdictStyle: Readonly<Record<Verdict, Style>> = { fit: 'green', unfit: 'red', unjudged: 'yellow' }

/** Renders a report. The text ends with a line end; without colour it has no control characters but line ends. */
export function renderText(report: Report, options: TextOptions): string {
  const { limit, more } = { ...defaults, ...options }
  const paint = painter(options.color)
  const width = options.width === undefined ? Number.POSITIVE_INFINITY : Math.max(options.width, 40)
  const groups = groupFindings(report.findings)
  const listable = groups.filter((group) => weighs(report, group.finding))
  const shown = listable.slice(0, limit)
  const answer = wrap(answerLine(report), width)
  const body = [
    ...byFile(shown).flatMap((file) => ['', ...renderFile(file, paint, width)]),
    ...(listable.length > shown.length
      ? ['', `... and ${count(listable.length - shown.length, 'more problem')}, none worse than those above.`]
      : []),
    ...renderGaps(report, limit, width),
    ...renderRest(report, width),
  ]
  const lines = [...answer.map((line, index) => (index === 0 ? paintAnswer(report, line, paint) : line)), ...body]
  if (groups.length > 0 || body.length > 0) {
    const repeat =
      lines.length > linesBeforeRepeat ? [paintAnswer(report, answer[0] ?? '', paint), ...answer.slice(1)] : []
    lines.push('', ...repeat, paint(more, 'dim'))
  }
  return `${lines.join('\n')}\n`
}

/** The first line alone, for those who ask for no more. */
export function answerLine(report: Report): string {
  const { verdict, sentence } = headline(report)
  return `${verdict}: ${sentence}`
}

function paintAnswer(report: Report, line: string, paint: Paint): string {
  const verdict = headline(report).verdict
  return paint(verdict, 'bold', verdictStyle[report.verdict]) + line.slice(verdict.length)
}

/** Files in the order of their worst problem; inside a file by line. */
function byFile(groups: readonly FindingGroup[]): readonly (readonly FindingGroup[])[] {
  const files = new Map<string, FindingGroup[]>()
  for (const group of groups) {
    const file = files.get(group.finding.at.file)
    if (file === undefined) files.set(group.finding.at.file, [group])
    else file.push(group)
  }
  const start = (group: FindingGroup) => (group.finding.at.line ?? 0) * 10_000 + (group.finding.at.column ?? 0)
  return [...files.values()].map((file) => file.sort((a, b) => start(a) - start(b)))
}

function renderFile(groups: readonly FindingGroup[], paint: Paint, width: number): readonly string[] {
  const position = ({ finding: { at } }: FindingGroup) => place({ ...at, file: '' }).slice(1)
  const positionWidth = Math.max(1, ...groups.map((group) => position(group).length))
  const severityWidth = Math.max(...groups.map(({ finding }) => finding.severity.length))
  const indent = ' '.repeat(2 + positionWidth + 2 + severityWidth + 2)
  const file = oneLine(groups[0]?.finding.at.file ?? '')
  return [
    paint(file, 'bold'),
    ...groups.flatMap((group) => {
      const { severity, message } = group.finding
      const [first = '', ...rest] = wrap(oneLine(clip(message, messageLimit)), width - indent.length)
      const place = (position(group) || '-').padEnd(positionWidth)
      return [
        `  ${place}  ${paint(severity.padEnd(severityWidth), severityStyle[severity])}  ${first}`,
        ...rest.map((line) => indent + line),
        ...wrap(provenance(group), width - indent.length).map((line) => indent + paint(line, 'dim')),
      ]
    }),
  ]
}

function provenance({ finding, applications }: FindingGroup): string {
  const through = applications.length === 0 ? '' : ` through ${listed(applications.map(oneLine), 6)}`
  const versions = finding.kubernetesVersions
  return `[${finding.rule}]${through}${versions === undefined ? '' : `, only on Kubernetes ${versions.join(', ')}`}`
}

function renderGaps(report: Report, limit: number, width: number): readonly string[] {
  const { applications, applicationsJudged, objects, objectsChecked } = report.coverage
  if (applications === applicationsJudged && objects === objectsChecked && report.coverage.gaps.length === 0) return []
  const gaps = untoldGaps(report)
  const lines = gaps.slice(0, limit).flatMap(({ application, reason, at }) => {
    const where = at === undefined ? '' : ` (${place(at)})`
    const [first = '', ...rest] = wrap(
      oneLine(clip(`${application === '' ? '' : `${application}: `}${reason}${where}`, messageLimit)),
      width - 4,
    )
    return [`  ${first}`, ...rest.map((line) => `    ${line}`)]
  })
  const left = gaps.length - limit
  return ['', `${coverageInWords(report)}.`, ...lines, ...(left > 0 ? [`  ... and ${left} more`] : [])]
}

function renderRest(report: Report, width: number): readonly string[] {
  const { known, fixed, exempted } = countProblems(report)
  const since = report.base === undefined ? '' : ` since ${oneLine(shortRevision(report.base.revision))}`
  const parts = [
    ...(fixed > 0 ? [`${count(fixed, 'problem')} mended${since}.`] : []),
    ...(known > 0 && report.failOn === 'new' ? [`${count(known, 'problem')} known before, not listed.`] : []),
    ...(exempted > 0 ? [`${count(exempted, 'problem')} covered by exemptions.`] : []),
  ]
  return parts.length === 0 ? [] : ['', ...wrap(parts.join(' '), width)]
}
