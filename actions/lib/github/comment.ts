// One comment on an issue or a pull request that is written once and kept up to date.
import { UserError } from '../toolkit/user-error.ts'
import { ownerAndName } from './api-address.ts'
import type { GitHubClient } from './client.ts'
import { bodyCharacters, fitMarkdown } from './fit-markdown.ts'
import { GitHubError, wasRefused } from './github-error.ts'
import { viewerLogin } from './viewer.ts'

export type StickyComment = {
  readonly repository: string
  /** Number of an issue or a pull request. */
  readonly issue: number
  /** Tells our comments apart from each other; letters, digits, `.`, `:`, `_` and single `-`. */
  readonly marker: string
  /** Login that our comments are made by, if it is known. */
  readonly author?: string
  /** Markdown; cut where it is longer than GitHub takes. */
  readonly body: string
}

export type UpsertedComment = {
  readonly type: 'created' | 'updated' | 'unchanged'
  readonly id: number
  readonly url: string
}

type Known = { readonly id: number; readonly url: string; readonly body: string }

const permission = 'pull-requests: write'

/**
 * Writes our comment with this marker, or changes it in its place, or leaves it when it says the same already. A comment of
 * somebody else's is never touched, whatever it begins with. Of two that were made at the same time, the older one stays.
 */
export async function upsertComment(client: GitHubClient, comment: StickyComment): Promise<UpsertedComment> {
  return (await write(client, comment, true)) as UpsertedComment
}

/** The same where there is one of ours; where there is none, nothing is written and undefined returned. */
export async function updateComment(
  client: GitHubClient,
  comment: StickyComment,
): Promise<UpsertedComment | undefined> {
  return write(client, comment, false)
}

async function write(
  client: GitHubClient,
  comment: StickyComment,
  mayCreate: boolean,
): Promise<UpsertedComment | undefined> {
  const { repository, issue } = comment
  const opening = openingOf(comment.marker)
  const text = `${opening}\n${fitMarkdown(comment.body, { characters: bodyCharacters - opening.length - 1 })}`
  const author = comment.author ?? (await viewerLogin(client))
  const find = (all: boolean) => ours(client, { repository, issue, opening, author, all })
  for (let attempt = 1; ; attempt += 1) {
    const [known] = await find(false)
    try {
      if (known !== undefined) return await update(client, repository, known, text)
      if (!mayCreate) return undefined
      const created = await create(client, comment, text)
      const [oldest = created, ...later] = await find(true)
      for (const { id } of later) await remove(client, repository, id)
      if (oldest.id === created.id) return { type: 'created', id: created.id, url: created.url }
      return await update(client, repository, oldest, text)
    } catch (error) {
      // The answer was lost, and it may be there; or another run has just removed what we were about to change.
      const again = (error instanceof GitHubError && error.failure.type === 'unreachable') || wasRefused(error, 404)
      if (!again || attempt === 3) throw error
    }
  }
}

function openingOf(marker: string): string {
  if (!/^[\w.:-]+$/.test(marker) || marker.includes('--') || marker.endsWith('-')) {
    throw new UserError(`“${marker}” cannot mark a comment`, { next: 'use letters, digits and single hyphens' })
  }
  return `<!-- seaworthy:${marker} -->`
}

/** Our comments with the marker, the oldest first. */
async function ours(
  client: GitHubClient,
  where: {
    readonly repository: string
    readonly issue: number
    readonly opening: string
    readonly author: string
    readonly all: boolean
  },
): Promise<readonly Known[]> {
  const { repository, issue, opening, author, all } = where
  type Comment = { readonly body?: string | undefined; readonly user: { readonly login: string } | null }
  const isOurs = ({ body, user }: Comment) => body?.startsWith(opening) === true && user?.login === author
  const comments = await client.paginate(
    'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    { ...ownerAndName(repository), issue_number: issue },
    {
      purpose: `read the comments of #${issue} in ${repository}`,
      permission: 'pull-requests: read',
      ...(!all && { until: isOurs }),
    },
  )
  return comments
    .filter(isOurs)
    .map(({ id, html_url: url, body = '' }) => ({ id: Number(id), url, body }))
    .sort((a, b) => a.id - b.id)
}

async function create(client: GitHubClient, { repository, issue }: StickyComment, body: string): Promise<Known> {
  const { data } = await client.request(
    'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    { ...ownerAndName(repository), issue_number: issue, body },
    { purpose: `comment on #${issue} in ${repository}`, permission },
  )
  return { id: Number(data.id), url: data.html_url, body }
}

async function update(
  client: GitHubClient,
  repository: string,
  { id, url, body }: Known,
  text: string,
): Promise<UpsertedComment> {
  if (body.replaceAll('\r\n', '\n').trimEnd() === text.replaceAll('\r\n', '\n').trimEnd())
    return { type: 'unchanged', id, url }
  await client.request(
    'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
    { ...ownerAndName(repository), comment_id: id, body: text },
    { purpose: `change our comment ${id} in ${repository}`, permission, repeat: 'always' },
  )
  return { type: 'updated', id, url }
}

async function remove(client: GitHubClient, repository: string, id: number): Promise<void> {
  try {
    await client.request(
      'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
      { ...ownerAndName(repository), comment_id: id },
      { purpose: `remove our second comment ${id} in ${repository}`, permission, repeat: 'always' },
    )
  } catch (error) {
    if (!wasRefused(error, 404)) throw error
  }
}
