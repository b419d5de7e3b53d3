// A run can be started again weeks later, by whoever may write. What it would plan then is what its commit says, which later changes
// may have taken back: equal to what was reviewed, and wrong.
import { openCommitTree } from '../lib/git/commit-tree.ts'
import { resolveCommit } from '../lib/git/repository.ts'
import type { FoundPlan } from '../lib/terraform/applying/apply-change.ts'
import { openChange } from '../lib/terraform/planning/open-change.ts'
import type { RootToPlan } from '../lib/terraform/planning/planning-context.ts'
import type { ApplyJob } from './job.ts'

type PlanFor = (entry: RootToPlan) => Promise<FoundPlan>

/**
 * Refuses, in a run that was started again, the roots that the branch has touched since its commit. A first attempt may be behind its
 * branch, for runs wait for each other in the order of the merges: there only the very plan is applied to such a root, and no new one
 * that equals it. Throws a UserError where a run was started again and the branch is not in the clone.
 */
export async function notMovedOn(
  { trees, branch, origin }: Pick<ApplyJob, 'trees' | 'branch' | 'origin'>,
  planFor: PlanFor,
): Promise<PlanFor> {
  const isFirst = origin.runAttempt === '1'
  const tip = await resolveCommit(trees.repository, `refs/remotes/origin/${branch}`).catch((error: unknown) => {
    if (!isFirst) throw error
    return trees.commit
  })
  if (tip === trees.commit) return planFor
  const later = await openCommitTree(trees.repository, tip)
  try {
    const { selection } = await openChange({ head: later, base: trees.head })
    const touched = new Set([
      ...selection.impacts.map(({ root }) => root.name),
      ...selection.removed.map(({ name }) => name),
    ])
    return async (entry) => {
      if (!touched.has(entry.root.name)) return planFor(entry)
      if (!isFirst) {
        return {
          type: 'refused',
          reason: `This run was started again, and ${branch} has touched the root since ${trees.commit.slice(0, 7)}. The run of ${tip.slice(0, 7)}, or a dispatch that names the root, applies it as it is now.`,
        }
      }
      const found = await planFor(entry)
      return found.type === 'proved' ? { ...found, context: { ...found.context, onlyReplay: true } } : found
    }
  } finally {
    await later.close()
  }
}
