// Where branches and the two sides of pull requests stand.
import type { Repository } from './repository.ts'
import type { PullRequest } from './state.ts'

/** All that merging and closing need of the emulator. */
export type Clock = { readonly now: () => Date }

export async function headOf({ git }: Repository, branch: string): Promise<string | undefined> {
  return (await git.info(`refs/heads/${branch}`))?.oid
}

/** The branches while it is open, what they were when it was closed after that. */
export async function sidesOf(
  repository: Repository,
  pull: PullRequest,
): Promise<{ readonly head: string; readonly base: string }> {
  if (pull.state === 'closed') return { head: pull.headOid, base: pull.baseOid }
  const kept = async () => (await repository.git.info(`refs/pull/${pull.number}/head`))?.oid
  return {
    head: (await headOf(repository, pull.head)) ?? (await kept()) ?? pull.headOid,
    base: (await headOf(repository, pull.base)) ?? pull.baseOid,
  }
}
