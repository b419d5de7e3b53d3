// One issue for each thing that goes on: opened once, kept up to date, closed when it is over.
import { clip, oneLine } from '../text/words.ts'
import { UserError } from '../toolkit/user-error.ts'
import { ownerAndName } from './api-address.ts'
import type { GitHubClient } from './client.ts'
import { bodyCharacters, fitMarkdown } from './fit-markdown.ts'
import { GitHubError } from './github-error.ts'
import { commentOn } from './pulls.ts'
import { viewerLogin } from './viewer.ts'

export type KeyedIssue = {
  readonly repository: string
  /** Tells our issues apart from each other; letters, digits, `.`, `/`, `:`, `_` and single `-`. */
  readonly key: string
  readonly title: string
  /** Markdown; cut where it is longer than GitHub takes. */
  readonly body: string
  /** Put on when it is opened. Afterwards labels are people's. */
  readonly labels?: readonly string[]
  /** Login that our issues are made by, if it is known. */
  readonly author?: string
}

export type UpsertedIssue = {
  /**
   * `reopened`: it had been closed and is news again. `muted`: a person closed it as not planned, and it says the same as then, so
   * it stays closed.
   */
  readonly type: 'created' | 'updated' | 'unchanged' | 'reopened' | 'muted'
  readonly number: number
  readonly url: string
}

type Known = {
  readonly number: number
  readonly url: string
  readonly title: string
  readonly body: string
  readonly isOpen: boolean
  readonly isNotPlanned: boolean
}

const permission = 'issues: write'
const maxTitle = 256

/**
 * Opens the issue of a key, or changes it where its text differs, or opens it again. Issues of others are never touched, whatever
 * they begin with. Of two that were opened at the same time, the older one stays. Throws a UserError for a key that cannot be one
 * and where the repository has no issues, and a GitHubError.
 */
export async function upsertIssue(client: GitHubClient, issue: KeyedIssue): Promise<UpsertedIssue> {
  const { repository, labels = [] } = issue
  const opening = openingOf(issue.key)
  const title = clip(oneLine(issue.title).trim(), maxTitle)
  const body = `${opening}\n${fitMarkdown(issue.body, { characters: bodyCharacters - opening.length - 1 })}`
  const author = issue.author ?? (await viewerLogin(client))
  for (let attempt = 1; ; attempt += 1) {
    const known = currentOf(await ours(client, repository, opening, author))
    if (known !== undefined) return update(client, repository, known, { title, body })
    try {
      const { data } = await client.request(
        'POST /repos/{owner}/{repo}/issues',
        { ...ownerAndName(repository), title, body, labels: [...labels] },
        { purpose: `open the issue “${title}” in ${repository}`, permission },
      )
      const made = { number: data.number, url: data.html_url }
      const oldest = (await ours(client, repository, opening, author)).find(({ isOpen }) => isOpen)
      if (oldest === undefined || oldest.number >= made.number) return { type: 'created', ...made }
      await close(client, repository, made.number, `The same as #${oldest.number}.`, 'not_planned')
      return { type: 'unchanged', number: oldest.number, url: oldest.url }
    } catch (error) {
      // It may be there all the same.
      const lost = error instanceof GitHubError && error.failure.type === 'unreachable'
      if (!lost || attempt === 3) throw explained(error, repository)
    }
  }
}

/** Closes the issue of a key with a comment that says why. Undefined when none was open. Throws as `upsertIssue` does. */
export async function closeIssue(
  client: GitHubClient,
  issue: {
    readonly repository: string
    readonly key: string
    readonly comment: string
    readonly author?: string
  },
): Promise<{ readonly number: number; readonly url: string } | undefined> {
  const { repository, comment } = issue
  const author = issue.author ?? (await viewerLogin(client))
  const open = (await ours(client, repository, openingOf(issue.key), author)).filter(({ isOpen }) => isOpen)
  for (const { number } of open) await close(client, repository, number, comment, 'completed')
  const [first] = open
  return first === undefined ? undefined : { number: first.number, url: first.url }
}

function openingOf(key: string): string {
  if (!/^[\w./:-]+$/.test(key) || key.includes('--') || key.endsWith('-')) {
    throw new UserError(`“${key}” cannot mark an issue`, { next: 'use letters, digits, slashes and single hyphens' })
  }
  return `<!-- seaworthy:${key} -->`
}

/** Our issues with the marker, the oldest first. */
async function ours(
  client: GitHubClient,
  repository: string,
  opening: string,
  author: string,
): Promise<readonly Known[]> {
  const issues = await client.paginate(
    'GET /repos/{owner}/{repo}/issues',
    { ...ownerAndName(repository), state: 'all', creator: author },
    { purpose: `look for our issue in ${repository}`, permission: 'issues: read' },
  )
  return issues
    .filter(
      ({ body, user, pull_request: pull }) =>
        pull === undefined && user?.login === author && body?.split(/\r?\n/, 1)[0] === opening,
    )
    .map(({ number, html_url: url, title, body, state, state_reason: reason }) => ({
      number,
      url,
      title,
      body: body ?? '',
      isOpen: state === 'open',
      isNotPlanned: reason === 'not_planned' || reason === 'duplicate',
    }))
    .sort((a, b) => a.number - b.number)
}

/** The oldest that is open, else the one that was closed last. */
const currentOf = (issues: readonly Known[]) => issues.find(({ isOpen }) => isOpen) ?? issues.at(-1)

async function update(
  client: GitHubClient,
  repository: string,
  known: Known,
  { title, body }: { readonly title: string; readonly body: string },
): Promise<UpsertedIssue> {
  const { number, url, isOpen } = known
  const isSame = known.title === title && normal(known.body) === normal(body)
  if (isSame && isOpen) return { type: 'unchanged', number, url }
  if (isSame && known.isNotPlanned) return { type: 'muted', number, url }
  await client.request(
    'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
    { ...ownerAndName(repository), issue_number: number, title, body, ...(!isOpen && { state: 'open' as const }) },
    { purpose: `change our issue #${number} in ${repository}`, permission, repeat: 'always' },
  )
  return { type: isOpen ? 'updated' : 'reopened', number, url }
}

const normal = (text: string) => text.replaceAll('\r\n', '\n').trimEnd()

async function close(
  client: GitHubClient,
  repository: string,
  number: number,
  comment: string,
  reason: 'completed' | 'not_planned',
): Promise<void> {
  await commentOn(client, repository, number, comment, permission)
  await client.request(
    'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
    { ...ownerAndName(repository), issue_number: number, state: 'closed', state_reason: reason },
    { purpose: `close our issue #${number} in ${repository}`, permission, repeat: 'always' },
  )
}

function explained(error: unknown, repository: string): unknown {
  const isOff = error instanceof GitHubError && error.failure.type === 'refused' && error.failure.status === 410
  if (!isOff) return error
  return new UserError(`${repository} has no issues: they are switched off`, {
    next: 'switch them on in the settings of the repository (General, Features), or do not ask for issues',
    cause: error,
  })
}
