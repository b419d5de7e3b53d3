// The trees of `true` beside a value that say what in it is sensitive or unknown.

/** Whether the whole of what a mark stands beside is marked. What is no tree and not false is taken for a mark. */
export function isMarked(mark: unknown): boolean {
  return typeof mark !== 'object' && mark !== false && mark !== undefined
}

/** Whether anything in the tree is marked. */
export function hasMark(mark: unknown): boolean {
  return typeof mark === 'object' && mark !== null ? Object.values(mark).some(hasMark) : isMarked(mark)
}

/**
 * Whether nothing of a value may be shown: it is marked, or it is a leaf beside a tree that has a mark, which must not happen and
 * is no reason to show it.
 */
export function isHidden(value: unknown, mark: unknown): boolean {
  if (isMarked(mark)) return true
  return mark !== null && typeof mark === 'object' && !isContainer(value) && hasMark(mark)
}

/** The mark of a member of what has the given mark. */
export function markOf(mark: unknown, key: string | number): unknown {
  if (typeof mark !== 'object' || mark === null) return isMarked(mark)
  return Object.hasOwn(mark, key) ? ((mark as Readonly<Record<string, unknown>>)[key] ?? false) : false
}

export const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null

/** A member, undefined where the value is no container or has none of that name of its own. */
export function memberOf(value: unknown, key: string | number): unknown {
  if (!isContainer(value) || !Object.hasOwn(value, key)) return undefined
  return (value as Readonly<Record<string, unknown>>)[key]
}

/** Names or indices of what is in any of the given containers, each once. Null beside an absent member is nothing. */
export function membersOf(...values: readonly unknown[]): readonly string[] {
  const [first = [], ...others] = values.filter(isContainer).map((value) => Object.keys(value))
  // Most often all have the same.
  const isNew = (name: string, index: number) => first[index] !== name
  return others.every((names) => !names.some(isNew)) ? first : [...new Set([first, ...others].flat())]
}

/** Equality of plain data. Recurses: only for what went through the limits on depth. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (!isContainer(one) || !isContainer(other) || Array.isArray(one) !== Array.isArray(other)) return false
  const names = Object.keys(one)
  if (names.length !== Object.keys(other).length) return false
  return names.every((name) => Object.hasOwn(other, name) && isSame(memberOf(one, name), memberOf(other, name)))
}
