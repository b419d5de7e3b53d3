// The Report: all that a verdict says. Every surface (text, summary, annotations, SARIF, JUnit, JSON) is a pure function of it.
import type { Finding, SourceLocation } from '../findings/finding.ts'

export type Verdict = 'fit' | 'unfit' | 'unjudged'

/** Something that could not be judged, and how many objects are known to be concerned (undefined: unknown). */
export type Gap = {
  readonly application: string
  readonly reason: string
  readonly at?: SourceLocation
}

export type Coverage = {
  readonly applications: number
  readonly applicationsJudged: number
  readonly objects: number
  readonly objectsChecked: number
  readonly gaps: readonly Gap[]
}

export type ApplicationReport = {
  readonly name: string
  readonly namespace: string
  readonly project: string
  /** Where the Application itself is declared. */
  readonly at: SourceLocation
  readonly sources: readonly {
    readonly type: string
    readonly path?: string
    readonly chart?: string
    readonly repository: string
  }[]
  readonly destination: { readonly cluster: string; readonly namespace?: string }
  readonly objects: number
  readonly judged: boolean
  /** Against the base commit. */
  readonly change?: 'added' | 'changed' | 'unchanged' | 'removed'
}

export type Report = {
  readonly verdict: Verdict
  /** Why `unjudged`, when it is that. */
  readonly reason?: string
  readonly head: { readonly revision?: string }
  readonly base?: { readonly revision: string }
  readonly kubernetesVersions: readonly string[]
  readonly failOn: 'new' | 'any' | 'never'
  readonly coverage: Coverage
  readonly applications: readonly ApplicationReport[]
  /** Findings of the head, worst first; with a base commit each is new or known. */
  readonly findings: readonly Finding[]
  /** Findings that the base had and the head has not. */
  readonly fixed: readonly Finding[]
  /** Findings that an exemption covers: counted, never failing. */
  readonly exempted: readonly Finding[]
}
