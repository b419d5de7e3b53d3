// The branches of a group of changes (`bump/web`, then `bump/web-2` …): which there are, and which one to go on with.
import { UserError } from '../toolkit/user-error.ts'
import { ownerAndName, shortId } from './api-address.ts'
import type { GitHubClient } from './client.ts'
import { compareCommits } from './compare.ts'
import { refusalOf, wasRefused } from './github-error.ts'
import { findHead } from './history.ts'
import { type Pull, pullsOf } from './pulls.ts'

export type GroupBranch = {
  readonly name: string
  /** Undefined when the branch has been deleted. */
  readonly head: string | undefined
  /** The newest first. */
  readonly pulls: readonly Pull[]
}

const maxBranches = 30
const permission = 'contents: write'

export const numbered = (branch: string, number: number) => (number === 1 ? branch : `${branch}-${number}`)

/** The branches of a group that are or were, in the order of their numbers. */
export async function groupBranches(
  client: GitHubClient,
  repository: string,
  branch: string,
  base: string,
): Promise<readonly GroupBranch[]> {
  const found: GroupBranch[] = []
  for (let number = 1; number <= maxBranches; number += 1) {
    const name = numbered(branch, number)
    const [head, pulls] = await Promise.all([
      findHead(client, repository, name),
      pullsOf(client, repository, name, base),
    ])
    if (head === undefined && pulls.length === 0) break
    found.push({ name, head, pulls })
  }
  return found
}

/** A branch of the group that can be written on, made or brought to `baseHead`; nothing that others left on one is taken along. */
export async function freshBranch(
  client: GitHubClient,
  repository: string,
  group: { readonly branch: string; readonly members: readonly GroupBranch[]; readonly baseHead: string },
): Promise<string> {
  const { branch, members, baseHead } = group
  for (const member of members) {
    if (await makeUsable(client, repository, member, baseHead)) return member.name
  }
  if (members.length >= maxBranches) {
    throw new UserError(`${repository} has ${members.length} branches like ${branch}`, {
      next: 'delete those that are merged or given up',
    })
  }
  const name = numbered(branch, members.length + 1)
  await createBranch(client, repository, name, baseHead)
  return name
}

async function makeUsable(
  client: GitHubClient,
  repository: string,
  { name, head, pulls }: GroupBranch,
  baseHead: string,
): Promise<boolean> {
  const [latest] = pulls
  if (head === undefined) {
    await createBranch(client, repository, name, baseHead)
    return true
  }
  // Left by a run that ended before it could open its pull request.
  if (latest === undefined) return (await mergeBase(client, repository, name, baseHead)) !== 'conflict'
  if (!latest.isMerged || latest.headCommit !== head) return false
  const comparison = await compareCommits(client, repository, baseHead, head)
  if (comparison.type === 'behind' || comparison.type === 'identical') {
    return (await mergeBase(client, repository, name, baseHead)) !== 'conflict'
  }
  // Squashed or rebased: all that is on it is in base under other ids, and GitHub keeps it with the pull request.
  await deleteBranch(client, repository, name)
  await createBranch(client, repository, name, baseHead)
  return true
}

/** Does nothing when another run has made it meanwhile. */
export async function createBranch(client: GitHubClient, repository: string, name: string, at: string): Promise<void> {
  try {
    await client.request(
      'POST /repos/{owner}/{repo}/git/refs',
      { ...ownerAndName(repository), ref: `refs/heads/${name}`, sha: at },
      { purpose: `make the branch ${name} in ${repository}`, permission, repeat: 'always' },
    )
  } catch (error) {
    if (!(wasRefused(error, 422) && /already exists/i.test(refusalOf(error)))) throw error
  }
}

async function deleteBranch(client: GitHubClient, repository: string, name: string): Promise<void> {
  try {
    await client.request(
      'DELETE /repos/{owner}/{repo}/git/refs/{ref}',
      { ...ownerAndName(repository), ref: `heads/${name}` },
      { purpose: `delete the merged branch ${name} in ${repository}`, permission, repeat: 'always' },
    )
  } catch (error) {
    if (!wasRefused(error, 404, 422)) throw error
  }
}

/** Brings the head of base into a branch that lacks it. Asking again is safe: what is there is not merged twice. */
export async function mergeBase(
  client: GitHubClient,
  repository: string,
  branch: string,
  baseHead: string,
): Promise<'up-to-date' | 'conflict'> {
  const comparison = await compareCommits(client, repository, baseHead, branch)
  if (comparison.type === 'ahead' || comparison.type === 'identical') return 'up-to-date'
  if (comparison.type === 'behind' && (await moveForward(client, repository, branch, baseHead))) return 'up-to-date'
  try {
    await client.request(
      'POST /repos/{owner}/{repo}/merges',
      {
        ...ownerAndName(repository),
        base: branch,
        head: baseHead,
        commit_message: `Merge ${shortId(baseHead)} into ${branch}`,
      },
      { purpose: `bring ${branch} of ${repository} up to date`, permission, repeat: 'always' },
    )
    return 'up-to-date'
  } catch (error) {
    if (wasRefused(error, 409)) return 'conflict'
    throw error
  }
}

/** Without a merge commit, where the branch has nothing of its own. False when it has, by now. */
async function moveForward(client: GitHubClient, repository: string, branch: string, to: string): Promise<boolean> {
  try {
    await client.request(
      'PATCH /repos/{owner}/{repo}/git/refs/{ref}',
      { ...ownerAndName(repository), ref: `heads/${branch}`, sha: to, force: false },
      { purpose: `bring ${branch} of ${repository} up to date`, permission, repeat: 'always' },
    )
    return true
  } catch (error) {
    if (wasRefused(error, 422)) return false
    throw error
  }
}
