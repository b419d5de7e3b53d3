// Facts as a markdown table between two markers of a README, and back.

import type { Fact } from './fact.ts'

const begin = '<!-- facts: written by scripts/platform-rows/write-tables.ts -->'
const end = '<!-- /facts -->'

/** Returns the table of facts, one line each, in the order given. */
export function renderFacts(facts: readonly Fact[]): string {
  const lines = facts.map((fact) => {
    const expected =
      'is' in fact.expected ? JSON.stringify(fact.expected.is) : `contains ${JSON.stringify(fact.expected.contains)}`
    const cells = [fact.row, code(fact.file), code(fact.object), code(fact.pointer), code(expected)]
    return `| ${cells.join(' | ')} |`
  })
  return ['| Row | File | Object | Pointer | Expected |', '|---|---|---|---|---|', ...lines].join('\n')
}

/** Returns the README with the facts between its markers; throws when it has none. */
export function replaceFacts(readme: string, facts: readonly Fact[]): string {
  const from = readme.indexOf(begin)
  const to = readme.indexOf(end)
  if (from < 0 || to < from) throw new Error(`no place for the facts: put ${begin} and ${end} into the README`)
  return `${readme.slice(0, from + begin.length)}\n${renderFacts(facts)}\n${readme.slice(to)}`
}

/** Returns the cells of every table line whose first cell is a row id with the prefix (`C-`). */
export function rowCells(readme: string, prefix: string): readonly (readonly string[])[] {
  return readme
    .split('\n')
    .filter((line) => line.startsWith(`| ${prefix}`))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``
}
