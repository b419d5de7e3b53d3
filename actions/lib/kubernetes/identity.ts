// Which object an object is: the key under which two manifests meet as one.
import type { KubernetesObject } from './object.ts'

export type GroupVersion = { readonly group: string; readonly version: string }

/** `apps/v1` → group `apps`, version `v1`; `v1` → group `''`. */
export function groupVersion(apiVersion: string): GroupVersion {
  const slash = apiVersion.indexOf('/')
  return { group: apiVersion.slice(0, Math.max(slash, 0)), version: apiVersion.slice(slash + 1) }
}

/**
 * `group/kind/namespace/name` of an object, without the version, because all versions of a kind are one object in the cluster.
 * `namespace` is the one that the object is deployed to; undefined or '' for cluster-scoped kinds. Parts may contain `/` only by
 * mistake; they are escaped, so that two keys are equal only when all parts are.
 */
export function objectKey(object: KubernetesObject, namespace: string | undefined = object.metadata.namespace): string {
  const { group } = groupVersion(object.apiVersion)
  const name = object.metadata.name
  return [group, object.kind, namespace ?? '', name].map((part) => String(part).replaceAll('/', '%2F')).join('/')
}

/** How a message names an object: `Deployment shop/cart`, `ClusterRole reader`. */
export function displayName(
  object: KubernetesObject,
  namespace: string | undefined = object.metadata.namespace,
): string {
  const where = namespace === undefined || namespace === '' ? '' : `${namespace}/`
  return `${object.kind} ${where}${object.metadata.name}`
}
