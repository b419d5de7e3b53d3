// The answer to a bump, for every surface. Its JSON form is a contract: schemas/bump-result.schema.json.
import type { BumpPlan, BumpRefusal, FileChange, PlannedSite } from '../request.ts'

export type BumpOutcome = 'changed' | 'already-there' | 'superseded' | 'refused'

export type BumpResult = {
  readonly outcome: BumpOutcome
  readonly dryRun: boolean
  readonly sites: readonly PlannedSite[]
  readonly refusals: readonly BumpRefusal[]
  readonly files: readonly FileChange[]
  readonly notes: readonly string[]
}

/** What a plan comes to. */
export function resultOf(plan: BumpPlan, dryRun: boolean): BumpResult {
  if (plan.type === 'refused')
    return { outcome: 'refused', dryRun, sites: [], refusals: plan.refusals, files: [], notes: [] }
  const outcome = plan.files.length > 0 ? 'changed' : 'already-there'
  return { outcome, dryRun, sites: plan.sites, refusals: [], files: plan.files, notes: plan.notes }
}
