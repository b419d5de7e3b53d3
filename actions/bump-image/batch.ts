// Several requests in one commit, without one of them overtaking an earlier one that has to wait for its own run.
import type { PlanContext } from '../lib/bump/plan.ts'
import {
  type BumpCall,
  type BumpServices,
  type CallOutcome,
  type PreparedBump,
  prepareBump,
} from '../lib/bump/prepare.ts'
import type { Scope } from '../lib/bump/request.ts'

/**
 * Plans the first call, which is this run's own, and with it those that wait behind it. What is refused of these is left to its
 * own run, and with it every later call that may touch the same places: that run would put its older version over the newer one.
 */
export async function prepareBatch(
  calls: readonly BumpCall[],
  context: PlanContext,
  services: BumpServices,
): Promise<PreparedBump> {
  const left = new Map<number, CallOutcome>()
  for (;;) {
    const taken = [...calls.keys()].filter((index) => !left.has(index))
    const prepared = await prepareBump(
      taken.flatMap((index) => calls[index] ?? []),
      context,
      services,
    )
    const outcomes = new Map(left)
    for (const [position, index] of taken.entries()) {
      const outcome = prepared.calls[position]
      if (outcome !== undefined) outcomes.set(index, outcome)
      if (index > 0 && outcome?.outcome === 'refused') left.set(index, outcome)
    }
    const overtaking = taken.filter(
      (index) =>
        outcomes.get(index)?.outcome === 'changed' &&
        [...left.keys()].some((earlier) => earlier > 0 && earlier < index && mayMeet(calls[earlier], calls[index])),
    )
    if (overtaking.length === 0) return { ...prepared, calls: calls.flatMap((_, index) => outcomes.get(index) ?? []) }
    for (const index of overtaking) left.set(index, hasToWait)
  }
}

const hasToWait: CallOutcome = {
  outcome: 'refused',
  sites: [],
  refusals: [{ image: '', message: 'an earlier request for the same places waits for its own run, and comes first' }],
  notes: [],
  bumps: [],
  requests: [],
}

/** Whether two calls may set the same place. Said too often rather than too rarely: the later one comes a run later then. */
function mayMeet(a: BumpCall | undefined, b: BumpCall | undefined): boolean {
  return (a?.requests ?? []).some((one) =>
    (b?.requests ?? []).some(
      (other) => lastPart(one.image) === lastPart(other.image) && scopesMeet(one.scope, other.scope),
    ),
  )
}

/** Only environments tell places apart by their names. */
function scopesMeet(a: Scope, b: Scope): boolean {
  const isOpen = ({ environments, applications, files, targets }: Scope) =>
    environments.length === 0 || applications.length + files.length + targets.length > 0
  return isOpen(a) || isOpen(b) || a.environments.some((name) => b.environments.includes(name))
}

const lastPart = (image: string) => image.split('/').at(-1)
