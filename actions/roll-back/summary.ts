// The step summary of a roll-back: the answer first.
import { fenced, noteLines, refusalLines, siteTable } from '../lib/bump/show/markdown.ts'
import { fitMarkdown } from '../lib/github/fit-markdown.ts'
import { showVersion } from '../lib/images/version.ts'
import { code, escapeMarkdown } from '../lib/text/markdown-escape.ts'
import { count } from '../lib/text/words.ts'
import type { LandedRollBack } from './land-roll-back.ts'

const summaryBytes = 900 * 1024

export type RollBackOutcome = 'rolled-back' | 'held' | 'already-there' | 'refused'

/** What it came to. */
export function outcomeOf({ plan }: LandedRollBack): RollBackOutcome {
  if (plan.refusals.length > 0) return 'refused'
  if (plan.rolledBack.some(({ sites }) => sites.some((site) => site.changed))) return 'rolled-back'
  return plan.files.length > 0 ? 'held' : 'already-there'
}

/** The first line, in plain text. */
export function answerOf(landed: LandedRollBack, dryRun: boolean): string {
  const { plan } = landed
  const changed = plan.rolledBack.flatMap(({ sites }) => sites).filter((site) => site.changed).length
  switch (outcomeOf(landed)) {
    case 'refused':
      return `Refused, nothing was written: ${plan.refusals[0]?.message ?? 'no reason is known'}`
    case 'held':
      return `${dryRun ? 'Would hold' : 'Held'}: none of these places has it any more, and it stays away.`
    case 'already-there':
      return `Nothing to do: none of these places has it any more${plan.holds.length > 0 ? ', and it is held already' : ''}.`
    default:
      return `${dryRun ? 'Would take back' : 'Took back'} ${count(changed, 'place')}${plan.holds.length > 0 ? `, and ${count(plan.holds.length, 'hold keeps', 'holds keep')} it away` : ''}.`
  }
}

/** Markdown within GitHub's limit. */
export function renderSummary(landed: LandedRollBack, reason: string, dryRun: boolean): string {
  const { plan, commit, attempts, diff } = landed
  const mark = plan.refusals.length > 0 ? '❌' : '✅'
  const parts = [
    `${mark} **${escapeMarkdown(answerOf(landed, dryRun))}**`,
    `Reason: ${escapeMarkdown(reason)}`,
    commit === undefined
      ? ''
      : `Commit [${commit.id.slice(0, 12)}](${commit.url}), ${commit.verified ? 'verified by GitHub' : 'not verified by GitHub'}, after ${count(attempts, 'attempt')}.`,
    refusalLines(plan.refusals),
    plan.rolledBack
      .map(
        ({ image, bad, to }) =>
          `- ${code(image)}: ${code(showVersion(bad))} ${to === undefined ? 'stands in none of these places' : `→ ${code(showVersion(to))}`}`,
      )
      .join('\n'),
    siteTable(plan.rolledBack.flatMap(({ sites }) => sites)),
    noteLines(plan.notes),
    plan.holds.map((path) => `- Hold: ${code(path)}. To lift it, remove the file in a pull request.`).join('\n'),
    diff === ''
      ? ''
      : `<details${dryRun ? ' open' : ''}><summary>Exact change</summary>\n\n${fenced(diff, 'diff')}\n\n</details>`,
  ]
  return fitMarkdown(`${parts.filter((part) => part !== '').join('\n\n')}\n`, { bytes: summaryBytes })
}
