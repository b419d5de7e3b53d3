// One side of a verdict: a tree, the Applications in it, and what each of them renders to.
import type { Origin, RenderAnswer, Source } from '../../kubeconform-wasm/src/protocol.ts'
import type { Application, ApplicationSource } from '../argocd/application.ts'
import type { Severity, SourceLocation } from '../findings/finding.ts'
import type { RuleId } from '../findings/rule-ids.ts'
import type { Tree } from '../git/tree.ts'
import type { KubernetesObject } from '../kubernetes/object.ts'
import type { WorldObject } from '../rules/rule.ts'

/** Where an object was written: enough to find the line of any of its fields, when somebody asks. */
export type Written = {
  readonly origin: Origin
  readonly object: KubernetesObject
  readonly source: Source
  /** The Application whose render it is of; undefined for files that were read as they are. */
  readonly by: JudgedApplication | undefined
}

/** A rendered object, in the world of the rules and with its origin. */
export type JudgedObject = WorldObject & { readonly written: Written; readonly checked: boolean }

/** A source of an Application and what came of it. */
export type JudgedSource = {
  readonly source: ApplicationSource
  /** What the engine was asked for; undefined when it could not be asked. */
  readonly asked?: Source
  readonly answer?: RenderAnswer
}

export type JudgedApplication = {
  readonly application: Application
  readonly declared: Written
  readonly sources: readonly JudgedSource[]
  readonly objects: readonly JudgedObject[]
  readonly gaps: readonly RawGap[]
}

/** Something that was not judged, and where in the Application's document it is decided. */
export type RawGap = { readonly reason: string; readonly pointer: string; readonly at?: SourceLocation }

/** A problem before its line is known and its severity settled. */
export type RawProblem = {
  readonly rule: RuleId
  readonly message: string
  readonly severity?: Severity
  readonly kubernetesVersions?: readonly string[]
  readonly pointer: string
  readonly value?: string
  /** The object it is about … */
  readonly object?: JudgedObject
  /** … or the Application's own document … */
  readonly application?: JudgedApplication
  /** … or a place in a file. */
  readonly at?: SourceLocation & { readonly document?: number }
}

export type Side = {
  readonly tree: Tree
  readonly applications: readonly JudgedApplication[]
  readonly objects: readonly JudgedObject[]
  readonly problems: readonly RawProblem[]
}
