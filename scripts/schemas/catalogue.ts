// The catalogue: every kind of the bundle without its schema, small enough for the program to carry.
import type { CustomKind } from './crds.ts'
import { sorted } from './json.ts'
import type { KubernetesBundle } from './kubernetes-bundle.ts'
import type { CustomLifecycle } from './reviewed.ts'

export type Catalogue = {
  /** Kubernetes minors of the bundle, oldest first. */
  readonly versions: readonly string[]
  readonly kinds: Readonly<Record<string, object>>
  readonly lifecycle: Readonly<Record<string, object>>
}

/** Built-in kinds carry `versions`, custom kinds `source` (and `served` when it is false). */
export function catalogueOf(
  kubernetes: KubernetesBundle,
  crds: {
    readonly kinds: Readonly<Record<string, CustomKind>>
    readonly lifecycle: Readonly<Record<string, CustomLifecycle>>
  },
): Catalogue {
  const builtIn = Object.entries(kubernetes.kinds).map(([key, { plural, namespaced, versions }]) => {
    return [key, { plural, namespaced, versions }] as const
  })
  const custom = Object.entries(crds.kinds).map(([key, { plural, namespaced, served, deprecated, source }]) => {
    return [
      key,
      { plural, namespaced, ...(!served && { served }), ...(deprecated !== undefined && { deprecated }), source },
    ] as const
  })
  return {
    versions: kubernetes.versions,
    kinds: sorted<object>([...builtIn, ...custom]),
    lifecycle: sorted<object>(Object.entries({ ...kubernetes.lifecycle, ...crds.lifecycle })),
  }
}
