// What is dangerous in a plan. Each guard has a name that the settings and an override can speak of.
import type { SourceLocation } from '../../findings/finding.ts'
import type { HclFile } from '../hcl/body.ts'
import type { Plan } from '../plan/plan.ts'

export const guardIds = [
  'delete-limit',
  'replace-limit',
  'protected-address',
  'stateful-type',
  'forget',
  'nested-removal',
  'prevent-destroy-removed',
  'node-pool-immutable',
  'provider-downgrade',
  'drift-in-change',
  'unknown-action',
  'incomplete-plan',
  'failed-check',
] as const

export type GuardId = (typeof guardIds)[number]

export type GuardSeverity = 'error' | 'warning' | 'note'

export type GuardFinding = {
  readonly guard: GuardId
  readonly severity: GuardSeverity
  /** What, and what to do next. May hold values of the plan: goes through the redactor before it is shown. */
  readonly message: string
  readonly address?: string
  readonly at?: SourceLocation
}

export type GuardPolicy = {
  /** How many deletions (replacements) are let through; undefined: any number. */
  readonly maxDelete?: number
  readonly maxReplace?: number
  /** Addresses, `*` stands for any text, that may be neither destroyed nor forgotten. */
  readonly protect: readonly string[]
  /** Types beside the built-in list of those that hold data. `!type` takes one out of it. */
  readonly protectTypes: readonly string[]
  readonly severities: Readonly<Partial<Record<GuardId, GuardSeverity | 'off'>>>
}

/** What guards may look at. The base side is undefined where there is none. */
export type GuardInput = {
  readonly plan: Plan
  readonly policy: GuardPolicy
  readonly head: { readonly configuration: readonly HclFile[]; readonly lock: readonly LockedProvider[] }
  readonly base?: { readonly configuration: readonly HclFile[]; readonly lock: readonly LockedProvider[] }
}

/** One entry of `.terraform.lock.hcl`. */
export type LockedProvider = {
  readonly source: string
  readonly version: string
  readonly hashes: readonly string[]
  readonly at: SourceLocation
}
