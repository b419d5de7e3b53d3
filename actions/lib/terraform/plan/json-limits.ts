// Limits on the JSON of a plan, checked before anything walks it by recursion.
import { UserError } from '../../toolkit/user-error.ts'

export type JsonLimits = {
  readonly depth: number
  /** Objects, lists and leaves together. */
  readonly values: number
  readonly bytes: number
}

/** Far above what is real: 5,000 changes have some 500,000 values, 30 levels and 15 MB. */
export const planLimits: JsonLimits = { depth: 256, values: 20_000_000, bytes: 400 * 1024 * 1024 }

/**
 * Throws a UserError for data that is nested too deeply or has too many values. Never recurses, and works off a value before
 * it takes the next, so that its own memory stays small.
 */
export function checkLimits(json: unknown, limits: JsonLimits = planLimits): void {
  // Lists of values that are still to be looked at, and how far each was read: a stack as deep as the data, not as wide.
  const open: { readonly values: readonly unknown[]; next: number }[] = [{ values: [json], next: 0 }]
  let seen = 0
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    if (level.next === level.values.length) {
      open.pop()
      continue
    }
    const value = level.values[level.next++]
    seen++
    if (seen > limits.values) tooMuch(`has more than ${limits.values.toLocaleString('en-US')} values`)
    if (typeof value !== 'object' || value === null) continue
    if (open.length > limits.depth) tooMuch(`is nested more than ${limits.depth} levels deep`)
    open.push({ values: Array.isArray(value) ? value : Object.values(value), next: 0 })
  }
}

/** Throws the UserError for a plan that is beyond a limit. */
export function tooMuch(what: string): never {
  throw new UserError(`The JSON of the plan ${what}: it is not read.`, {
    next: 'plan less at once, by splitting the root module; where this is a real plan, report the limit as too low',
  })
}
