// What a JSON 6902 patch sets or removes at a path.
import { pointerNames } from '../../yaml/pointer.ts'
import { agree, tellingField } from './merge-keys.ts'
import type { PatchedPart } from './merge-patch.ts'
import { type Item, resolveSteps, type Step } from './named-path.ts'
import { isPlainMap, saysTheSame } from './plain.ts'

/**
 * The last operation that decides the path; undefined when none does. Indices mean elements of the list as it was when the patch was
 * applied, which only kustomize knows: they are read against the list of the base, else of the result.
 */
export function operatedPart(
  operations: readonly unknown[],
  steps: readonly Step[],
  base: unknown,
  isMissing: boolean,
): PatchedPart | undefined {
  for (const [index, operation] of [...operations.entries()].reverse()) {
    const part = isPlainMap(operation) ? partOf(operation, steps, base, isMissing) : undefined
    if (part !== undefined) return { ...part, pointer: `/${index}${part.pointer}` }
  }
  return undefined
}

function partOf(
  operation: Operation,
  steps: readonly Step[],
  base: unknown,
  isMissing: boolean,
): PatchedPart | undefined {
  const { op, path, value } = operation
  if (typeof path !== 'string' || op === 'test') return undefined
  const names = pointerNames(path)
  if (names.length > steps.length || !leadsTo(names, steps, base, operation)) return undefined
  if (op === 'remove') return isMissing ? { type: 'sets', depth: steps.length, pointer: '/path' } : undefined
  if (op === 'move' || op === 'copy') return { type: 'sets', depth: steps.length, pointer: '/path' }
  const rest = resolveSteps(value, steps.slice(names.length))
  return { type: 'sets', depth: names.length + rest.depth, pointer: `/value${rest.pointer}` }
}

type Operation = Readonly<Record<string, unknown>>

function leadsTo(names: readonly string[], steps: readonly Step[], base: unknown, operation: Operation): boolean {
  let before = base
  return names.every((name, depth) => {
    const step = steps[depth]
    before = childOf(before, name)
    if (step === undefined) return false
    const { item } = step
    if (item === undefined) return step.name === name
    const writes = depth === names.length - 1 && (operation.op === 'add' || operation.op === 'replace')
    const element = writes ? operation.value : before
    // Elements that nothing tells apart are told apart by where they stand, and so are those that took the place of a removed one.
    const isKnown = writes || item.list.some((rendered) => isElement(element, { ...item, element: rendered }))
    return (isKnown ? isElement(element, item) : undefined) ?? name === step.name
  })
}

function childOf(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value[Number(name)]
  return isPlainMap(value) ? value[name] : undefined
}

/** Whether an element as written is the one that was rendered; undefined when that cannot be told. */
function isElement(written: unknown, item: Item): boolean | undefined {
  if (written === undefined) return undefined
  if (saysTheSame(written, item.element)) return true
  const keys = item.mergeKeys ?? [tellingField(item.list)].filter((name) => name !== undefined)
  return isPlainMap(written) && keys.some((key) => written[key] !== undefined)
    ? agree(written, item.element, keys)
    : undefined
}
