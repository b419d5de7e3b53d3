// Base and head: which findings are new, known or fixed, and which Applications came, went or changed.
import { equalExact } from '../../kubeconform-wasm/src/index.ts'
import type { UnplacedFinding } from './findings.ts'
import type { JudgedApplication } from './side.ts'

export type Compared = { readonly findings: readonly UnplacedFinding[]; readonly fixed: readonly UnplacedFinding[] }

/** Marks findings of the head as new or known by their fingerprints, and returns those that only the base had. */
export function compareFindings(base: readonly UnplacedFinding[], head: readonly UnplacedFinding[]): Compared {
  const before = new Set(base.map(({ fingerprint }) => fingerprint))
  const after = new Set(head.map(({ fingerprint }) => fingerprint))
  return {
    findings: head.map((finding) => ({ ...finding, status: before.has(finding.fingerprint) ? 'known' : 'new' })),
    fixed: base
      .filter(({ fingerprint }) => !after.has(fingerprint))
      .map((finding) => ({ ...finding, status: 'fixed' })),
  }
}

export type Change = 'added' | 'changed' | 'unchanged' | 'removed'

/** What became of an Application: `unchanged` when the same answers came of the same Application. */
export function changeOf(before: JudgedApplication | undefined, after: JudgedApplication): Exclude<Change, 'removed'> {
  if (before === undefined) return 'added'
  const same =
    equalExact(before.declared.object.spec, after.declared.object.spec) &&
    before.sources.every(({ answer }, index) => sameObjects(answer, after.sources[index]?.answer))
  return same ? 'unchanged' : 'changed'
}

type Answer = JudgedApplication['sources'][number]['answer']

function sameObjects(before: Answer, after: Answer): boolean {
  return (
    before === after ||
    equalExact(
      before?.objects.map(({ object }) => object),
      after?.objects.map(({ object }) => object),
    )
  )
}
