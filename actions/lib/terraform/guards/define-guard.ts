// What a guard is made of. One guard a file; the table in README.md is made from these.
import type { SourceLocation } from '../../findings/finding.ts'
import type { ResourceChange } from '../plan/plan.ts'
import type { GuardId, GuardInput, GuardSeverity } from './guard.ts'

export type GuardContext = GuardInput & {
  /** Where a resource is written at the head; undefined where nobody can tell. */
  readonly locate: (change: ResourceChange) => SourceLocation | undefined
}

export type Judgement = {
  /** What, where, and what to do next; not who may let it through: that depends on the settings, and the surface adds it. */
  readonly message: string
  readonly address?: string
  readonly at?: SourceLocation | undefined
  /** Where one case of a guard is less than the others. The settings have the last word. */
  readonly severity?: GuardSeverity
}

export type Guard = {
  readonly id: GuardId
  /** Unless the settings say otherwise. */
  readonly severity: GuardSeverity
  /** Texts for the table. */
  readonly what: string
  /** Why it matters, and why with this severity. */
  readonly why: string
  readonly allow: string
  readonly judge: (context: GuardContext) => readonly Judgement[]
}

/** A judgement of one change, with its address and place. */
export function judged(
  change: ResourceChange,
  context: GuardContext,
  message: string,
  severity?: GuardSeverity,
): Judgement {
  return {
    message,
    address: change.address,
    at: context.locate(change),
    ...(severity === undefined ? {} : { severity }),
  }
}
