// What is known of each root after planning, free of secrets: all surfaces are made from it, and it is a contract (schemas/terraform-report.schema.json).
import type { Finding, SourceLocation } from '../../findings/finding.ts'
import type { GuardFinding } from '../guards/guard.ts'
import type { ChangeAction, CheckResult, Counts, Path } from '../plan/plan.ts'
import type { NotAsked, ToolName, Wave } from '../roots/root.ts'

/**
 * `planned`: see counts and `needsApply`; `blocked`: planned, and a guard refuses it; `errored`: planning failed, its half is
 * shown; `failed`: nothing could be planned; `deferred`: planned after what it waits for is applied.
 */
export type RootOutcome = 'planned' | 'blocked' | 'errored' | 'failed' | 'deferred'

/** One difference inside an object. Values are written for people, cut, and free of secrets. */
export type AttributeDifference = {
  readonly path: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** Absent where there was (will be) nothing. `(sensitive)` and `(known after apply)` stand for themselves. */
  readonly before?: string
  readonly after?: string
  readonly forcesReplacement: boolean
}

export type ShownChange = {
  readonly address: string
  readonly previousAddress?: string
  readonly type: string
  readonly action: ChangeAction
  readonly actions: readonly string[]
  readonly order?: 'create-first' | 'delete-first'
  readonly forgets: boolean
  readonly importId?: string
  readonly reason?: string
  readonly replacePaths: readonly Path[]
  readonly differences: readonly AttributeDifference[]
  /** Further differences that were left out. */
  readonly differencesLeftOut: number
  readonly generatedConfig?: string
}

export type Diagnostic = {
  readonly severity: 'error' | 'warning'
  readonly summary: string
  readonly detail?: string
  readonly address?: string
  readonly at?: SourceLocation
}

/** Who holds the lock of a state, as the tool tells it. */
export type LockInfo = {
  readonly id: string
  readonly path?: string
  readonly operation?: string
  readonly who?: string
  readonly version?: string
  readonly created?: string
  readonly info?: string
}

export type ShownPlan = {
  readonly counts: Counts
  readonly needsApply: boolean
  readonly errored: boolean
  readonly complete: boolean
  readonly changes: readonly ShownChange[]
  readonly drift: readonly ShownChange[]
  readonly outputs: readonly {
    readonly name: string
    readonly action: 'create' | 'update' | 'delete' | 'other'
    readonly before?: string
    readonly after?: string
    /** Where both are collections: what differs in them. */
    readonly differences?: readonly AttributeDifference[]
  }[]
  readonly checks: readonly CheckResult[]
  readonly deferred: readonly { readonly address: string; readonly reason: string; readonly action: ChangeAction }[]
  readonly invocations: readonly {
    readonly address: string
    readonly type: string
    readonly trigger?: string
    readonly deferred?: string
  }[]
  readonly unknownFields: readonly string[]
}

/** An override that lets a refused plan through, for exactly this fingerprint. */
export type Override = { readonly by: string; readonly how: string; readonly fingerprint: string }

export type RootResult = {
  readonly root: string
  readonly path: string
  readonly tool: ToolName
  readonly toolVersion?: string
  readonly workspace?: string
  readonly environment?: string
  readonly wave: number
  readonly waitsFor: readonly string[]
  /** Why it is planned at all. */
  readonly reasons: readonly string[]
  readonly outcome: RootOutcome
  /** Why it failed or is deferred, in one sentence. */
  readonly reason?: string
  readonly plan?: ShownPlan
  readonly guards: readonly GuardFinding[]
  readonly override?: Override
  readonly diagnostics: readonly Diagnostic[]
  readonly lock?: LockInfo
  /** Of the canonical plan; absent where there is none. */
  readonly fingerprint?: string
  /** Name of the artifact that has the plan, encrypted. */
  readonly artifact?: string
  readonly durationMs: number
}

export type TerraformReport = {
  readonly head?: string
  readonly base?: string
  readonly run?: string
  readonly roots: readonly RootResult[]
  readonly waves: readonly Wave[]
  /** Roots that the change does not touch. */
  readonly unaffected: readonly string[]
  /** Roots that nobody looked at because others were named; with a base only those that the change affects. */
  readonly notAsked?: readonly NotAsked[]
  /** Folders of roots that the change takes away: what they manage stays, and nobody plans it any more. */
  readonly removed?: readonly string[]
  /** What the gate found in files; where it refuses, there are no roots. */
  readonly gate?: readonly Finding[]
}
