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
 * branch: runs wait for each other in the order of the merges. Throws a UserError where the branch is not in the clone.
 */
export async function notMovedOn(
  { trees, branch, origin }: Pick<ApplyJob, 'trees' | 'branch' | 'origin'>,
  planFor: PlanFor,
): Promise<PlanFor> {
  if (origin.runAttempt === '1') return planFor
  const tip = await resolveCommit(trees.repository, `refs/remotes/origin/${branch}`)
  if (tip === trees.commit) return planFor
  const later = await openCommitTree(trees.repository, tip)
  try {
    const { selection } = await openChange({ head: later, base: trees.head })
    const touched = new Set([
      ...selection.impacts.map(({ root }) => root.name),
      ...selection.removed.map(({ name }) => name),
    ])
    return async (entry) =>
      touched.has(entry.root.name)
        ? {
            type: 'refused',
            reason: `This run was started again, and ${branch} has touched the root since ${trees.commit.slice(0, 7)}. The run of ${tip.slice(0, 7)}, or a dispatch that names the root, applies it as it is now.`,
          }
        : planFor(entry)
  } finally {
    await later.close()
  }
}
