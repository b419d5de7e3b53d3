// A finding: one problem at one place of the repository, as data. Every surface is made from these.
import type { RuleId } from './rule-ids.ts'

export type Severity = 'error' | 'warning' | 'note'

/** A place in the repository as written. Lines and columns count from 1. */
export type SourceLocation = {
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly endLine?: number
  readonly endColumn?: number
}

/** The object that a finding is about, and the Application through which it is deployed. */
export type ObjectRef = {
  readonly apiVersion: string
  readonly kind: string
  readonly namespace?: string
  readonly name: string
  readonly application?: string
  readonly cluster?: string
}

export type Finding = {
  readonly rule: RuleId
  readonly severity: Severity
  /** Names the object and what to do; no jargon of ours. */
  readonly message: string
  readonly at: SourceLocation
  readonly subject?: ObjectRef
  /** JSON pointer in the rendered object, or in the source document when there is no subject. */
  readonly pointer?: string
  /** The Kubernetes minors that the finding holds for; absent when it holds for all that were asked for. */
  readonly kubernetesVersions?: readonly string[]
  /** Stable when lines move: rule, subject, pointer and normalised value. */
  readonly fingerprint: string
  /** Against the base commit; absent when there was none. */
  readonly status?: 'new' | 'known' | 'fixed'
}
