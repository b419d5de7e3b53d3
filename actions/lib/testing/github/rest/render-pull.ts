// Pull requests as REST shows them.
import { dateText } from '../commits.ts'
import { differences } from '../git/differences.ts'
import { mergeState } from '../merging.ts'
import { nodeId } from '../node-id.ts'
import { simpleUser } from '../people.ts'
import type { Repository } from '../repository.ts'
import { sidesOf } from '../sides.ts'
import type { PullRequest } from '../state.ts'
import { apiOf, htmlOf } from './render-commit.ts'
import { association, label } from './render-issue.ts'
import { otherRepository, wholeRepository } from './render-repository.ts'

const dateOrNull = (date: Date | null) => (date === null ? null : dateText(date))

/** As lists have it. */
export async function pullSimple(url: string, repository: Repository, pull: PullRequest) {
  const api = apiOf(url, repository)
  const self = `${api}/pulls/${pull.number}`
  const html = `${htmlOf(url, repository)}/pull/${pull.number}`
  const sides = await sidesOf(repository, pull)
  const side = (ref: string, sha: string) => ({
    label: `${repository.owner}:${ref}`,
    ref,
    sha,
    user: simpleUser(url, repository.owner),
    repo: wholeRepository(url, repository),
  })
  const { headRepository } = pull
  const fork = headRepository && { ...wholeRepository(url, repository), ...otherRepository(url, headRepository) }
  const links = {
    self,
    html,
    issue: `${api}/issues/${pull.number}`,
    comments: `${api}/issues/${pull.number}/comments`,
    review_comments: `${self}/comments`,
    review_comment: `${api}/pulls/comments{/number}`,
    commits: `${self}/commits`,
    statuses: `${api}/statuses/${sides.head}`,
  }
  const assignees = pull.assignees.map((login) => simpleUser(url, login))
  const { autoMerge } = pull
  return {
    url: self,
    id: pull.id,
    node_id: nodeId('PR', repository.fullName, pull.number),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: links.issue,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: links.statuses,
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: simpleUser(url, pull.login),
    body: pull.body,
    labels: pull.labels.map((name) => label(url, repository, name)),
    milestone: null,
    created_at: dateText(pull.createdAt),
    updated_at: dateText(pull.updatedAt),
    closed_at: dateOrNull(pull.closedAt),
    merged_at: dateOrNull(pull.mergedAt),
    merge_commit_sha: pull.mergeCommitOid,
    assignee: assignees[0] ?? null,
    assignees,
    requested_reviewers: [],
    requested_teams: [],
    head: { ...side(pull.head, sides.head), ...(headRepository === undefined ? {} : { repo: fork }) },
    base: side(pull.base, sides.base),
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    author_association: association(repository, pull.login),
    auto_merge:
      autoMerge === null
        ? null
        : {
            enabled_by: simpleUser(url, autoMerge.enabledBy),
            merge_method: autoMerge.method,
            commit_title: autoMerge.title ?? '',
            commit_message: autoMerge.message ?? '',
          },
    draft: pull.draft,
  }
}

/** For which head and base mergeability has been worked out: GitHub begins when it is first asked, and says `null` until then. */
const workedOut = new WeakMap<PullRequest, string>()

export async function pullWhole(url: string, repository: Repository, pull: PullRequest) {
  const { head, base } = await sidesOf(repository, pull)
  const open = pull.state === 'open'
  const key = `${head} ${base}`
  const known = open && workedOut.get(pull) === key
  workedOut.set(pull, key)
  const state = known ? await mergeState(repository, pull) : 'unknown'
  const { git } = repository
  const mergeBase = (await git.git(['merge-base', base, head])).trim()
  const [files, count] = await Promise.all([
    differences(git, mergeBase, head),
    git.git(['rev-list', '--count', `${base}..${head}`]),
  ])
  return {
    ...(await pullSimple(url, repository, pull)),
    merged: pull.mergedAt !== null,
    mergeable: known ? state !== 'dirty' : null,
    rebaseable: known ? state !== 'dirty' : null,
    mergeable_state: state,
    merged_by: pull.mergedBy === null ? null : simpleUser(url, pull.mergedBy),
    comments: repository.state.comments.filter(({ number }) => number === pull.number).length,
    review_comments: 0,
    maintainer_can_modify: pull.maintainerCanModify,
    commits: Number(count),
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
  }
}
