import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../toolkit/user-error.ts'
import { checkLimits } from './json-limits.ts'
import { parsePlanText } from './parse-plan-text.ts'
import { readPlan } from './read-plan.ts'

/** An entry of `resource_changes` with the given actions. */
const entry = (actions: readonly string[], change: object = {}, more: object = {}) => ({
  address: 'example_thing.a',
  mode: 'managed',
  type: 'example_thing',
  name: 'a',
  provider_name: 'registry.terraform.io/example/example',
  change: { actions, before: null, after: null, ...change },
  ...more,
})
const plan = (fields: object = {}) => ({
  format_version: '1.2',
  terraform_version: '1.14.0',
  planned_values: {},
  ...fields,
})
const changesOf = (...entries: object[]) => readPlan(plan({ resource_changes: entries }))

describe('actions', () => {
  it.each([
    [['no-op'], 'no-op', false, false, undefined],
    [['create'], 'create', false, false, undefined],
    [['read'], 'read', false, false, undefined],
    [['update'], 'update', false, false, undefined],
    [['delete'], 'delete', true, false, undefined],
    [['forget'], 'forget', false, true, undefined],
    [['delete', 'create'], 'replace', true, false, 'delete-first'],
    [['create', 'delete'], 'replace', true, false, 'create-first'],
    [['create', 'forget'], 'replace', false, true, 'create-first'],
    [['forget', 'create'], 'replace', false, true, 'delete-first'],
    [['archive'], 'other', false, false, undefined],
    [['delete', 'archive'], 'other', true, false, undefined],
    [['create', 'delete', 'forget'], 'other', true, true, undefined],
    [['__proto__'], 'other', false, false, undefined],
    [['constructor'], 'other', false, false, undefined],
    [[], 'other', false, false, undefined],
  ])('%j is %s', (actions, action, destroys, forgets, order) => {
    const [change] = readPlan(plan({ resource_drift: [entry(actions)], resource_changes: [entry(actions)] })).changes
    if (action === 'no-op') expect(change).toBeUndefined()
    else expect(change).toMatchObject({ action, destroys, forgets, actions })
    expect(change?.order).toBe(order)
  })

  it('counts one that is not known, and does not take it for nothing', () => {
    const { counts, needsApply, changes } = changesOf(entry(['archive']), entry(['no-op']))
    expect(counts).toMatchObject({ other: 1, unchanged: 1 })
    expect(needsApply).toBe(true)
    expect(changes).toHaveLength(1)
  })

  it('lets the old object of a replacement go', () => {
    const { counts } = changesOf(entry(['create', 'forget']))
    expect(counts).toMatchObject({ replace: 1, forget: 1, delete: 0, create: 0 })
  })
})

describe('imports', () => {
  it.each([
    [{ id: 'i-1' }, { id: 'i-1' }],
    [{ identity: { region: 'de', id: '1' } }, { identity: { region: 'de', id: '1' } }],
    [{ unknown: true }, { unknown: true }],
    [{}, {}],
  ])('%j', (importing, expected) => {
    const { changes, counts, needsApply } = changesOf(entry(['no-op'], { importing }))
    expect(changes[0]?.importing).toEqual(expected)
    expect(counts).toMatchObject({ import: 1, unchanged: 0 })
    expect(needsApply).toBe(true)
  })

  it('none where the field is null', () => {
    expect(changesOf(entry(['no-op'], { importing: null })).counts).toMatchObject({ import: 0, unchanged: 1 })
  })
})

// As internal/command/jsonplan/action_invocations.go of Terraform 1.14 writes them; no provider that can be had here has actions.
const restart = {
  address: 'action.example_restart.a',
  type: 'example_restart',
  name: 'a',
  config_values: { token: 'x' },
  provider_name: 'registry.terraform.io/example/example',
}

describe('actions that are invoked, and what is put off', () => {
  it('a plan with nothing but an invocation has something to apply', () => {
    const read = readPlan(plan({ action_invocations: [{ ...restart, invoke_action_trigger: {} }] }))
    expect(read).toMatchObject({
      needsApply: true,
      complete: true,
      counts: { invoke: 1, deferred: 0 },
      changes: [],
      invocations: [{ address: 'action.example_restart.a', type: 'example_restart' }],
    })
    expect(read.invocations[0]).not.toHaveProperty('trigger')
  })

  it('names what triggers it', () => {
    const lifecycle_action_trigger = {
      triggering_resource_address: 'example_thing.a',
      action_trigger_event: 'AfterCreate',
      action_trigger_block_index: 0,
      actions_list_index: 0,
    }
    const called = { invoke_action_trigger: { calling_resource_address: 'example_thing.b' } }
    const read = readPlan(
      plan({
        action_invocations: [
          { ...restart, lifecycle_action_trigger },
          { ...restart, ...called },
        ],
      }),
    )
    expect(read.invocations.map(({ trigger }) => trigger)).toEqual(['example_thing.a', 'example_thing.b'])
  })

  it('counts what is put off, and calls the plan incomplete where the tool does not', () => {
    const later = { reason: 'resource_config_unknown', resource_change: entry(['create']) }
    const fields = {
      deferred_changes: [later],
      deferred_action_invocations: [{ reason: 'deferred_prereq', action_invocation: restart }],
    }
    const read = readPlan(plan(fields))
    expect(read).toMatchObject({
      needsApply: false,
      complete: false,
      counts: { deferred: 2, invoke: 0, create: 0 },
      deferred: [{ reason: 'resource_config_unknown', change: { action: 'create' } }],
      invocations: [{ deferred: 'deferred_prereq' }],
    })
    expect(readPlan(plan({ ...fields, applyable: true, complete: true }))).toMatchObject({
      needsApply: true,
      complete: true,
    })
  })
})

describe('whether there is anything to apply', () => {
  const update = entry(['update'], { before: { a: 1 }, after: { a: 2 } })
  const drift = { resource_drift: [update] }
  it.each([
    ['the tool says so', { applyable: true }, true],
    ['the tool says no, whatever there is', { applyable: false, resource_changes: [update] }, false],
    ['nothing', {}, false],
    ['only objects that stay', { resource_changes: [entry(['no-op'])] }, false],
    ['a move', { resource_changes: [entry(['no-op'], {}, { previous_address: 'example_thing.b' })] }, true],
    ['an object that is forgotten', { resource_changes: [entry(['forget'])] }, true],
    ['an output', { output_changes: { o: { actions: ['update'], before: 1, after: 2 } } }, true],
    ['an output that stays', { output_changes: { o: { actions: ['no-op'], before: 1, after: 1 } } }, false],
    ['half a plan', { errored: true, resource_changes: [update] }, false],
    ['drift that is accepted', drift, true],
    ['drift that the configuration does not mind', { ...drift, resource_changes: [entry(['no-op'])] }, false],
    ['a move that is listed as drift', { resource_drift: [entry(['no-op'], {}, { previous_address: 'x.y' })] }, false],
  ])('%s', (_, fields, expected) => {
    expect(readPlan(plan(fields)).needsApply).toBe(expected)
  })
})

describe('drift', () => {
  const drifted = (before: unknown, after: unknown) => {
    const read = readPlan(
      plan({ resource_drift: [entry(['update'], { before: { x: before, y: 1 }, after: { x: after, y: 1 } })] }),
    )
    expect(read.drift.length + (read.spuriousDrift?.length ?? 0)).toBe(1)
    return read.counts.drift === 1
  }
  it.each([
    [null, ''],
    ['', null],
    [null, []],
    [{}, null],
    [[{ a: null }], [{ a: '' }]],
  ])('%j to %j is none', (before, after) => expect(drifted(before, after)).toBe(false))
  it.each([
    [null, false],
    [null, 0],
    ['', ' '],
    ['x', ''],
    [[], ['']],
    [[''], [null, null]],
    [{ a: 1 }, {}],
  ])('%j to %j is drift', (before, after) => expect(drifted(before, after)).toBe(true))

  it('an object that was deleted outside is drift', () => {
    expect(readPlan(plan({ resource_drift: [entry(['delete'], { before: { x: null } })] })).counts.drift).toBe(1)
  })
})

describe('outputs', () => {
  it('are sensitive where any of their marks says so', () => {
    const output = (marks: object) => ({ actions: ['create'], before: null, after: 'x', ...marks })
    const read = readPlan(
      plan({
        output_changes: {
          open: output({ before_sensitive: false, after_sensitive: false }),
          before: output({ before_sensitive: true, after_sensitive: false }),
          inside: output({ after_sensitive: { a: [false, true] } }),
          odd: output({ after_sensitive: 'yes' }),
        },
      }),
    )
    expect(read.outputs.map(({ name, sensitive }) => [name, sensitive])).toEqual([
      ['open', false],
      ['before', true],
      ['inside', true],
      ['odd', true],
    ])
  })

  it('count as other where the action is not known', () => {
    const read = readPlan(plan({ output_changes: { o: { actions: ['delete', 'create'] } } }))
    expect(read.outputs[0]?.action).toBe('other')
    expect(read.counts).toMatchObject({ outputs: 1, other: 1 })
  })
})

it('lists top fields that it does not know and that say something', () => {
  const read = readPlan(
    plan({ waves: [1], empty: [], none: null, no: false, text: '', nothing: {}, zero: 0, applyable: true }),
  )
  expect(read.unknownFields).toEqual(['waves', 'zero'])
})

it('keeps names that mean something to JavaScript', () => {
  const json = JSON.parse(`{"format_version":"1.2","planned_values":{},
    "variables":{"__proto__":{"value":1},"constructor":{"value":2}},
    "output_changes":{"__proto__":{"actions":["create"],"after":1}},"__proto__":{"applyable":true}}`)
  const read = readPlan(json)
  expect(Object.entries(read.variables)).toEqual([
    ['__proto__', 1],
    ['constructor', 2],
  ])
  expect(read.outputs[0]?.name).toBe('__proto__')
  expect(read.unknownFields).toEqual(['__proto__'])
})

describe('what is no plan', () => {
  it.each([
    ['null', null, 'the whole'],
    ['a list', [], 'the whole'],
    ['no version', { planned_values: {} }, 'format_version'],
    ['a version that is a number', { format_version: 1, planned_values: {} }, 'format_version'],
    ['changes that are an object', plan({ resource_changes: {} }), 'resource_changes'],
    ['a change that is null', plan({ resource_changes: [null] }), 'resource_changes[0]'],
    ['no change', plan({ resource_changes: [entry([]), { address: 'a' }] }), 'resource_changes[1].change'],
    [
      'an action that is a number',
      plan({ resource_changes: [{ change: { actions: [1] } }] }),
      'resource_changes[0].change.actions[0]',
    ],
    ['no address', plan({ resource_drift: [{ change: { actions: [] } }] }), 'resource_drift[0].address'],
    [
      'a path with an object',
      plan({ resource_changes: [entry([], { replace_paths: [[{}]] })] }),
      'resource_changes[0].change.replace_paths[0][0]',
    ],
    ['an output that is text', plan({ output_changes: { o: 'x' } }), 'output_changes.o'],
    ['a check without address', plan({ checks: [{ status: 'pass' }] }), 'checks[0].address'],
    ['a variable that is text', plan({ variables: { v: 'x' } }), 'variables.v'],
    ['a word for a flag', plan({ errored: 'no' }), 'errored'],
    [
      'a deferred change without one',
      plan({ deferred_changes: [{ reason: 'x' }] }),
      'deferred_changes[0].resource_change',
    ],
    ['an invocation without address', plan({ action_invocations: [{}] }), 'action_invocations[0].address'],
  ])('%s', (_, json, where) => {
    expect(() => readPlan(json)).toThrow(expect.objectContaining({ name: 'UserError', where }))
  })

  it('a state is told from a plan, and a format that is not known is refused', () => {
    expect(() => readPlan({ format_version: '1.0', terraform_version: '1.11.4', values: {} })).toThrow(
      /none of the fields/,
    )
    expect(() => readPlan({ ...plan(), format_version: '2.0' })).toThrow(/format "2.0"/)
  })

  it('never tells a value, and keeps names on one line', () => {
    const json = plan({ variables: { 'a\n::error::b': 'hunter2' } })
    expect(() => readPlan(json)).toThrow(
      expect.objectContaining({ message: expect.not.stringMatching(/hunter2|\n::/) }),
    )
  })

  it('whatever it is given, it says what is wrong or reads it', () => {
    fc.assert(
      fc.property(fc.object({ key: fc.constantFrom('change', 'actions', 'address', 'a'), maxDepth: 4 }), (fields) => {
        for (const name of ['resource_changes', 'checks', 'output_changes', 'action_invocations', 'variables']) {
          for (const value of [fields, [fields]]) {
            try {
              readPlan(plan({ [name]: value }))
            } catch (error) {
              if (!(error instanceof UserError)) throw error
            }
          }
        }
      }),
    )
  })
})

describe('limits', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

  it('refuses what is nested 100,000 deep, and takes what is not', () => {
    const wrap = (value: string) => `{"format_version":"1.2","planned_values":{},"x":${value}}`
    expect(() => readPlan(parsePlanText(wrap(nested(100_000))))).toThrow(/nested more than 256 levels/)
    expect(readPlan(parsePlanText(wrap(nested(200)))).unknownFields).toEqual(['x'])
  })

  it('refuses too many values, and too many bytes before it parses them', () => {
    const limits = { depth: 10, values: 100, bytes: 1000 }
    expect(() => checkLimits(Array(99).fill(1), limits)).not.toThrow()
    expect(() => checkLimits(Array(100).fill(1), limits)).toThrow(/more than 100 values/)
    expect(() => parsePlanText('x'.repeat(1001), limits)).toThrow(/larger than/)
    expect(() => parsePlanText(new Uint8Array(1001), limits)).toThrow(/larger than/)
  })

  it('gives the place of what is no JSON, and not the text', () => {
    const thrown = (text: string) => {
      try {
        return parsePlanText(text)
      } catch (error) {
        return (error as UserError).message
      }
    }
    // Broken off, as by a full disk.
    expect(thrown('{\n  "a": "x')).toMatch(/not JSON[\s\S]*line 2, column 10/)
    expect(thrown('{\n  "password": hunter2\n}')).toMatch(/not JSON/)
    expect(thrown('{\n  "password": hunter2\n}')).not.toContain('hunter')
    expect(thrown('PK\u0003\u0004')).toMatch(/a saved plan itself/)
    expect(parsePlanText(`\ufeff${JSON.stringify(plan())}`)).toEqual(plan())
    expect(parsePlanText(new TextEncoder().encode('{"a":"ü"}'))).toEqual({ a: 'ü' })
  })
})
