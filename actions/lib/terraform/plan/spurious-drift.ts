// Drift that is none: providers on the old SDK store nothing as `null` and read it back as an empty text or collection.
import { isObject } from './json-fields.ts'
import type { ResourceChange } from './plan.ts'

/**
 * Whether an entry of `resource_drift` says no more than that nothing is now written as empty (`null` → `""`, `[]`, `{}`), or the
 * reverse, anywhere in the object. `false` and `0` are values: an object that got one of them has drifted. What is only moved,
 * which a plan with `-refresh-only` lists here, comes from the configuration.
 */
export function isSpuriousDrift({ action, before, after }: ResourceChange): boolean {
  return action === 'no-op' || (action === 'update' && sameButForNothing(before, after))
}

function sameButForNothing(before: unknown, after: unknown): boolean {
  if (isNothing(before) && isNothing(after)) return true
  if (Array.isArray(before) && Array.isArray(after)) {
    return before.length === after.length && before.every((item, index) => sameButForNothing(item, after[index]))
  }
  if (isObject(before) && isObject(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)])
    return [...names].every((name) => sameButForNothing(own(before, name), own(after, name)))
  }
  return before === after
}

const own = (object: Readonly<Record<string, unknown>>, name: string) =>
  Object.hasOwn(object, name) ? object[name] : null

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}
