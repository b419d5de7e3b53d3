// A page as text for a terminal, a log or a file: all of it, never cut.
import { painter, type Style, wrap } from '../../report/terminal.ts'
import { clip, oneLine } from '../../text/words.ts'
import { type Line, type Page, type Part, plain, type Section, type Tone } from './page.ts'

export type TextOptions = {
  readonly color: boolean
  /** Columns of the terminal; undefined does not break lines. */
  readonly width?: number | undefined
}

/** Longer words of others are cut. */
const lineLimit = 4000

const toneStyles: Readonly<Record<Tone, Style>> = { bad: 'red', careful: 'yellow', good: 'green' }
const signStyles: Readonly<Record<string, Style>> = { '+': 'green', '-': 'red', '!': 'yellow' }

/** The page with a line end. Without colour it has no control characters but line ends, and no line is a workflow command. */
export function pageText(page: Page, options: TextOptions): string {
  const paint = painter(options.color)
  const width = options.width === undefined ? Number.POSITIVE_INFINITY : Math.max(options.width, 40)
  const { parts, facts, lead = [] } = page
  const told = parts.filter(({ sections }) => sections.length > 0)
  const lines = [
    ...wrap(safe([page.answer]), width).map((line) => paint(line, 'bold')),
    ...lead.flatMap((line) => wrap(safe(line), width)),
    ...(parts.length < 2 ? [] : ['', ...overview(parts)]),
    ...told.flatMap(partLines),
    ...(facts.length === 0 ? [] : ['', ...facts.flatMap((line) => wrap(safe(line), width))]),
  ]
  return `${lines.join('\n')}\n`

  function overview(all: readonly Part[]): readonly string[] {
    const wordWidth = Math.max(...all.map(({ word }) => word.length))
    const nameWidth = Math.min(40, Math.max(...all.map(({ name }) => name.length)))
    return all.map(({ word, tone, name, answer }) =>
      `${paint(word.padEnd(wordWidth), toneStyles[tone])}  ${safe([name]).padEnd(nameWidth)}  ${safe([answer])}`.trimEnd(),
    )
  }

  function partLines({ name, answer, tone, sections, facts: last }: Part): readonly string[] {
    const told = parts.length === 1 && page.answer.endsWith(answer)
    return [
      ...(told ? [] : ['', `${paint(safe([name]), 'bold')}: ${paint(safe([answer]), toneStyles[tone])}`]),
      ...sections.flatMap(sectionLines),
      ...last.flatMap((line) => ['', ...wrap(safe(line), width - 2).map((text) => `  ${paint(text, 'dim')}`)]),
    ]
  }

  function sectionLines(section: Section): readonly string[] {
    const title = section.title === '' ? [''] : ['', `  ${paint(safe([section.title]), 'bold')}`]
    const foot = section.foot === undefined ? [] : wrap(safe(section.foot), width - 2).map((line) => `  ${line}`)
    if (section.kind === 'block') {
      return [
        ...title,
        ...section.items.flatMap(({ head, body }) => [head, ...(body?.() ?? [])].map((line) => painted(section, line))),
        ...foot,
      ]
    }
    return [
      ...title,
      ...section.items.flatMap((item) => {
        const [first = '', ...rest] = wrap(safe(item), width - 4)
        return [`  - ${first}`, ...rest.map((line) => `    ${line}`)]
      }),
      ...foot,
    ]
  }

  function painted(section: Section, line: string): string {
    const style = section.kind === 'block' && section.language === 'diff' ? signStyles[line[0] ?? ''] : undefined
    return style === undefined ? `  ${line}` : `  ${paint(line, style)}`
  }
}

const safe = (line: Line) => oneLine(clip(plain(line), lineLimit))
