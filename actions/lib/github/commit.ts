// One commit on a branch through GraphQL, made only if the branch is still where it is expected to be.
// https://docs.github.com/graphql/reference/mutations#createcommitonbranch
import { UserError } from '../toolkit/user-error.ts'
import { ownerAndName, shortId } from './api-address.ts'
import type { GitHubClient } from './client.ts'
import type { Failure } from './failure.ts'
import { GitHubError } from './github-error.ts'

export type Addition = { readonly path: string; readonly bytes: Uint8Array }

export type CommitRequest = {
  readonly repository: string
  readonly branch: string
  /** Full id of the commit that the change was made for. */
  readonly expectedHead: string
  readonly headline: string
  readonly body: string
  readonly additions: readonly Addition[]
  readonly deletions: readonly string[]
}

export type CommitResult =
  | { readonly type: 'committed'; readonly commit: string; readonly url: string; readonly verified: boolean }
  /** The branch has moved; nothing was written. */
  | { readonly type: 'stale' }
  /** Nothing was written; GitHub wants to be left alone for so long. */
  | { readonly type: 'limited'; readonly waitMs: number }
  /** No answer or half of one: the commit may be there. */
  | { readonly type: 'unknown'; readonly reason: string }

/** Our limit, far above any change of settings: GitHub names none for this mutation. */
const maxTotalBytes = 25 * 1024 * 1024

const mutation = `mutation($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid url signature { isValid } } }
}`

type Created = {
  readonly createCommitOnBranch: {
    readonly commit: {
      readonly oid: string
      readonly url: string
      readonly signature: { readonly isValid: boolean } | null
    } | null
  } | null
}

/**
 * Sends it once. Throws a UserError when GitHub refuses for good: a protected branch, a missing permission or branch, too many
 * bytes. GitHub writes new files with mode 644 and drops an executable bit: the caller looks at modes first.
 */
export async function commitOnBranch(client: GitHubClient, request: CommitRequest): Promise<CommitResult> {
  const { repository, branch, additions, deletions } = request
  ownerAndName(repository)
  const total = additions.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
  if (total > maxTotalBytes) {
    throw new UserError(`the change has ${total} bytes, more than the ${maxTotalBytes} that go into one commit`, {
      where: `${branch} of ${repository}`,
      next: 'change fewer files at a time',
    })
  }
  const input = {
    branch: { repositoryNameWithOwner: repository, branchName: branch },
    expectedHeadOid: request.expectedHead,
    message: { headline: request.headline, body: request.body },
    fileChanges: {
      additions: additions.map(({ path, bytes }) => ({ path, contents: Buffer.from(bytes).toString('base64') })),
      deletions: deletions.map((path) => ({ path })),
    },
  }
  const asked = { purpose: `commit to ${branch} of ${repository}`, permission: 'contents: write' }
  try {
    const created = await client.graphql<Created>(mutation, { input }, { ...asked, repeat: 'never' })
    const commit = created.createCommitOnBranch?.commit
    if (!commit) return { type: 'unknown', reason: 'the answer names no commit' }
    const verified = commit.signature?.isValid ?? (await isVerified(client, repository, commit.oid))
    return { type: 'committed', commit: commit.oid, url: commit.url, verified }
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    const { failure } = error
    if (failure.type === 'limited') return { type: 'limited', waitMs: failure.waitMs }
    if (failure.type === 'unreachable') return { type: 'unknown', reason: failure.reason }
    if (isStale(failure)) return { type: 'stale' }
    throw refusal(error, failure, request)
  }
}

type Refused = Extract<Failure, { type: 'refused' }>

const isStale = ({ errors, message }: Refused) =>
  errors.some(({ type }) => type === 'STALE_DATA') ||
  /expected branch to point to|but expected [0-9a-f]{40}/i.test(message)

/** Classic protection has a type of its own; rulesets are told by their words only. */
const isProtected = ({ errors, message }: Refused) =>
  errors.some(({ type }) => type === 'BRANCH_PROTECTION_RULE_VIOLATION') ||
  /protected branch|rule violations? found|changes must be made through|merge queue/i.test(message)

function refusal(error: GitHubError, failure: Refused, { repository, branch }: CommitRequest): UserError {
  const said = `GitHub says “${failure.message}”`
  if (isProtected(failure)) {
    return new GitHubError(
      failure,
      `${branch} of ${repository} takes no direct commits from this token: ${said}`,
      'let this step open a pull request (mode: pull-request), or add the GitHub App whose token it uses to those who may bypass the rule',
      error,
    )
  }
  if (/no ref found|could not resolve to a (ref|branch)|branch .*(not found|does not exist)/i.test(failure.message)) {
    return new GitHubError(
      failure,
      `${repository} has no branch ${branch}, or it was deleted meanwhile: ${said}`,
      'check the name of the branch',
      error,
    )
  }
  if (failure.status === 413 || /too large|too big|exceeds/i.test(failure.message)) {
    return new GitHubError(
      failure,
      `the change is too large for one commit: ${said}`,
      'change fewer files at a time',
      error,
    )
  }
  if (/workflow/i.test(failure.message) && /permission|scope|not allowed|refus/i.test(failure.message)) {
    return new GitHubError(
      failure,
      `the change touches .github/workflows, which a workflow’s own token never may: ${said}`,
      'use the token of a GitHub App that has the permission `workflows: write`',
      error,
    )
  }
  return error
}

/** Whether GitHub shows the commit as verified; false when that cannot be read. */
export async function isVerified(client: GitHubClient, repository: string, commit: string): Promise<boolean> {
  try {
    const { data } = await client.request(
      'GET /repos/{owner}/{repo}/commits/{ref}',
      { ...ownerAndName(repository), ref: commit, per_page: 1 },
      { purpose: `read the commit ${shortId(commit)} of ${repository}`, permission: 'contents: read' },
    )
    return data.commit.verification?.verified === true
  } catch (error) {
    if (error instanceof GitHubError) return false
    throw error
  }
}
