// The report as Markdown for a step summary: the answer as heading, then tables, the less urgent folded away.
import type { SourceLocation } from '../findings/finding.ts'
import { code, escapeMarkdown, row, tableHead } from '../text/markdown-escape.ts'
import { count } from '../text/words.ts'
import { type FindingGroup, groupFindings, untoldGaps, weighs } from './groups.ts'
import { coverageInWords, headline, place, shortRevision } from './headline.ts'
import type { Report } from './report.ts'

export type SummaryOptions = {
  /** Address of a place in the repository; undefined shows places without links. */
  readonly link?: ((at: SourceLocation) => string | undefined) | undefined
  /** Bytes of UTF-8 that the summary may take. */
  readonly limit?: number
}

/** GitHub drops a step summary above 1 MiB; the margin leaves room for what the same step adds. */
const defaultLimit = 1024 * 1024 - 64 * 1024

type Section = {
  readonly title: string
  readonly folded: boolean
  readonly columns: readonly string[]
  readonly rows: readonly string[]
}

/** Renders a report. Rows that do not fit the limit are left out, section by section, and counted. */
export function renderSummary(report: Report, options: SummaryOptions = {}): string {
  const { verdict, sentence } = headline(report)
  let text = `## ${verdict}: ${escapeMarkdown(sentence)}\n`
  let room = (options.limit ?? defaultLimit) - Buffer.byteLength(text)
  for (const section of sections(report, options.link)) {
    const rendered = renderSection(section, room)
    room -= Buffer.byteLength(rendered)
    text += rendered
  }
  const facts = factLine(report)
  return facts.length > room ? text : `${text}\n${facts}\n`
}

function sections(report: Report, link: SummaryOptions['link']): readonly Section[] {
  const groups = groupFindings(report.findings)
  const gaps = untoldGaps(report)
  const problems = (title: string, folded: boolean, list: readonly FindingGroup[]): Section => ({
    title: `${title} (${list.length.toLocaleString('en-US')})`,
    folded,
    columns: ['', 'Where', 'Problem', 'Rule', 'Through'],
    rows: list.map((group) => problemRow(group, link)),
  })
  const weighing = groups.filter(({ finding }) => weighs(report, finding))
  const known = groups.filter(({ finding }) => !weighs(report, finding))
  const all: readonly Section[] = [
    problems(report.base === undefined || report.failOn !== 'new' ? 'To mend' : 'New', false, weighing),
    {
      title: `Not judged (${gaps.length.toLocaleString('en-US')})`,
      folded: false,
      columns: ['Application', 'Why', 'Where'],
      rows: gaps.map(({ application, reason, at }) =>
        row([code(application), escapeMarkdown(reason), at === undefined ? '' : linked(at, link)]),
      ),
    },
    problems('Known before, not counted', true, known),
    problems('Mended', true, groupFindings(report.fixed)),
    problems('Covered by exemptions', true, groupFindings(report.exempted)),
    {
      title: `Applications (${report.applications.length.toLocaleString('en-US')})`,
      folded: true,
      columns: ['Application', 'Project', 'Destination', 'Objects', 'Judged', 'Change'],
      rows: report.applications.map((application) =>
        row([
          code(application.name),
          code(application.project),
          code([application.destination.cluster, application.destination.namespace ?? ''].join(' ').trim()),
          application.objects.toLocaleString('en-US'),
          application.judged ? 'yes' : '**no**',
          application.change ?? '',
        ]),
      ),
    },
  ]
  return all.filter(({ rows }) => rows.length > 0)
}

function problemRow({ finding, applications }: FindingGroup, link: SummaryOptions['link']): string {
  const versions = finding.kubernetesVersions
  const only = versions === undefined ? '' : ` (only on Kubernetes ${escapeMarkdown(versions.join(', '))})`
  const through = applications.slice(0, 5).map((name) => code(name, 100))
  const rest = applications.length > 5 ? [`${applications.length - 5} more`] : []
  return row([
    finding.severity,
    linked(finding.at, link),
    escapeMarkdown(finding.message) + only,
    code(finding.rule),
    [...through, ...rest].join(', '),
  ])
}

function linked(at: SourceLocation, link: SummaryOptions['link']): string {
  const address = link?.(at)
  const text = code(place(at))
  return address === undefined || text === '' ? text : `[${text}](${address})`
}

function renderSection(section: Section, room: number): string {
  const title = section.folded ? `\n<details><summary>${section.title}</summary>\n` : `\n### ${section.title}\n`
  const head = `${title}\n${tableHead(section.columns)}\n`
  const tail = section.folded ? '\n</details>\n' : ''
  const notice = (left: number) =>
    `\n${count(left, 'row')} left out: over the limit of a step summary. The report files have all.\n`
  let left = room - Buffer.byteLength(head + tail + notice(section.rows.length))
  if (left < 0) return ''
  const kept: string[] = []
  for (const line of section.rows) {
    left -= Buffer.byteLength(line) + 1
    if (left < 0) break
    kept.push(line)
  }
  const missing = section.rows.length - kept.length
  return `${head}${kept.map((line) => `${line}\n`).join('')}${missing > 0 ? notice(missing) : ''}${tail}`
}

function factLine(report: Report): string {
  const { head, base } = report
  const facts = [
    coverageInWords(report),
    ...(head.revision === undefined ? [] : [`commit ${code(shortRevision(head.revision))}`]),
    ...(base === undefined ? [] : [`compared with ${code(shortRevision(base.revision))}`]),
  ]
  return `${facts.join(', ')}.`
}
