import { describe, expect, it } from 'vitest'
import { editScalars, type ScalarEdit } from './edit.ts'
import { openYamlText, type Path, type YamlText } from './text-file.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)

function open(text: string): YamlText {
  const file = openYamlText(encode(text))
  if ('refusals' in file) throw new Error(JSON.stringify(file.refusals))
  return file
}

function edit(text: string, ...edits: readonly ScalarEdit[]): string {
  const result = editScalars(open(text), edits)
  return 'refusals' in result ? `refused: ${result.refusals.map(({ reason }) => reason).join()}` : decode(result.bytes)
}

/** Raw text before and after, and the value that is set. */
const styles: readonly (readonly [style: string, before: string, after: string, value: string])[] = [
  ['plain', 'v1', 'v2', 'v2'],
  ['plain with odd letters', 'a:b#c', 'registry.example.test:5000/a@sha256:0', 'registry.example.test:5000/a@sha256:0'],
  ['plain, to be quoted', 'v1', '"1234567"', '1234567'],
  ['number', '1.20', '"1.20"', '1.20'],
  ['octal', '0777', 'v2', 'v2'],
  ['single quotes', "'v1'", "'it''s \"2\"'", 'it\'s "2"'],
  ['double quotes', '"v1"', '"say \\"2\\" \\\\"', 'say "2" \\'],
  ['escapes', '"\\u00e9\\x41"', '"é 😀"', 'é 😀'],
  ['empty quotes', '""', '"v2"', 'v2'],
  ['tag', '!!str v1', '!!str v2', 'v2'],
  ['anchor', '&a v1', '&a v2', 'v2'],
  ['longer', 'v1', `v${'2'.repeat(200)}`, `v${'2'.repeat(200)}`],
]

/** A text with the value at `@`, the way to it, and the document. */
const situations: readonly (readonly [situation: string, text: string, path: Path, document?: number])[] = [
  ['alone', 'a: @\n', ['a']],
  ['a comment', 'a: @ # the version\nb: 1\n', ['a']],
  ['an aligned comment', 'a:      @      # one\nbbbb:   22     # two\n', ['a']],
  ['a tab before a comment', 'a: @\t# c\n', ['a']],
  ['tabs around', 'a:\t@\t\t# c\n', ['a']],
  ['trailing spaces', 'a: @   \nb: 1   \n', ['a']],
  ['CRLF', '# c\r\na: @ # d\r\nb: 1\r\n', ['a']],
  ['CRLF, no comment', 'a: @\r\nb: 1\r\n', ['a']],
  ['mixed line ends', 'x: 1\r\na: @\ny: 2\r\nz: 3\n', ['a']],
  ['a byte order mark', '\uFEFFa: @\n', ['a']],
  ['a byte order mark and CRLF', '\uFEFF# c\r\na: @\r\n', ['a']],
  ['no final newline', 'b: 1\na: @', ['a']],
  ['no final newline, a comment', 'a: @ # c', ['a']],
  ['many final newlines', 'a: @\n\n\n\n', ['a']],
  ['blank lines', 'x: 1\n\n\n\na: @\n\n  \n\ny: 1\n', ['a']],
  ['non-ASCII before it on the line', 'x: {ключ: значение, 漢字: "é", a: @}\n', ['x', 'a']],
  ['astral characters before it on the line', 'x: {😀: "🚢🚢", a: @, z: 🚀}\n', ['x', 'a']],
  ['astral characters before it in the file', '# 🚢🚢🚢\n"😀": 1\na: @ # 🚀\n', ['a']],
  ['no-break spaces', 'x: a\u00a0b\na: @ #\u00a0c\n', ['a']],
  ['the second document', 'a: 1\n---\na: @\n---\na: 3\n', ['a'], 1],
  ['the document after an empty one', '---\n---\n# nothing\n---\na: @\n', ['a'], 2],
  ['documents with ends', 'a: 1\n...\n---\na: @ # c\n...\n# tail\n', ['a'], 1],
  ['a directive', '%YAML 1.2\n---\na: @\n', ['a']],
  [
    'directives between documents',
    '%YAML 1.1\n---\na: 1\n...\n%TAG !e! tag:example.test,2026:\n---\nb: !e!x 1\na: @\n',
    ['a'],
    1,
  ],
  ['comments before the first document', '# head\n\n# more\n--- # start\na: @\n', ['a']],
  ['on the line of the marker', '--- {a: @} # c\n', ['a']],
  ['a scalar as the document', '--- @ # c\n...\n', []],
  ['a flow mapping', 'x: {a: @, b: 2}\n', ['x', 'a']],
  ['a flow mapping with odd spaces', 'x: {  a  :   @  ,b: 2,  }\n', ['x', 'a']],
  ['a flow mapping over lines', 'x: {\n  b: 1, # one\n\n  a: @, # two\n    c: 3\n}\n', ['x', 'a']],
  ['a flow list', 'x: [1, @, "c"]\n', ['x', 1]],
  ['a tight flow list', 'x: [1,@,2]\n', ['x', 1]],
  ['a flow list over lines', 'x: [\n  1,\n  @ # c\n  ,2 ]\n', ['x', 1]],
  ['nested flow', 'x: [{b: [1, {a: @}]}, {}]\n', ['x', 0, 'b', 1, 'a']],
  ['a pair in a flow list', 'x: [b: 1, a: @]\n', ['x', 1, 'a']],
  ['JSON keys', 'x: {"b":1,"a": @}\n', ['x', 'a']],
  ['explicit keys', '? b\n: 1\n? a\n: @ # c\n? c\n', ['a']],
  ['explicit keys in flow', 'x: {? a : @, ? b}\n', ['x', 'a']],
  ['odd keys', '"a b": 1\n\'c\': 2\n? [d, e]\n: 3\n? {f: g}\n: 4\n"\\u0061": @\n', ['a']],
  ['dots, slashes and numbers in keys', '8080:\n  app.example.test/name: @\n', ['8080', 'app.example.test/name']],
  ['keys that are no strings', 'on:\n  null:\n    ~: @\n', ['on', 'null', '~']],
  ['anchors and aliases nearby', 'x: &x 1\ny: *x\na: @\nz: &z {q: *x}\nw: *z\n', ['a']],
  [
    'merge keys nearby',
    'base: &base {a: 1, b: 2}\nx:\n  <<: *base\n  a: @\ny: {<<: [*base, {c: 3}], d: 4}\n',
    ['x', 'a'],
  ],
  ['an anchor on what is around', 'x: &x\n  a: @\ny: 1\n', ['x', 'a']],
  [
    'odd numbers nearby',
    'x: [0777, 0x1F, 1e3, .5, +1, 010, 1_000, 0o17, 12345678901234567890, 1.0, -0]\na: @\n',
    ['a'],
  ],
  ['odd words nearby', 'x: [on, no, ~, NULL, 2024-01-01, 12:30, .inf, =]\na: @\n', ['a']],
  [
    'custom tags nearby',
    'x: !Ref y\nz: !!binary aGk=\nw: !!set {p, q}\nv: !<tag:example.test,2026:t> [1]\na: @\n',
    ['a'],
  ],
  ['a literal block before', 'x: |\n  a: 1\n\n   # no comment\n  b\n\na: @\n', ['a']],
  ['a literal block after', 'a: @\nx: |+2\n    a: 1\n\n\ny: >-\n  folded\n  text\n\n   more\n', ['a']],
  ['folded blocks around', 'x: >\n  one\n  two\na: @\ny: >+\n  one\n\n', ['a']],
  [
    'multi-line scalars around',
    'x: one\n  two\n\n  three\na: @\ny: "one\n  two\\\n  three"\nz: \'one\n\n  two\'\n',
    ['a'],
  ],
  ['an unindented list', 'x:\n- a: 1\n- a: @\n- a: 3\ny: 1\n', ['x', 1, 'a']],
  ['an indented list', 'x:\n    - b: 0\n      a: @\n    -  c\n', ['x', 0, 'a']],
  ['a list in a list', '- - 1\n  - @ # c\n- 2\n', [0, 1]],
  ['list items on their own lines', '-\n  1\n-\n   @\n- 3\n', [1]],
  ['a value on its own line', 'a:\n  @\nb: 1\n', ['a']],
  ['a value on its own line after a comment', 'a: # c\n  # d\n\n   @ # e\nb: 1\n', ['a']],
  ['comments at odd indentation', '# 0\nx:\n      # 6\n  a: @\n # 1\n        # 8\n  b: 1\n# 0\n', ['x', 'a']],
  ['deep indentation', 'x:\n                y:\n                        a: @\n', ['x', 'y', 'a']],
  ['one space of indentation', 'x:\n y:\n  a: @\n', ['x', 'y', 'a']],
  ['the same value elsewhere', 'v1: v1\nb: v1 # v1\na: @\nc: ["v1", v1]\n', ['a']],
]

describe.each(situations.map(([situation, ...rest]) => ({ situation, rest })))('$situation', ({ rest }) => {
  const [text, path, document = 0] = rest
  it.each(styles)('%s', (_style, before, after, value) => {
    expect(edit(text.replace('@', before), { document, path, value })).toBe(text.replace('@', () => after))
  })
})

describe('empty values', () => {
  it.each<[before: string, after: string, path: Path, value: string]>([
    ['a:\n', 'a: v2\n', ['a'], 'v2'],
    ['a:', 'a: v2', ['a'], 'v2'],
    ['a:\nb: 1\n', 'a: "1.20"\nb: 1\n', ['a'], '1.20'],
    ['a:   # c\n', 'a: v2   # c\n', ['a'], 'v2'],
    ['a:  \r\nb:\r\n', 'a: v2  \r\nb:\r\n', ['a'], 'v2'],
    ['x:\n  a:\n\n  # c\n  b: 1\n', 'x:\n  a: v2\n\n  # c\n  b: 1\n', ['x', 'a'], 'v2'],
    ['x:\n- \n-\n', 'x:\n- \n- v2\n', ['x', 1], 'v2'],
    ['- # c\n', '- v2 # c\n', [0], 'v2'],
    ['a: &x # c\nb: 1\n', 'a: &x v2 # c\nb: 1\n', ['a'], 'v2'],
    ['a: !!str\nb: 1\n', 'a: !!str v2\nb: 1\n', ['a'], 'v2'],
    ['x: {a: , b: 1}\n', 'x: {a: v2 , b: 1}\n', ['x', 'a'], 'v2'],
    ['x: {a:}\n', 'x: {a: v2}\n', ['x', 'a'], 'v2'],
    ['? a\n:\n', '? a\n: v2\n', ['a'], 'v2'],
    ['a:\n', 'a: ""\n', ['a'], ''],
    ['é:\n  😀: # 🚀\n', 'é:\n  😀: v2 # 🚀\n', ['é', '😀'], 'v2'],
  ])('%j becomes %j', (before, after, path, value) => {
    expect(edit(before, { document: 0, path, value })).toBe(after)
  })
})

describe('JSON', () => {
  it.each<[before: string, after: string, path: Path]>([
    ['{"a": 1, "b": [true]}\n', '{"a": "v2", "b": [true]}\n', ['a']],
    ['{\n\t"a": null\n}\n', '{\n\t"a": "v2"\n}\n', ['a']],
    ['["x", 1]', '["x", "v2"]', [1]],
    ['{"a":"\\u00e9\\/"}', '{"a":"v2"}', ['a']],
  ])('%j stays JSON', (before, after, path) => {
    expect(edit(before, { document: 0, path, value: 'v2' })).toBe(after)
    expect(() => JSON.parse(after)).not.toThrow()
  })
})

describe('several edits', () => {
  const text = 'a: v1 # é\nx: {b: 1, c: "2"}\n---\na: v1\r\n'
  const both: readonly ScalarEdit[] = [
    { document: 1, path: ['a'], value: '1e3' },
    { document: 0, path: ['x', 'c'], value: 'three' },
    { document: 0, path: ['x', 'b'], value: 'x' },
  ]

  it('are made at once, also on one line, and told in the order of the edits', () => {
    const result = editScalars(open(text), both)
    if ('refusals' in result) throw new Error('refused')
    expect(decode(result.bytes)).toBe('a: v1 # é\nx: {b: x, c: "three"}\n---\na: "1e3"\r\n')
    expect(result.changes).toEqual([
      { document: 1, path: ['a'], line: 4, column: 4, old: 'v1', new: '1e3' },
      { document: 0, path: ['x', 'c'], line: 2, column: 14, old: '2', new: 'three' },
      { document: 0, path: ['x', 'b'], line: 2, column: 8, old: '1', new: 'x' },
    ])
  })

  it('are all refused when one is', () => {
    expect(edit(text, ...both, { document: 0, path: ['none'], value: 'x' })).toBe('refused: not-found')
  })
})

describe('what stands there already', () => {
  it.each<[text: string, value: string]>([
    ['a: v1\n', 'v1'],
    ['a: "1.20"\n', '1.20'],
    ["a: '1.20'\n", '1.20'],
    ['a: "\\x76\\u0031"\n', 'v1'],
    ['a: !!str 1.20\n', '1.20'],
    ['a: -v1\n', '-v1'],
    ['a: |-\n  v1\n', 'v1'],
    ['a: v1\n  v2\n', 'v1 v2'],
    ['x: &x v1\na: *x\n', 'v1'],
    ['x: &x {a: v1}\n<<: *x\n', 'v1'],
  ])('%j is left alone', (text, value) => {
    const file = open(text)
    const result = editScalars(file, [{ document: 0, path: ['a'], value, expect: value }])
    expect(result).toEqual({ bytes: file.bytes, changes: [] })
  })

  it('is changed when only the letters are the same', () => {
    expect(edit('newTag: 1.20 # c\n', { document: 0, path: ['newTag'], value: '1.20' })).toBe('newTag: "1.20" # c\n')
    expect(edit('a: ~\n', { document: 0, path: ['a'], value: '~' })).toBe('a: "~"\n')
  })

  it('is the file, for no edits', () => {
    const file = open('a: 1')
    expect(editScalars(file, [])).toEqual({ bytes: file.bytes, changes: [] })
  })
})

it('takes a value only as the text that is expected', () => {
  const file = open('a: 1.20\nb: "x"\nc:\n')
  const expected: readonly ScalarEdit[] = [
    { document: 0, path: ['a'], value: '1.3', expect: '1.20' },
    { document: 0, path: ['b'], value: 'y', expect: 'x' },
    { document: 0, path: ['c'], value: 'z', expect: '' },
  ]
  expect(editScalars(file, expected)).toHaveProperty('changes.length', 3)
  for (const one of expected) {
    expect(editScalars(file, [{ ...one, expect: '1.2' }])).toHaveProperty('refusals.0.reason', 'unexpected-value')
  }
})

it('edits a file of 5 MB', { timeout: 120_000 }, () => {
  const service = (index: number) => `service${index}:\n  image: {repository: team/service${index}, tag: "v1.${index}"}
  dashboard: |
${`    {"panel": ${index}, "é": "an expression that goes on and on", "tag": "v1"}\n`.repeat(24)}  replicas: 0${index}\n`
  let text = ''
  for (let index = 0; text.length < 5_000_000; index += 1) text += service(index)
  const after = text.replace('"v1.1700"', '"v2"')
  expect(after).not.toBe(text)
  expect(edit(text, { document: 0, path: ['service1700', 'image', 'tag'], value: 'v2', expect: 'v1.1700' })).toBe(after)
})
