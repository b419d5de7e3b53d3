// Makes sure that a pull request tells all that its branch brings, also when several runs wrote to it at the same time.
import type { GitHubClient } from '../lib/github/client.ts'
import { findHead } from '../lib/github/history.ts'
import { describePull, fingerprintsOf, pullsOf, pullText } from '../lib/github/pulls.ts'
import { bumpsBeyond } from './merged-bumps.ts'
import { branchBody, tellsAll } from './pull-request-body.ts'

/** Each time somebody else has written, who looks again after it. */
const maxRounds = 5

export type Described = {
  readonly base: string
  readonly branch: string
  readonly number: number
  /** The head of the branch that the description was made for; undefined where it was not changed. */
  readonly commit: string | undefined
}

/**
 * Looks whether the branch has moved since the description was written. Whoever writes it looks afterwards, so that the last one
 * to write has seen everything.
 */
export async function completeDescription(
  client: GitHubClient,
  repository: string,
  { base, branch, number, commit }: Described,
): Promise<void> {
  let described = commit
  for (let round = 1; round <= maxRounds; round += 1) {
    const head = await findHead(client, repository, branch)
    if (head === undefined || head === described) return
    const [bumps, pulls] = [
      await bumpsBeyond(client, repository, base, head),
      await pullsOf(client, repository, branch, base),
    ]
    const pull = pulls.find((one) => one.number === number && one.state === 'open')
    if (pull === undefined || bumps.length === 0 || tellsAll(pull.body, bumps)) return
    await describePull(client, repository, pull, pullText(branchBody(bumps), fingerprintsOf(pull)))
    described = head
  }
}
