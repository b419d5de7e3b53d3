// Reading values of a plan safely: they may be of any shape, and nested by somebody who means harm.

/** Nothing real is nested deeper; what is deeper is not compared. */
export const maxDepth = 100

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A field or element of its own, undefined where there is none. */
export function member(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return (value as Readonly<Record<string, unknown>>)[key]
}

/** What providers take for nothing: they write it in any of these ways. */
export function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

/** Whether two values are the same; nothing is the same as any other nothing. */
export function same(a: unknown, b: unknown, depth = 0): boolean {
  if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b)
  if (typeof a !== 'object' || typeof b !== 'object' || depth > maxDepth) return a === b
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])
  return [...keys].every((key) => same(member(a, key), member(b, key), depth + 1))
}

/** `tags.Env`, `rule[0].port`, `labels["a.b"]`. */
export function writtenPath(path: readonly (string | number)[]): string {
  const parts = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`
    return /^[A-Za-z_][\w-]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`
  })
  return parts.join('').replace(/^\./, '')
}
