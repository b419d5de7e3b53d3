// Reads plain JSON without assuming its shape.

import type { JsonObject, JsonValue } from '../../actions/lib/kubernetes/object.ts'

/** Returns the value when it is an object, else an empty one. */
export function record(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
}

/** Returns the objects of a list, and nothing for what is not a list. */
export function records(value: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.map(record) : []
}

/** Returns a string as it is, and the empty string for anything else. */
export function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : ''
}
