// Reads Markdown as far as our pages use it, by the rules of GitHub's specification and not by how we write it: fences, tables,
// `<details>`. The whole of it is read by GitHub's own parser in comment.tools.test.ts.

export type ReadPage = {
  readonly heading: string
  /** Cells of every row, the title row first; of each table. */
  readonly tables: readonly (readonly (readonly string[])[])[]
  readonly fences: readonly { readonly language: string; readonly lines: readonly string[] }[]
  /** Lines outside of fences. */
  readonly prose: readonly string[]
  /** Texts of `<summary>`. */
  readonly summaries: readonly string[]
}

/** Throws where a fence or `<details>` is left open, or one is closed that is not open. */
export function readMarkdown(markdown: string): ReadPage {
  const fences: { language: string; lines: string[] }[] = []
  const prose: string[] = []
  let open: string | undefined
  for (const line of markdown.split('\n')) {
    if (open !== undefined) {
      const close = /^ {0,3}(`{3,}) *$/.exec(line)?.[1]
      if (close !== undefined && close.length >= open.length) open = undefined
      else fences.at(-1)?.lines.push(line)
      continue
    }
    const start = /^ {0,3}(`{3,}|~{3,})([^`]*)$/.exec(line)
    if (start !== null) {
      open = start[1]
      fences.push({ language: start[2] ?? '', lines: [] })
    } else {
      prose.push(line)
    }
  }
  if (open !== undefined) throw new Error('a fence is left open')
  let depth = 0
  for (const line of prose) {
    if (/^<details( open)?>/.test(line)) depth += 1
    if (line === '</details>') depth -= 1
    if (depth < 0 || depth > 1) throw new Error('<details> are not balanced')
  }
  if (depth !== 0) throw new Error('<details> is left open')
  return {
    heading: prose[0]?.replace(/^## /, '') ?? '',
    tables: tablesOf(prose),
    fences,
    prose,
    summaries: prose.flatMap((line) => /^<details(?: open)?><summary>(.*)<\/summary>$/.exec(line)?.[1] ?? []),
  }
}

function tablesOf(lines: readonly string[]): string[][][] {
  const tables: string[][][] = []
  let before = ''
  for (const line of lines) {
    if (line.startsWith('|')) {
      if (!before.startsWith('|')) tables.push([])
      if (!/^(\| -+ )+\|$/.test(line)) tables.at(-1)?.push(cellsOf(line))
    }
    before = line
  }
  return tables
}

/** https://github.github.com/gfm/#tables-extension-: a bar ends a cell unless a backslash stands before it, code or not. */
function cellsOf(line: string): string[] {
  const parts = line.split(/(?<!\\)\|/)
  return parts.slice(1, -1).map((cell) => cell.trim())
}
