// What is not edited: the reason, the place, and that the message says what to do.
import { describe, expect, it } from 'vitest'
import { editScalars, type ScalarEdit } from './edit.ts'
import type { RefusalReason } from './refusal.ts'
import { openYamlText, type Path } from './text-file.ts'

function refusalsOf(text: string, ...edits: readonly ScalarEdit[]) {
  const file = openYamlText(new TextEncoder().encode(text))
  const result = 'refusals' in file ? file : editScalars(file, edits)
  return 'refusals' in result ? result.refusals : []
}

const refusalOf = (text: string, path: Path, more: Partial<ScalarEdit> = {}) =>
  refusalsOf(text, { document: 0, path, value: 'v2', ...more })[0]

type Row = [reason: RefusalReason, text: string, path: Path, at: string, message: RegExp]

describe('an edit', () => {
  it.each<Row>([
    ['not-found', 'x:\n  b: 1\n', ['x', 'a'], '1:1', /x has no key "a"/],
    ['not-found', 'x:\n  b: 1\n', ['x', 'b', 'c'], '2:3', /x\.b is a single value/],
    ['not-found', 'x: [1]\n', ['x', 1], '1:1', /x has no item 1/],
    ['not-found', 'x: [1]\n', ['x', 'a'], '1:1', /It is a list/],
    ['not-found', '0: x\n', [0], '1:1', /It is a mapping/],
    ['not-found', 'a: 1\n', ['__proto__'], '1:1', /no key "__proto__"/],
    ['not-found', 'a: 1\n', ['constructor'], '1:1', /no key "constructor"/],
    ['not-found', 'a: [1]\n', ['a', 'length'], '1:1', /no key "length"/],
    ['not-a-scalar', 'x:\n  a: 1\n', ['x'], '2:3', /x is a mapping/],
    ['not-a-scalar', 'x:\n- 1\n', ['x'], '2:1', /x is a list/],
    ['not-a-scalar', 'a: 1\n', [], '1:1', /the whole document is a mapping/],
    ['alias', 'x: &x v1\na: *x\n', ['a'], '2:4', /alias \*x, and is written on line 1/],
    ['alias', 'x: &x {a: v1}\ny: *x\n', ['y', 'a'], '2:4', /alias \*x, and is written on line 1/],
    ['alias', 'x: &x v1\ny: &y [*x]\nz: *y\n', ['z', 0], '2:8', /alias \*x/],
    ['inherited', 'x: &x {a: v1}\ny:\n  <<: *x\n', ['y', 'a'], '3:3', /merge key on line 3 and is written on line 1/],
    ['inherited', 'x: &x {a: v1}\ny:\n  <<: [{b: 1}, *x]\n', ['y', 'a'], '3:3', /merge key on line 3/],
    ['inherited', 'y: {<<: {a: v1}}\n', ['y', 'a'], '1:5', /merge key on line 1/],
    [
      'inherited',
      'x: &x {a: v1}\ny: &y {<<: *x}\nz: {<<: *y}\n',
      ['z', 'a'],
      '3:5',
      /merge key on line 3 and is written on line 1/,
    ],
    ['anchored', 'a: &x v1\ny: *x\n', ['a'], '1:7', /alias \*x on line 2/],
    ['anchored', 'x: &x\n  a: v1\ny: {<<: *x}\n', ['x', 'a'], '2:6', /alias \*x on line 3/],
    ['anchored', 'x: &x\n  b: {a: [v1]}\ny: [*x]\n', ['x', 'b', 'a', 0], '2:11', /alias \*x on line 3/],
    ['block-scalar', 'a: |\n  v1\n', ['a'], '1:4', /block of text/],
    ['block-scalar', 'a: >-\n  v1\n', ['a'], '1:4', /block of text/],
    ['multi-line', 'a: v1\n  more\n', ['a'], '1:4', /several lines/],
    ['multi-line', 'a: "v1\n  more"\n', ['a'], '1:4', /several lines/],
    ['multi-line', "a: 'v1\r\n\r\n  more'\r\n", ['a'], '1:4', /several lines/],
    ['template', 'a: {{ .Values.tag }}\n', ['a'], '1:4', /template/],
    ['template', 'a: {{ .Values.tag }} # c\n', ['a'], '1:4', /template/],
    ['template', 'a: "{{ .Values.tag }}"\n', ['a'], '1:4', /template/],
    ['template', 'a: v{{ .Values.tag }}\n', ['a'], '1:4', /template/],
    ['tag', 'a: !!int 1\n', ['a'], '1:10', /tag !!int/],
    ['tag', 'a: !custom v1\n', ['a'], '1:12', /tag !custom/],
    ['tag', 'a: !!null\n', ['a'], '1:10', /tag !!null/],
    ['tag', 'a: !!binary "djE="\n', ['a'], '1:13', /tag !!binary/],
    ['no-place', 'x: {b: 1, a}\n', ['x', 'a'], '1:11', /without a colon/],
    ['no-place', '? a\n', ['a'], '1:3', /without a colon/],
  ])('%s: %j', (reason, text, path, at, message) => {
    const refusal = refusalOf(text, path)
    expect(refusal?.reason).toBe(reason)
    expect(`${refusal?.line}:${refusal?.column}`).toBe(at)
    expect(refusal?.message).toMatch(message)
    expect(refusal?.message).toMatch(/\.$/)
  })

  it.each(['two\nlines', 'a\rb', 'a\tb', '\0', 'a\u2028b', 'a\x85b', '\ud800', '\ufeffv1'])(
    'bad-value: %j',
    (value) => {
      expect(refusalOf('a: v1\n', ['a'], { value })).toMatchObject({ reason: 'bad-value', line: 1, column: 4 })
    },
  )

  it.each([1, 2, -1, 0.5, Number.NaN])('no-document: %j', (document) => {
    expect(refusalOf('a: v1\n---\n# nothing\n', ['a'], { document })?.reason).toBe('no-document')
  })

  it('says what it finds instead of what is expected', () => {
    const refusal = refusalOf('x: 1\na: "1.2"\n', ['a'], { expect: '1.20' })
    expect(refusal).toMatchObject({ reason: 'unexpected-value', line: 2, column: 4 })
    expect(refusal?.message).toContain('a is "1.2", not "1.20" as expected')
  })

  it('keeps its messages short', () => {
    const long = 'x'.repeat(5000)
    expect(refusalOf(`a: ${long}\n`, ['a'], { expect: 'y' })?.message.length).toBeLessThan(400)
    expect(refusalOf('a: 1\n', [long])?.message.length).toBeLessThan(400)
    expect(refusalOf(`a: !${long} 1\n`, ['a'])?.message.length).toBeLessThan(400)
  })
})

it('refuses to edit a scalar twice, whatever the values, unless nothing is to be done', () => {
  const text = 'a: v1\nb: v2\n'
  const edits = [
    { document: 0, path: ['a'], value: 'v3' },
    { document: 0, path: ['b'], value: 'v3' },
  ]
  for (const value of ['v1', 'v3', 'v4']) {
    expect(refusalsOf(text, ...edits, { document: 0, path: ['a'], value })).toMatchObject([
      { reason: 'edited-twice', line: 1, column: 4 },
    ])
  }
  const same = [['x'], ['y'], ['x']].map((path) => ({ document: 0, path, value: 'v1' }))
  expect(refusalsOf('x: &x v1\ny: *x\n', ...same)).toEqual([])
})

it('tells all refusals of a call', () => {
  const edits = [['a'], ['none'], ['b']].map((path) => ({ document: 0, path, value: 'v2' }))
  expect(refusalsOf('a: |\n  x\nb: !!int 1\n', ...edits).map(({ reason }) => reason)).toEqual([
    'block-scalar',
    'not-found',
    'tag',
  ])
})
