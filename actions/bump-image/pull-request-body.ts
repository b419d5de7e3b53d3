// What a pull request says: what changes, what was proved, and the exact diff.

import { bumpMessage } from '../lib/bump/commit-message.ts'
import { fenced, noteLines, siteTable } from '../lib/bump/markdown.ts'
import type { PreparedBump } from '../lib/bump/prepare.ts'

/** Title and body; the body is cut by whoever sends it. */
export function pullRequestBody(
  prepared: PreparedBump,
  diff: string,
  labels: readonly string[],
): { readonly title: string; readonly body: string; readonly labels: readonly string[] } {
  const changed = prepared.calls.filter(({ outcome }) => outcome === 'changed')
  const promotes = changed.every(({ requests }) => requests.every(({ promotedFrom }) => promotedFrom !== undefined))
  const { headline, body } = bumpMessage(
    changed.flatMap(({ bumps }) => bumps),
    promotes ? 'Promote' : 'Bump',
  )
  // The trailers: a squash takes the text of the pull request, and later bumps read them there.
  const trailers = body.split('\n\n').at(-1) ?? ''
  const notes = changed.flatMap((call) => call.notes)
  const parts = [
    siteTable(changed.flatMap(({ sites }) => sites)),
    noteLines(notes),
    `<details><summary>Exact change</summary>\n\n${fenced(diff, 'diff')}\n\n</details>`,
    trailers,
  ]
  return { title: headline, body: parts.filter((part) => part !== '').join('\n\n'), labels }
}
