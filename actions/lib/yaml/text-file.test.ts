import { describe, expect, it } from 'vitest'
import { maxRepeated } from './document-tree.ts'
import { maxBytes } from './parse-text.ts'
import { openYamlText, type Path, type YamlText } from './text-file.ts'

const encode = (text: string) => new TextEncoder().encode(text)

function open(text: string): YamlText {
  const file = openYamlText(encode(text))
  if ('refusals' in file) throw new Error(JSON.stringify(file.refusals))
  return file
}

const refused = (bytes: Uint8Array | string) => {
  const file = openYamlText(typeof bytes === 'string' ? encode(bytes) : bytes)
  return 'refusals' in file ? file.refusals : []
}

const dataOf = (text: string) => open(text).documents.map(({ data }) => data)

describe('data', () => {
  it('is the text of every scalar', () => {
    const text = `a: 1.20\nb: [0777, on, ~, "x\\ty", 'it''s', null]\n8080: {on: 1e3}\nc:\nd: |\n  one\n  two\ne: one\n  two\n`
    expect(dataOf(text)).toEqual([
      {
        a: '1.20',
        b: ['0777', 'on', '~', 'x\ty', "it's", 'null'],
        '8080': { on: '1e3' },
        c: '',
        d: 'one\ntwo\n',
        e: 'one two',
      },
    ])
  })

  it('has aliases and merge keys resolved, the own key before the merged, the first source before the next', () => {
    const text =
      'x: &x {a: 1, b: 2}\ny: &y {b: 3, c: 4}\none: *x\ntwo: {b: 9, <<: [*x, *y]}\nthree: {<<: *y, "<<": z}\n*x : k\n'
    expect(dataOf(text.replace('*x : k\n', ''))).toEqual([
      {
        x: { a: '1', b: '2' },
        y: { b: '3', c: '4' },
        one: { a: '1', b: '2' },
        two: { a: '1', b: '9', c: '4' },
        three: { b: '3', c: '4', '<<': 'z' },
      },
    ])
  })

  it('follows the anchor that was set last', () => {
    expect(dataOf('- &a 1\n- *a\n- &a 2\n- *a\n')).toEqual([['1', '1', '2', '2']])
    expect(dataOf('&a a: &b b\n*a : *b\n'.replace('*a', '*b'))).toEqual([{ a: 'b', b: 'b' }])
  })

  it('has no tricks with names', () => {
    const [data] = dataOf('__proto__: {polluted: 1}\nconstructor: 2\n? [a, b]\n: 3\n')
    expect(Object.keys(data as object)).toEqual(['__proto__', 'constructor', '[a, b]'])
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it.each<[text: string, documents: readonly unknown[]]>([
    ['', []],
    ['# only a comment\n', []],
    ['\uFEFF', []],
    ['---\n', [undefined]],
    ['a: 1\n---\n', [{ a: '1' }, undefined]],
    ['# head\n---\n---\n# nothing\n---\na: 1\n...\n---\nb: 2\n', [undefined, undefined, { a: '1' }, { b: '2' }]],
    ['--- ""\n--- !!str\n--- x\n', ['', '', 'x']],
    ['{"a": [1, true]}', [{ a: ['1', 'true'] }]],
    ['%YAML 1.1\n---\n\uFEFFa: 1\n'.replace('\uFEFF', ''), [{ a: '1' }]],
    ['\uFEFF-\n  a: 1\n- b\n', [[{ a: '1' }, 'b']]],
  ])('counts the documents of %j', (text, documents) => expect(dataOf(text)).toEqual(documents))
})

describe('scalarAt', () => {
  const text = `plain: 1.20 # c
single: 'it''s'
double: "é\\n"
block: |
  text
none:
tagged: &t !!str v1
alias: *t
map: &m {a: 1, b: "2"}
list: [🚢, x]
merged:
  <<: *m
  b: 3
key only: {k}
`
  const [document] = open(text).documents
  const plain = { alias: false, inherited: false }

  it.each<[Path, object | undefined]>([
    [['plain'], { text: '1.20', style: 'plain', line: 1, column: 8, ...plain }],
    [['single'], { text: "it's", style: 'single', line: 2, column: 9, ...plain }],
    [['double'], { text: 'é\n', style: 'double', line: 3, column: 9, ...plain }],
    [['block'], { text: 'text\n', style: 'block', line: 4, column: 8, ...plain }],
    [['none'], { text: '', style: 'empty', line: 6, column: 6, ...plain }],
    [['tagged'], { text: 'v1', style: 'plain', line: 7, column: 18, anchor: 't', ...plain }],
    [['alias'], { text: 'v1', style: 'plain', line: 8, column: 8, anchor: 't', alias: true, inherited: false }],
    [['list', 1], { text: 'x', style: 'plain', line: 10, column: 12, ...plain }],
    [['merged', 'a'], { text: '1', style: 'plain', line: 9, column: 13, alias: true, inherited: true }],
    [['merged', 'b'], { text: '3', style: 'plain', line: 13, column: 6, ...plain }],
    [['key only', 'k'], { text: '', style: 'empty', line: 14, column: 12, ...plain }],
    [['map'], undefined],
    [['list'], undefined],
    [['list', 2], undefined],
    [['list', '1'], undefined],
    [['list', -1], undefined],
    [['none', 'x'], undefined],
    [['merged', '<<'], undefined],
    [['toString'], undefined],
    [[], undefined],
  ])('%j', (path, place) => expect(document?.scalarAt(path)).toEqual(place))

  it('agrees with the data', () => {
    const visit = (value: unknown, path: Path): void => {
      if (typeof value === 'string') expect(document?.scalarAt(path)?.text).toBe(value)
      else if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, [...path, index])
      else for (const [key, item] of Object.entries(value as object)) visit(item, [...path, key])
    }
    visit(document?.data, [])
  })
})

describe('placeOf', () => {
  const text =
    '\uFEFF# c\r\nx: # c\r\n  "a b":\r\n    - k: {l: 1, 🚢: 2, m: 3}\r\n    - &n\r\n      o: 1\r\n---\r\n- 1\r\n'
  const { documents } = open(text)

  it.each<[Path, number, number]>([
    [[], 2, 1],
    [['x'], 2, 1],
    [['x', 'a b'], 3, 3],
    [['x', 'a b', 0], 4, 7],
    [['x', 'a b', 0, 'k'], 4, 7],
    [['x', 'a b', 0, 'k', 'm'], 4, 24],
    [['x', 'a b', 1], 6, 7],
    [['x', 'a b', 1, 'o'], 6, 7],
    [['x', 'a b', 9, 'o'], 3, 3],
    [['none', 'o'], 2, 1],
  ])('%j', (path, line, column) => expect(documents[0]?.placeOf(path)).toEqual({ line, column }))

  it('is in its own document', () => expect(documents[1]?.placeOf([0])).toEqual({ line: 8, column: 3 }))
})

describe('a file is refused', () => {
  it.each<[string, string, string]>([
    ['syntax', 'a: [1\nb: 2\n', '2:1'],
    ['syntax', 'a: 1\n b: 2\n', '1:4'],
    ['syntax', 'x: 1\n---\na: "\n', '4:1'],
    ['syntax', 'a: {{ .Values.x }}-1\n', '1:19'],
    ['syntax', '{{- if .Values.x }}\na: 1\n{{- end }}\n', '1:3'],
    ['syntax', '\ta: 1\n', '1:1'],
    ['syntax', 'a: *none\n', '1:4'],
    ['syntax', 'a: &a [*a]\n', '1:8'],
    ['syntax', 'a: {<<: v1}\n', '1:5'],
    ['syntax', 'x: &x v1\na: {<<: [*x]}\n', '2:5'],
    ['duplicate-key', 'a: 1\nb: 2\na: 3\n', '3:1'],
    ['duplicate-key', 'x: {a: 1, "a": 2}\n', '1:11'],
    ['duplicate-key', 'x: &x {}\na: {<<: *x, <<: *x}\n', '2:13'],
    ['duplicate-key', '? [a]\n: 1\n? [a]\n: 2\n', '3:3'],
    ['character', 'a: 1\rb: 2\n', '1:5'],
    ['character', 'a: 1 # \u2028b: 2\n', '1:8'],
    ['character', 'a: "\x85"\n', '1:5'],
    ['character', 'a: \x07\n', '1:4'],
    ['character', 'a: 1\n\uFEFFb: 2\n', '2:1'],
  ])('%s: %j', (reason, text, at) => {
    const [refusal] = refused(text)
    expect([refusal?.reason, `${refusal?.line}:${refusal?.column}`]).toEqual([reason, at])
    expect(refusal?.message).toMatch(/\.$/)
  })

  it('when it is not UTF-8', () => {
    for (const bytes of [[0x61, 0xff], [0xc3], [0xed, 0xa0, 0x80], [0xff, 0xfe, 0x61, 0], [0xc0, 0x80]]) {
      expect(refused(Uint8Array.from(bytes))[0]?.reason).toBe('encoding')
    }
  })

  it('when it is too large, before it is read', () => {
    expect(refused(new Uint8Array(maxBytes + 1))[0]?.reason).toBe('too-large')
    expect(maxBytes).toBeGreaterThanOrEqual(20_000_000)
  })

  it.each([
    ['lists', '['.repeat(20_000)],
    ['closed lists', '['.repeat(300) + ']'.repeat(300)],
    ['dashes', `${'- '.repeat(3000)}\n`],
    ['mappings', Array.from({ length: 1000 }, (_, index) => `${' '.repeat(index)}a:\n`).join('')],
    ['explicit keys', `${'? '.repeat(3000)}\n`],
  ])('when it nests without end: %s', (_name, text) => {
    expect(['too-deep', 'syntax']).toContain(refused(text)[0]?.reason)
  })

  it('when aliases repeat aliases', () => {
    const level = (index: number) =>
      `a${index}: &a${index} [${Array(10)
        .fill(`*a${index - 1}`)
        .join()}]\n`
    const bomb = `a0: &a0 [${Array(10).fill('x').join()}]\n${Array.from({ length: 30 }, (_, index) => level(index + 1)).join('')}`
    expect(refused(bomb)).toMatchObject([{ reason: 'too-many-aliases' }])
    expect(maxRepeated).toBeGreaterThan(10_000)
  })

  it('with a few words, however many errors there are', () => {
    const refusals = refused('a: [}\n'.repeat(1000))
    expect(refusals.length).toBeLessThan(10)
    expect(refused(`a: b: ${'c'.repeat(10_000)}\n`)[0]?.message.length).toBeLessThan(400)
  })
})

it('opens what is large, flat and repetitive', { timeout: 60_000 }, () => {
  const keys = Array.from({ length: 30_000 }, (_, index) => `key${index}: &k${index} ${index}\n`).join('')
  const aliases = Array.from({ length: 30_000 }, (_, index) => `alias${index}: *k${index}\n`).join('')
  const [document] = open(keys + aliases).documents
  expect(document?.scalarAt(['alias29999'])).toMatchObject({ text: '29999', alias: true })
})
