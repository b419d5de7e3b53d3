// Lets GitHub merge a pull request when all that the base branch requires is there.
import { ownerAndName } from './api-address.ts'
import type { GitHubClient } from './client.ts'
import { refusalOf, wasRefused } from './github-error.ts'
import { viewerLogin, workflowLogin } from './viewer.ts'

export type MergeMethod = 'merge' | 'squash' | 'rebase'

export type AutoMerge =
  /** It merges by itself once everything is there. */
  | { readonly type: 'enabled' }
  /** It waits in the merge queue. */
  | { readonly type: 'queued' }
  /** Nothing was required, so it is merged. */
  | { readonly type: 'merged'; readonly commit: string }
  /** It stays open for a person; why, and what to do. */
  | { readonly type: 'refused'; readonly reason: string }

type State = {
  readonly repository: {
    readonly mergeQueue: { readonly id: string } | null
    readonly pullRequest: {
      readonly id: string
      readonly headRefOid: string
      readonly isInMergeQueue: boolean
      readonly autoMergeRequest: { readonly enabledAt: string | null } | null
    } | null
  } | null
}

const stateQuery = `query($owner: String!, $name: String!, $number: Int!, $base: String!) {
  repository(owner: $owner, name: $name) {
    mergeQueue(branch: $base) { id }
    pullRequest(number: $number) { id headRefOid isInMergeQueue autoMergeRequest { enabledAt } }
  }
}`

const enableMutation = `mutation($input: EnablePullRequestAutoMergeInput!) {
  enablePullRequestAutoMerge(input: $input) { pullRequest { number } }
}`

const enqueueMutation = `mutation($input: EnqueuePullRequestInput!) {
  enqueuePullRequest(input: $input) { mergeQueueEntry { state } }
}`

/**
 * Switches it on for the present head of a pull request, or puts it into the merge queue of its base. What GitHub refuses is
 * returned with a reason, for the pull request is there all the same; throws a GitHubError only when GitHub cannot be asked.
 */
export async function requestAutoMerge(
  client: GitHubClient,
  pull: { readonly repository: string; readonly number: number; readonly base: string; readonly method: MergeMethod },
): Promise<AutoMerge> {
  if ((await viewerLogin(client)) === workflowLogin) return { type: 'refused', reason: workflowTokenReason }
  const { repository, number, base } = pull
  const { owner, repo: name } = ownerAndName(repository)
  const asked = {
    purpose: `let #${number} of ${repository} be merged`,
    permission: 'pull-requests: write` and `contents: write',
  }
  const state = await client.graphql<State>(stateQuery, { owner, name, number, base }, asked)
  const found = state.repository?.pullRequest
  if (!found) return { type: 'refused', reason: `#${number} cannot be read` }
  if (found.isInMergeQueue) return { type: 'queued' }
  if (found.autoMergeRequest !== null) return { type: 'enabled' }
  const target = { pullRequestId: found.id, expectedHeadOid: found.headRefOid }

  if (state.repository?.mergeQueue) {
    const queued = await tried(() => client.graphql(enqueueMutation, { input: target }, asked))
    if (queued === undefined) return { type: 'queued' }
    // The queue takes only what is ready; what is not goes in by auto-merge, when the repository allows that.
    const enabled = await tried(() => client.graphql(enableMutation, { input: target }, asked))
    return enabled === undefined
      ? { type: 'enabled' }
      : refusedFor(`the merge queue says “${queued}”, auto-merge “${enabled}”`)
  }
  const mergeMethod = pull.method.toUpperCase()
  const refusal = await tried(() => client.graphql(enableMutation, { input: { ...target, mergeMethod } }, asked))
  if (refusal === undefined) return { type: 'enabled' }
  if (/clean status/i.test(refusal)) return mergeNow(client, pull, found.headRefOid)
  return refusedFor(`GitHub says “${refusal}”`)
}

/** The runs since June 2026: https://docs.github.com/actions/concepts/security/github_token#when-github_token-triggers-workflow-runs */
const workflowTokenReason =
  'the token is the workflow’s own, and what that does starts no workflow by itself: runs for the pull request wait until a person approves them (older GitHub Enterprise Servers start none), runs for a merge queue never start, so checks that the base branch requires do not come. Use the token of a GitHub App for this step'

function refusedFor(said: string): AutoMerge {
  return {
    type: 'refused',
    reason: `${said}. Check that “Allow auto-merge” is on in the settings of the repository and that the merge method is allowed there`,
  }
}

/** What GitHub said when it refused; undefined when it did not. */
async function tried(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === '') throw error
    return refusal
  }
}

/** GitHub does not wait for what is ready: it wants it merged at once. */
async function mergeNow(
  client: GitHubClient,
  pull: { readonly repository: string; readonly number: number; readonly method: MergeMethod },
  head: string,
): Promise<AutoMerge> {
  const { repository, number, method } = pull
  try {
    const { data } = await client.request(
      'PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge',
      { ...ownerAndName(repository), pull_number: number, sha: head, merge_method: method },
      { purpose: `merge #${number} of ${repository}`, permission: 'contents: write' },
    )
    return { type: 'merged', commit: data.sha }
  } catch (error) {
    if (!wasRefused(error, 403, 404, 405, 409, 422)) throw error
    return refusedFor(`GitHub says “${refusalOf(error)}”`)
  }
}
