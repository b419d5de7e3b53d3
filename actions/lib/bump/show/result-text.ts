// The answer to a bump as text for a terminal, and as JSON for a script.

import { showVersion } from '../../images/version.ts'
import { count, listed, oneLine } from '../../text/words.ts'
import type { BumpRefusal, BumpRequest, PlannedSite } from '../request.ts'
import { renderDiff } from './diff.ts'
import type { BumpResult } from './result.ts'

/** The first line: the answer. */
export function bumpAnswer({ outcome, dryRun, sites, refusals, files }: BumpResult): string {
  if (outcome === 'refused') {
    return `Refused, nothing ${dryRun ? 'would be' : 'was'} written: ${refusals.length === 1 ? '1 reason' : `${refusals.length} reasons`}.`
  }
  if (outcome === 'already-there')
    return `Nothing to do: ${count(sites.length, 'place')} ${sites.length === 1 ? 'has' : 'have'} it already.`
  const changed = sites.filter((site) => site.changed).length
  return `${dryRun ? 'Would change' : 'Changed'} ${count(changed, 'place')} in ${count(files.length, 'file')}.`
}

/** `file:line:column`, as far as it is known. */
export function placeOf({ file, line, column }: Pick<BumpRefusal, 'file' | 'line' | 'column'>): string {
  return [file, line, column].filter((part) => part !== undefined).join(':')
}

/** All of it for a terminal. With `diff`, the exact change stands below. */
export function renderBumpText(
  result: BumpResult,
  options: { readonly color: boolean; readonly diff: boolean },
): string {
  const bold = (text: string) => (options.color ? `\u001b[1m${text}\u001b[22m` : text)
  const lines = [bold(bumpAnswer(result)), '']
  for (const refusal of result.refusals) {
    const place = placeOf(refusal)
    const image = refusal.image === '' ? '' : `${refusal.image}: `
    const reason = oneLine(image + refusal.message)
    lines.push(place === '' ? `  ${reason}` : `  ${oneLine(place)}\n    ${reason}`)
  }
  for (const site of result.sites) lines.push(`  ${oneLine(placeOf(site))}\n    ${oneLine(describeSite(site))}`)
  if (result.notes.length > 0) lines.push('', ...result.notes.map((note) => `  note: ${oneLine(note)}`))
  if (options.diff && result.files.length > 0) lines.push('', renderDiff(result.files).trimEnd())
  return `${lines.join('\n').trimEnd()}\n`
}

function describeSite({ image, old, new: next, changed, applications }: PlannedSite): string {
  const through = applications.length === 0 ? '' : ` (${applications.join(', ')})`
  return changed
    ? `${image}: ${old === '' ? 'nothing' : old} → ${next}${through}`
    : `${image}: ${old} already${through}`
}

export type JsonResult = Pick<BumpResult, 'outcome' | 'dryRun' | 'sites' | 'refusals'> & {
  readonly notes: readonly string[]
  readonly diff: string
}

/** The JSON form, which a test holds to its schema. */
export function renderBumpJson({ outcome, dryRun, sites, refusals, notes, diff }: JsonResult): string {
  return `${JSON.stringify({ version: 1, outcome, 'dry-run': dryRun, sites, refusals, notes, diff }, null, 2)}\n`
}

/** What was asked, in one line. */
export function describeCall(requests: readonly BumpRequest[], repository: string): string {
  const images = requests.map(
    ({ image, version, from }) => `${image} ${from === undefined ? `to ${showVersion(version)}` : `as in ${from}`}`,
  )
  const scope = requests[0]?.scope
  const where = [
    ...(scope?.environments ?? []),
    ...(scope?.applications ?? []),
    ...(scope?.files ?? []),
    ...(scope?.targets ?? []).map(({ file, field }) => `${file}#${field}`),
  ]
  return oneLine(`Bump ${listed(images)} in ${listed(where)} of ${repository}`)
}
