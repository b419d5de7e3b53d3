// Whatever an edit writes, plain or quoted, every reader takes for that very string: PyYAML, ruamel.yaml and the Go libraries.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editScalars } from './edit.ts'
import { type Readings, type ReadTree, yamlReaders } from './testing/readers.ts'
import { openYamlText } from './text-file.ts'

const readers = yamlReaders()
const amount = 6000

/** Made of what numbers, dates and digests are made of, so that many nearly are one. */
const tagLike = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789eE'), minLength: 1, maxLength: 8 }),
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 7, maxLength: 8 }),
  fc.string({ unit: fc.constantFrom(...'01789.eE+-_:xob'), minLength: 1, maxLength: 7 }),
  fc.string({ unit: fc.constantFrom(...'0129-:.TtZ +'), minLength: 8, maxLength: 12 }),
  fc
    .tuple(
      fc.integer({ min: 0, max: 9999 }),
      fc.nat(99),
      fc.nat(99),
      fc.constantFrom('', 'T1:2:3Z', ' 1:2:3', 't', '-a'),
    )
    .map(([year, month, day, time]) => `${String(year).padStart(4, '0')}-${month}-${day}${time}`),
  fc
    .constantFrom(
      ...'y n yes no on off true false null nan inf ~ = << - ? : -- .. ... --- .inf .nan 0x 0o 0b 1:30 1:2.5 190:20:30.15'.split(
        ' ',
      ),
    )
    .chain((word) =>
      fc.constantFrom(
        word,
        word.toUpperCase(),
        `${word[0]?.toUpperCase()}${word.slice(1)}`,
        `+${word}`,
        `-${word}`,
        `${word}_`,
        `${word}1`,
      ),
    ),
  fc.string({ unit: fc.constantFrom(...` '"#&*!|>%@\`{}[],?:-a1\\/;$^()=<~+é\u00a0😀`), minLength: 1, maxLength: 6 }),
  fc.string({ minLength: 1, maxLength: 12 }),
)

/** Where a value may stand: what is before and after it, and the way to it. */
const places: readonly (readonly [string, string, readonly (string | number)[]])[] = [
  ['a: ', ' # c\nb: x\n', ['a']],
  ['- ', '\n- x\n', [0]],
  ['a: {b: ', ', c: x}\n', ['a', 'b']],
  ['a: [', ',x]\n', ['a', 0]],
  ['--- ', '\n', []],
  ["a: '", "'\n", ['a']],
  ['a: {"b":"', '"}\n', ['a', 'b']],
]

function edited(value: string, index: number): string | undefined {
  const [before, after, path] = places[index % places.length] as (typeof places)[number]
  const file = openYamlText(new TextEncoder().encode(`${before}old${after}`))
  if ('refusals' in file) throw new Error('the places are YAML')
  const result = editScalars(file, [{ document: 0, path, value }])
  if ('refusals' in result) {
    expect(result.refusals.map(({ reason }) => reason)).toEqual(['bad-value'])
    return undefined
  }
  return new TextDecoder().decode(result.bytes)
}

function textAt(
  documents: readonly ReadTree[] | null | undefined,
  path: readonly (string | number)[],
): string | undefined {
  let tree = documents?.[0]
  for (const name of path) {
    if (tree !== undefined && 'list' in tree) tree = tree.list[Number(name)]
    else if (tree !== undefined && 'map' in tree)
      tree = tree.map.find(([key]) => 'text' in key && key.text === name)?.[1]
  }
  return tree !== undefined && 'text' in tree ? tree.text : undefined
}

describe.skipIf(readers.length === 0)('written values', () => {
  const cases = fc.sample(tagLike, { numRuns: amount, seed: 20261121 }).flatMap((value, index) => {
    const text = edited(value, index)
    return text === undefined ? [] : [{ value, text, path: places[index % places.length]?.[2] ?? [] }]
  })

  it.each(readers)('are that string to $name', ({ read }) => {
    const readings = read(cases.map(({ text }) => text))
    expect(readings).toHaveLength(cases.length)
    const misread = cases.flatMap(({ value, text, path }, index) =>
      Object.entries(readings[index] as Readings)
        .filter(([, documents]) => textAt(documents, path) !== value)
        .map(([reader, documents]) => `${reader} reads ${JSON.stringify(text)} as ${JSON.stringify(documents)}`),
    )
    expect(misread).toEqual([])
  })

  it('are a test: many stay plain, and many do not', () => {
    const plain = cases.filter(
      ({ value, text }) => !text.includes(`"${value}`) && !text.includes("'") && text.includes(value),
    )
    expect(cases.length).toBeGreaterThan(amount * 0.9)
    expect(plain.length).toBeGreaterThan(cases.length / 10)
    expect(plain.length).toBeLessThan((cases.length * 9) / 10)
  })
})
