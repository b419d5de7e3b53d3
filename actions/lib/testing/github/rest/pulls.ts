// REST: pull requests between branches of one repository.
import { close, followBranch, reopen } from '../closing.ts'
import { isAncestor, resolveCommit } from '../commits.ts'
import { notFound, RestError, validationFailed } from '../errors.ts'
import { differences } from '../git/differences.ts'
import { mergePull, mergeState } from '../merging.ts'
import { workflowLogin } from '../people.ts'
import type { Repository } from '../repository.ts'
import { headOf, sidesOf } from '../sides.ts'
import type { PullRequest } from '../state.ts'
import { inRepository, number, optionalText, type RepositoryRequest, text, textOrNull } from './handler.ts'
import { newIssue } from './issues.ts'
import { pageOf } from './pages.ts'
import { diffEntry, restCommitAt } from './render-commit.ts'
import { pullSimple, pullWhole } from './render-pull.ts'

function pullOf({ repository, path }: RepositoryRequest): PullRequest {
  const found = repository.state.pulls.find((pull) => pull.number === number(path.pull_number))
  if (found === undefined) throw notFound()
  return found
}

export const listPulls = inRepository('pull_requests:read', async (request) => {
  const { emulator, repository, query } = request
  const wanted = optionalText(query.state) ?? 'open'
  const head = optionalText(query.head)
  const byTime = query.sort === 'updated' ? 'updatedAt' : 'createdAt'
  const found = repository.state.pulls
    .filter((pull) => wanted === 'all' || pull.state === wanted)
    .filter((pull) => query.base === undefined || pull.base === query.base)
    // Without an owner, GitHub does not filter at all.
    .filter(
      (pull) =>
        head === undefined ||
        !head.includes(':') ||
        head.toLowerCase() === `${repository.owner}:${pull.head}`.toLowerCase(),
    )
    .sort((a, b) => a[byTime].getTime() - b[byTime].getTime() || a.number - b.number)
  // Newest first, but for other orders than that of creation.
  if ((query.direction ?? (query.sort === undefined || query.sort === 'created' ? 'desc' : 'asc')) === 'desc')
    found.reverse()
  const page = pageOf(request, found)
  return {
    status: 200,
    body: await Promise.all(page.items.map((pull) => pullSimple(emulator.url, repository, pull))),
    headers: page.headers,
  }
})

export const getPull = inRepository('pull_requests:read', async (request) => ({
  status: 200,
  body: await pullWhole(request.emulator.url, request.repository, pullOf(request)),
}))

export const createPull = inRepository('pull_requests:write', async (request) => {
  const { emulator, repository, body, login } = request
  const { settings, state, owner, git } = repository
  if (login === workflowLogin && !settings.allowActionsToCreatePullRequests)
    throw new RestError(403, 'GitHub Actions is not permitted to create or approve pull requests.')
  const [title, base] = [optionalText(body.title), text(body.base)]
  const head = text(body.head).replace(new RegExp(`^${owner}:`, 'i'), '')
  const wrong = (field: string, code: string) => validationFailed({ resource: 'PullRequest', field, code })
  const refused = (message: string) => validationFailed({ resource: 'PullRequest', code: 'custom', message })
  if (title === undefined || title.trim() === '') throw wrong('title', 'missing_field')
  const [headOid, baseOid] = await Promise.all([headOf(repository, head), headOf(repository, base)])
  if (baseOid === undefined) throw wrong('base', 'invalid')
  if (headOid === undefined) throw wrong('head', 'invalid')
  if (state.pulls.some((pull) => pull.state === 'open' && pull.head === head && pull.base === base))
    throw refused(`A pull request already exists for ${owner}:${head}.`)
  if (await isAncestor(git, headOid, baseOid)) throw refused(`No commits between ${base} and ${head}`)
  const made: PullRequest = {
    ...newIssue(emulator, repository, login, title, textOrNull(body.body)),
    draft: body.draft === true,
    head,
    base,
    headOid,
    baseOid,
    mergedAt: null,
    mergedBy: null,
    mergeCommitOid: null,
    maintainerCanModify: false,
    autoMerge: null,
  }
  state.pulls.push(made)
  await followBranch(emulator, repository, head, login)
  const shown = await pullWhole(emulator.url, repository, made)
  return { status: 201, body: shown, headers: { location: shown.url } }
})

export const updatePull = inRepository('pull_requests:write', async (request) => {
  const { emulator, repository, body, login } = request
  const pull = pullOf(request)
  const base = optionalText(body.base)
  if (base !== undefined && (await headOf(repository, base)) === undefined)
    throw validationFailed({ resource: 'PullRequest', field: 'base', code: 'invalid' })
  if (body.state === 'closed') await close(emulator, repository, pull, login)
  if (body.state === 'open') await reopen(emulator, repository, pull)
  if (base !== undefined) pull.base = base
  if (body.title !== undefined) pull.title = text(body.title)
  if (body.body !== undefined) pull.body = textOrNull(body.body)
  pull.updatedAt = emulator.now()
  return { status: 200, body: await pullWhole(emulator.url, repository, pull) }
})

/** GitHub shows 3,000 files at most. */
const maxFiles = 3000

export const listFiles = inRepository('pull_requests:read', async (request) => {
  const { emulator, repository } = request
  const { head, base } = await sidesOf(repository, pullOf(request))
  const mergeBase = (await repository.git.git(['merge-base', base, head])).trim()
  const files = (await differences(repository.git, mergeBase, head)).slice(0, maxFiles)
  const page = pageOf(request, files)
  return {
    status: 200,
    body: page.items.map((file) => diffEntry(emulator.url, repository, head, file)),
    headers: page.headers,
  }
})

/** No more than these are listed. */
const maxCommits = 250

export const listPullCommits = inRepository('pull_requests:read', async (request) => {
  const { emulator, repository } = request
  const { head, base } = await sidesOf(repository, pullOf(request))
  const ids = await commitsBetween(repository, base, head)
  const page = pageOf(request, ids.reverse().slice(0, maxCommits))
  return {
    status: 200,
    body: await Promise.all(page.items.map((oid) => restCommitAt(emulator.url, repository, oid))),
    headers: page.headers,
  }
})

/** What a merged pull request brought to its base, and what an open one has to bring: newest first. */
async function commitsOf(repository: Repository, pull: PullRequest): Promise<readonly string[]> {
  const { head, base } = await sidesOf(repository, pull)
  const own = await commitsBetween(repository, base, head)
  return pull.mergeCommitOid === null ? own : [...own, ...(await commitsBetween(repository, base, pull.mergeCommitOid))]
}

const commitsBetween = async ({ git }: Repository, base: string, head: string) =>
  (await git.git(['rev-list', '--topo-order', `${base}..${head}`])).split('\n').filter(Boolean)

/** The merged pull requests that brought a commit; open ones only for a commit that the default branch has not. */
export const listPullsOfCommit = inRepository('pull_requests:read', async (request) => {
  const { emulator, repository } = request
  const { state, git, settings } = repository
  const named = text(request.path.commit_sha)
  const sha = await resolveCommit(repository, named)
  if (sha === undefined) throw new RestError(422, `No commit found for SHA: ${named}`)
  const head = await headOf(repository, settings.defaultBranch)
  const isThere = head !== undefined && (await isAncestor(git, sha, head))
  const found: PullRequest[] = []
  for (const pull of state.pulls) {
    if (pull.mergedAt === null && (isThere || pull.state === 'closed')) continue
    if ((await commitsOf(repository, pull)).includes(sha)) found.push(pull)
  }
  const page = pageOf(request, found)
  return {
    status: 200,
    body: await Promise.all(page.items.map((pull) => pullSimple(emulator.url, repository, pull))),
    headers: page.headers,
  }
})

export const mergePullRequest = inRepository('contents:write', async (request) => {
  const { emulator, repository, body, login } = request
  const { settings, state } = repository
  const pull = pullOf(request)
  const method = (optionalText(body.merge_method) ?? 'merge') as 'merge' | 'squash' | 'rebase'
  const allowed = {
    merge: settings.allowMergeCommit,
    squash: settings.allowSquashMerge,
    rebase: settings.allowRebaseMerge,
  }
  const names = { merge: 'Merge commits', squash: 'Squash merges', rebase: 'Rebase merges' }
  if (!allowed[method]) throw new RestError(405, `${names[method]} are not allowed on this repository.`)
  if (pull.state === 'closed') throw new RestError(405, 'Pull Request is not mergeable')
  if (pull.draft) throw new RestError(405, 'Pull Request is still a draft')
  const { head } = await sidesOf(repository, pull)
  if (body.sha !== undefined && body.sha !== head)
    throw new RestError(409, 'Head branch was modified. Review and try the merge again.')
  const merged = await mergeState(repository, pull)
  if (merged === 'dirty') throw new RestError(405, 'Pull Request is not mergeable')
  const rules = state.protections.get(pull.base)
  const start = rules?.ruleset === true ? 'Repository rule violations found\n\n' : ''
  if (rules?.mergeQueue === true) throw new RestError(405, `${start}Changes must be made through the merge queue`)
  if (merged === 'blocked') {
    const checks = rules?.requiredChecks ?? []
    const expected =
      checks.length === 1
        ? `Required status check "${checks[0]}" is expected.`
        : `${checks.length} of ${checks.length} required status checks are expected.`
    throw new RestError(405, `${start}${expected}`)
  }
  const [title, message] = [optionalText(body.commit_title), optionalText(body.commit_message)]
  const sha = await mergePull(emulator, repository, pull, { method, login, title, message })
  if (sha === undefined) {
    throw new RestError(
      405,
      method === 'rebase'
        ? "This branch can't be rebased"
        : 'Base branch was modified. Review and try the merge again.',
    )
  }
  return { status: 200, body: { sha, merged: true, message: 'Pull Request successfully merged' } }
})
