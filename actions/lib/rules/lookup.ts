// Finds objects of a world by name and pods by labels: indexed once per world, shared by all rules.
import type { Severity } from '../findings/finding.ts'
import type { JsonObject } from '../kubernetes/object.ts'
import { groupKindOf, labelsOf, nameOf, namespaceOf } from './objects.ts'
import { indexProvided, type ProvidedIndex } from './provided.ts'
import type { World, WorldApplication, WorldObject } from './rule.ts'
import { matches, type Selector } from './selectors.ts'
import { type PodTemplate, podTemplate } from './workloads.ts'

/** What the absence of an object proves: nothing beyond a note where an Application was not rendered. */
export type Absence = { readonly severity: Severity | undefined; readonly because: string }

export type Lookup = ProvidedIndex & {
  readonly ofKind: (groupKind: string) => readonly WorldObject[]
  /** Objects of a kind in a namespace; '' for kinds without one. */
  readonly inNamespace: (cluster: string, namespace: string, groupKind: string) => readonly WorldObject[]
  readonly find: (cluster: string, namespace: string, groupKind: string, name: string) => WorldObject | undefined
  /** Whether the world deploys anything to the namespace. */
  readonly deploysTo: (cluster: string, namespace: string) => boolean
  readonly templates: readonly PodTemplate[]
  readonly templateOf: (item: WorldObject) => PodTemplate | undefined
  /** Pod templates that a selector selects. */
  readonly selected: (cluster: string, namespace: string, selector: Selector) => readonly PodTemplate[]
  /** Services whose own labels a selector selects. */
  readonly services: (cluster: string, namespace: string, selector: Selector) => readonly WorldObject[]
  /** Undefined as namespace: an object that could be anywhere in the cluster. */
  readonly absence: (cluster: string, namespace: string | undefined) => Absence
}

/** Parts of a key. Names cannot hold a line end; what does is refused elsewhere. */
const join = (one: string, two: string, three?: string, four?: string): string =>
  three === undefined
    ? `${one}\n${two}`
    : four === undefined
      ? `${one}\n${two}\n${three}`
      : `${one}\n${two}\n${three}\n${four}`

const push = <Item>(index: Map<string, Item[]>, key: string, item: Item): void => {
  const list = index.get(key)
  if (list === undefined) index.set(key, [item])
  else list.push(item)
}

/** Items by the labels that they carry, in each namespace; a lookup costs what it finds, not what there is. */
const indexByLabel = <Item>() => {
  type Entry = { readonly labels: JsonObject; readonly item: Item }
  const byPlace = new Map<string, Entry[]>()
  const byLabel = new Map<string, Entry[]>()
  return {
    add: (at: WorldObject, labels: JsonObject, item: Item): void => {
      const place = join(at.cluster, namespaceOf(at))
      const entry = { labels, item }
      push(byPlace, place, entry)
      for (const key of Object.keys(labels)) push(byLabel, join(place, key, String(labels[key])), entry)
    },
    select: (cluster: string, namespace: string, selector: Selector): readonly Item[] => {
      const place = join(cluster, namespace)
      let candidates: readonly Entry[] | undefined
      for (const [key, value] of selector.labels) {
        const bucket = byLabel.get(join(place, key, value)) ?? []
        if (candidates === undefined || bucket.length < candidates.length) candidates = bucket
      }
      candidates ??= byPlace.get(place) ?? []
      return candidates.filter(({ labels }) => matches(selector, labels)).map(({ item }) => item)
    },
  }
}

const proven: Absence = { severity: undefined, because: '' }

const build = (world: World): Lookup => {
  const byKind = new Map<string, WorldObject[]>()
  const byPlace = new Map<string, WorldObject[]>()
  const byName = new Map<string, WorldObject>()
  const namespaces = new Set<string>()
  const templates: PodTemplate[] = []
  const templateByOwner = new Map<WorldObject, PodTemplate>()
  const labelledTemplates = indexByLabel<PodTemplate>()
  const labelledServices = indexByLabel<WorldObject>()
  for (const item of world.objects) {
    const groupKind = groupKindOf(item)
    const namespace = namespaceOf(item)
    push(byKind, groupKind, item)
    push(byPlace, join(item.cluster, namespace, groupKind), item)
    byName.set(join(item.cluster, namespace, groupKind, nameOf(item)), item)
    // The Namespace object alone proves nothing: platforms create namespaces for others to fill.
    if (namespace !== '') namespaces.add(join(item.cluster, namespace))
    if (groupKind === '/Service') labelledServices.add(item, labelsOf(item), item)
    const template = podTemplate(item)
    if (template === undefined) continue
    templates.push(template)
    templateByOwner.set(item, template)
    labelledTemplates.add(item, template.labels, template)
  }

  const notRendered = world.applications.filter(({ rendered }) => !rendered)
  const couldDeployTo = (cluster: string, namespace: string | undefined) => (application: WorldApplication) =>
    application.cluster === cluster &&
    (namespace === undefined || application.namespace === undefined || application.namespace === namespace)
  const absences = new Map<string, Absence>()
  const absence = (cluster: string, namespace: string | undefined): Absence => {
    if (notRendered.length === 0) return proven
    const key = join(cluster, namespace ?? '\n')
    let known = absences.get(key)
    if (known === undefined) {
      const maker = notRendered.find(couldDeployTo(cluster, namespace))
      known =
        maker === undefined
          ? proven
          : { severity: 'note', because: ` (Application ${maker.name} was not rendered and may deploy it)` }
      absences.set(key, known)
    }
    return known
  }

  let provided: ProvidedIndex | undefined
  const lazily = (): ProvidedIndex => {
    provided ??= indexProvided(world.objects)
    return provided
  }
  return {
    ofKind: (groupKind) => byKind.get(groupKind) ?? [],
    inNamespace: (cluster, namespace, groupKind) => byPlace.get(join(cluster, namespace, groupKind)) ?? [],
    find: (cluster, namespace, groupKind, name) => byName.get(join(cluster, namespace, groupKind, name)),
    deploysTo: (cluster, namespace) => namespaces.has(join(cluster, namespace)),
    templates,
    templateOf: (item) => templateByOwner.get(item),
    selected: labelledTemplates.select,
    services: labelledServices.select,
    absence,
    provides: (...place) => lazily().provides(...place),
    runsPods: (...place) => lazily().runsPods(...place),
  }
}

const lookups = new WeakMap<World, Lookup>()

/** The lookup of a world, built at its first use. */
export const lookup = (world: World): Lookup => {
  let known = lookups.get(world)
  if (known === undefined) {
    known = build(world)
    lookups.set(world, known)
  }
  return known
}
