// Random YAML texts with random edits of what stands in them, and how two readings of a text differ.
import fc from 'fast-check'
import type { ScalarEdit } from '../edit.ts'
import type { ReadTree } from './readers.ts'
import { drawFrom, type WrittenScalar, type WrittenYaml, writeYaml } from './written-yaml.ts'

export type Chosen = { readonly scalar: WrittenScalar; readonly edit: ScalarEdit }

export type RandomEdits = WrittenYaml & { readonly chosen: readonly Chosen[] }

const versions = [
  'v2',
  '1.2.3',
  '1.20',
  '0777',
  '1e3',
  '1234567',
  'on',
  'null',
  '~',
  '2024-01-01',
  '12:30',
  '',
  '<<',
  '=',
]
const values = fc.oneof(
  fc.constantFrom(...versions),
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 7, maxLength: 7 }),
  fc.string({ unit: fc.constantFrom(...` '"#&*!|>%@{}[],?:-a1\\/;é\u00a0🚢`), maxLength: 6 }),
)

/** One to three different scalars of a text, with new values. */
export const randomEdits: fc.Arbitrary<RandomEdits> = fc.gen().map((generate) => {
  const draw = drawFrom(generate, fc.integer)
  const written = writeYaml(draw)
  const left = written.scalars.filter(({ style }) => style !== 'odd' || draw(0, 3) === 0)
  const chosen: Chosen[] = []
  for (let count = draw(1, 3); count > 0 && left.length > 0; count -= 1) {
    const [scalar] = left.splice(draw(0, left.length - 1), 1) as [WrittenScalar]
    const value = generate(() => values)
    chosen.push({ scalar, edit: { document: scalar.document, path: scalar.path, value } })
  }
  return { ...written, chosen }
})

/** Every value of the documents with the way to it, in their order. */
export function leavesOf(trees: readonly ReadTree[]): readonly (readonly [way: string, leaf: string])[] {
  const leaves: [string, string][] = []
  const visit = (tree: ReadTree, way: string) => {
    if ('list' in tree) for (const [index, item] of tree.list.entries()) visit(item, `${way}[${index}]`)
    else if ('map' in tree) for (const [key, item] of tree.map) visit(item, `${way}.${JSON.stringify(key)}`)
    else leaves.push([way, JSON.stringify(tree)])
  }
  for (const [index, tree] of trees.entries()) visit(tree, String(index))
  return leaves
}

/** The values that differ, as they are after; undefined when the readings differ in more than values. */
export function changedLeaves(before: readonly ReadTree[], after: readonly ReadTree[]): readonly string[] | undefined {
  const [old, now] = [leavesOf(before), leavesOf(after)]
  if (old.length !== now.length || old.some(([way], index) => now[index]?.[0] !== way)) return undefined
  return now.flatMap(([, leaf], index) => (old[index]?.[1] === leaf ? [] : [leaf]))
}
