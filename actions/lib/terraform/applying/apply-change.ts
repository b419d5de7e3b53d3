// Applies a merged change wave by wave. Nothing begins before every plan of the first wave is proved: half a change is not what
// was reviewed.
import { inTurns } from '../../toolkit/in-turns.ts'
import type { Change } from '../planning/open-change.ts'
import { type PlannedRoot, planOne, said } from '../planning/plan-one.ts'
import type { RootToPlan } from '../planning/planning-context.ts'
import type { ApplyOutcome, ApplyResult } from '../result/apply-result.ts'
import type { RootResult } from '../result/result.ts'
import { releasedRoots } from '../roots/waves.ts'
import { type ApplyContext, applyMade, applyReviewed } from './apply-one.ts'
import { resultOf } from './apply-result.ts'
import type { ReviewedPlan } from './reviewed-plan.ts'

/** What was found for a root: a plan that is proved to be the reviewed one, none, or one that must not be used. */
export type FoundPlan =
  | { readonly type: 'proved'; readonly plan: ReviewedPlan; readonly context: ApplyContext }
  /** `ask`: it is planned in this run and waits for an approval. */
  | { readonly type: 'missing'; readonly instead: 'refuse' | 'ask'; readonly reason: string }
  | { readonly type: 'refused'; readonly reason: string }

export type ApplyChangeInput = {
  readonly context: ApplyContext
  readonly change: Change
  readonly parallel: number
  /** Roots that this run may apply; others of the change belong to another job. */
  readonly mine: ReadonlySet<string>
  readonly planFor: (entry: RootToPlan) => Promise<FoundPlan>
  /** What becomes of a root that could be planned only now: applied unseen, where the settings allow that, or kept to be approved. */
  readonly deferred: 'wait' | 'apply'
  /** Called with each plan that was made here and waits, while its files are there. */
  readonly onWaiting: (entry: RootToPlan, planned: PlannedRoot) => Promise<RootResult>
}

export type AppliedChange = {
  readonly results: readonly ApplyResult[]
  /** Plans that were made here and wait. */
  readonly waiting: readonly RootResult[]
}

/** Applies all that may be applied. Nothing that a user could have caused is thrown. */
export async function applyChange(input: ApplyChangeInput): Promise<AppliedChange> {
  const { change, mine, parallel } = input
  const { waves, deferrals, impacts } = change.selection
  const entries = new Map<string, RootToPlan>()
  for (const { root } of impacts) entries.set(root.name, await change.toPlan(root))
  const results = new Map<string, ApplyResult>()
  const waiting: RootResult[] = []
  const entryOf = (name: string) => entries.get(name) as RootToPlan
  const others = [...entries.keys()].filter((name) => !mine.has(name))

  const first = (waves[0]?.roots ?? []).filter((name) => mine.has(name))
  const found = new Map(
    await inTurns(first, parallel, async (name) => [name, await input.planFor(entryOf(name))] as const),
  )
  const unproved = first.filter((name) => isRefusal(found.get(name)))
  if (unproved.length > 0) {
    for (const name of [...entries.keys()].filter((entry) => mine.has(entry))) {
      results.set(name, notBegun(entryOf(name), found.get(name), unproved))
    }
    return { results: [...results.values()].flatMap((result) => withNext(result, input.context)), waiting }
  }

  const applyAll = (names: readonly string[]) =>
    inTurns(names, parallel, async (name) => {
      const { result, planned } = await settle(input, entryOf(name), found.get(name))
      if (planned !== undefined) waiting.push(planned)
      results.set(name, result)
    })
  await applyAll(first)
  for (;;) {
    const settled = new Set([...results].flatMap(([name, { outcome }]) => (isSettled(outcome) ? [name] : [])))
    const released = releasedRoots(deferrals, settled).filter((name) => mine.has(name) && !results.has(name))
    if (released.length === 0 || input.context.stop.aborted) break
    await applyAll(released)
  }
  for (const { root, waitsFor } of deferrals) {
    if (!mine.has(root) || results.has(root)) continue
    const elsewhere = waitsFor.filter((name) => others.includes(name))
    results.set(root, notReached(entryOf(root), waitsFor, elsewhere))
  }
  const order = waves.flatMap(({ roots }) => roots)
  return { results: order.flatMap((name) => withNext(results.get(name), input.context)), waiting }
}

/** What was not applied and waits for nobody is planned anew: by which command. */
function withNext(result: ApplyResult | undefined, { continueWith }: ApplyContext): readonly ApplyResult[] {
  if (result === undefined) return []
  const isLeft = result.outcome === 'refused' || result.outcome === 'stale' || result.outcome === 'skipped'
  const next = result.next ?? (isLeft ? continueWith(result.root) : undefined)
  return [next === undefined ? result : { ...result, next }]
}

const isSettled = (outcome: ApplyOutcome) => outcome === 'applied' || outcome === 'nothing-to-do'

const isRefusal = (found: FoundPlan | undefined) =>
  found?.type === 'refused' || (found?.type === 'missing' && found.instead === 'refuse')

/** Once anything is applied, nothing may take the record of it away: what goes wrong with one root is its result. */
async function settle(input: ApplyChangeInput, entry: RootToPlan, found: FoundPlan | undefined) {
  try {
    return await applyRoot(input, entry, found ?? (await input.planFor(entry)))
  } catch (error) {
    return { result: resultOf(entry, { outcome: 'failed', reason: said(error) }), planned: undefined }
  }
}

async function applyRoot(
  input: ApplyChangeInput,
  entry: RootToPlan,
  found: FoundPlan,
): Promise<{ readonly result: ApplyResult; readonly planned?: RootResult }> {
  if (found.type === 'proved') return { result: await applyReviewed(found.context, entry, found.plan) }
  if (found.type === 'refused') return { result: resultOf(entry, { outcome: 'refused', reason: found.reason }) }
  // What waited for others has no reviewed plan by its nature; what waited for nothing and has none is for people.
  const isDeferred = entry.waitsFor.length > 0
  if (!isDeferred && found.instead === 'refuse')
    return { result: resultOf(entry, { outcome: 'refused', reason: found.reason }) }
  const planned = await planOne(input.context, entry)
  const { result, made } = planned
  const about = {
    ...(result.plan !== undefined && { counts: result.plan.counts }),
    ...(result.fingerprint !== undefined && { fingerprint: result.fingerprint }),
    diagnostics: result.diagnostics,
    ...(result.lock !== undefined && { lock: result.lock }),
  }
  if (made === undefined || result.outcome === 'errored') {
    const { reason = 'It could not be planned.' } = result
    return { result: resultOf(entry, { outcome: 'failed', reason, ...about }), planned: result }
  }
  if (result.plan?.needsApply === false) return { result: resultOf(entry, { outcome: 'nothing-to-do', ...about }) }
  if (isDeferred && input.deferred === 'apply' && result.outcome === 'planned')
    return { result: await applyMade(input.context, entry, made), planned: result }
  const kept = await input.onWaiting(entry, planned)
  if (kept.artifact === undefined) {
    const reason = `It was planned now, and without an encryption key the plan cannot be kept to be approved: give \`encryption-keys\`.`
    return { result: resultOf(entry, { outcome: 'refused', reason, ...about }), planned: kept }
  }
  const why = isDeferred
    ? 'It was planned now, after what it waits for was applied: the plan has to be approved.'
    : `It was planned now: ${found.reason} The plan has to be approved.`
  const guarded = result.outcome === 'blocked' ? ' A guard refuses it: it needs an override as well.' : ''
  return { result: resultOf(entry, { outcome: 'waiting', reason: `${why}${guarded}`, ...about }), planned: kept }
}

function notBegun(entry: RootToPlan, found: FoundPlan | undefined, unproved: readonly string[]): ApplyResult {
  if (found !== undefined && found.type !== 'proved' && unproved.includes(entry.root.name))
    return resultOf(entry, { outcome: 'refused', reason: found.reason })
  return resultOf(entry, {
    outcome: 'skipped',
    reason: `Nothing was begun, since ${unproved.join(', ')} may not be applied: a change is applied as it was reviewed, whole.`,
  })
}

function notReached(entry: RootToPlan, waitsFor: readonly string[], elsewhere: readonly string[]): ApplyResult {
  const reason =
    elsewhere.length > 0
      ? `It waits for ${elsewhere.join(', ')}, which another job applies: name it in a new run when that is done.`
      : `It waits for ${waitsFor.join(', ')}, which was not applied.`
  return resultOf(entry, { outcome: elsewhere.length > 0 ? 'waiting' : 'skipped', reason })
}
