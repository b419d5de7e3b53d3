// Two renders of an Application, object by object and field by field.
import { isObject } from './merge-patch.ts'

type Rendered = Readonly<Record<string, unknown>>

const trackingId = 'argocd.argoproj.io/tracking-id'

/**
 * Differences in words; empty when both deploy the same. The order of objects does not count, and neither does the namespace
 * of the destination where it is not written: Argo CD adds it after this.
 */
export function differences(
  ours: readonly Rendered[],
  theirs: readonly Rendered[],
  destination: string | undefined,
): readonly string[] {
  const [left, right] = [ours, theirs].map((objects) =>
    byIdentity(objects.map((one) => asWritten(one, destination))),
  ) as [ReadonlyMap<string, Rendered>, ReadonlyMap<string, Rendered>]
  const names = [...new Set([...left.keys(), ...right.keys()])].sort()
  return names.flatMap((name) => {
    const [a, b] = [left.get(name), right.get(name)]
    if (a === undefined) return [`${name}: Argo CD alone renders it`]
    if (b === undefined) return [`${name}: Seaworthy alone renders it`]
    return compare(a, b, name)
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

/** Without the destination's namespace, and without Argo CD's note on each object which Application deploys it. */
function asWritten(object: Rendered, destination: string | undefined): Rendered {
  const { annotations, namespace, ...metadata } = object.metadata as Readonly<Record<string, unknown>>
  const { [trackingId]: _, ...others } = (annotations ?? {}) as Readonly<Record<string, unknown>>
  const kept = {
    ...metadata,
    ...(namespace === destination ? {} : { namespace }),
    ...(Object.keys(others).length > 0 ? { annotations: others } : {}),
  }
  const { stringData, data, ...rest } = object
  if (object.kind !== 'Secret') return { ...object, metadata: kept }
  // Argo CD joins both, and its API does not show the values.
  const names = Object.keys({ ...(data ?? {}), ...(stringData ?? {}) })
  return { ...rest, metadata: kept, data: Object.fromEntries(names.map((name) => [name, 'masked'])) }
}

function compare(a: unknown, b: unknown, path: string): string[] {
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return [`${path}: ${a.length} entries, Argo CD ${b.length}`]
    return a.flatMap((one, index) => compare(one, b[index], `${path}[${index}]`))
  }
  if (isObject(a) && isObject(b)) {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
    return keys.flatMap((key) => compare(a[key], b[key], `${path}.${key}`))
  }
  return Object.is(a, b) ? [] : [`${path}: ${JSON.stringify(a)}, Argo CD ${JSON.stringify(b)}`]
}
