// What an object is called on its way from the base to the result, for whatever addresses it by name.
import type { KubernetesObject } from '../../kubernetes/object.ts'
import type { Layer } from './kustomization-tree.ts'
import { textOf } from './plain.ts'

export type Identity = {
  readonly apiVersion: string
  readonly kind: string
  /** Original, intermediate and rendered ones: kustomize matches them all. */
  readonly names: ReadonlySet<string>
  readonly namespaces: ReadonlySet<string>
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
}

/** The name that a layer makes of a name. */
export function affixed(name: string, layer: Layer): string {
  return `${textOf(layer.value.namePrefix) ?? ''}${name}${textOf(layer.value.nameSuffix) ?? ''}`
}

/** Every name that an original name has along a route, innermost first. */
export function namesAlong(original: string, route: readonly Layer[]): readonly string[] {
  const names = [original]
  for (const layer of route) names.push(affixed(names.at(-1) ?? original, layer))
  return names
}

/** Takes the rendered object, its name and namespace as first written, and the layers that it passed. */
export function identityOf(
  object: KubernetesObject,
  written: { readonly name: string; readonly namespace?: string },
  route: readonly Layer[],
): Identity {
  const { metadata } = object
  return {
    apiVersion: object.apiVersion,
    kind: object.kind,
    names: new Set([...namesAlong(written.name, route), metadata.name]),
    // An absent namespace counts as `default` (resid.EffectiveNamespace).
    namespaces: new Set([
      written.namespace ?? 'default',
      ...route.flatMap((layer) => textOf(layer.value.namespace) ?? []),
      metadata.namespace ?? 'default',
    ]),
    labels: metadata.labels ?? {},
    annotations: metadata.annotations ?? {},
  }
}
