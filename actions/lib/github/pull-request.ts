// Lands a change by a pull request: one open pull request for each group of changes, kept up to date, nothing ever forced.
import type { AutoMerge, MergeMethod } from './auto-merge.ts'
import { effectiveChanges } from './changes.ts'
import { fingerprintOf } from './fingerprint.ts'
import { freshBranch, type GroupBranch, groupBranches, mergeBase } from './group-branches.ts'
import { readHead } from './history.ts'
import type { LandOptions, Prepared, PreparedCommit } from './land.ts'
import { proposeOn } from './propose.ts'
import { declinedPull, supersede } from './pull-past.ts'
import { openRemoteTree } from './remote-tree.ts'

export type ProposeOptions<V> = LandOptions<V> & {
  /** The branch that is to be changed. */
  readonly base: string
  /** The branch of this group of changes, `bump/web`; where it is taken, `bump/web-2` and so on. */
  readonly branch: string
  /** What the pull request says. Markdown; cut where it is longer than GitHub takes. */
  readonly describe: (value: V) => {
    readonly title: string
    readonly body: string
    readonly labels?: readonly string[]
  }
  /** What makes two changes the same to a person who has declined one; by default all bytes of all files. */
  readonly fingerprint?: (prepared: PreparedCommit<V>) => string
  readonly autoMerge?: MergeMethod
}

export type Proposal = {
  readonly number: number
  readonly url: string
  readonly branch: string
}

export type Proposed<V> =
  | (Proposal & {
      readonly type: 'opened' | 'updated' | 'unchanged'
      /** The commit that was made; undefined when the branch had the change already. */
      readonly commit: string | undefined
      readonly verified: boolean | undefined
      readonly attempts: number
      readonly autoMerge: AutoMerge | undefined
      /** A pull request whose place this one takes, since base could not be merged into it. */
      readonly supersedes: number | undefined
      readonly value: V
    })
  /** The base branch has it already. */
  | { readonly type: 'nothing'; readonly value: V }
  /** The open pull request has nothing left that base has not, and is closed. */
  | (Proposal & { readonly type: 'emptied'; readonly value: V })
  /** A person has closed the pull request for this very change without merging it; nothing was done. */
  | (Proposal & { readonly type: 'declined'; readonly by: string; readonly value: V })

/**
 * Brings the change into the open pull request of its group, or opens one. Throws a UserError as `land` does; what goes wrong
 * only with labels or auto-merge is a warning, for the pull request is there.
 */
export async function landByPullRequest<V>(options: ProposeOptions<V>): Promise<Proposed<V>> {
  const { client, repository, base, branch, log } = options
  const baseHead = await readHead(client, repository, base)
  const members = await groupBranches(client, repository, branch, base)
  const open = members.findLast((member) => member.head !== undefined && openOf(member) !== undefined)
  const pull = open && openOf(open)
  if (open !== undefined && pull !== undefined) {
    const merged = await mergeBase(client, repository, open.name, baseHead)
    if (merged !== 'conflict') return proposeOn(options, { branch: open.name, pull })
    log.info(`${base} cannot be merged into ${open.name} (#${pull.number}) without a conflict`)
  }

  const first = await prepareOn(options, baseHead)
  if (first.type === 'nothing') return first
  if (pull === undefined) {
    const fingerprint = fingerprintOf(first, options.fingerprint)
    const declined = await declinedPull(client, repository, members, fingerprint, log)
    if (declined !== undefined) return { ...declined, type: 'declined', value: first.value }
  }
  const fresh = await freshBranch(client, repository, { branch, members, baseHead })
  const proposed = await proposeOn(options, { branch: fresh, first })
  if (pull === undefined || proposed.type !== 'opened') return proposed
  await supersede(client, repository, { old: pull, by: proposed.number, base }, log)
  return { ...proposed, supersedes: pull.number }
}

const openOf = ({ pulls }: GroupBranch) => pulls.find(({ state }) => state === 'open')

/** The change as it would be on base itself, to see whether there is one before a branch is made for it. */
async function prepareOn<V>(options: ProposeOptions<V>, head: string): Promise<Prepared<V>> {
  const tree = await openRemoteTree(options.client, options.repository, head, { localBlob: options.localBlob })
  const prepared = await options.prepare(tree, head)
  if (prepared.type === 'nothing') return prepared
  const { additions, deletions = [], value } = prepared
  const changes = effectiveChanges(tree, { additions, deletions })
  return changes.additions.length + changes.deletions.length === 0 ? { type: 'nothing', value } : prepared
}
