// How rules name objects: API group, kind and the words used in messages.
import type { JsonValue } from '../kubernetes/object.ts'
import type { Problem, WorldObject } from './rule.ts'
import { field, objectAt, textAt } from './values.ts'

export const kindOf = (item: WorldObject): string => textAt(item.object, 'kind') ?? ''
export const nameOf = (item: WorldObject): string => textAt(item.object, 'metadata', 'name') ?? ''
export const namespaceOf = (item: WorldObject): string => item.namespace ?? ''

export const groupOf = (apiVersion: string): string => {
  const slash = apiVersion.indexOf('/')
  return slash < 0 ? '' : apiVersion.slice(0, slash)
}

/** `apps/Deployment`, `/Service`: group and kind; the version does not matter to any rule. */
export const groupKindOf = (item: WorldObject): string =>
  `${groupOf(textAt(item.object, 'apiVersion') ?? '')}/${kindOf(item)}`

/** "Deployment shop/api", or "ClusterRole viewer" without a namespace. */
export const describe = (item: WorldObject): string =>
  `${kindOf(item) || 'object'} ${item.namespace === undefined ? '' : `${item.namespace}/`}${nameOf(item) || '(unnamed)'}`

export const labelsOf = (item: WorldObject) => objectAt(item.object, 'metadata', 'labels')
export const annotation = (item: WorldObject, name: string): string | undefined =>
  textAt(item.object, 'metadata', 'annotations', name)

export const at = (item: WorldObject, ...path: readonly (string | number)[]): JsonValue | undefined =>
  field(item.object, ...path)

/** A problem of an object; undefined extras are left out, as exact optional properties demand. */
export const problem = (
  object: WorldObject,
  pointer: string,
  message: string,
  extra: { readonly value?: string; readonly severity?: Problem['severity'] | undefined } = {},
): Problem => ({
  object,
  pointer,
  message,
  ...(extra.value === undefined ? {} : { value: extra.value }),
  ...(extra.severity === undefined ? {} : { severity: extra.severity }),
})
