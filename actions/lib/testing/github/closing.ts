// Issues and pull requests closed and opened again, by hand or because of what happened to their branches.
import { isAncestor } from './commits.ts'
import { validationFailed } from './errors.ts'
import type { Repository } from './repository.ts'
import { type Clock, headOf, sidesOf } from './sides.ts'
import type { Issue, PullRequest } from './state.ts'

export const isPull = (issue: Issue): issue is PullRequest => 'base' in issue

/** Closes it; a pull request keeps where its branches stand now, since they go on without it. */
export async function close(
  { now }: Clock,
  repository: Repository,
  issue: Issue,
  login: string,
  reason: Issue['stateReason'] = 'completed',
): Promise<void> {
  if (issue.state === 'closed') return
  if (isPull(issue)) {
    const { head, base } = await sidesOf(repository, issue)
    Object.assign(issue, { headOid: head, baseOid: base, autoMerge: null })
  } else {
    issue.stateReason = reason
  }
  Object.assign(issue, { state: 'closed', closedAt: now(), closedBy: login, updatedAt: now() })
}

/** Throws what GitHub answers for a pull request that cannot be opened again. */
export async function reopen({ now }: Clock, repository: Repository, issue: Issue): Promise<void> {
  if (issue.state === 'open') return
  if (isPull(issue)) {
    const refuse = (why: string) =>
      validationFailed({
        resource: 'PullRequest',
        code: 'invalid',
        field: 'state',
        message: `state cannot be changed. ${why}`,
      })
    if (issue.mergedAt !== null) throw refuse('The pull request is already merged.')
    if ((await headOf(repository, issue.head)) === undefined) throw refuse(`The ${issue.head} branch has been deleted.`)
  } else {
    issue.stateReason = 'reopened'
  }
  Object.assign(issue, { state: 'open', closedAt: null, closedBy: null, updatedAt: now() })
}

/**
 * What GitHub does when a branch has moved or is gone: the reference of a pull request's head follows, a pull request without one
 * of its branches is closed, and one whose commits the base has is merged.
 */
export async function followBranch(clock: Clock, repository: Repository, branch: string, login: string): Promise<void> {
  const { git, state } = repository
  for (const pull of state.pulls) {
    if (pull.state !== 'open' || (pull.head !== branch && pull.base !== branch)) continue
    const [head, base] = await Promise.all([headOf(repository, pull.head), headOf(repository, pull.base)])
    if (head === undefined || base === undefined) {
      await close(clock, repository, pull, login)
      continue
    }
    const kept = await git.info(`refs/pull/${pull.number}/head`)
    if (head !== kept?.oid) await git.updateRef(`refs/pull/${pull.number}/head`, head, kept?.oid)
    if (pull.base === branch && (await isAncestor(git, head, base))) {
      await close(clock, repository, pull, login)
      Object.assign(pull, { mergedAt: clock.now(), mergedBy: login, mergeCommitOid: head })
    }
  }
}
