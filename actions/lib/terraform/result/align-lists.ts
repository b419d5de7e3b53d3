// Which elements of two lists belong together, so that one that is put in does not show all after it as changed.
import { diffArrays } from 'diff'
import { hasMark, isContainer, isMarked, isSame, markOf, memberOf, membersOf } from './marks.ts'

/** Indices in the one and the other list; one of them only for what was taken out or put in. Equal elements are not told. */
export type Alignment = { readonly before?: number; readonly after?: number }

/** Beyond it, elements are compared by their index. */
const maxEdits = 1000
const maxPairs = 400
/** From which share of equal members on two objects are one that changed. */
const sameObject = 0.5

/**
 * What differs between two lists, in order: equal elements are found first; between them, elements of the same number are
 * taken in pairs, objects by how much they have in common.
 * @param unknown marks of what in the second list will be known later
 */
export function alignLists(
  before: readonly unknown[],
  after: readonly unknown[],
  unknown: unknown,
): readonly Alignment[] {
  // What will be known later stands as nothing in the list, and is equal to nothing.
  const later = after.map((_, index) => hasMark(markOf(unknown, index)))
  const middle = trimEqual(before, after, (index, other) => !later[other] && isSame(before[index], after[other]))
  const run = { before: middle.start, beforeEnd: middle.beforeEnd, after: middle.start, afterEnd: middle.afterEnd }
  const pair = (index: number, other: number) => isPair(before[index], after[other], markOf(unknown, other))
  const alike = (index: number, other: number) => likeness(before[index], after[other])
  const old = before.slice(run.before, run.beforeEnd).map((item) => JSON.stringify(item ?? null))
  const fresh = after
    .slice(run.after, run.afterEnd)
    .map((item, index) => (later[run.after + index] ? `later ${index}` : JSON.stringify(item ?? null)))
  return split(run, old, fresh).flatMap((part) => alignRun(part, pair, alike))
}

/** What is left of two lists without the equal elements at their beginnings and ends. */
export function trimEqual(
  before: readonly unknown[],
  after: readonly unknown[],
  isEqual: (index: number, other: number) => boolean,
): { readonly start: number; readonly beforeEnd: number; readonly afterEnd: number } {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && isEqual(start, start)) start++
  let beforeEnd = before.length
  let afterEnd = after.length
  while (beforeEnd > start && afterEnd > start && isEqual(beforeEnd - 1, afterEnd - 1)) {
    beforeEnd--
    afterEnd--
  }
  return { start, beforeEnd, afterEnd }
}

/** Elements of both lists between two that are equal. */
type Run = { readonly before: number; readonly beforeEnd: number; readonly after: number; readonly afterEnd: number }

/** The run without what is equal inside it. All of it where there is too much to compare. */
function split(whole: Run, old: string[], fresh: string[]): readonly Run[] {
  if (old.length === 0 || fresh.length === 0 || old.length * fresh.length === 1) return [whole]
  const parts = diffArrays(old, fresh, { maxEditLength: maxEdits })
  if (parts === undefined) return [whole]
  const runs: Run[] = []
  let run: Run = { ...whole, beforeEnd: whole.before, afterEnd: whole.after }
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      runs.push(run)
      const before = run.beforeEnd + value.length
      const after = run.afterEnd + value.length
      run = { before, beforeEnd: before, after, afterEnd: after }
    } else if (removed) run = { ...run, beforeEnd: run.beforeEnd + value.length }
    else run = { ...run, afterEnd: run.afterEnd + value.length }
  }
  return [...runs, run]
}

function alignRun(
  { before, beforeEnd, after, afterEnd }: Run,
  isLeafPair: (before: number, after: number) => boolean,
  alike: (before: number, after: number) => Likeness,
): Alignment[] {
  const rows = beforeEnd - before
  const columns = afterEnd - after
  if (rows === 0 && columns === 0) return []
  const inOrder = rows * columns > maxPairs || rows === 0 || columns === 0
  const leaves = rows === columns && range(rows).every((index) => isLeafPair(before + index, after + index))
  if (inOrder || leaves) {
    return range(Math.max(rows, columns)).map((index) => ({
      ...(index < rows ? { before: before + index } : {}),
      ...(index < columns ? { after: after + index } : {}),
    }))
  }
  // The pairs in order that have the most in common, as in the alignment of sequences by Needleman and Wunsch.
  const weights = range(rows).map((row) =>
    range(columns).map((column) => {
      const { share, isNamed } = alike(before + row, after + column)
      // At the same place of as many, what has no name of its own is more likely the same than another.
      const isSamePlace = rows === columns && row === column
      const isLikely = isSamePlace && (!isNamed || isLeafPair(before + row, after + column))
      return isLikely ? Math.max(share, sameObject) : share
    }),
  )
  const best = range(rows + 1).map(() => new Float64Array(columns + 1))
  const at = (row: number, column: number) => best[row]?.[column] ?? 0
  const taken = (row: number, column: number) => {
    const weight = weights[row]?.[column] ?? 0
    return weight >= sameObject ? at(row + 1, column + 1) + weight : -1
  }
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const most = Math.max(at(row + 1, column), at(row, column + 1), taken(row, column))
      const line = best[row]
      if (line !== undefined) line[column] = most
    }
  }
  const aligned: Alignment[] = []
  let row = 0
  let column = 0
  while (row < rows || column < columns) {
    if (row < rows && column < columns && taken(row, column) === at(row, column)) {
      aligned.push({ before: before + row++, after: after + column++ })
    } else if (row < rows && (column === columns || at(row + 1, column) >= at(row, column + 1))) {
      aligned.push({ before: before + row++ })
    } else aligned.push({ after: after + column++ })
  }
  return aligned
}

/** Whether two elements at the same place are one that changed, whatever they have in common. */
const isPair = (before: unknown, after: unknown, unknown: unknown) =>
  isMarked(unknown) || !isContainer(before) || !isContainer(after)

/** The share of members that are equal, from 0 to 1, and whether both objects have a name. */
type Likeness = { readonly share: number; readonly isNamed: boolean }

/** How much two elements have in common; the member that names an object counts for more. */
function likeness(before: unknown, after: unknown): Likeness {
  if (!isContainer(before) || !isContainer(after) || Array.isArray(before) !== Array.isArray(after)) {
    return { share: 0, isNamed: true }
  }
  const names = membersOf(before, after)
  if (names.length === 0) return { share: 1, isNamed: false }
  const equal = (name: string) => isSame(memberOf(before, name) ?? null, memberOf(after, name) ?? null)
  const share = names.filter(equal).length / names.length
  const naming = ['name', 'key', 'id'].find((name) => memberOf(before, name) != null && memberOf(after, name) != null)
  if (naming === undefined) return { share, isNamed: false }
  return { share: equal(naming) ? Math.max(share, 0.6) : share * 0.6, isNamed: true }
}

const range = (length: number) => Array.from({ length }, (_, index) => index)
