// Which elements of two lists belong together, so that one that is put in does not show all after it as changed.
import { diffArrays } from 'diff'
import { hasMark, isContainer, isMarked, markOf, memberOf, membersOf } from './marks.ts'

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
  const old = before.map((item) => JSON.stringify(item ?? null))
  // What will be known later stands as nothing in the list, and is equal to nothing.
  const fresh = after.map((item, index) => {
    const mark = markOf(unknown, index)
    return JSON.stringify(item ?? null) + (hasMark(mark) ? `\0${JSON.stringify(mark)}` : '')
  })
  let start = 0
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start++
  let oldEnd = old.length
  let freshEnd = fresh.length
  while (oldEnd > start && freshEnd > start && old[oldEnd - 1] === fresh[freshEnd - 1]) {
    oldEnd--
    freshEnd--
  }
  const whole = { before: start, beforeEnd: oldEnd, after: start, afterEnd: freshEnd }
  const runs = split(old.slice(start, oldEnd), fresh.slice(start, freshEnd))?.map((run) => ({
    before: run.before + start,
    beforeEnd: run.beforeEnd + start,
    after: run.after + start,
    afterEnd: run.afterEnd + start,
  }))
  const pair = (index: number, other: number) => isPair(before[index], after[other], markOf(unknown, other))
  return (runs ?? [whole]).flatMap((run) =>
    alignRun(run, pair, (index, other) => likeness(before[index], after[other])),
  )
}

/** Elements of both lists between two that are equal. */
type Run = { readonly before: number; readonly beforeEnd: number; readonly after: number; readonly afterEnd: number }

function split(old: string[], fresh: string[]): readonly Run[] | undefined {
  if (old.length === 0 || fresh.length === 0) {
    return [{ before: 0, beforeEnd: old.length, after: 0, afterEnd: fresh.length }]
  }
  const parts = diffArrays(old, fresh, { maxEditLength: maxEdits })
  if (parts === undefined) return undefined
  const runs: Run[] = []
  let run: Run = { before: 0, beforeEnd: 0, after: 0, afterEnd: 0 }
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
  alike: (before: number, after: number) => number,
): Alignment[] {
  const rows = beforeEnd - before
  const columns = afterEnd - after
  const inOrder = rows * columns > maxPairs
  const leaves = rows === columns && range(rows).every((index) => isLeafPair(before + index, after + index))
  if (inOrder || leaves) {
    return range(Math.max(rows, columns)).map((index) => ({
      ...(index < rows ? { before: before + index } : {}),
      ...(index < columns ? { after: after + index } : {}),
    }))
  }
  // The pairs in order that have the most in common, as in the alignment of sequences by Needleman and Wunsch.
  const weights = range(rows).map((row) => range(columns).map((column) => alike(before + row, after + column)))
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

/** From 0 to 1: the share of members that are equal, where those that name the object count for more. */
function likeness(before: unknown, after: unknown): number {
  if (!isContainer(before) || !isContainer(after) || Array.isArray(before) !== Array.isArray(after)) return 0
  const names = membersOf(before, after)
  if (names.length === 0) return 1
  const equal = (name: string) =>
    JSON.stringify(memberOf(before, name) ?? null) === JSON.stringify(memberOf(after, name) ?? null)
  const share = names.filter(equal).length / names.length
  const naming = ['name', 'key', 'id'].find((name) => memberOf(before, name) != null && memberOf(after, name) != null)
  if (naming === undefined) return share
  return equal(naming) ? Math.max(share, 0.6) : share * 0.6
}

const range = (length: number) => Array.from({ length }, (_, index) => index)
