// What a strategic merge patch sets, merges or removes at a path.
import { pointerSegment } from '../../yaml/pointer.ts'
import { indexOfItem, resolveSteps, type Step } from './named-path.ts'
import { isPlainMap } from './plain.ts'

export type PatchedPart = {
  readonly type: 'sets' | 'part'
  readonly depth: number
  /** JSON pointer in the patch. */
  readonly pointer: string
}

/** Follows the path in a patch as far as it goes. */
export function mergedPart(patch: unknown, steps: readonly Step[]): PatchedPart {
  let value = patch
  let pointer = ''
  for (const [depth, step] of steps.entries()) {
    const merging = isPlainMap(value) || (Array.isArray(value) && step.item?.mergeKeys !== undefined)
    if (!merging || replaces(value)) return replaced(value, pointer, steps, depth)
    const next = nextName(value, step)
    if (next === undefined) return { type: 'part', depth, pointer }
    value = (value as Readonly<Record<string, unknown>>)[next]
    pointer += `/${pointerSegment(next)}`
    // `null` removes a field; `$patch: delete` an element or an object.
    if (value === null || directive(value) === 'delete') return { type: 'sets', depth: steps.length, pointer }
  }
  const merges = (isPlainMap(value) && !replaces(value)) || isMergedList(value, steps)
  return { type: merges ? 'part' : 'sets', depth: steps.length, pointer }
}

function nextName(value: unknown, step: Step): string | undefined {
  if (isPlainMap(value)) return Object.hasOwn(value, step.name) ? step.name : undefined
  const { item } = step
  if (!Array.isArray(value) || item === undefined) return undefined
  // An element that a patch names by its key: nothing but the key makes it the same.
  const index = indexOfItem(value, { ...item, index: -1, list: [] })
  return index?.toString()
}

function replaced(value: unknown, pointer: string, steps: readonly Step[], depth: number): PatchedPart {
  const rest = resolveSteps(value, steps.slice(depth))
  return { type: 'sets', depth: depth + rest.depth, pointer: pointer + rest.pointer }
}

function replaces(value: unknown): boolean {
  return Array.isArray(value) ? value.some((item) => directive(item) === 'replace') : directive(value) === 'replace'
}

function directive(value: unknown): unknown {
  return isPlainMap(value) ? value.$patch : undefined
}

function isMergedList(value: unknown, steps: readonly Step[]): boolean {
  return Array.isArray(value) && !replaces(value) && steps.at(-1)?.merges === true
}
