// Whether there is anything to apply.
import type { ActionInvocation, OutputChange, ResourceChange } from './plan.ts'

export type Evidence = {
  /** What the tool says itself; OpenTofu does not. */
  readonly applyable: boolean | undefined
  readonly errored: boolean
  /** Every entry of `resource_changes`, and those that are changes. */
  readonly all: readonly ResourceChange[]
  readonly changes: readonly ResourceChange[]
  /** Every entry of `resource_drift`. */
  readonly drift: readonly ResourceChange[]
  readonly outputs: readonly OutputChange[]
  readonly invocations: readonly ActionInvocation[]
}

/**
 * By the tool's word where it gives it. Else as OpenTofu itself decides (`Plan.CanApply`): anything that changes, moves or is
 * imported, any output; and drift where the plan was made to accept it.
 */
export function needsApply({ applyable, errored, all, changes, drift, outputs, invocations }: Evidence): boolean {
  if (applyable !== undefined) return applyable
  if (errored) return false
  if (changes.length > 0 || outputs.length > 0) return true
  if (invocations.some(({ deferred }) => deferred === undefined)) return true
  // A plan with -refresh-only is not marked as one. It has no entry for any object, while any other plan has one for each that is left.
  return all.length === 0 && drift.some(({ action }) => action !== 'no-op')
}
