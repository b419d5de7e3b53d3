// The small marks beside a commit. https://docs.github.com/rest/commits/statuses
import { clip, oneLine } from '../text/words.ts'
import { ownerAndName, shortId } from './api-address.ts'
import type { GitHubClient } from './client.ts'

export type CommitStatus = {
  readonly repository: string
  readonly commit: string
  readonly state: 'pending' | 'success' | 'failure' | 'error'
  /** What it is about: a later status of the same context takes the place of an earlier one. */
  readonly context: string
  /** Cut at the 140 characters that GitHub takes. */
  readonly description: string
  readonly targetUrl?: string
}

const maxDescription = 140

/** Throws a GitHubError. Sent again when the answer is lost: the same status twice says nothing else. */
export async function setCommitStatus(client: GitHubClient, status: CommitStatus): Promise<void> {
  const { repository, commit, state, context, targetUrl } = status
  await client.request(
    'POST /repos/{owner}/{repo}/statuses/{sha}',
    {
      ...ownerAndName(repository),
      sha: commit,
      state,
      context,
      description: clip(oneLine(status.description).trim(), maxDescription),
      ...(targetUrl !== undefined && { target_url: targetUrl }),
    },
    {
      purpose: `set the status of ${shortId(commit)} in ${repository}`,
      permission: 'statuses: write',
      repeat: 'always',
    },
  )
}
