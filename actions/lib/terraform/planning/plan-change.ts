// Plans all roots that a change touches: those that wait for nothing at once, those that wait for others not before these are
// applied, and never on what is only expected.
import { inTurns } from '../../toolkit/in-turns.ts'
import type { RootResult } from '../result/result.ts'
import type { Root } from '../roots/root.ts'
import { releasedRoots } from '../roots/waves.ts'
import type { Change } from './open-change.ts'
import { type PlannedRoot, planOne } from './plan-one.ts'
import type { PlanningContext, RootToPlan } from './planning-context.ts'

/**
 * Plans a change. The results are in the order of its waves.
 * @param parallel how many roots at the same time
 * @param onPlanned called as soon as a root is planned, while its files are there
 */
export async function planChange(
  context: PlanningContext,
  change: Change,
  parallel: number,
  onPlanned: (entry: RootToPlan, planned: PlannedRoot) => Promise<RootResult>,
): Promise<readonly RootResult[]> {
  const { waves, deferrals, impacts } = change.selection
  const roots = new Map(impacts.map(({ root }) => [root.name, root]))
  const results = new Map<string, RootResult>()
  const planAll = (names: readonly string[]) =>
    inTurns(names, parallel, async (name) => {
      const entry = await change.toPlan(roots.get(name) as Root)
      results.set(name, await onPlanned(entry, await planOne(context, entry)))
    })
  const settled = () => new Set([...results].flatMap(([name, result]) => (isSettled(result) ? [name] : [])))
  await planAll(waves[0]?.roots ?? [])
  // A root that waits for others which turn out to have nothing to apply need not wait.
  for (;;) {
    const now = settled()
    const released = releasedRoots(deferrals, now).filter((name) => !results.has(name))
    if (released.length === 0) break
    await planAll(released)
  }
  const order = waves.flatMap(({ roots: names }) => names)
  return Promise.all(
    order.map(async (name) => results.get(name) ?? deferredResult(await change.toPlan(roots.get(name) as Root))),
  )
}

const isSettled = ({ outcome, plan }: RootResult) => outcome === 'planned' && plan?.needsApply === false

/** The result of a root that is planned later. */
export function deferredResult({ root, wave, waitsFor, reasons }: RootToPlan): RootResult {
  return {
    root: root.name,
    path: root.path,
    tool: root.tool,
    ...(root.workspace !== undefined && { workspace: root.workspace }),
    ...(root.environment !== undefined && { environment: root.environment }),
    wave,
    waitsFor,
    reasons,
    outcome: 'deferred',
    guards: [],
    diagnostics: [],
    durationMs: 0,
  }
}
