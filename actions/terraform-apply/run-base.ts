// Whether the run that made the plans was one of this pull request, with the workflow of the branch that it was merged into. GitHub
// does not say it of a run, so everything is refused that could have made another one.
import type { BasesOfHead } from '../lib/github/bases-of-head.ts'
import { timeOf } from '../lib/terraform/approval/evidence.ts'

/** A run is made a while after what started it. */
const marginMs = 60_000

/** Why a run may have had another workflow than that of the branch, each in one sentence; empty when it had not. */
export function runBaseProblems(
  run: { readonly id: number; readonly headBranch?: string; readonly createdAt: string },
  pull: { readonly number: number; readonly headBranch: string; readonly baseBranch: string },
  bases: BasesOfHead,
): readonly string[] {
  const began = timeOf(run.createdAt) ?? Number.NEGATIVE_INFINITY
  const others = bases.pulls.filter(({ number, base }) => number !== pull.number && base !== pull.baseBranch)
  const changed = bases.changedAt.filter((at) => !((timeOf(at) ?? Number.POSITIVE_INFINITY) < began - marginMs))
  return [
    ...(run.headBranch === pull.headBranch
      ? []
      : [`Run ${run.id} is for the branch ${run.headBranch ?? 'unknown'}, not for ${pull.headBranch}.`]),
    ...others.map(
      ({ number, base }) =>
        `The same commit is the head of #${number}, into ${base}: run ${run.id} may have had the workflow of that branch.`,
    ),
    ...(changed.length === 0
      ? []
      : [`The base was changed ${changed[0]}: run ${run.id} may have had the workflow of another branch.`]),
  ]
}
