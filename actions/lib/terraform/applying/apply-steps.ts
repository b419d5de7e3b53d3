// The steps that a plan comes to, so that it can be told which of them were not done.
import type { Plan, ResourceChange } from '../plan/plan.ts'
import type { ApplyStep } from '../result/apply-result.ts'

/** Every step of a plan, in its order. A replacement has two. */
export const stepsOf = (plan: Plan): readonly ApplyStep[] => plan.changes.flatMap(stepsOfChange)

function stepsOfChange({ address, action, order, mode }: ResourceChange): readonly ApplyStep[] {
  if (mode === 'data' || action === 'no-op' || action === 'read') return []
  if (action !== 'replace') return [{ address, action }]
  const [first, second] = order === 'create-first' ? (['create', 'delete'] as const) : (['delete', 'create'] as const)
  return [
    { address, action: first },
    { address, action: second },
  ]
}

/** Those of `all` that are not in `done`; one that is there twice counts twice. */
export function stepsLeft(all: readonly ApplyStep[], done: readonly ApplyStep[]): readonly ApplyStep[] {
  const counts = new Map<string, number>()
  const key = ({ address, action }: ApplyStep) => `${action} ${address}`
  for (const step of done) counts.set(key(step), (counts.get(key(step)) ?? 0) + 1)
  return all.filter((step) => {
    const left = counts.get(key(step)) ?? 0
    if (left > 0) counts.set(key(step), left - 1)
    return left === 0
  })
}
