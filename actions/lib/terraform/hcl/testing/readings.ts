// What HashiCorp's parsers and ours make of a text, in one form.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { HclBody, HclValue } from '../body.ts'

export type ReadValue =
  | { readonly kind: 'literal'; readonly literal: string | number | boolean | null }
  | { readonly kind: 'list'; readonly list: readonly ReadValue[] }
  | { readonly kind: 'object'; readonly object: readonly (readonly [string | null, ReadValue])[] }
  | { readonly kind: 'expression'; readonly references: readonly string[]; readonly calls: readonly string[] }

export type ReadBody = {
  readonly arguments: readonly { readonly name: string; readonly at: string; readonly value: ReadValue }[]
  readonly blocks: readonly {
    readonly type: string
    readonly labels: readonly string[]
    readonly at: string
    readonly body: ReadBody
  }[]
}

export type Question = { readonly text: string; readonly json: boolean }

const program = join(import.meta.dirname, 'read-hcl')

/** What the Go program says, null where it refuses the text. Undefined where it cannot be built here; throws under `CI=true`. */
export function readByHashicorp(questions: readonly Question[]): readonly (ReadBody | null)[] | undefined {
  const input = questions.map((question) => `${JSON.stringify(question)}\n`).join('')
  try {
    const output = execFileSync('go', ['run', '.'], {
      cwd: program,
      input,
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
      stdio: 'pipe',
    })
    return output
      .trimEnd()
      .split('\n')
      .map((line) => goBody(JSON.parse(line) as GoBody | null))
  } catch (error) {
    if (process.env.CI === 'true') throw error
    console.warn(`skipping what needs Go and its modules: ${String(error).split('\n')[0]}`)
    return undefined
  }
}

type GoPlace = { readonly line: number; readonly column: number }
type GoValue = {
  readonly kind: ReadValue['kind']
  readonly literal?: string | number | boolean
  readonly list?: readonly GoValue[]
  readonly object?: readonly { readonly key: string | null; readonly value: GoValue }[]
  readonly references?: readonly string[]
  readonly calls?: readonly string[]
}
type GoBody = {
  readonly arguments: readonly ({ readonly name: string; readonly value: GoValue } & GoPlace)[]
  readonly blocks: readonly ({
    readonly type: string
    readonly labels: readonly string[]
    readonly body: GoBody
  } & GoPlace)[]
}

const place = ({ line, column }: GoPlace) => `${line}:${column}`
const byPlace = <T extends { readonly at: string; readonly name: string }>(items: readonly T[]) =>
  [...items].sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0))
const sorted = (names: readonly string[] | undefined) => [...new Set(names ?? [])].sort()

function goBody(body: GoBody | null): ReadBody | null {
  if (body === null) return null
  return {
    arguments: byPlace(body.arguments.map((one) => ({ name: one.name, at: place(one), value: goValue(one.value) }))),
    blocks: body.blocks.map((one) => ({
      type: one.type,
      labels: one.labels,
      at: place(one),
      body: goBody(one.body) as ReadBody,
    })),
  }
}

function goValue(value: GoValue): ReadValue {
  switch (value.kind) {
    case 'list':
      return { kind: 'list', list: (value.list ?? []).map(goValue) }
    case 'object':
      return { kind: 'object', object: (value.object ?? []).map((entry) => [entry.key, goValue(entry.value)]) }
    case 'expression':
      return { kind: 'expression', references: sorted(value.references), calls: sorted(value.calls) }
    default:
      return { kind: 'literal', literal: value.literal ?? null }
  }
}

/** Our body in the same form. Places only for native syntax: HashiCorp's reader of JSON has others. */
export function ourReading(body: HclBody, json: boolean): ReadBody {
  const at = ({ line, column }: { readonly line?: number; readonly column?: number }) =>
    json ? '0:0' : `${line}:${column}`
  return {
    arguments: byPlace(
      body.arguments.map((one) => ({ name: one.name, at: at(one.at), value: ourValue(one.value, json) })),
    ),
    blocks: body.blocks.map((one) => ({
      type: one.type,
      labels: one.labels,
      at: at(one.at),
      body: ourReading(one.body, json),
    })),
  }
}

function ourValue(value: HclValue, json: boolean): ReadValue {
  switch (value.type) {
    case 'list':
      return { kind: 'list', list: value.items.map((item) => ourValue(item, json)) }
    case 'object':
      return { kind: 'object', object: value.entries.map(({ key, value }) => [key ?? null, ourValue(value, json)]) }
    case 'expression':
      return {
        kind: 'expression',
        references: sorted(value.references.map((reference) => reference.split('[')[0] ?? '')),
        calls: json ? [] : sorted(value.calls),
      }
    default:
      return { kind: 'literal', literal: value.value }
  }
}

/** The first difference in words. We may know less of a value than Terraform, as long as it refers to nothing. */
export function difference(theirs: ReadBody, ours: ReadBody): string | undefined {
  const [left, right] = [theirs, ours].map(skeleton)
  if (left !== right) return `${left} is read as ${right}`
  for (const [index, argument] of theirs.arguments.entries()) {
    const found = valueDifference(argument.value, ours.arguments[index]?.value)
    if (found !== undefined) return `${argument.name}: ${found}`
  }
  return firstOf(theirs.blocks, (block, index) => difference(block.body, ours.blocks[index]?.body ?? theirs))
}

const skeleton = (body: ReadBody) =>
  JSON.stringify([
    body.arguments.map(({ name, at }) => [name, at]),
    body.blocks.map(({ type, labels, at }) => [type, labels, at]),
  ])

function firstOf<T>(items: readonly T[], find: (item: T, index: number) => string | undefined): string | undefined {
  for (const [index, item] of items.entries()) {
    const found = find(item, index)
    if (found !== undefined) return found
  }
  return undefined
}

function valueDifference(theirs: ReadValue, ours: ReadValue | undefined): string | undefined {
  const differs = () => `${JSON.stringify(theirs)} is read as ${JSON.stringify(ours)}`
  if (ours === undefined) return differs()
  if (theirs.kind === 'literal' && ours.kind === 'expression') {
    return ours.references.length + ours.calls.length > 0 ? differs() : undefined
  }
  if (theirs.kind === 'list' && ours.kind === 'list' && theirs.list.length === ours.list.length)
    return firstOf(theirs.list, (item, index) => valueDifference(item, ours.list[index]))
  if (theirs.kind === 'object' && ours.kind === 'object' && theirs.object.length === ours.object.length)
    return firstOf(theirs.object, ([key, item], index) => {
      const [ourKey, ourItem] = ours.object[index] ?? []
      return key === ourKey ? valueDifference(item, ourItem) : differs()
    })
  return JSON.stringify(theirs) === JSON.stringify(ours) ? undefined : differs()
}
