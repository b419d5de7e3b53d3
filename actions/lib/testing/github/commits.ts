// Commits as GitHub knows them: named in several ways, signed by GitHub or not, made for somebody.
import type { BareRepository } from './git/bare-repository.ts'
import { type CommitContent, formatCommit, type Identity } from './git/format.ts'
import { identityOf, webFlow } from './people.ts'
import type { Repository } from './repository.ts'

/** Stands where GitHub's own signature stands in a commit: what is signed so is what the emulator calls verified. */
const signature = [
  '-----BEGIN PGP SIGNATURE-----',
  '',
  'U2lnbmVkIGJ5IHRoZSBlbXVsYXRvciBvZiBHaXRIdWIsIHdoaWNoIGhhcyBubyBrZXk=',
  '-----END PGP SIGNATURE-----',
].join('\n')

export const isSignedByGitHub = (commit: CommitContent) => commit.signature === signature

/** A commit by GitHub in somebody's name, signed: what GraphQL, merges and REST without an author make. */
export function signedCommit(
  login: string,
  at: Date,
  content: Pick<CommitContent, 'tree' | 'parents' | 'message'>,
): CommitContent {
  return { ...content, author: identityOf(login, at), committer: webFlow(at), signature }
}

/** The id of the commit that a name stands for as REST takes it: an id, whole or its beginning, a branch, a tag, a reference. */
export async function resolveCommit(repository: Repository, name: string): Promise<string | undefined> {
  if (!isSafeName(name)) return undefined
  const candidates = [
    ...(/^[0-9a-f]{40}$/.test(name) ? [name] : []),
    ...(name === 'HEAD' ? [`refs/heads/${repository.settings.defaultBranch}`] : []),
    ...(name.startsWith('refs/') ? [name] : []),
    `refs/heads/${name}`,
    `refs/tags/${name}`,
    ...(/^(heads|tags|pull)\//.test(name) ? [`refs/${name}`] : []),
    ...(/^[0-9a-f]{4,39}$/.test(name) ? [name] : []),
  ]
  for (const candidate of candidates) {
    const found = await repository.git.info(`${candidate}^{commit}`)
    if (found !== undefined) return found.oid
  }
  return undefined
}

/** Keeps git's own notation (`main~1`, `HEAD:file`) out of names that git would otherwise read. */
export function isSafeName(name: string): boolean {
  return name !== '' && !/[\s~^:?*[\\\0]|\.\.|@\{|\/\/|\.lock(\/|$)|^[./]|[./]$/.test(name) && !/\p{Cc}/u.test(name)
}

export type Verification = {
  readonly verified: boolean
  readonly reason: string
  readonly signature: string | null
  readonly payload: string | null
  readonly verified_at: string | null
}

export function verificationOf(commit: CommitContent): Verification {
  if (commit.signature === undefined)
    return { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null }
  const { signature: armoured, ...unsigned } = commit
  const verified = isSignedByGitHub(commit)
  return {
    verified,
    reason: verified ? 'valid' : 'unknown_key',
    signature: armoured,
    payload: formatCommit(unsigned).toString('utf8'),
    verified_at: verified ? dateText(commit.committer.date) : null,
  }
}

/** As GitHub writes times: UTC, whole seconds. */
export const dateText = (date: Date) => date.toISOString().replace(/\.\d+Z$/, 'Z')

export const personOf = ({ name, email, date }: Identity) => ({ name, email, date: dateText(date) })

/** Whether one commit is among the ancestors of another, or the same. */
export async function isAncestor(git: BareRepository, ancestor: string, of: string): Promise<boolean> {
  if (ancestor === of) return true
  const base = await git.git(['merge-base', ancestor, of]).catch(() => '')
  return base.trim() === ancestor
}
