// Merging on the server: of two branches, and of a pull request.
import { followBranch } from './closing.ts'
import { signedCommit } from './commits.ts'
import type { BareRepository } from './git/bare-repository.ts'
import { workflowLogin } from './people.ts'
import type { Repository } from './repository.ts'
import { type Clock, sidesOf } from './sides.ts'
import type { PullRequest } from './state.ts'

/** The tree of a merge. Undefined when the two sides contradict each other. */
export async function mergedTree(git: BareRepository, ours: string, theirs: string): Promise<string | undefined> {
  try {
    return (await git.git(['merge-tree', '--write-tree', '--no-messages', ours, theirs])).trim()
  } catch (error) {
    // 1 is a conflict; anything else is none.
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 1) return undefined
    throw error
  }
}

export type MergeState = 'clean' | 'unstable' | 'blocked' | 'dirty' | 'draft' | 'behind'

/** What `mergeable_state` says once GitHub has worked it out. */
export async function mergeState(repository: Repository, pull: PullRequest): Promise<MergeState> {
  const { head, base } = await sidesOf(repository, pull)
  if ((await mergedTree(repository.git, base, head)) === undefined) return 'dirty'
  if (pull.draft) return 'draft'
  const required = repository.state.protections.get(pull.base)?.requiredChecks ?? []
  const results = resultsOf(repository, head)
  if (required.some((name) => results.get(name) !== 'success')) return 'blocked'
  return [...results.values()].every((result) => result === 'success') ? 'clean' : 'unstable'
}

/** The last word of every status and check of a commit. */
function resultsOf({ state }: Repository, sha: string): ReadonlyMap<string, string> {
  const results = new Map<string, string>()
  for (const status of state.statuses) if (status.sha === sha) results.set(status.context, status.state)
  for (const run of state.checkRuns) {
    if (run.headSha !== sha) continue
    const passed = run.conclusion === 'success' || run.conclusion === 'neutral' || run.conclusion === 'skipped'
    results.set(run.name, passed ? 'success' : run.status === 'completed' ? 'failure' : 'pending')
  }
  return results
}

export type Merge = {
  readonly method: 'merge' | 'squash' | 'rebase'
  readonly login: string
  readonly title?: string | undefined
  readonly message?: string | undefined
}

/** Merges a pull request whatever the rules say. Undefined when it cannot be merged, or when its base moved meanwhile. */
export async function mergePull(
  clock: Clock,
  repository: Repository,
  pull: PullRequest,
  { method, login, title, message }: Merge,
): Promise<string | undefined> {
  const { git } = repository
  const { head, base } = await sidesOf(repository, pull)
  const tree = await mergedTree(git, base, head)
  if (tree === undefined) return undefined
  const now = clock.now()
  const text = (subject: string, rest: string) => (rest === '' ? subject : `${subject}\n\n${rest}`)
  let oid: string | undefined
  if (method === 'merge') {
    const subject = title ?? `Merge pull request #${pull.number} from ${repository.owner}/${pull.head}`
    const content = { tree, parents: [base, head], message: text(subject, message ?? pull.title) }
    oid = git.writeCommit(signedCommit(login, now, content))
  } else if (method === 'squash') {
    const subject = title ?? `${pull.title} (#${pull.number})`
    oid = git.writeCommit(
      signedCommit(pull.login, now, { tree, parents: [base], message: text(subject, message ?? '') }),
    )
  } else {
    oid = await replay(repository, base, head, now)
  }
  if (oid === undefined || !(await git.updateRef(`refs/heads/${pull.base}`, oid, base)).done) return undefined
  Object.assign(pull, {
    state: 'closed',
    headOid: head,
    baseOid: base,
    mergedAt: now,
    closedAt: now,
    updatedAt: now,
    mergedBy: login,
    closedBy: login,
    mergeCommitOid: oid,
    autoMerge: null,
  })
  if (login === workflowLogin)
    repository.state.notes.push(`#${pull.number} was merged by the workflow's own token: the push starts no workflow`)
  await followBranch(clock, repository, pull.base, login)
  if (repository.settings.deleteBranchOnMerge) {
    await git.updateRef(`refs/heads/${pull.head}`, undefined, head)
    await followBranch(clock, repository, pull.head, login)
  }
  return oid
}

/** Commits of the head again on the base, one after the other. Undefined when one does not fit. */
async function replay({ git }: Repository, base: string, head: string, now: Date): Promise<string | undefined> {
  const listed = (await git.git(['rev-list', '--reverse', '--topo-order', `${base}..${head}`])).split('\n')
  let onto = base
  for (const oid of listed.filter((line) => line !== '')) {
    const commit = await git.commit(oid)
    // A merge has no changes of its own to be replayed; with one, GitHub refuses too.
    if (commit === undefined || commit.parents.length !== 1 || commit.parents[0] === undefined) return undefined
    // The parent's tree as the common ancestor: what the commit changed, on top of what is there now.
    const ancestor = git.writeCommit({
      ...commit,
      parents: [],
      tree: (await git.commit(commit.parents[0]))?.tree ?? '',
      message: 'ancestor',
    })
    const side = (tree: string) => git.writeCommit({ ...commit, parents: [ancestor], tree, message: 'side' })
    const tree = await mergedTree(git, side((await git.commit(onto))?.tree ?? ''), side(commit.tree))
    if (tree === undefined) return undefined
    onto = git.writeCommit({
      tree,
      parents: [onto],
      author: commit.author,
      committer: { ...commit.committer, date: now },
      message: commit.message,
    })
  }
  return onto
}

/** Merges what waits for the checks of a commit, now that one has spoken. */
export async function settleAutoMerge(clock: Clock, repository: Repository, sha: string): Promise<void> {
  for (const pull of repository.state.pulls) {
    if (pull.state !== 'open' || pull.autoMerge === null || (await sidesOf(repository, pull)).head !== sha) continue
    const state = await mergeState(repository, pull)
    if (state !== 'clean' && state !== 'unstable') continue
    const { method, enabledBy, title, message } = pull.autoMerge
    if (repository.state.protections.get(pull.base)?.mergeQueue === true)
      enqueue(clock, repository, pull, enabledBy, false)
    else
      await mergePull(clock, repository, pull, {
        method,
        login: enabledBy,
        title: title ?? undefined,
        message: message ?? undefined,
      })
  }
}

export function enqueue({ now }: Clock, { state }: Repository, pull: PullRequest, login: string, jump: boolean): void {
  const entry = { number: pull.number, login, enqueuedAt: now(), jump }
  if (jump) state.mergeQueue.unshift(entry)
  else state.mergeQueue.push(entry)
  pull.autoMerge = null
}

/** Lets the queue run: every entry is merged in turn, but those of the workflow's own token, which start no checks and time out. */
export async function landMergeQueue(clock: Clock, repository: Repository): Promise<void> {
  const { state } = repository
  for (const { number, login } of state.mergeQueue.splice(0)) {
    const pull = state.pulls.find((candidate) => candidate.number === number)
    if (pull === undefined || pull.state === 'closed') continue
    if (login === workflowLogin) {
      state.notes.push(
        `#${number} was put into the merge queue by the workflow's own token: no merge_group run starts, and it was removed`,
      )
      continue
    }
    const landed = await mergePull(clock, repository, pull, { method: 'merge', login })
    if (landed === undefined)
      state.notes.push(`#${number} was removed from the merge queue: it conflicts with its base`)
  }
}
