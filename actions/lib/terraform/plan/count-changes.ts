// How much of everything a plan has.
import type { ActionInvocation, CheckResult, Counts, Deferred, OutputChange, ResourceChange } from './plan.ts'

export type Countable = {
  readonly changes: readonly ResourceChange[]
  readonly unchanged: number
  readonly drift: readonly ResourceChange[]
  readonly outputs: readonly OutputChange[]
  readonly checks: readonly CheckResult[]
  readonly deferred: readonly Deferred[]
  readonly invocations: readonly ActionInvocation[]
}

/**
 * Counts by kind. A replacement counts once, as `replace`; what lets the old object go counts as `forget` too. Moves and
 * imports count beside what else happens to the object. `deferred` has changes and invocations that are put off.
 */
export function countChanges(plan: Countable): Counts {
  const { changes, invocations } = plan
  const number = (test: (change: ResourceChange) => boolean) => changes.filter(test).length
  const put = invocations.filter(({ deferred }) => deferred !== undefined).length
  return {
    create: number(({ action }) => action === 'create'),
    update: number(({ action }) => action === 'update'),
    replace: number(({ action }) => action === 'replace'),
    delete: number(({ action }) => action === 'delete'),
    read: number(({ action }) => action === 'read'),
    forget: number(({ action, forgets }) => forgets && action !== 'other'),
    move: number(({ moved }) => moved),
    import: number(({ importing }) => importing !== undefined),
    outputs: plan.outputs.length,
    invoke: invocations.length - put,
    deferred: plan.deferred.length + put,
    other: number(({ action }) => action === 'other') + plan.outputs.filter(({ action }) => action === 'other').length,
    drift: plan.drift.length,
    failedChecks: plan.checks.filter(({ status }) => status === 'fail' || status === 'error').length,
    unchanged: plan.unchanged,
  }
}
