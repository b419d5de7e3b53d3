// What a pull request says: all that it merges, what changes now, what was proved, and the exact diff.
import { bumpTrailer } from '../lib/bump/build.ts'
import type { PreparedBump } from '../lib/bump/prepare.ts'
import { fenced, noteLines, siteTable } from '../lib/bump/show/markdown.ts'
import { bodyCharacters, fitMarkdown } from '../lib/github/fit-markdown.ts'
import { formatTrailers } from '../lib/github/trailers.ts'
import { imageKey } from '../lib/images/reference.ts'
import { showVersion } from '../lib/images/version.ts'
import { code } from '../lib/text/markdown-escape.ts'
import { count } from '../lib/text/words.ts'
import { formatBump, type MergedBump, mergedBump, parseBump, standingBumps } from './merged-bumps.ts'

export type PullRequestText = { readonly title: string; readonly body: string }

/** For what is put below the body when it is sent. */
const reservedCharacters = 1000
/** The rest belongs to the table and the diff. */
const trailerCharacters = 40_000
const maxListed = 100

/**
 * Title and body after a change.
 * @param earlier bumps that the branch had before this change, the oldest first
 */
export function pullRequestBody(prepared: PreparedBump, diff: string, earlier: readonly MergedBump[]): PullRequestText {
  const changed = prepared.calls.filter(({ outcome }) => outcome === 'changed')
  const promotes = changed.every(({ requests }) => requests.every(({ promotedFrom }) => promotedFrom !== undefined))
  const own = changed.flatMap(({ bumps }) => bumps).map(mergedBump)
  const all = standingBumps([...earlier, ...own])
  const ownLines = new Set(own.map(formatBump))
  const others = all.filter((bump) => !ownLines.has(formatBump(bump)))
  const parts = [
    siteTable(changed.flatMap(({ sites }) => sites)),
    noteLines(changed.flatMap((call) => call.notes)),
    others.length === 0 ? '' : `Earlier changes of this pull request:\n\n${bumpLines(others)}`,
    `<details><summary>Exact change${others.length === 0 ? '' : ' of the last commit'}</summary>\n\n${fenced(diff, 'diff')}\n\n</details>`,
  ]
  return textOf(all, promotes && others.length === 0 ? 'Promote' : 'Bump', parts)
}

/** Title and body where several runs have written at the same time, and none of them knows the whole. */
export function branchBody(bumps: readonly MergedBump[]): PullRequestText {
  const all = standingBumps(bumps)
  return textOf(all, 'Bump', [bumpLines(all), 'The exact change is under “Files changed”.'])
}

/** Whether a body has the trailer of every bump that the branch brings. */
export function tellsAll(body: string, bumps: readonly MergedBump[]): boolean {
  const lines = new Set(body.split(/\r?\n/))
  return trailersOf(standingBumps(bumps)).kept.every((line) => lines.has(line))
}

function textOf(all: readonly MergedBump[], verb: 'Bump' | 'Promote', parts: readonly string[]): PullRequestText {
  const { kept, leftOut } = trailersOf(all)
  const shortened =
    leftOut === 0 ? '' : `The builds of ${count(leftOut, 'older bump')} are not told below: there are too many.`
  // The trailers come last, for a squash takes the text of the pull request, and later bumps read them there.
  const trailers = kept.join('\n')
  const characters = bodyCharacters - reservedCharacters - trailers.length
  const text = fitMarkdown([...parts, shortened].filter((part) => part !== '').join('\n\n'), { characters })
  return { title: titleOf(all, verb), body: `${text}\n\n${trailers}` }
}

/** One line a bump; of too many the newest. A name in the tree that is no image's is not repeated: it may be markup. */
function trailersOf(all: readonly MergedBump[]): { readonly kept: readonly string[]; readonly leftOut: number } {
  const kept: string[] = []
  const told = all.map(formatBump).filter((value) => parseBump(value) !== undefined)
  let size = 0
  for (const value of told.toReversed()) {
    const line = formatTrailers([{ key: bumpTrailer, value }])
    size += line.length + 1
    if (size > trailerCharacters) break
    kept.unshift(line)
  }
  return { kept, leftOut: told.length - kept.length }
}

/** `Bump api to 1.5.0 in staging`, `Bump 3 images in production, staging`. */
function titleOf(all: readonly MergedBump[], verb: string): string {
  const images = new Set(all.map(({ image }) => imageKey(image)))
  const versions = new Set(all.map(({ version }) => version.tag ?? showVersion(version)))
  const environments = [...new Set(all.flatMap((bump) => bump.environments))].sort()
  const name = all[0]?.image.split('/').at(-1) ?? ''
  const what =
    images.size === 1 ? `${name}${versions.size === 1 ? ` to ${[...versions][0]}` : ''}` : `${images.size} images`
  return `${verb} ${what}${environments.length === 0 ? '' : ` in ${environments.join(', ')}`}`
}

function bumpLines(bumps: readonly MergedBump[]): string {
  const lines = bumps.slice(-maxListed).map(({ image, version, environments }) => {
    const where = environments.length === 0 ? '' : ` in ${environments.join(', ')}`
    return `- ${code(image)} to ${code(version.tag ?? showVersion(version))}${where}`
  })
  return [...lines, ...(bumps.length > maxListed ? [`- and ${bumps.length - maxListed} more`] : [])].join('\n')
}
