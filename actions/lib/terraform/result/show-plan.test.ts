import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlan } from '../plan/read-plan.ts'
import { recordingsOf } from '../plan/testing/record-plans.ts'
import { secretsOfPlan } from '../redact/collect-secrets.ts'
import { createRedactor } from '../redact/create-redactor.ts'
import type { Redactor } from '../redact/redactor.ts'
import { showPlan } from './show-plan.ts'

const open: Redactor = { text: (text) => text, value: (value) => value, size: 0 }

/** A tree with a mark for each of its nodes. Every leaf is text that stands nowhere else, and says whether it is marked. */
type Marked = { readonly value: unknown; readonly mark: unknown }
type Node = {
  readonly marked: boolean
  readonly members?: readonly (readonly [string, Node])[]
  readonly isList?: boolean
  readonly form: number
}

const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.record({ marked: fc.boolean(), form: fc.nat(3) }),
    fc.record({
      marked: fc.nat(5).map((number) => number === 0),
      members: fc.uniqueArray(fc.tuple(fc.constantFrom('name', 'b', 'c/d', '__proto__'), tie('node')), {
        selector: ([name]) => name,
        maxLength: 4,
      }),
      isList: fc.boolean(),
      form: fc.nat(3),
    }),
  ),
}))

let serial = 0
/** Builds both trees. What is inside a mark is secret whatever its own mark says. */
function build({ marked, members, isList, form }: Node, secret: boolean, side: string): Marked {
  const hidden = secret || marked
  if (members === undefined) {
    const token = `${hidden ? 'SECRET' : 'open'}-${side}-${++serial}-`
    const texts = [token, `first\n${token}\nlast`, JSON.stringify({ k: [token] }), token.repeat(40)]
    return { value: texts[form], mark: marked }
  }
  const built = members.map(([name, member]) => [name, build(member, hidden, side)] as const)
  const all = (part: keyof Marked) =>
    isList ? built.map(([, one]) => one[part]) : Object.fromEntries(built.map(([name, one]) => [name, one[part]]))
  return { value: all('value'), mark: marked ? true : all('mark') }
}

const planOf = (before: Marked, after: Marked, actions: readonly string[]) => ({
  format_version: '1.2',
  resource_changes: [
    {
      address: 'a.b',
      type: 'a',
      name: 'b',
      change: {
        actions,
        before: before.value,
        after: after.value,
        before_sensitive: before.mark,
        after_sensitive: after.mark,
      },
    },
  ],
})

describe('what is marked is never shown', () => {
  const object = fc
    .array(fc.tuple(fc.constantFrom('x', 'y', 'z'), node), { maxLength: 3 })
    .map((members): Node => ({ marked: false, members: [...new Map(members)], isList: false, form: 0 }))
  it.each([
    ['an update', object, object],
    ['the same shape on both sides', object, undefined],
  ])('%s', (_, one, other) => {
    let secrets = 0
    fc.assert(
      fc.property(one, other ?? fc.constant(undefined), (first, second) => {
        const before = build(first, false, 'b')
        const after = build(second ?? first, false, 'a')
        const plan = planOf(before, after, ['update'])
        if (JSON.stringify(plan).includes('SECRET')) secrets++
        expect(JSON.stringify(showPlan(readPlan(plan), open))).not.toContain('SECRET')
      }),
      { numRuns: 400 },
    )
    expect(secrets).toBeGreaterThan(50)
  })

  it('and all else that differs is', () => {
    fc.assert(
      fc.property(object, (tree) => {
        const nothing = { value: null, mark: false }
        const after = build(tree, false, 'a')
        const shown = JSON.stringify(showPlan(readPlan(planOf(nothing, after, ['create'])), open))
        const first = /open-a-\d+-/.exec(JSON.stringify(after.value))?.[0]
        // Long values are cut, and one of them is short of nothing.
        if (first !== undefined) expect(shown).toContain('open-a-')
      }),
      { numRuns: 200 },
    )
  })
})

it('a real plan that copies a secret into an attribute without a mark', () => {
  const plan = recordingsOf('terraform').get('a sensitive value that changes')?.plan
  expect(JSON.stringify(showPlan(readPlan(plan), open))).toContain('s3cr3t-value')
  const shown = showPlan(readPlan(plan), createRedactor(secretsOfPlan(plan)))
  expect(JSON.stringify(shown)).not.toContain('s3cr3t')
  expect(shown.changes[0]?.differences.map(({ path, before, after }) => [path, before, after])).toEqual([
    ['input.password', '(sensitive)', '(sensitive)'],
    ['output', '{ password = (sensitive), user = "u" }', '(known after apply)'],
  ])
})

it('nothing that the redactor knows is left in any field', () => {
  const secret = 'hunter2'
  const hide: Redactor = { ...open, text: (text) => text.replaceAll(secret, '(sensitive)') }
  const change = {
    actions: ['no-op', secret],
    before: { [secret]: 1 },
    after: { a: secret },
    replace_paths: [[secret]],
  }
  const entry = {
    address: `a.b["${secret}"]`,
    previous_address: `a.c["${secret}"]`,
    type: secret,
    name: 'b',
    action_reason: secret,
    change: { ...change, importing: { id: secret }, generated_config: secret },
  }
  const byIdentity = { ...entry, change: { ...change, importing: { identity: { a: secret } } } }
  const invocation = {
    address: secret,
    type: secret,
    lifecycle_action_trigger: { triggering_resource_address: secret },
  }
  const plan = readPlan({
    format_version: '1.2',
    resource_changes: [entry, byIdentity],
    resource_drift: [entry],
    deferred_changes: [{ reason: secret, resource_change: entry }],
    output_changes: { [secret]: { actions: ['update'], before: [secret], after: { a: secret } } },
    action_invocations: [invocation],
    deferred_action_invocations: [{ reason: secret, action_invocation: invocation }],
    checks: [{ address: { kind: secret, to_display: secret }, status: 'fail', problems: [{ message: secret }] }],
    [secret]: 1,
  })
  expect(JSON.stringify(plan).split(secret).length).toBeGreaterThan(25)
  expect(JSON.stringify(showPlan(plan, hide))).not.toContain(secret)
})

describe('outputs', () => {
  const output = (change: object) =>
    showPlan(readPlan({ format_version: '1.2', output_changes: { o: change } }), open).outputs[0]
  it.each([
    [
      { actions: ['create'], before: null, after: 'x' },
      { action: 'create', after: '"x"' },
    ],
    [
      { actions: ['delete'], before: [1], after: null },
      { action: 'delete', before: '[1]' },
    ],
    [
      { actions: ['create'], after_unknown: true },
      { action: 'create', after: '(known after apply)' },
    ],
    [
      { actions: ['update'], before: 1, after: { a: 1 }, after_unknown: { b: true } },
      { action: 'update', before: '1', after: '{ a = 1, b = (known after apply) }' },
    ],
    [
      { actions: ['update'], before: 'x', after: 'y', before_sensitive: true, after_sensitive: true },
      { action: 'update', before: '(sensitive)', after: '(sensitive)' },
    ],
    [
      { actions: ['update'], before: { a: [1] }, after: { a: [1, 2] } },
      {
        action: 'update',
        before: '{ a = [1] }',
        after: '{ a = [1, 2] }',
        differences: [{ path: 'a[1]', kind: 'added', after: '2', forcesReplacement: false }],
      },
    ],
  ])('%j', (change, expected) => expect(output(change)).toEqual({ name: 'o', ...expected }))
})

it('the differences of all changes together have a limit, and are counted beyond it', () => {
  const side = (value: number) => Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`k${index}`, value]))
  const change = { actions: ['update'], before: side(1), after: side(2) }
  const entries = Array.from({ length: 5 }, (_, index) => ({ address: `a.b[${index}]`, type: 'a', name: 'b', change }))
  const plan = readPlan({ format_version: '1.2', resource_changes: entries })
  const { changes } = showPlan(plan, open, { perChange: 8, inAll: 12, atLeast: 2 })
  expect(changes.map(({ differences, differencesLeftOut }) => [differences.length, differencesLeftOut])).toEqual([
    [8, 2],
    [4, 6],
    [2, 8],
    [2, 8],
    [2, 8],
  ])
})
