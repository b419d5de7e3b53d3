// A plan made by a real run, and what its author knows it to mean.
import type { Counts } from '../plan.ts'

/** Files of a root module by name; text alone is `main.tf`. */
export type Files = string | Readonly<Record<string, string>>

export type PlanCase = {
  readonly name: string
  /** What is applied first. Absent: nothing exists. */
  readonly before?: Files
  /** Commands between, such as `taint`; what they end with does not matter. */
  readonly commands?: readonly (readonly string[])[]
  /** An object that is in the cloud from the beginning. */
  readonly cloud?: readonly [collection: string, fields: Readonly<Record<string, unknown>>]
  /** What is changed in the first object of the cloud behind the tool's back; null takes it away. */
  readonly outside?: Readonly<Record<string, unknown>> | null
  /** What is planned. Absent: the same. */
  readonly after?: Files
  /** Further arguments of `plan`. */
  readonly arguments?: readonly string[]
  readonly expected: Expected
  /** Where OpenTofu does something else. */
  readonly tofu?: Expected
}

/** Written by hand from what each change means, never copied from the tool's output. */
export type Expected = {
  /** Of `plan -detailed-exitcode`: 0 nothing to do, 1 failed, 2 something to apply. */
  readonly exit: 0 | 1 | 2
  /** Those that are not told are 0. */
  readonly counts?: Partial<Counts>
  /** Absent: by the exit code. */
  readonly needsApply?: boolean
  readonly errored?: true
  /** Nothing was left out. Absent: so unless it failed. */
  readonly complete?: boolean
  /** No plan is written at all. */
  readonly noPlan?: true
  /** How many entries among the drift are none. */
  readonly spuriousDrift?: number
  /** What each change is, by address: action, then `moved`, `imported`, `forgets`, `deposed`, `generated`, order and reason where they are so. */
  readonly changes?: Readonly<Record<string, readonly string[]>>
  readonly outputs?: Readonly<Record<string, string>>
  readonly checks?: Readonly<Record<string, string>>
  /** Paths of the differences, by address, each with `+`, `-` or `~` before and `!` behind where it forces a replacement. */
  readonly differences?: Readonly<Record<string, readonly string[]>>
}

/** What a run gave: the plan without what differs from run to run, and what the tool says of it in words. */
export type Recording = {
  readonly name: string
  readonly exit: number
  /** The line `Plan: 1 to add, …`, where there is one. */
  readonly summary?: string
  /** Of `show -json`. Absent: no plan was written. */
  readonly plan?: unknown
}
