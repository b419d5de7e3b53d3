// What became of each root when it was applied, free of secrets: the record of an apply is made from it.
import type { ChangeAction, Counts } from '../plan/plan.ts'
import type { Diagnostic, LockInfo } from './result.ts'

/**
 * `applied`: all of it; `nothing-to-do`: the plan has nothing to apply; `refused`: something that must be proved before was not
 * (a guard, an approval, where the plan comes from); `stale`: the state or the plan is another one than was reviewed, see
 * `differences`; `failed`: the tool stopped with an error, perhaps in the middle; `interrupted`: it was told to stop; `waiting`:
 * needs an approval first; `skipped`: what it waits for was not applied.
 */
export type ApplyOutcome =
  | 'applied'
  | 'nothing-to-do'
  | 'refused'
  | 'stale'
  | 'failed'
  | 'interrupted'
  | 'waiting'
  | 'skipped'

/**
 * `replay`: the reviewed plan itself; `reconcile`: a new plan whose fingerprint equals that of the reviewed one; `fresh`: a plan
 * made in this run, which the settings allow.
 */
export type ApplyMode = 'replay' | 'reconcile' | 'fresh'

/** One step that was (not) done. A replacement has two, so one that stopped in the middle has one in each list. */
export type ApplyStep = { readonly address: string; readonly action: ChangeAction }

export type ApplyOutput = {
  readonly name: string
  readonly sensitive: boolean
  /** As JSON; absent for a sensitive one. */
  readonly value?: unknown
}

export type ApplyResult = {
  readonly root: string
  readonly path: string
  readonly wave: number
  readonly environment?: string
  readonly outcome: ApplyOutcome
  /** Absent where it was not come to. */
  readonly mode?: ApplyMode
  /** Why it is not applied, or by which policy it is, in one sentence. */
  readonly reason?: string
  /** What differs between the reviewed plan and the new one, each in words. */
  readonly differences: readonly string[]
  /** Of the plan that was to be applied. */
  readonly counts?: Counts
  readonly fingerprint?: string
  /** In the order in which they were done. */
  readonly applied: readonly ApplyStep[]
  /** Those that failed or were not begun. */
  readonly notApplied: readonly ApplyStep[]
  /** Who holds the lock that stopped it, or the one that was left behind. */
  readonly lock?: LockInfo
  /** The command that continues. */
  readonly next?: string
  readonly diagnostics: readonly Diagnostic[]
  readonly outputs: readonly ApplyOutput[]
  readonly durationMs: number
}

export type ApplyReport = {
  /** The commit that is applied. */
  readonly head?: string
  /** Address of the run. */
  readonly run?: string
  readonly results: readonly ApplyResult[]
}
