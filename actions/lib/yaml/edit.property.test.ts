// Whatever is written and edited: either a refusal with a reason that holds, or exactly the intended bytes differ.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Document, parseAllDocuments } from 'yaml'
import { editScalars } from './edit.ts'
import type { RefusalReason } from './refusal.ts'
import { type Chosen, changedLeaves, randomEdits } from './testing/random-edits.ts'
import type { ReadTree } from './testing/readers.ts'
import { openYamlText } from './text-file.ts'

/** As the whole library reads it, with types, aliases and all; our own reading has no part in it. */
function read(text: string, version: '1.1' | '1.2'): readonly ReadTree[] {
  const schema = version === '1.1' ? 'yaml-1.1' : 'core'
  // It takes a byte order mark before a list for a column of indentation.
  const documents = parseAllDocuments(text.replace(/^\uFEFF/, ''), {
    version,
    schema,
    intAsBigInt: true,
    logLevel: 'silent',
  })
  return [...documents].map((document) => treeOf((document as Document).toJS({ mapAsMap: true })))
}

function treeOf(value: unknown): ReadTree {
  if (value instanceof Map) return { map: [...value].map(([key, item]) => [treeOf(key), treeOf(item)] as const) }
  if (Array.isArray(value)) return { list: value.map(treeOf) }
  return typeof value === 'string' ? { text: value } : { other: `${typeof value} ${String(value)}` }
}

/** Every way in which a value may be written in a style; which of them is right, the readings say. */
function spellings({ scalar, edit }: Chosen, raw: string): readonly string[] {
  const single = `'${edit.value.replaceAll("'", "''")}'`
  const double = `"${edit.value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
  switch (scalar.style) {
    case 'single':
      return [single, raw]
    case 'double':
      return [double, raw]
    case 'empty':
      return [` ${edit.value}`, ` ${double}`]
    default:
      return [edit.value, double]
  }
}

function onlyMeantBytesDiffer(before: string, after: string, chosen: readonly Chosen[]): boolean {
  const [next, ...rest] = chosen.toSorted((one, other) => one.scalar.start - other.scalar.start)
  const matches = (old: string, now: string, from: number, todo: readonly Chosen[]): boolean => {
    const [one, ...more] = todo
    if (one === undefined) return old.slice(from) === now
    const { start, end } = one.scalar
    const lead = old.slice(from, start)
    return (
      now.startsWith(lead) &&
      spellings(one, old.slice(start, end)).some(
        (spelling) =>
          now.startsWith(spelling, lead.length) && matches(old, now.slice(lead.length + spelling.length), end, more),
      )
    )
  }
  return matches(before, after, 0, next === undefined ? [] : [next, ...rest])
}

it('changes exactly the bytes that were meant, or refuses with a reason', { timeout: 120_000 }, () => {
  const told = new Map<string, number>()
  const count = (outcome: string) => {
    told.set(outcome, (told.get(outcome) ?? 0) + 1)
  }
  fc.assert(
    fc.property(randomEdits, ({ text, chosen }) => {
      const file = openYamlText(new TextEncoder().encode(text))
      if ('refusals' in file) return count('not opened')
      const result = editScalars(
        file,
        chosen.map(({ edit }) => edit),
      )
      if ('refusals' in result) {
        const odd = chosen.some(({ scalar }) => scalar.style === 'odd')
        const expected: Partial<Record<RefusalReason, boolean>> = {
          alias: odd,
          'block-scalar': odd,
          'multi-line': odd,
          anchored: text.includes('*'),
          template: text.includes('{{'),
        }
        for (const { reason } of result.refusals) expect([reason, expected[reason]]).toEqual([reason, true])
        return count('refused')
      }
      const after = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(result.bytes)
      // An alias or a block that holds the value already needs no edit.
      const written = chosen.filter(({ scalar }) => scalar.style !== 'odd')
      expect(onlyMeantBytesDiffer(text, after, written)).toBe(true)
      for (const version of ['1.1', '1.2'] as const) {
        const leaves = changedLeaves(read(text, version), read(after, version))
        const values = result.changes.map((change) => JSON.stringify({ text: change.new }))
        expect(leaves?.every((leaf) => values.includes(leaf))).toBe(true)
        const differ = result.changes.filter((change) => change.old !== change.new)
        expect(leaves?.length).toBeGreaterThanOrEqual(differ.length)
        expect(leaves?.length).toBeLessThanOrEqual(result.changes.length)
      }
      for (const { edit } of chosen) {
        const again = openYamlText(result.bytes)
        expect('documents' in again && again.documents[edit.document]?.scalarAt(edit.path)?.text).toBe(edit.value)
      }
      return count(result.changes.length > 0 ? 'edited' : 'nothing to edit')
    }),
    { numRuns: 1000 },
  )
  const total = [...told.values()].reduce((sum, one) => sum + one, 0)
  console.info([...told].map(([outcome, times]) => `${times} ${outcome}`).join(', '))
  expect(told.get('edited') ?? 0).toBeGreaterThan(total / 2)
})
