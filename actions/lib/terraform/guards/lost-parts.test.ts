import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { terraformFolder } from '../fingerprint/testing/terraform-folder.ts'
import { lostParts } from './lost-parts.ts'
import { change, judge } from './testing/judge.ts'

const rule = (port: number, more: object = {}) => ({
  from_port: port,
  to_port: port,
  protocol: 'tcp',
  description: '',
  self: false,
  ...more,
})

describe('what an update takes away', () => {
  test.each<[string, unknown, unknown, unknown, readonly string[]]>([
    ['a key of a map', { tags: { Env: 'a', Team: 'b' } }, { tags: { Env: 'a' } }, {}, ['tags.Team']],
    [
      'a key that is known later',
      { tags: { Env: 'a', Team: 'b' } },
      { tags: { Env: 'a' } },
      { tags: { Team: true } },
      [],
    ],
    ['a map that is known later', { tags: { Env: 'a' } }, {}, { tags: true }, []],
    ['a map that goes', { tags: { Env: 'a' } }, { tags: null }, {}, ['tags']],
    ['a map that becomes empty', { tags: { Env: 'a' } }, { tags: {} }, {}, ['tags']],
    [
      'a key that a provider repeats',
      { tags: { A: '1' }, tags_all: { A: '1', D: '2' } },
      { tags: {}, tags_all: { D: '2' } },
      {},
      ['tags', 'tags_all.A'],
    ],
    [
      'a key repeated beside others',
      { tags: { A: '1', B: '2' }, tags_all: { A: '1', B: '2' } },
      { tags: { B: '2' }, tags_all: { B: '2' } },
      {},
      ['tags.A'],
    ],
    [
      'one rule of two',
      { ingress: [rule(22), rule(443)] },
      { ingress: [rule(443)] },
      {},
      ['1 of 2 items of ingress (from_port 22, to_port 22)'],
    ],
    ['the only block', { timeouts: [{ create: '1h' }] }, { timeouts: [] }, {}, ['timeouts (create "1h")']],
    ['a single nested object', { backup: { location: 'x' } }, { backup: null }, {}, ['backup']],
    ['another order is no loss', { ingress: [rule(22), rule(443)] }, { ingress: [rule(443), rule(22)] }, {}, []],
    ['a change inside of an item', { ingress: [rule(22), rule(443)] }, { ingress: [rule(22), rule(8443)] }, {}, []],
    [
      'an item in place of another by name',
      { pool: [{ name: 'a', n: 1 }] },
      { pool: [{ name: 'b', n: 1 }] },
      {},
      ['pool (name "a")'],
    ],
    [
      'one with the same name and other values',
      { pool: [{ name: 'a', n: 1 }] },
      { pool: [{ name: 'a', n: 2 }] },
      {},
      [],
    ],
    [
      'a key inside of an item that stays',
      { pool: [{ name: 'a', labels: { x: '1', y: '2' } }] },
      { pool: [{ name: 'a', labels: { x: '1' } }] },
      {},
      ['pool[0].labels.y'],
    ],
    ['items known later', { ingress: [rule(22), rule(443)] }, {}, { ingress: true }, []],
    [
      'one item known later takes the place of one',
      { ingress: [rule(22), rule(443)] },
      { ingress: [rule(22), null] },
      { ingress: [{}, true] },
      [],
    ],
    ['a scalar that is unset is no part', { description: 'x', size: 3 }, { description: null, size: null }, {}, []],
    ['items of texts are no parts', { cidrs: ['a', 'b'] }, { cidrs: ['a'] }, {}, []],
    ['a key at the top is an attribute', { id: 'x', arn: 'y' }, { id: 'x' }, {}, []],
    ['a key with a dot', { labels: { 'a.b/c': '1', x: '2' } }, { labels: { x: '2' } }, {}, ['labels["a.b/c"]']],
    [
      'an empty default that goes',
      { block: [], opts: {}, sub: { a: null } },
      { block: null, opts: null, sub: null },
      {},
      [],
    ],
  ])('%s', (_, before, after, unknown, expected) => {
    expect(lostParts(before, after, unknown)).toEqual(expected)
  })
})

const value = fc.oneof(fc.string({ maxLength: 3 }), fc.integer(), fc.boolean())
const item = fc.dictionary(fc.constantFrom('a', 'b', 'port', 'x.y'), value, { minKeys: 1 })
const object = fc.record({
  tags: fc.dictionary(fc.string({ minLength: 1, maxLength: 4 }), value),
  rules: fc.array(item, { maxLength: 6 }),
})

test('an object loses nothing against itself, in any order of items, or with more in it', () => {
  fc.assert(
    fc.property(object, fc.array(item), (before, more) => {
      expect(lostParts(before, before, {})).toEqual([])
      expect(lostParts(before, { ...before, rules: before.rules.toReversed() }, {})).toEqual([])
      expect(lostParts(before, { ...before, rules: [...more, ...before.rules] }, {})).toEqual([])
    }),
  )
})

test('fewer items are always a loss, and everything unknown never', () => {
  fc.assert(
    fc.property(object, fc.nat(), (before, at) => {
      expect(lostParts(before, {}, { tags: true, rules: true })).toEqual([])
      fc.pre(before.rules.length > 0)
      const rules = before.rules.toSpliced(at % before.rules.length, 1)
      expect(lostParts(before, { ...before, rules }, {}).length).toBe(1)
    }),
  )
})

test('large and deep values take no time and no stack', () => {
  const many = Array.from({ length: 20_000 }, (_, port) => rule(port))
  expect(
    lostParts({ ingress: many }, { ingress: many.slice(5000).map((one) => ({ ...one, self: true })) }, {}),
  ).toEqual([expect.stringContaining('5000 of 20000 items of ingress')])
  const deep = (end: string) => JSON.parse(`${'{"a":['.repeat(5000)}${end}${']}'.repeat(5000)}`)
  expect(lostParts(deep('{"b":{"c":1}}'), deep('{"b":{}}'), {})).toEqual([])
  expect(lostParts(JSON.parse('{"m":{"__proto__":1,"b":2}}'), JSON.parse('{"m":{"b":2}}'), {})).toEqual(['m.__proto__'])
})

test('only updates are looked at', async () => {
  const values = { before: { tags: { a: '1', b: '2' } }, after: { tags: { a: '1' } } }
  const plan = { resource_changes: [change('null_x.a', 'update', values), change('null_x.b', 'delete,create', values)] }
  expect(await judge({ plan, guard: 'nested-removal' })).toEqual([
    {
      guard: 'nested-removal',
      severity: 'warning',
      message: 'null_x.a would be updated in place, and loses tags.b. Check that nothing needs it any more.',
      address: 'null_x.a',
    },
  ])
})

test('a plan of the real tool: a key and an item go, a value that is known later does not', async () => {
  using root = terraformFolder()
  const configuration = (input: string) =>
    `resource "terraform_data" "a" {\n  input = ${input}\n}\nresource "terraform_data" "b" {}\n`
  root.write(
    configuration(
      '{ tags = { a = 1, b = 2 }, rules = [{ name = "x", port = 1 }, { name = "y", port = 2 }], id = { of = "x" } }',
    ),
  )
  root.apply()
  const head = configuration('{ tags = { a = 1 }, rules = [{ name = "y", port = 3 }], id = { of = timestamp() } }')
  root.write(head)
  expect(await judge({ plan: JSON.parse(root.plan()), head: { 'infra/main.tf': head } })).toEqual([
    {
      guard: 'nested-removal',
      severity: 'warning',
      message: expect.stringContaining('loses 1 of 2 items of input.rules (name "x") and input.tags.b.'),
      address: 'terraform_data.a',
      at: expect.objectContaining({ file: 'infra/main.tf', line: 1 }),
    },
  ])
})
