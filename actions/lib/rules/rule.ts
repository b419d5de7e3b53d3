// What a rule is. Rules are pure: they see the rendered world and say what is wrong with it.
import type { Severity } from '../findings/finding.ts'
import type { RuleId } from '../findings/rule-ids.ts'
import type { JsonValue, KubernetesObject } from '../kubernetes/object.ts'

/** One rendered object and where it is deployed. */
export type WorldObject = {
  readonly object: KubernetesObject
  /** Name of the Application that deploys it. */
  readonly application: string
  /** Cluster it is deployed to (server URL or cluster name), so that objects of two clusters never meet. */
  readonly cluster: string
  /** Namespace after Argo CD applied the destination; undefined for cluster-scoped kinds. */
  readonly namespace: string | undefined
}

/** A source file that a render read, parsed document by document, as written. */
export type SourceFile = {
  readonly path: string
  readonly kind: 'kustomization' | 'manifest' | 'other'
  /** Parsed documents (YAML or JSON); empty when the file is not YAML. */
  readonly documents: readonly JsonValue[]
  /** The text, at most 1 MiB of it; undefined for binary files. */
  readonly text: string | undefined
  /** Applications whose render read it. */
  readonly applications: readonly string[]
}

/** An Argo CD Application as far as rules look at it. */
export type WorldApplication = {
  readonly name: string
  readonly project: string
  readonly cluster: string
  readonly namespace: string | undefined
  /** False when it was not rendered: then absence of an object proves nothing. */
  readonly rendered: boolean
  readonly labels: Readonly<Record<string, string>>
  /** Paths of its sources in the repository, where known: rules tell a tenant's tree by them. */
  readonly paths?: readonly string[]
}

/** What is known of a kind; from the schema catalogue and from CRDs of the tree. */
export type KindInfo = {
  readonly plural: string
  readonly namespaced: boolean
}

export type World = {
  readonly applications: readonly WorldApplication[]
  readonly objects: readonly WorldObject[]
  readonly sources: readonly SourceFile[]
  readonly kubernetesVersions: readonly string[]
  readonly kindInfo: (apiVersion: string, kind: string) => KindInfo | undefined
}

/** What a rule found. The verdict turns it into a Finding: location, subject, fingerprint, severity by settings. */
export type Problem = {
  readonly message: string
  /** Either the rendered object and a JSON pointer in it … */
  readonly object?: WorldObject
  readonly pointer?: string
  /** … or a source file, with document index (0 when absent) and a pointer in that document, or a line. */
  readonly file?: string
  readonly document?: number
  readonly line?: number
  /** Overrides the severity of the rule. */
  readonly severity?: Severity
  /** What distinguishes two findings at one pointer (a missing name, a host); enters the fingerprint. Never a secret. */
  readonly value?: string
}

/** What the generated rule table says of a rule. */
export type RuleDescription = {
  readonly id: RuleId
  readonly severity: Severity
  /** One line: what it finds. */
  readonly what: string
  /** Why it matters in a running platform. */
  readonly why: string
  /** How to mend it. */
  readonly mend: string
}

export type Rule = RuleDescription & {
  readonly check: (world: World) => Iterable<Problem>
}
