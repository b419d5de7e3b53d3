// What somebody asks for: which image, which version, where.
import type { Pin, Version } from '../images/version.ts'

/** A field of a file, chosen by hand. */
export type FieldTarget = {
  readonly file: string
  /** `Kind/name` of the object, or `name` of it; needed where a file has several documents with that field. */
  readonly object?: string
  /** As kustomize's fieldPath: `spec.template.spec.containers.[name=api].image`. */
  readonly field: string
}

/** Where: every list that is given narrows the choice. At least one is given. */
export type Scope = {
  readonly environments: readonly string[]
  readonly applications: readonly string[]
  readonly files: readonly string[]
  readonly targets: readonly FieldTarget[]
}

export type BumpRequest = {
  /** Name without tag and digest; the last part of its path is enough where that is clear. */
  readonly image: string
  /** Empty where `from` says it. */
  readonly version: Version
  /** Environment whose version is promoted. */
  readonly from?: string
  /** Environment in which `version` was found and has passed. Set by the promotion itself, never by a caller. */
  readonly promotedFrom?: string
  readonly scope: Scope
  /** What must stand there now: a tag, a digest, or both. */
  readonly expect?: string
  /** Whether the caller gave the digest beside the tag, so that both are to be written even where a tag stands alone. */
  readonly explicitDigest?: boolean
  /** Undefined: the settings of the environment decide, and without them each place keeps its form. */
  readonly pin?: Pin
}

export type BumpRefusal = {
  readonly image: string
  readonly message: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

/** One place of the plan. `old` and `new` are the texts of the scalar, as they are read. */
export type PlannedSite = {
  readonly image: string
  readonly file: string
  readonly line: number
  readonly column: number
  readonly form: string
  readonly applications: readonly string[]
  readonly environments: readonly string[]
  readonly old: string
  readonly new: string
  readonly changed: boolean
}

export type FileChange = {
  readonly path: string
  /** Undefined for a new file. */
  readonly before: Uint8Array | undefined
  readonly after: Uint8Array
}

export type BumpPlan =
  | {
      readonly type: 'plan'
      readonly sites: readonly PlannedSite[]
      readonly files: readonly FileChange[]
      /** What could not be known, in sentences. */
      readonly notes: readonly string[]
    }
  | { readonly type: 'refused'; readonly refusals: readonly BumpRefusal[] }
