import { describe, expect, it } from 'vitest'
import { type Redactor, redacted } from '../redact/redactor.ts'
import { type ChangedObject, differencesOf } from './differences.ts'

/** Takes given texts out, as the real one does with its own. */
const without = (...secrets: readonly string[]): Redactor => ({
  text: (text) => secrets.reduce((left, secret) => left.replaceAll(secret, redacted), text),
  value: (value) => value,
  size: secrets.length,
})
const open = without()

const change = (before: unknown, after: unknown, more: Partial<ChangedObject> = {}): ChangedObject => ({
  before,
  after,
  afterUnknown: false,
  beforeSensitive: false,
  afterSensitive: false,
  replacePaths: [],
  ...more,
})

/** `path: before -> after`, with nothing as `∅` and `!` for what forces a replacement. */
function rows(changed: ChangedObject, redactor = open, limit = 50): readonly string[] {
  const { differences, leftOut } = differencesOf(changed, redactor, limit)
  const lines = differences.map(
    ({ path, before = '∅', after = '∅', forcesReplacement }) =>
      `${path}${forcesReplacement ? '!' : ''}: ${before} -> ${after}`,
  )
  return leftOut === 0 ? lines : [...lines, `+${leftOut}`]
}

describe('values', () => {
  it.each([
    [{ a: 1 }, { a: 1 }, []],
    [{ a: null }, {}, []],
    [{ a: 1 }, { a: '1' }, ['a: 1 -> "1"']],
    [{ a: '' }, {}, ['a: "" -> ∅']],
    [{}, { a: false }, ['a: ∅ -> false']],
    [{ a: null }, { a: [] }, ['a: ∅ -> []']],
    [{ a: { b: { c: 1 } } }, { a: { b: { c: 2 } } }, ['a.b.c: 1 -> 2']],
    [{ a: { x: 1 } }, { a: [1] }, ['a: { x = 1 } -> [1]']],
    [{ a: { x: 1, y: { z: 'q' } } }, { a: {} }, ['a.x: 1 -> ∅', 'a.y: { z = "q" } -> ∅']],
    [{ tags: { 'a/b': 1, 'c d': 1 } }, { tags: { 'a/b': 2 } }, ['tags["a/b"]: 1 -> 2', 'tags["c d"]: 1 -> ∅']],
    [
      JSON.parse('{"__proto__":1}'),
      JSON.parse('{"__proto__":2,"constructor":1}'),
      ['__proto__: 1 -> 2', 'constructor: ∅ -> 1'],
    ],
  ])('%j to %j', (before, after, expected) => expect(rows(change(before, after))).toEqual(expected))

  it('an object that comes has no rows for what it does not set', () => {
    expect(rows(change(null, { a: 1, b: null, c: [], d: {}, e: '' }))).toEqual(['a: ∅ -> 1', 'e: ∅ -> ""'])
  })

  it('a large collection that comes or goes is told leaf by leaf, a small one at once', () => {
    const large = Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`k${index}`, index]))
    expect(rows(change({ a: {} }, { a: { large, small: { x: [1, 2] } } }))).toEqual([
      ...Object.keys(large)
        .map((key, index) => `a.large.${key}: ∅ -> ${index}`)
        .sort((one, two) => 0 * one.localeCompare(two)),
      'a.small: ∅ -> { x = [1, 2] }',
    ])
  })
})

describe('lists', () => {
  const rule = (name: string, port: number, more: object = {}) => ({ name, port, protocol: 'tcp', ...more })
  it.each([
    ['put in first', ['b', 'c'], ['a', 'b', 'c'], ['l[0]: ∅ -> "a"']],
    ['put in between', ['a', 'c'], ['a', 'b', 'c'], ['l[1]: ∅ -> "b"']],
    ['taken out', ['a', 'b', 'c'], ['a', 'c'], ['l[1]: "b" -> ∅']],
    ['changed', ['a', 'b', 'c'], ['a', 'x', 'c'], ['l[1]: "b" -> "x"']],
    ['in another order', ['a', 'b'], ['b', 'a'], ['l[0]: "a" -> ∅', 'l[1]: ∅ -> "a"']],
    ['nothing at the end', [1, null], [1], ['l[1]: null -> ∅']],
    ['nothing put in', [], [null], ['l[0]: ∅ -> null']],
    ['twice the same', ['a', 'a'], ['a', 'a', 'a'], ['l[2]: ∅ -> "a"']],
    [
      'an object that changes behind one that is put in',
      [rule('http', 80), rule('https', 443)],
      [rule('ssh', 22), rule('http', 8080), rule('https', 443)],
      ['l[0]: ∅ -> { name = "ssh", port = 22, protocol = "tcp" }', 'l[1].port: 80 -> 8080'],
    ],
    [
      'an object that gives way to another',
      [rule('http', 80)],
      [{ name: 'dns', port: 53, protocol: 'udp' }],
      [
        'l[0]: { name = "http", port = 80, protocol = "tcp" } -> ∅',
        'l[0]: ∅ -> { name = "dns", port = 53, protocol = "udp" }',
      ],
    ],
    [
      'an object taken out, another changed',
      [rule('a', 1), rule('b', 2, { x: { y: 1 } })],
      [rule('b', 2, { x: { y: 2 } })],
      ['l[0]: { name = "a", port = 1, protocol = "tcp" } -> ∅', 'l[0].x.y: 1 -> 2'],
    ],
  ])('%s', (_, before, after, expected) => expect(rows(change({ l: before }, { l: after }))).toEqual(expected))

  it('elements that are known after apply are not equal to nothing', () => {
    const afterUnknown = { l: [false, true, { id: true }] }
    expect(rows(change({ l: ['a', null, { n: 1 }] }, { l: ['a', null, { n: 1 }] }, { afterUnknown }))).toEqual([
      'l[1]: ∅ -> (known after apply)',
      'l[2].id: ∅ -> (known after apply)',
    ])
  })

  it('shows every change of two long lists with nothing in common', () => {
    const long = (text: string) => Array.from({ length: 3000 }, (_, index) => `${text}${index}`)
    const { differences, leftOut } = differencesOf(change({ l: long('a') }, { l: long('b') }), open, 10)
    expect(differences.length + leftOut).toBe(3000)
  })
})

describe('marks', () => {
  it.each([
    ['on both sides', { a: true }, { a: true }],
    ['before', { a: true }, {}],
    ['after', {}, { a: true }],
    ['of a whole object', true, false],
    ['that are no marks', { a: 'yes' }, {}],
    ['beside a leaf', {}, { a: { b: true } }],
  ])('%s hide both sides', (_, beforeSensitive, afterSensitive) => {
    const marks = { beforeSensitive, afterSensitive }
    expect(rows(change({ a: 'x' }, { a: 'y' }, marks))).toEqual(['a: (sensitive) -> (sensitive)'])
    expect(rows(change({ a: 'x' }, { a: 'x' }, { beforeSensitive, afterSensitive: beforeSensitive }))).toEqual([])
  })

  it('inside collections hide what they mark', () => {
    const marks = { beforeSensitive: { a: { l: [false, { s: true }] } }, afterSensitive: {} }
    expect(rows(change({ a: { l: [1, { s: 'x', t: 1 }] } }, {}, marks))).toEqual([
      'a: { l = [1, { s = (sensitive), t = 1 }] } -> ∅',
    ])
  })

  it('follow elements of lists that moved', () => {
    const marks = { beforeSensitive: { l: [{ s: true }] }, afterSensitive: { l: [{}, { s: true }] } }
    expect(
      rows(
        change(
          { l: [{ n: 1, m: 1, s: 'x' }] },
          {
            l: [
              { n: 9, s: 'o' },
              { n: 1, m: 1, s: 'y' },
            ],
          },
          marks,
        ),
      ),
    ).toEqual(['l[0]: ∅ -> { n = 9, s = "o" }', 'l[1].s: (sensitive) -> (sensitive)'])
  })

  it('that come alone are a change', () => {
    expect(rows(change({ a: 'x' }, { a: 'x' }, { afterSensitive: { a: true } }))).toEqual([
      'a: (sensitive) -> (sensitive)',
    ])
  })

  it('of what will be known later', () => {
    const after = { afterUnknown: { id: true, s: true }, beforeSensitive: { s: true }, afterSensitive: { s: true } }
    expect(rows(change({ id: 'i', s: 'x' }, {}, after))).toEqual([
      'id: "i" -> (known after apply)',
      's: (sensitive) -> (known after apply)',
    ])
    expect(rows(change(null, { a: { b: 1 } }, { afterUnknown: { a: { c: true }, id: true } }))).toEqual([
      'a: ∅ -> { b = 1, c = (known after apply) }',
      'id: ∅ -> (known after apply)',
    ])
  })
})

describe('text', () => {
  const json = (value: unknown) => JSON.stringify(value)
  it.each([
    ['JSON', json({ a: [{ b: 1 }] }), json({ a: [{ b: 2 }] }), ['t (JSON).a[0].b: 1 -> 2']],
    ['JSON in JSON', json({ a: json({ b: 1 }) }), json({ a: json({ b: 2 }) }), ['t (JSON).a (JSON).b: 1 -> 2']],
    ['JSON in another form', '{"a":1}', '{ "a": 1 }', ['t (form of JSON): "{\\"a\\":1}" -> "{ \\"a\\": 1 }"']],
    ['JSON that comes', undefined, json({ a: 1 }), ['t (JSON): ∅ -> { a = 1 }']],
    ['one of them JSON', 'x', json({ a: 1 }), ['t: "x" -> "{\\"a\\":1}"']],
    ['a line that changes', 'a\nb\nc\n', 'a\nx\nc\n', ['t (line 2): b -> x']],
    ['lines that go', 'a\nb\nc\nd\n', 'a\nd\n', ['t (lines 2-3): b\nc -> ∅']],
    ['a line that comes', 'a\n', 'a\nb\n', ['t (line 2): ∅ -> b']],
    ['a last line end', 'a\nb', 'a\nb\n', ['t (line 3): ∅ -> ']],
  ])('%s', (_, before, after, expected) => expect(rows(change({ t: before }, { t: after }))).toEqual(expected))

  it('long text is shown from shortly before the difference', () => {
    const [row = ''] = rows(
      change({ t: `${'x'.repeat(5000)}old${'y'.repeat(5000)}` }, { t: `${'x'.repeat(5000)}new${'y'.repeat(5000)}` }),
    )
    expect(row).toMatch(/^t: "\.\.\. x{40}oldy+ \.\.\. -> "\.\.\. x{40}newy+ \.\.\.$/)
    expect(row.length).toBeLessThan(420)
  })

  it('is never cut through a character', () => {
    const { differences } = differencesOf(change({}, { t: '😀'.repeat(1000) }), open, 5)
    expect(differences[0]?.after?.isWellFormed()).toBe(true)
  })

  it('nested 10,000 deep is taken for text', () => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`
    expect(rows(change({ t: '[]' }, { t: deep }))[0]).toMatch(/^t: "\[\]" -> "\[\[/)
  })
})

describe('secrets that the redactor knows', () => {
  const redactor = without('hunter2', 'swordfish', 'BEGIN\nKEY\nEND', '"user":"u","pass":"p"')
  it.each([
    ['whole', 'hunter2', 'x', ['t: (sensitive) -> "x"']],
    ['inside', 'a:hunter2@b', 'a:x@b', ['t: "a:(sensitive)@b" -> "a:x@b"']],
    ['one for another', 'hunter2', 'swordfish', ['t: (sensitive) -> (sensitive)']],
    [
      'in JSON',
      '{"a":"hunter2","b":1}',
      '{"a":"swordfish","b":2}',
      ['t (JSON).a: (sensitive) -> (sensitive)', 't (JSON).b: 1 -> 2'],
    ],
    ['that are JSON', '{"user":"u","pass":"p"}', '{"user":"v"}', ['t: "{(sensitive)}" -> "{\\"user\\":\\"v\\"}"']],
    ['in a line', 'a\nhunter2\nc', 'a\nswordfish\nd', ['t (lines 2-3): (sensitive)\nc -> (sensitive)\nd']],
    ['of many lines', 'a\nBEGIN\nKEY\nEND\nb', 'a\nb', ['t (line 2): (sensitive) -> ∅']],
  ])('%s', (_, before, after, expected) =>
    expect(rows(change({ t: before }, { t: after }), redactor)).toEqual(expected),
  )

  it('in names', () => {
    expect(rows(change({ m: {} }, { m: { hunter2: 1 } }), redactor)).toEqual(['m["(sensitive)"]: ∅ -> 1'])
  })

  it('at the edge of what is cut', () => {
    const text = JSON.stringify(
      differencesOf(change({}, { t: `${'x'.repeat(195)}hunter2${'y'.repeat(50)}` }), redactor, 5),
    )
    expect(text).not.toMatch(/hunt/)
  })
})

describe('what forces a replacement', () => {
  it.each([
    [[['a']], ['a!: 1 -> 2', 'b.c: 1 -> 2']],
    [[['b', 'c']], ['a: 1 -> 2', 'b.c!: 1 -> 2']],
    [[['b']], ['a: 1 -> 2', 'b.c!: 1 -> 2']],
    [[['b', 'x']], ['a: 1 -> 2', 'b.c: 1 -> 2']],
    [[], ['a: 1 -> 2', 'b.c: 1 -> 2']],
  ])('%j', (replacePaths, expected) => {
    expect(rows(change({ a: 1, b: { c: 1 } }, { a: 2, b: { c: 2 } }, { replacePaths }))).toEqual(expected)
  })

  it('is kept beyond the limit', () => {
    const side = (value: number) => Object.fromEntries([...'abcdefgh'].map((name) => [name, value]))
    expect(rows(change(side(1), side(2), { replacePaths: [['h']] }), open, 2)).toEqual([
      'a: 1 -> 2',
      'b: 1 -> 2',
      'h!: 1 -> 2',
      '+5',
    ])
  })
})
