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
  // The engine's own writer is some times faster, and right where keys are in order, as most are.
  if (isInOrder(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const entries = Object.entries(value as { readonly [key: string]: CanonicalValue })
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, child]) => `${JSON.stringify(key)}:${canonicalJson(child)}`).join(',')}}`
}

function isInOrder(value: CanonicalValue): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isInOrder)
  let last = ''
  for (const key of Object.keys(value)) {
    if (key < last) return false
    last = key
    if (!isInOrder((value as { readonly [key: string]: CanonicalValue })[key] ?? null)) return false
  }
  return true
}

/** The same with its own keys in order, so far as an engine keeps them: it puts whole numbers first. */
export function inOrder<Value>(object: Record<string, Value>): Record<string, Value> {
  const keys = Object.keys(object)
  if (keys.every((key, index) => index === 0 || key > (keys[index - 1] ?? ''))) return object
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)))
}
