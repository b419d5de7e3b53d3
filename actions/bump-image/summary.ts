// The step summary: the answer first, then places, reasons, notes and the exact change.

import type { CallOutcome } from '../lib/bump/prepare.ts'
import { fenced, noteLines, refusalLines, siteTable } from '../lib/bump/show/markdown.ts'
import { fitMarkdown } from '../lib/github/fit-markdown.ts'
import { escapeMarkdown } from '../lib/text/markdown-escape.ts'
import { count } from '../lib/text/words.ts'
import type { LandedBump } from './land-bump.ts'

/** GitHub takes 1 MiB a step; the rest is for what other parts of the step may say. */
const summaryBytes = 900 * 1024

/** What the first line says, in plain text: for the log and for a failure as well. */
export function answerOf(own: CallOutcome, landed: LandedBump, dryRun: boolean): string {
  const changed = own.sites.filter((site) => site.changed).length
  switch (own.outcome) {
    case 'refused':
      return `Refused, nothing was written: ${own.refusals[0]?.message ?? 'no reason is known'}${own.refusals.length > 1 ? ` (and ${count(own.refusals.length - 1, 'more reason')})` : ''}`
    case 'superseded':
      return 'Nothing was written: a newer build is deployed already.'
    case 'already-there':
      if (landed.pullRequest !== undefined) return `Nothing to do: #${landed.pullRequest.number} proposes it already.`
      return `Nothing to do: ${count(own.sites.length, 'place has', 'places have')} it already.`
    default:
      if (landed.pullRequest !== undefined && landed.commit === undefined) {
        return `Nothing was written: ${landed.pullRequest.note ?? `#${landed.pullRequest.number} has it already`}.`
      }
      return `${dryRun ? 'Would change' : landed.pullRequest === undefined ? 'Changed' : 'Proposed to change'} ${count(changed, 'place')} in ${count(new Set(own.sites.filter((site) => site.changed).map(({ file }) => file)).size, 'file')}.`
  }
}

/** Markdown within GitHub's limit. `others` are requests of waiting runs that were done as well. */
export function renderSummary(
  own: CallOutcome,
  others: readonly CallOutcome[],
  landed: LandedBump,
  dryRun: boolean,
): string {
  const mark = own.outcome === 'refused' ? '❌' : '✅'
  const parts = [
    `${mark} **${escapeMarkdown(answerOf(own, landed, dryRun))}**`,
    whereOf(own, landed),
    refusalLines(own.refusals),
    siteTable(own.sites),
    noteLines(own.notes),
    waitingLine(others, landed),
    landed.diff === ''
      ? ''
      : `<details${dryRun ? ' open' : ''}><summary>Exact change</summary>\n\n${fenced(landed.diff, 'diff')}\n\n</details>`,
  ]
  return fitMarkdown(`${parts.filter((part) => part !== '').join('\n\n')}\n`, { bytes: summaryBytes })
}

function whereOf(own: CallOutcome, { commit, attempts, pullRequest }: LandedBump): string {
  const lines: string[] = []
  if (own.outcome !== 'changed' && commit !== undefined)
    lines.push('Requests that waited behind this one were written:')
  if (pullRequest !== undefined) lines.push(`Pull request [#${pullRequest.number}](${pullRequest.url}).`)
  if (commit !== undefined) {
    const verified = commit.verified ? 'verified by GitHub' : 'not verified by GitHub'
    lines.push(`Commit [${commit.id.slice(0, 12)}](${commit.url}), ${verified}, after ${count(attempts, 'attempt')}.`)
  }
  if (pullRequest?.note !== undefined && commit !== undefined) lines.push(escapeMarkdown(pullRequest.note))
  return lines.join(' ')
}

function waitingLine(others: readonly CallOutcome[], { commit, pullRequest }: LandedBump): string {
  if (others.length === 0) return ''
  const written = others.filter(({ outcome }) => outcome === 'changed').length
  const done = commit === undefined && pullRequest === undefined ? 'would be' : written === 1 ? 'was' : 'were'
  const rest = others.length - written
  const left =
    rest === 0
      ? ''
      : `; ${rest === 1 ? 'one is' : `${rest} are`} left to ${rest === 1 ? 'its own run' : 'their own runs'}`
  return `${count(written, 'waiting request')} ${done} done in the same change${left}.`
}
