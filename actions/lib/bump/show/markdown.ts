// Parts of Markdown that the summary and the pull request share. All text of the tree is escaped.

import { code, escapeMarkdown, row, tableHead } from '../../text/markdown-escape.ts'
import { count } from '../../text/words.ts'
import type { BumpRefusal, PlannedSite } from '../request.ts'
import { placeOf } from './result-text.ts'

/** More rows than this are counted. */
const maxRows = 500

/** The places as a table; empty when there is none. */
export function siteTable(sites: readonly PlannedSite[]): string {
  if (sites.length === 0) return ''
  const rows = sites
    .slice(0, maxRows)
    .map(({ image, old, new: next, changed, file, line, environments, applications }) =>
      row([
        code(image),
        code(old) || 'nothing',
        changed ? code(next) : 'already there',
        code(`${file}:${line}`),
        escapeMarkdown((environments.length > 0 ? environments : applications).join(', ')),
      ]),
    )
  const more = sites.length > maxRows ? [`\n\nAnd ${count(sites.length - maxRows, 'more place')}.`] : []
  return [tableHead(['Image', 'Before', 'After', 'Place', 'For']), ...rows].join('\n') + more.join('')
}

/** Reasons as a list; empty when there is none. */
export function refusalLines(refusals: readonly BumpRefusal[]): string {
  return refusals
    .slice(0, maxRows)
    .map((refusal) => {
      const place = placeOf(refusal)
      const image = refusal.image === '' ? '' : `${code(refusal.image)}: `
      return `- ${place === '' ? '' : `${code(place)} `}${image}${escapeMarkdown(refusal.message)}`
    })
    .join('\n')
}

/** Notes as a list; empty when there is none. */
export const noteLines = (notes: readonly string[]): string =>
  [...new Set(notes)].map((note) => `- ${escapeMarkdown(note)}`).join('\n')

/** A code block whose fence is longer than any run of backticks inside. */
export function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`
}
