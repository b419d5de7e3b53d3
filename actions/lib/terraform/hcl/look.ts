// Looking things up in blocks and arguments.
import type { HclArgument, HclBlock, HclBody, HclValue } from './body.ts'

/** The argument of that name, undefined where there is none. */
export const argumentOf = (body: HclBody, name: string): HclArgument | undefined =>
  body.arguments.find((argument) => argument.name === name)

/** The text of a literal string; undefined for all else. */
export const textOf = (value: HclValue | undefined): string | undefined =>
  value?.type === 'literal' && typeof value.value === 'string' ? value.value : undefined

/** Every block of a body at any depth, outer ones first, with the blocks that it stands in, from the outermost. */
export function* blocksWithin(
  body: HclBody,
  around: readonly HclBlock[] = [],
): Generator<{ readonly block: HclBlock; readonly around: readonly HclBlock[] }> {
  for (const block of body.blocks) {
    yield { block, around }
    yield* blocksWithin(block.body, [...around, block])
  }
}

/** Every value of a body at any depth of blocks, lists and objects: those that hold others come first. */
export function* valuesWithin(body: HclBody): Generator<HclValue> {
  for (const { value } of body.arguments) yield* nestedValues(value)
  for (const block of body.blocks) yield* valuesWithin(block.body)
}

function* nestedValues(value: HclValue): Generator<HclValue> {
  yield value
  if (value.type === 'list') for (const item of value.items) yield* nestedValues(item)
  if (value.type !== 'object') return
  for (const entry of value.entries) {
    if (entry.computedKey !== undefined) yield* nestedValues(entry.computedKey)
    yield* nestedValues(entry.value)
  }
}
