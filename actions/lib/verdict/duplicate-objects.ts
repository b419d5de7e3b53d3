// Objects that are declared more than once for one cluster: Argo CD takes the last one, or two Applications fight over it.
import type { JudgedObject, RawProblem } from './side.ts'

/** One problem for each object that an earlier one of the same cluster, kind, namespace and name stands before. */
export function duplicateObjects(objects: readonly JudgedObject[]): RawProblem[] {
  const first = new Map<string, JudgedObject>()
  const problems: RawProblem[] = []
  for (const object of objects) {
    const name = object.object.metadata?.name
    if (typeof name !== 'string' || name === '') continue
    const key = objectKey(object)
    const earlier = first.get(key)
    if (earlier === undefined) {
      first.set(key, object)
      continue
    }
    // One name in several files that nobody deploys: Applications of different Argo CDs, not of one.
    if (earlier.application === object.application && earlier.written.by !== object.written.by) continue
    const { kind } = object.object
    const elsewhere =
      earlier.application === object.application
        ? `twice in ${object.application}; only the last one is deployed`
        : `by ${earlier.application} and by ${object.application}, which will overwrite each other`
    problems.push({
      rule: 'duplicate-object',
      message: `${kind} ${name} is declared ${elsewhere}; remove or rename one`,
      pointer: '/metadata/name',
      object,
      value: earlier.application,
    })
  }
  return problems
}

/** Identity of an object in its cluster; API versions of one group are the same object. */
export function objectKey(object: JudgedObject): string {
  const { apiVersion, kind, metadata } = object.object
  const group = typeof apiVersion === 'string' && apiVersion.includes('/') ? apiVersion.split('/')[0] : ''
  return [object.cluster, group, kind, object.namespace ?? '', metadata?.name].join('\0')
}
