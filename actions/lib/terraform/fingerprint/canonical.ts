// The canonical plan: what would be applied, in one spelling, with HMACs in place of secrets. Free of secrets in clear.

/**
 * A value in canonical form. Every string starts with a letter that says what it is:
 * `=text` a string, `#12.5` a number, `~hmac` a value at a sensitive path, `^hmac` a value at no sensitive path that holds a
 * secret, `?` a value that is known after apply, `~?` the same at a sensitive path, `~-` nothing at a sensitive path, `-` nothing at all (in lists).
 * Keys of objects are as they were, save for those that hold a secret (`^hmac`) and those that start with `^` or `=` (`=` before them).
 */
export type CanonicalValue =
  | null
  | boolean
  | string
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue }

export const canonicalSections = [
  'variables',
  'changes',
  'outputs',
  'deferred',
  'invocations',
  'deferred-invocations',
  'plan',
  'other',
] as const

export type CanonicalSection = (typeof canonicalSections)[number]

/** Plain data, to be stored as JSON. Each section has its entries by address or name. */
export type CanonicalPlan = { readonly format: 1 } & {
  readonly [section in CanonicalSection]: { readonly [entry: string]: CanonicalValue }
}

/**
 * JSON in one spelling: keys in the order of their UTF-16 code units, no space, as RFC 8785 has it. Numbers do not occur in
 * canonical values.
 */
export function canonicalJson(value: CanonicalValue): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(byKey)
  return `{${entries.map(([key, child]) => `${JSON.stringify(key)}:${canonicalJson(child)}`).join(',')}}`
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : a > b ? 1 : 0)
