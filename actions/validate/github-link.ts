// The address of a place in a repository on GitHub.
import type { SourceLocation } from '../lib/findings/finding.ts'

export type RepositoryPlace = { readonly server: string; readonly repository: string; readonly commit: string }

/** `https://host/owner/name/blob/<commit>/<file>#L3`, safe inside a Markdown link. */
export function linkTo({ server, repository, commit }: RepositoryPlace, at: SourceLocation): string {
  const encode = (part: string) =>
    encodeURIComponent(part.toWellFormed()).replace(
      /[()!'*~]/g,
      (character) => `%${character.charCodeAt(0).toString(16)}`,
    )
  const path = at.file.split('/').map(encode).join('/')
  // `plain=1`: rendered Markdown has no lines to point at; for other files it changes nothing.
  return `${server}/${repository}/blob/${encode(commit)}/${path}?plain=1${at.line === undefined ? '' : `#L${at.line}`}`
}
