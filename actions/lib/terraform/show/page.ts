// What every surface shows, without its markup: plain text in sections. Markdown and terminal are made from the same page.

/** A piece of a line: text, or a name, path or command that is set as code. Neither is markup. */
export type Span = string | { readonly code: string }

export type Line = readonly Span[]

/**
 * `list`: one line each. `block`: verbatim lines; a first line of each item, and lines below it that are dropped before any first
 * line is. In a `diff` the first character tells what happens: `+`, `-`, `!`.
 */
export type Section =
  | {
      readonly kind: 'list'
      readonly title: string
      readonly noun: string
      readonly items: readonly Line[]
      /** What to do about it: a paragraph below the items, shown however many of them are left out. */
      readonly foot?: Line
    }
  | {
      readonly kind: 'block'
      readonly title: string
      readonly noun: string
      readonly language: BlockLanguage
      readonly items: readonly BlockItem[]
      readonly foot?: Line
    }

type BlockLanguage = 'diff' | 'hcl' | 'text' | 'sh' | 'yaml'

export type BlockItem = {
  readonly head: string
  /** At least one line, made when they are asked for: of a large plan most are never shown. */
  readonly body?: () => readonly string[]
}

export type Tone = 'bad' | 'careful' | 'good'

/** What is told of one root. */
export type Part = {
  readonly name: string
  /** How it stands, in a word, and how good that is. */
  readonly word: string
  readonly tone: Tone
  /** What is the matter with it, after its name. */
  readonly answer: string
  /** Smaller comes first and is cut last. */
  readonly rank: number
  /** Whether it is open when the page is. */
  readonly open: boolean
  readonly sections: readonly Section[]
  /** Last lines, never left out. */
  readonly facts: readonly Line[]
}

export type Table = {
  readonly columns: readonly string[]
  /** Most important first. */
  readonly rows: readonly TableRow[]
}

export type TableRow = {
  readonly cells: readonly Line[]
  /** What it is counted as where it is left out. */
  readonly kind: string
}

export type Page = {
  readonly answer: string
  /** Paragraphs directly below the answer: what comes next after it, before anything is looked up. */
  readonly lead?: readonly Line[]
  readonly table: Table | undefined
  readonly parts: readonly Part[]
  readonly facts: readonly Line[]
}

/** Where all of it can be seen; addresses. */
export type More = readonly { readonly name: string; readonly url?: string | undefined }[]

/** A list without a title of its own when it is empty: no section. */
export function listSection(
  title: string,
  noun: string,
  items: readonly Line[],
  foot?: Line | undefined,
): readonly Section[] {
  return items.length === 0 ? [] : [{ kind: 'list', title, noun, items, ...(foot !== undefined && { foot }) }]
}

/** Verbatim lines; no section where there are none. */
export function blockSection(
  title: string,
  noun: string,
  language: BlockLanguage,
  items: readonly BlockItem[],
  foot?: Line | undefined,
): readonly Section[] {
  return items.length === 0
    ? []
    : [{ kind: 'block', title, noun, language, items, ...(foot !== undefined && { foot }) }]
}

/** The line without any markup. */
export const plain = (line: Line): string => line.map((span) => (typeof span === 'string' ? span : span.code)).join('')

/** Text in which balanced backticks mean code, as people write it. */
export function prose(text: string): Line {
  const parts = text.split('`')
  const even = parts.length % 2 === 1
  return parts.flatMap((part, index): Span[] => {
    if (part === '') return []
    if (index % 2 === 0) return [part]
    return even || index < parts.length - 1 ? [{ code: part }] : [`\`${part}`]
  })
}

/** Lines put together with something between them. */
export function joined(lines: readonly Line[], separator: string): Line {
  return lines.flatMap((line, index) => (index === 0 ? line : [separator, ...line]))
}
