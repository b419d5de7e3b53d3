// Two renders of an Application, object by object and field by field.
import { isObject } from './merge-patch.ts'

type Rendered = Readonly<Record<string, unknown>>

const trackingId = 'argocd.argoproj.io/tracking-id'
/** What Argo CD's API shows in place of a Secret's value: as many signs, whatever the value is. */
const masked = /^\++$/

/** Differences in words; empty when both deploy the same. The order of objects does not count. */
export function differences(ours: readonly Rendered[], theirs: readonly Rendered[]): readonly string[] {
  const [left, right] = [byIdentity(ours), byIdentity(theirs)]
  const names = [...new Set([...left.keys(), ...right.keys()])].sort()
  return names.flatMap((name) => {
    const [a, b] = [left.get(name), right.get(name)]
    if (a === undefined) return [`${name}: Argo CD alone renders it`]
    if (b === undefined) return [`${name}: Seaworthy alone renders it`]
    return compare(withoutTracking(a), withoutTracking(b), name, a.kind === 'Secret')
  })
}

/** Objects by kind, namespace and name; a second one of the same identity is counted. */
function byIdentity(objects: readonly Rendered[]): ReadonlyMap<string, Rendered> {
  const found = new Map<string, Rendered>()
  for (const object of objects) {
    const { name, generateName, namespace } = (object.metadata ?? {}) as Readonly<Record<string, string | undefined>>
    const identity = `${object.apiVersion}/${object.kind} ${namespace ?? ''}/${name ?? generateName}`
    let key = identity
    for (let count = 2; found.has(key); count += 1) key = `${identity} #${count}`
    found.set(key, object)
  }
  return found
}

/** Argo CD notes on each object which Application deploys it; that is no part of the render. */
function withoutTracking(object: Rendered): Rendered {
  const { annotations, ...metadata } = object.metadata as Readonly<Record<string, unknown>>
  const { [trackingId]: _, ...others } = (annotations ?? {}) as Readonly<Record<string, unknown>>
  return { ...object, metadata: { ...metadata, ...(Object.keys(others).length > 0 ? { annotations: others } : {}) } }
}

function compare(a: unknown, b: unknown, path: string, secret: boolean): string[] {
  if (secret && typeof a === 'string' && typeof b === 'string' && masked.test(b)) return []
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return [`${path}: ${a.length} entries, Argo CD ${b.length}`]
    return a.flatMap((one, index) => compare(one, b[index], `${path}[${index}]`, secret))
  }
  if (isObject(a) && isObject(b)) {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
    return keys.flatMap((key) => compare(a[key], b[key], `${path}.${key}`, secret))
  }
  return Object.is(a, b) ? [] : [`${path}: ${JSON.stringify(a)}, Argo CD ${JSON.stringify(b)}`]
}
