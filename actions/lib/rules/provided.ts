// Applies the provider table to a world: which objects exist although no manifest declares them.
import { annotation, groupKindOf, nameOf } from './objects.ts'
import { everywhere, isUnknownGroup, type Provided, provisions, servingCertificateAnnotation } from './providers.ts'
import type { WorldObject } from './rule.ts'
import type { Selector } from './selectors.ts'
import { matchPath, textAt } from './values.ts'

const kinds: readonly Provided[] = ['Secret', 'ConfigMap', 'Service', 'ServiceAccount']

const textsAt = (item: WorldObject, path: string): readonly string[] =>
  matchPath(item.object, path.split('.')).flatMap(({ value }) =>
    typeof value === 'string' && value !== '' ? [value] : [],
  )

/** Fills the one placeholder of a name template; none of its paths has text: no names. */
const expand = (template: string, item: WorldObject): readonly string[] => {
  const found = /^(.*?)\{([^}]*)\}(.*)$/.exec(template)
  if (found === null) return [template]
  const [, before = '', paths = '', after = ''] = found
  for (const path of paths.split('|')) {
    const texts = textsAt(item, path)
    if (texts.length > 0) return texts.map((text) => `${before}${text}${after}`)
  }
  return []
}

type PlaceIndex = {
  readonly pods: Readonly<Record<string, string>>[]
  /** Names of objects of kinds that we know nothing of. */
  readonly unknown: string[]
}

export type ProvidedIndex = {
  readonly provides: (cluster: string, namespace: string, kind: Provided, name: string) => boolean
  /** Whether pods of a controller may satisfy the selector. */
  readonly runsPods: (cluster: string, namespace: string, selector: Selector) => boolean
}

const join = (...parts: readonly string[]): string => parts.join('\n')

/** Indexes what the controllers of a world make of its objects. */
export const indexProvided = (objects: readonly WorldObject[]): ProvidedIndex => {
  const names = new Set<string>()
  const places = new Map<string, PlaceIndex>()
  const place = (item: WorldObject): PlaceIndex => {
    const key = join(item.cluster, item.namespace ?? '')
    const known = places.get(key) ?? { pods: [], unknown: [] }
    places.set(key, known)
    return known
  }
  for (const item of objects) {
    const groupKind = groupKindOf(item)
    const provision = Object.hasOwn(provisions, groupKind) ? provisions[groupKind] : undefined
    const name = nameOf(item)
    if (groupKind === '/Service') {
      const secret = annotation(item, servingCertificateAnnotation)
      if (secret !== undefined) names.add(join(item.cluster, item.namespace ?? '', 'Secret', secret))
    }
    const group = groupKind.slice(0, groupKind.indexOf('/'))
    if (group.includes('.')) {
      const connection = textAt(item.object, 'spec', 'writeConnectionSecretToRef', 'name')
      if (connection !== undefined) names.add(join(item.cluster, item.namespace ?? '', 'Secret', connection))
    }
    if (provision === undefined) {
      if (name !== '' && isUnknownGroup(group)) place(item).unknown.push(name)
      continue
    }
    const withoutSecrets = provision.secretsWhen?.every((key) => annotation(item, key) === undefined) ?? false
    for (const kind of kinds)
      for (const template of kind === 'Secret' && withoutSecrets ? [] : (provision[kind] ?? []))
        for (const text of expand(template, item))
          names.add(join(item.cluster, provision.anyNamespace ? '*' : (item.namespace ?? ''), kind, text))
    if (provision.pods !== undefined)
      place(item).pods.push(
        Object.fromEntries(Object.entries(provision.pods).map(([key, value]) => [key, expand(value, item)[0] ?? ''])),
      )
  }

  return {
    provides: (cluster, namespace, kind, name) =>
      everywhere[kind].some((known) => known === name || known === `${namespace}/${name}`) ||
      names.has(join(cluster, namespace, kind, name)) ||
      names.has(join(cluster, '*', kind, name)) ||
      (places.get(join(cluster, namespace))?.unknown.some((owner) => name === owner || name.startsWith(`${owner}-`)) ??
        false),
    runsPods: (cluster, namespace, selector) => {
      const here = places.get(join(cluster, namespace))
      if (here === undefined) return false
      const values = selector.labels
      return (
        here.pods.some(
          (labels) =>
            values.some(([key, value]) => labels[key] === value) &&
            values.every(([key, value]) => labels[key] === undefined || labels[key] === value),
        ) || here.unknown.some((owner) => values.some(([, value]) => value.includes(owner)))
      )
    },
  }
}
