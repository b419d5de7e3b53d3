// What a rule of the gate is: a pure function from two views to problems.
import type { Severity, SourceLocation } from '../../findings/finding.ts'
import type { RuleId } from '../../findings/rule-ids.ts'
import type { GateView } from './view.ts'

/** Patterns of what may be used; absent lists allow all. */
export type Allowed = {
  readonly providers?: readonly string[]
  readonly modules?: readonly string[]
}

export type GateInput = {
  readonly head: GateView
  /** The commit that the change is judged against; undefined where there is none. */
  readonly base: GateView | undefined
  readonly allowed: Allowed
}

export type GateProblem = {
  readonly message: string
  readonly at: SourceLocation
  /** What tells two problems of one rule in one file apart; enters the fingerprint. */
  readonly value: string
  /** Instead of that of the rule. */
  readonly severity?: Severity
}

export type GateRule = {
  readonly id: Extract<RuleId, `terraform-${string}`>
  readonly check: (input: GateInput) => Iterable<GateProblem> | Promise<Iterable<GateProblem>>
}
