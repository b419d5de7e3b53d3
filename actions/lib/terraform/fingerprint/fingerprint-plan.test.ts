import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { recordingsOf } from '../plan/testing/record-plans.ts'
import { type CanonicalPlan, canonicalJson } from './canonical.ts'
import { compareCanonical } from './compare-canonical.ts'
import { withExactNumbers } from './exact-json.ts'
import { fingerprintOf, fingerprintPlan, leftOut } from './fingerprint-plan.ts'
import { terraformFolder } from './testing/terraform-folder.ts'

const key = Buffer.alloc(32, 7)
const ofText = (text: string) => fingerprintPlan(withExactNumbers(text, JSON.parse(text)), { key })
const print = (json: unknown) => fingerprintPlan(json, { key }).fingerprint
const differences = (a: CanonicalPlan, b: CanonicalPlan) =>
  compareCanonical(a, b).map(({ subject, message }) => `${subject}: ${message}`)

describe('plans of the real tool', () => {
  const root = terraformFolder()
  afterAll(() => root[Symbol.dispose]())
  const configuration = (change: { input?: string; more?: string; force?: number } = {}) => `
    variable "password" {
      type      = string
      sensitive = true
      default   = "hunter2-is-secret"
    }
    variable "size" {
      type    = number
      default = 12345678901234567890
    }
    resource "terraform_data" "a" {
      input = {
        set = toset(["b", "a", "ä", "Z"])
        objects = toset([{ n = "b", p = 2 }, { n = "a", p = 1 }])
        password = var.password
        size = var.size
        ${change.input ?? 'name = "one"'}
      }
      triggers_replace = [${change.force ?? 1}]
    }
    resource "terraform_data" "copy" {
      input = nonsensitive("postgres://app:\${var.password}@db")
    }
    output "name" { value = terraform_data.a.id }
    ${change.more ?? ''}`

  test('the same configuration gives the same fingerprint, before and after an apply', () => {
    root.write(configuration())
    const first = root.plan()
    expect(first).toContain('12345678901234567890')
    expect(ofText(root.plan()).fingerprint).toBe(ofText(first).fingerprint)
    root.apply()
    const [a, b] = [root.plan(), root.plan()].map(ofText)
    expect(a?.canonical.changes).toEqual({})
    expect(b).toEqual(a)
    expect(a?.fingerprint).not.toBe(ofText(first).fingerprint)
  })

  test('what is different is said in words', () => {
    root.write(configuration({ input: 'name = "two"' }))
    const update = ofText(root.plan()).canonical
    root.write(configuration({ input: 'name = "three"', force: 2 }))
    expect(differences(update, ofText(root.plan()).canonical)).toEqual(
      expect.arrayContaining([
        'terraform_data.a: was update, is now replace (delete first)',
        'terraform_data.a: attribute input.name was "two", is now "three"',
        'terraform_data.a: attribute triggers_replace[0] was 1, is now 2',
        'name: was left as it is, is now update',
      ]),
    )
    root.write(configuration())
    expect(differences(update, ofText(root.plan()).canonical)).toEqual([
      'terraform_data.a: was update, is now left as it is',
      'applyable: was true, is now false',
    ])
  })

  test('two numbers that one double stands for differ', () => {
    const [a, b] = ['12345678901234567891', '12345678901234567892'].map((size) =>
      ofText(root.plan(`-var=size=${size}`)),
    )
    expect(differences(a?.canonical as CanonicalPlan, b?.canonical as CanonicalPlan)).toContain(
      'terraform_data.a: attribute input.size was 12345678901234567891, is now 12345678901234567892',
    )
  })

  test('a secret is an HMAC wherever it stands; another one is told and not shown', () => {
    const plan = (password: string) => ofText(root.plan(`-var=password=${password}`)).canonical
    const [one, other] = [plan('first-Secret/1'), plan('second-Secret/2')]
    const stored = JSON.stringify([one, other])
    expect(stored).not.toMatch(/first-Secret|second-Secret|hunter2/)
    expect(one.changes['terraform_data.copy']).toBeDefined()
    const said = differences(one, other)
    expect(said).toContain('password: its value: a sensitive value differs')
    expect(said).toContain('terraform_data.a: attribute input.password: a sensitive value differs')
    expect(said).toContain('terraform_data.copy: attribute input: a sensitive value differs')
    expect(said).toHaveLength(3)
  })

  test('timestamp() is not known while planning, plantimestamp() is: such plans are never equal', async () => {
    root.write(configuration({ input: 'at = timestamp()' }))
    const [a, b] = [ofText(root.plan()), ofText(root.plan())]
    expect(b).toEqual(a)
    root.write(configuration({ input: 'at = plantimestamp()' }))
    const first = root.plan()
    await new Promise((done) => setTimeout(done, 1000 - (Date.now() % 1000)))
    expect(differences(ofText(first).canonical, ofText(root.plan()).canonical)).toEqual([
      expect.stringMatching(/^terraform_data\.a: attribute input\.at was "20.*", is now "20.*"$/),
    ])
  })

  test('a move, an import, a forgotten object and a value that only becomes sensitive are parts', () => {
    root.write(configuration())
    const none = ofText(root.plan()).canonical
    const also = (more: string, from = configuration()) => {
      root.write(from + more)
      return differences(none, ofText(root.plan()).canonical)
    }
    expect(also('import {\n to = terraform_data.new\n id = "x-1"\n}\nresource "terraform_data" "new" {}')).toContain(
      'terraform_data.new: was left as it is, is now import',
    )
    const moved = configuration().replace('"terraform_data" "copy"', '"terraform_data" "new"')
    expect(also('moved {\n from = terraform_data.copy\n to = terraform_data.new\n}', moved)).toContain(
      'terraform_data.new: was left as it is, is now move',
    )
    const removed = configuration().replace(/resource "terraform_data" "copy" \{[^}]*\}[^}]*\}/, '')
    const forgotten = 'removed {\n from = terraform_data.copy\n lifecycle {\n destroy = false\n }\n}'
    expect(also(forgotten, removed)).toContain('terraform_data.copy: was left as it is, is now forget')
    expect(also('', configuration().replace('nonsensitive(', 'sensitive('))).toContain(
      'terraform_data.copy: was left as it is, is now update',
    )
  })
})

/** Every kind of thing that a plan may hold, in one; shapes as in the format of Terraform 1.14. */
const rich = () => ({
  format_version: '1.2',
  terraform_version: '1.14.0',
  variables: { region: { value: 'de/txl' }, token: { value: 'token-Secret' } },
  configuration: { root_module: { variables: { region: {}, token: { sensitive: true } } } },
  resource_changes: [
    {
      address: 'aws_x.y["k"]',
      mode: 'managed',
      type: 'aws_x',
      name: 'y',
      index: 'k',
      provider_name: 'registry.terraform.io/hashicorp/aws',
      action_reason: 'replace_because_cannot_update',
      change: {
        actions: ['delete', 'create'],
        before: {
          id: 'i-1',
          tags: { Env: 'a' },
          rules: [{ port: 1 }, { port: 2 }],
          password: 'before-Secret',
          on: true,
        },
        after: { tags: { Env: 'b' }, rules: [{ port: 1 }], password: 'after-Secret', on: false, nothing: null },
        after_unknown: { id: true, rules: [{ id: true }] },
        before_sensitive: { password: true },
        after_sensitive: { password: true, rules: [{}] },
        replace_paths: [['rules'], ['tags', 'Env']],
      },
    },
    {
      address: 'aws_x.moved',
      previous_address: 'aws_x.old',
      mode: 'managed',
      type: 'aws_x',
      name: 'moved',
      provider_name: 'p',
      change: {
        actions: ['no-op'],
        before: { id: 'm' },
        after: { id: 'm' },
        importing: { id: 'm', identity: { name: 'm' } },
        generated_config: 'resource {}',
      },
    },
  ],
  output_changes: {
    url: {
      actions: ['update'],
      before: 'a',
      after: 'b',
      after_unknown: false,
      before_sensitive: false,
      after_sensitive: false,
    },
  },
  deferred_changes: [
    {
      reason: 'provider_config_unknown',
      resource_change: {
        address: 'aws_z.q',
        type: 'aws_z',
        change: { actions: ['create'], before: null, after: { n: 1 } },
      },
    },
  ],
  action_invocations: [
    {
      address: 'action.aws_lambda_invoke.a',
      type: 'aws_lambda_invoke',
      name: 'a',
      config_values: { payload: 'p', token: 'action-Secret' },
      config_sensitive: { token: true },
      config_unknown: { later: true },
      provider_name: 'p',
      lifecycle_action_trigger: {
        triggering_resource_address: 'aws_x.y',
        action_trigger_event: 'AfterCreate',
        action_trigger_block_index: 0,
        actions_list_index: 0,
      },
    },
  ],
  deferred_action_invocations: [{ reason: 'deferred_prereq', action_invocation: { address: 'action.b.c', type: 'b' } }],
  errored: false,
  complete: true,
  applyable: true,
  future_actions: [{ address: 'later.a', does: 'something', on: true }],
})

type Leaf = { readonly holder: Record<string, unknown>; readonly name: string; readonly path: string }

/** Every place of plain data, by its path; `unless` leaves some out. */
function leavesOf(value: unknown, unless: (path: string) => boolean, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, child]) => {
    const below = `${path}/${name}`
    if (unless(below)) return []
    const holder = value as Record<string, unknown>
    return typeof child === 'object' && child !== null
      ? leavesOf(child, unless, below)
      : [{ holder, name, path: below }]
  })
}

/** No parts of the fingerprint, or without a meaning where they stand: marks that are false already say nothing. */
const meansNothing = (path: string) =>
  Object.keys(leftOut).some((name) => path === `/${name}` || path.startsWith(`/${name}/`)) ||
  /_(unknown|sensitive)\//.test(path)

/** Another value of a kind that can stand there. */
const another = (value: unknown, seed: number): unknown => {
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return value + 1 + seed
  return value === null ? `new${seed}` : `${String(value)}${seed}`
}

function shuffled(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, random))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, child]): [string, unknown] => [name, shuffled(child, random)])
  return Object.fromEntries(
    entries
      .map((entry) => ({ entry, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ entry }) => entry),
  )
}

describe('whatever the plan', () => {
  const plans = [
    rich(),
    ...[...recordingsOf('terraform').values()].flatMap(({ plan }) => (plan === undefined ? [] : [plan])),
  ] as object[]
  const anyPlan = fc.constantFrom(...plans).map((plan) => structuredClone(plan))

  test('the order of keys does not matter', () => {
    expect(plans.length).toBeGreaterThan(60)
    fc.assert(
      fc.property(anyPlan, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (plan, randoms) => {
        expect(print(shuffled(plan, () => randoms.next().value ?? 0))).toBe(print(plan))
      }),
    )
  })

  test('any other value of what would be applied gives another fingerprint, and a difference in words', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 99 }), (at, seed) => {
        const plan = rich()
        const before = fingerprintPlan(plan, { key })
        const leaves = leavesOf(plan, meansNothing)
        const { holder, name, path } = leaves[at % leaves.length] as Leaf
        holder[name] = another(holder[name], seed)
        const after = fingerprintPlan(plan, { key })
        expect(after.fingerprint, path).not.toBe(before.fingerprint)
        expect(compareCanonical(before.canonical, after.canonical), path).not.toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('two plans are equal in words exactly where their fingerprints are', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (a, b) => {
        const [one, other] = [fingerprintPlan(a, { key }), fingerprintPlan(b, { key })]
        const said = compareCanonical(JSON.parse(JSON.stringify(one.canonical)), other.canonical)
        expect(said.length === 0).toBe(one.fingerprint === other.fingerprint)
      }),
      { numRuns: 100 },
    )
  })

  test('stored and read again, a canonical plan has the same fingerprint', () => {
    for (const plan of plans) {
      const { fingerprint, canonical } = fingerprintPlan(plan, { key })
      expect(fingerprintOf(JSON.parse(JSON.stringify(canonical)), key)).toBe(fingerprint)
    }
  })

  test('what is left out does not matter', () => {
    const plan: Record<string, unknown> = rich()
    const before = print(plan)
    for (const name of Object.keys(leftOut).filter((name) => name !== 'configuration')) plan[name] = ['anything', name]
    expect(print(plan)).toBe(before)
  })
})

test('no secret is in the canonical plan, in clear or in base64', () => {
  const plan = rich()
  const extra = [
    'url=token-Secret',
    Buffer.from('token-Secret').toString('base64'),
    '{"a":"after-Secret"}',
    'action-Secret',
  ]
  Object.assign(plan.resource_changes[0]?.change.after ?? {}, { extra, 'token-Secret': 1 })
  const text = JSON.stringify(fingerprintPlan(plan, { key }).canonical)
  expect(text).not.toContain('Secret')
  expect(text).not.toContain(Buffer.from('token-Secret').toString('base64'))
  expect(text).toContain('de/txl')
})

test('equal secrets at two places do not show that they are equal; before and after do', () => {
  const plan = rich()
  Object.assign(plan.resource_changes[0]?.change ?? {}, {
    before: { password: 'p', other: 'p' },
    after: { password: 'p', other: 'p' },
    before_sensitive: { password: true, other: true },
    after_sensitive: { password: true, other: true },
  })
  const { change } = fingerprintPlan(plan, { key }).canonical.changes['aws_x.y["k"]'] as unknown as {
    change: { before: { password: string; other: string }; after: { password: string } }
  }
  expect(change.before.password).toMatch(/^~/)
  expect(change.before.password).not.toBe(change.before.other)
  expect(change.before.password).toBe(change.after.password)
})

test('another key gives other HMACs and another fingerprint', () => {
  const other = fingerprintPlan(rich(), { key: Buffer.alloc(32, 8) })
  expect(other.fingerprint).not.toBe(print(rich()))
  expect(JSON.stringify(other.canonical)).not.toBe(JSON.stringify(fingerprintPlan(rich(), { key }).canonical))
})

test('a mark alone makes another plan: unknown, sensitive, and either taken away', () => {
  const change = (more: object) => ({
    resource_changes: [{ address: 'a.b', change: { actions: ['update'], before: {}, after: { x: 'v' }, ...more } }],
  })
  const all = [{}, { after_unknown: { x: true } }, { after_sensitive: { x: true } }, { after_sensitive: true }]
  expect(new Set(all.map((more) => print(change(more)))).size).toBe(all.length)
  expect(print(change({ after_unknown: { x: false }, after_sensitive: {} }))).toBe(print(change({})))
})

test('a string is no number, nothing is not absent, and no text passes for a mark', () => {
  const values = [
    '1',
    1,
    true,
    'true',
    null,
    '?',
    '~?',
    '#1',
    '=1',
    '',
    [],
    {},
    [null],
    ['-'],
    { '=a': 1 },
    { a: 1 },
    { '==a': 1 },
    { '^a': 1 },
  ]
  const prints = values.map((x) =>
    print({ resource_changes: [{ address: 'a.b', change: { actions: ['update'], after: { x } } }] }),
  )
  const unknown = print({
    resource_changes: [{ address: 'a.b', change: { actions: ['update'], after: {}, after_unknown: { x: true } } }],
  })
  expect(new Set([...prints, unknown]).size).toBe(values.length + 1)
})

test('an unknown field on something that is left as it is makes it a part', () => {
  const untouched = (more: object, change: object = {}) =>
    print({
      resource_changes: [
        { address: 'a.b', mode: 'managed', change: { actions: ['no-op'], before: 1, after: 1, ...change }, ...more },
      ],
    })
  expect(untouched({})).toBe(print({}))
  expect(untouched({ retagging: false })).toBe(print({}))
  expect(untouched({ retagging: true })).not.toBe(print({}))
  expect(untouched({}, { relabels: ['x'] })).not.toBe(print({}))
})

test('two entries of one address are told apart, in any order', () => {
  const entry = (deposed: string | undefined, after: number) => ({
    address: 'a.b',
    ...(deposed === undefined ? {} : { deposed }),
    change: { actions: ['delete'], before: after },
  })
  const list = [entry(undefined, 1), entry('d1', 2), entry('d1', 3), entry(undefined, 4)]
  expect(print({ resource_changes: list })).toBe(print({ resource_changes: list.toReversed() }))
  expect(print({ resource_changes: list })).not.toBe(print({ resource_changes: list.slice(1) }))
})

test('hostile shapes give one clear error or a fingerprint, and touch no prototype', () => {
  const deep = JSON.parse(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`)
  const places = [
    { variables: { v: { value: deep } } },
    { future: deep },
    { resource_changes: [{ address: 'a.b', change: { actions: ['create'], after: deep } }] },
  ]
  for (const json of places) expect(() => print(json)).toThrow(/more than 200 levels deep/)
  const hostile = JSON.parse(
    '{"variables":{"__proto__":{"value":{"__proto__":{"polluted":1},"constructor":2}}},"resource_changes":[]}',
  )
  expect(print(hostile)).not.toBe(print({}))
  expect(({} as { polluted?: number }).polluted).toBeUndefined()
  for (const json of [null, [], 'text', 1]) expect(() => print(json)).toThrow('this is no plan in JSON')
  expect(() => print({ resource_changes: {} })).toThrow('`resource_changes` is no list')
  expect(() => print({ output_changes: [] })).toThrow('`output_changes` is no object')
  expect(() => fingerprintPlan({}, { key: Buffer.alloc(15) })).toThrow(RangeError)
})

test('canonical JSON has its keys in the order of code units, whatever the engine does with them', () => {
  const names = fc.oneof(
    fc.string(),
    fc.nat().map(String),
    fc.constantFrom('__proto__', '10', '9', 'é', '\u{1F600}', '\uffff'),
  )
  fc.assert(
    fc.property(fc.uniqueArray(names), (keys) => {
      const text = canonicalJson({ list: [Object.fromEntries(keys.map((name) => [name, { b: true, a: null }]))] })
      const inside = keys.toSorted((a, b) =>
        Buffer.from(a, 'utf16le').swap16().compare(Buffer.from(b, 'utf16le').swap16()),
      )
      expect(text).toBe(`{"list":[{${inside.map((name) => `${JSON.stringify(name)}:{"a":null,"b":true}`).join(',')}}]}`)
    }),
  )
})
