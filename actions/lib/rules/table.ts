// The rule table as Markdown: a pure function of the descriptions.
import type { RuleDescription } from './rule.ts'

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/** A Markdown table, one row a rule. */
export const rulesTable = (rows: readonly RuleDescription[]): string =>
  [
    '| rule | severity | what it finds | why it matters | how to mend it |',
    '|---|---|---|---|---|',
    ...rows.map(
      ({ id, severity, what, why, mend }) => `| \`${id}\` | ${severity} | ${[what, why, mend].map(cell).join(' | ')} |`,
    ),
    '',
  ].join('\n')
