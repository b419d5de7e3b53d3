// Small questions to a body of HCL.
import type { HclArgument, HclBlock, HclBody, HclValue } from '../hcl/body.ts'

/** The argument of that name, if there is one. */
export const argumentOf = (body: HclBody, name: string): HclArgument | undefined =>
  body.arguments.find((argument) => argument.name === name)

export const blocksOf = (body: HclBody, type: string): readonly HclBlock[] =>
  body.blocks.filter((block) => block.type === type)

/** A value as text, where it is a literal; numbers and booleans as Terraform converts them. */
export const literalOf = (value: HclValue | undefined): string | undefined =>
  value?.type === 'literal' && value.value !== null ? String(value.value) : undefined

/** Every value of a body with all that is nested in it. */
export function* valuesIn(body: HclBody): Generator<HclValue> {
  for (const { value } of body.arguments) yield* withNested(value)
  for (const block of body.blocks) yield* valuesIn(block.body)
}

function* withNested(value: HclValue): Generator<HclValue> {
  yield value
  if (value.type === 'list') for (const item of value.items) yield* withNested(item)
  if (value.type === 'object') for (const entry of value.entries) yield* withNested(entry.value)
}

/** A place as `file:line:column`. */
export const shownPlace = ({ file, line, column }: HclValue['at']) =>
  [file, ...(line === undefined ? [] : [line, ...(column === undefined ? [] : [column])])].join(':')
