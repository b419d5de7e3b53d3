// Finds names of objects that nothing deploys and no controller makes.
import type { JsonValue } from '../kubernetes/object.ts'
import { type Lookup, lookup } from './lookup.ts'
import { annotation, describe, groupKindOf, problem } from './objects.ts'
import { isBuiltIn, objectReferences, podReferences, providedKind, type Reference } from './references.ts'
import type { Problem, Rule, WorldObject } from './rule.ts'
import { field, isObject, listAt, matchPath, pointer, type Segment, textAt } from './values.ts'
import { specPointer } from './workloads.ts'

const kindIn = (groupKind: string): string => groupKind.slice(groupKind.indexOf('/') + 1)

/** Keys of a ConfigMap or Secret, listeners of a Gateway; undefined where they are not to be seen (encrypted, or filled by a controller). */
const keysOf = (item: WorldObject): ReadonlySet<string> | undefined => {
  const { object } = item
  if (groupKindOf(item) === 'gateway.networking.k8s.io/Gateway') {
    const listeners = listAt(object, 'spec', 'listeners').flatMap((listener) => textAt(listener, 'name') ?? [])
    return listeners.length === 0 ? undefined : new Set(listeners)
  }
  if (field(object, 'sops') !== undefined || annotation(item, 'reflector.v1.k8s.emberstack.com/reflects') !== undefined)
    return undefined
  const maps = ['data', 'binaryData', 'stringData'].map((key) => field(object, key))
  const keys = maps.flatMap((map) => (isObject(map) ? Object.keys(map) : []))
  return keys.length === 0 ? undefined : new Set(keys)
}

type Found = { readonly value: JsonValue; readonly pointer: string }

const holds = (reference: Reference, value: JsonValue): boolean => {
  if (reference.when === undefined) return true
  const [key, ...values] = reference.when
  // The defaults of the API: an issuer is an Issuer, a parent a Gateway, an authentication one of the namespace.
  const actual = textAt(value, key)
  return actual === undefined
    ? !['ClusterIssuer', 'ClusterSecretStore'].includes(values[0] ?? '')
    : values.includes(actual)
}

const keyProblems = function* (
  from: WorldObject,
  target: WorldObject,
  reference: Reference,
  found: Found,
): Iterable<Problem> {
  const keys = keysOf(target)
  if (reference.key === undefined || keys === undefined) return
  const wanted =
    reference.key === 'items'
      ? listAt(found.value, 'items').map((item, index) => ({ key: textAt(item, 'key'), path: ['items', index, 'key'] }))
      : [{ key: textAt(found.value, reference.key), path: [reference.key] }]
  for (const { key, path } of wanted)
    if (key !== undefined && !keys.has(key))
      yield problem(
        from,
        `${found.pointer}${pointer(...path)}`,
        groupKindOf(target) === 'gateway.networking.k8s.io/Gateway'
          ? `${describe(from)} names listener ${key} of ${describe(target)}, which has no such listener: correct sectionName`
          : `${describe(from)} reads key ${key} of ${describe(target)}, which has no such key: correct the key or add it`,
        { value: key },
      )
}

/** Whether the place of the named object is filled from this repository at all; if not, absence proves nothing. */
const isOurs = (known: Lookup, from: WorldObject, reference: Reference, namespace: string): boolean => {
  if (reference.clusterScoped) return known.ofKind(reference.to).some(({ cluster }) => cluster === from.cluster)
  return namespace === (from.namespace ?? '') || known.deploysTo(from.cluster, namespace)
}

const check = function* (known: Lookup, from: WorldObject, reference: Reference, found: Found): Iterable<Problem> {
  if (!holds(reference, found.value)) return
  const name = reference.name === '' ? textAt(found.value) : textAt(found.value, reference.name)
  if (name === undefined || isBuiltIn(reference.to, name) || field(found.value, 'optional') === true) return
  const named = reference.namespace === undefined ? undefined : textAt(found.value, reference.namespace)
  const namespace = reference.clusterScoped ? '' : (named ?? from.namespace ?? '')
  const { cluster } = from
  const target = known.find(cluster, namespace, reference.to, name)
  if (target !== undefined) {
    yield* keyProblems(from, target, reference, found)
    return
  }
  const provided = providedKind[reference.to]
  if (provided !== undefined && known.provides(cluster, namespace, provided, name)) return
  if (!isOurs(known, from, reference, namespace)) return
  const { severity, because } = known.absence(cluster, reference.clusterScoped ? undefined : namespace)
  const isSecret = reference.to === '/Secret'
  const advice = isSecret
    ? 'add an ExternalSecret or SealedSecret that makes it, or correct the name'
    : 'add it or correct the name'
  const place = reference.clusterScoped ? '' : `${namespace}/`
  yield problem(
    from,
    reference.name === '' ? found.pointer : `${found.pointer}/${reference.name}`,
    `${describe(from)} refers to ${kindIn(reference.to)} ${place}${name}, which does not exist${because}: ${advice}`,
    // A Secret may have been created by hand or by Terraform: likely a mistake, not surely.
    { value: `${kindIn(reference.to)}/${name}`, severity: severity ?? (isSecret ? 'warning' : undefined) },
  )
}

/** Volumes that a container mounts and its pod does not declare: the API server refuses those. */
const mounts = function* (known: Lookup): Iterable<Problem> {
  for (const { owner, path, spec } of known.templates) {
    const volumes = new Set([
      ...listAt(spec, 'volumes').map((volume) => textAt(volume, 'name')),
      ...listAt(owner.object, 'spec', 'volumeClaimTemplates').map((claim) => textAt(claim, 'metadata', 'name')),
    ])
    for (const list of ['containers', 'initContainers'])
      for (const field of ['volumeMounts', 'volumeDevices'])
        for (const mount of matchPath(spec, [list, '*', field, '*', 'name']))
          if (typeof mount.value === 'string' && mount.value !== '' && !volumes.has(mount.value))
            yield problem(
              owner,
              pointer(...path, 'spec', ...mount.path),
              `${describe(owner)} mounts volume ${mount.value}, which its pod does not declare: add it to volumes or correct the name`,
              { value: `volume/${mount.value}` },
            )
  }
}

export const missingReference: Rule = {
  id: 'missing-reference',
  severity: 'error',
  what: 'An object names a ConfigMap, Secret (warning), ServiceAccount, volume claim, Role, issuer, store, Gateway or key that nothing deploys and no known controller makes.',
  why: 'Pods hang in CreateContainerConfigError or are never created, while Argo CD shows the sync as done.',
  mend: 'Add the object, correct the name, or mark the reference optional; exempt what is made outside the repository.',
  check: function* (world) {
    const known = lookup(world)
    for (const template of known.templates)
      for (const reference of podReferences)
        for (const { value, path } of matchPath(template.spec, reference.path))
          yield* check(known, template.owner, reference, { value, pointer: specPointer(template, ...path) })
    for (const [groupKind, references] of Object.entries(objectReferences))
      for (const item of known.ofKind(groupKind))
        for (const reference of references)
          for (const { value, path } of matchPath(item.object, reference.path as readonly Segment[]))
            yield* check(known, item, reference, { value, pointer: pointer(...path) })
    yield* mounts(known)
  },
}
