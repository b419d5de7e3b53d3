// Pull requests of one group of branches (`bump/web`, `bump/web-2`, …): found, opened, described, closed.
import { ownerAndName } from './api-address.ts'
import type { GitHubClient } from './client.ts'
import { bodyCharacters, fitMarkdown } from './fit-markdown.ts'
import { refusalOf, wasRefused } from './github-error.ts'

export type Pull = {
  readonly number: number
  readonly url: string
  readonly state: 'open' | 'closed'
  readonly isMerged: boolean
  readonly title: string
  readonly body: string
  /** The commit that its branch points to, or pointed to when it was closed. */
  readonly headCommit: string
}

type Listed = {
  readonly number: number
  readonly html_url: string
  readonly state: string
  readonly merged_at: string | null
  readonly title: string
  readonly body: string | null
  readonly head: { readonly sha: string }
}

export type PullText = { readonly title: string; readonly body: string }

const permission = 'pull-requests: write'
const maxTitle = 256
const maxFingerprints = 50
const fingerprintLine = /\n*<!-- seaworthy-content:([ 0-9a-f]*)-->\s*$/

const pullOf = ({ number, html_url: url, state, merged_at, title, body, head }: Listed): Pull => ({
  number,
  url,
  state: state === 'open' ? 'open' : 'closed',
  isMerged: merged_at !== null,
  title,
  body: body ?? '',
  headCommit: head.sha,
})

/** All pull requests from a branch of the repository itself to `base`, the newest first. */
export async function pullsOf(
  client: GitHubClient,
  repository: string,
  branch: string,
  base: string,
): Promise<readonly Pull[]> {
  const { owner, repo } = ownerAndName(repository)
  const pulls = await client.paginate(
    'GET /repos/{owner}/{repo}/pulls',
    { owner, repo, head: `${owner}:${branch}`, base, state: 'all' },
    {
      purpose: `read the pull requests from ${branch} in ${repository}`,
      permission: 'pull-requests: read',
      limit: 200,
    },
  )
  return pulls.map(pullOf).sort((a, b) => b.number - a.number)
}

/** Opens one, or returns the one that another run has opened meanwhile; undefined when the branch has nothing that base has not. */
export async function openPull(
  client: GitHubClient,
  repository: string,
  place: { readonly branch: string; readonly base: string },
  text: PullText,
): Promise<{ readonly pull: Pull; readonly isNew: boolean } | undefined> {
  try {
    const { data } = await client.request(
      'POST /repos/{owner}/{repo}/pulls',
      { ...ownerAndName(repository), head: place.branch, base: place.base, ...text },
      // A second one for the same branch is refused, so that asking again is safe.
      { purpose: `open a pull request from ${place.branch} in ${repository}`, permission, repeat: 'always' },
    )
    return { pull: pullOf({ ...data, merged_at: null }), isNew: true }
  } catch (error) {
    if (!wasRefused(error, 422)) throw error
    if (/no commits between/i.test(refusalOf(error))) return undefined
    const pull = (await pullsOf(client, repository, place.branch, place.base)).find(({ state }) => state === 'open')
    if (pull === undefined) throw error
    return { pull, isNew: false }
  }
}

/** Changes what is said about it, where that differs. Returns whether it did. */
export async function describePull(
  client: GitHubClient,
  repository: string,
  pull: Pull,
  { title, body }: PullText,
): Promise<boolean> {
  if (pull.title === title && pull.body.replaceAll('\r\n', '\n').trimEnd() === body.trimEnd()) return false
  await patch(client, repository, pull.number, { title, body }, `change the text of #${pull.number}`)
  return true
}

/** Closes it with a comment that says why. Its changes are forgotten, so that it does not look as if a person had declined them. */
export async function closePull(client: GitHubClient, repository: string, pull: Pull, why: string): Promise<void> {
  const { number, body } = pull
  await commentOn(client, repository, number, why)
  const change = { state: 'closed', body: body.replaceAll('\r\n', '\n').replace(fingerprintLine, '') } as const
  await patch(client, repository, number, change, `close #${number}`)
}

/** Throws a GitHubError. @param needs what a token needs, which for an issue is another permission */
export async function commentOn(
  client: GitHubClient,
  repository: string,
  number: number,
  body: string,
  needs = permission,
): Promise<void> {
  await client.request(
    'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    { ...ownerAndName(repository), issue_number: number, body },
    { purpose: `comment on #${number} in ${repository}`, permission: needs },
  )
}

async function patch(
  client: GitHubClient,
  repository: string,
  number: number,
  change: { readonly title?: string; readonly body?: string; readonly state?: 'closed' },
  purpose: string,
): Promise<void> {
  await client.request(
    'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
    { ...ownerAndName(repository), pull_number: number, ...change },
    { purpose: `${purpose} in ${repository}`, permission, repeat: 'always' },
  )
}

/** Adds labels; GitHub makes those that the repository does not have yet. */
export async function addLabels(
  client: GitHubClient,
  repository: string,
  number: number,
  labels: readonly string[],
): Promise<void> {
  if (labels.length === 0) return
  await client.request(
    'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
    { ...ownerAndName(repository), issue_number: number, labels: [...labels] },
    { purpose: `label #${number} in ${repository}`, permission, repeat: 'always' },
  )
}

/** Paths of the files that it changes; of a renamed one both. */
export async function changedFiles(
  client: GitHubClient,
  repository: string,
  number: number,
): Promise<readonly string[]> {
  const files = await client.paginate(
    'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
    { ...ownerAndName(repository), pull_number: number },
    { purpose: `read the files of #${number} in ${repository}`, permission: 'pull-requests: read' },
  )
  return files.flatMap(({ filename, previous_filename: before }) =>
    before === undefined ? [filename] : [filename, before],
  )
}

/** The login of who closed it; undefined when GitHub does not say. */
export async function closedBy(client: GitHubClient, repository: string, number: number): Promise<string | undefined> {
  const { data } = await client.request(
    'GET /repos/{owner}/{repo}/issues/{issue_number}',
    { ...ownerAndName(repository), issue_number: number },
    { purpose: `read who closed #${number} in ${repository}`, permission: 'pull-requests: read' },
  )
  return data.closed_by?.login
}

/** The title and body as GitHub takes them, with the fingerprints of the changes at the end, which nobody sees. */
export function pullText({ title, body }: PullText, fingerprints: readonly string[]): PullText {
  const line = `<!-- seaworthy-content: ${fingerprints.slice(-maxFingerprints).join(' ')} -->`
  const [headline = ''] = title.split('\n', 1)
  return {
    title: headline.length <= maxTitle ? headline : `${headline.slice(0, maxTitle - 1)}…`,
    body: `${fitMarkdown(body, { characters: bodyCharacters - line.length - 2 })}\n\n${line}`,
  }
}

/** The fingerprints of the changes that a pull request has had. */
export function fingerprintsOf({ body }: Pull): readonly string[] {
  return (
    fingerprintLine
      .exec(body.replaceAll('\r\n', '\n'))?.[1]
      ?.split(' ')
      .filter((part) => part !== '') ?? []
  )
}
