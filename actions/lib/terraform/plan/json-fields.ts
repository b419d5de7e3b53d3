// Reading fields of JSON that may be malformed or hostile: each problem names its place and what stands there, never the value, which may be a secret.
import { clip, oneLine } from '../../text/words.ts'
import { UserError } from '../../toolkit/user-error.ts'

export type JsonObject = Readonly<Record<string, unknown>>

/** Throws the UserError for a place in the JSON that is not as the format has it. @param place such as `resource_changes[3].change` */
export function refuse(place: string, expected: string, found: unknown): never {
  // Names of outputs and variables are part of a place, and may be anything.
  const where = clip(oneLine(place), 200)
  throw new UserError(`This is not the JSON of a plan: ${where} should be ${expected} and is ${kindOf(found)}.`, {
    where,
    next: 'make it anew by `terraform show -json PLANFILE` (or `tofu show -json PLANFILE`), and give the output as it is',
  })
}

/** An object. Throws a UserError for anything else. */
export function objectAt(value: unknown, place: string): JsonObject {
  return isObject(value) ? value : refuse(place, 'an object', value)
}

/** A list; nothing (absent or null) is an empty one. Throws a UserError for anything else. */
export function listAt(value: unknown, place: string): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : refuse(place, 'a list', value)
}

/** The entries of an object; nothing (absent or null) has none. Throws a UserError for anything else. */
export function entriesAt(value: unknown, place: string): readonly (readonly [string, unknown])[] {
  return value === undefined || value === null ? [] : Object.entries(objectAt(value, place))
}

/** Text. Throws a UserError for anything else. */
export function textAt(value: unknown, place: string): string {
  return typeof value === 'string' ? value : refuse(place, 'text', value)
}

/** Text, or undefined where it is absent, null or empty, as Go's `omitempty` leaves it. Throws a UserError for anything else. */
export function optionalTextAt(value: unknown, place: string): string | undefined {
  return value === undefined || value === null || value === '' ? undefined : textAt(value, place)
}

/** `true` or `false`, undefined where it is absent or null. Throws a UserError for anything else. */
export function optionalFlagAt(value: unknown, place: string): boolean | undefined {
  if (value === undefined || value === null) return undefined
  return typeof value === 'boolean' ? value : refuse(place, 'true or false', value)
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function kindOf(value: unknown): string {
  if (value === undefined) return 'absent'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  return typeof value === 'string' ? 'text' : `a ${typeof value}`
}
