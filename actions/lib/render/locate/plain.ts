// Reading plain values of unknown shape: configuration files may hold anything.

export type PlainMap = Readonly<Record<string, unknown>>

/** Whether the value is a mapping. */
export function isPlainMap(value: unknown): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function mapOf(value: unknown): PlainMap {
  return isPlainMap(value) ? value : {}
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Whether two values say the same, wherever a number may be written as a string. */
export function saysTheSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => saysTheSame(item, other[index]))
  }
  if (isPlainMap(one) && isPlainMap(other)) {
    const names = Object.keys(one)
    return (
      names.length === Object.keys(other).length &&
      names.every((name) => Object.hasOwn(other, name) && saysTheSame(one[name], other[name]))
    )
  }
  return typeof one !== 'object' && typeof other !== 'object' && String(one) === String(other)
}
