import { expect, test } from 'vitest'
import { readEvent } from './events.ts'

const place = { repository: '/r', folder: '/r/infra/main' }
const event = (type: string, more: object = {}) =>
  readEvent(JSON.stringify({ '@level': 'info', '@message': 'words', type, ...more }), place)
const resource = { addr: 'module.a.thing.b["k"]', resource_type: 'thing' }

test('addresses, actions and times', () => {
  const hook = { resource, action: 'remove', id_value: 'i-1', elapsed_seconds: 3 }
  expect(event('apply_complete', { hook })).toEqual({
    type: 'apply-complete',
    address: resource.addr,
    action: 'forget',
    seconds: 3,
  })
  expect(event('refresh_start', { hook })).toEqual({ type: 'refresh-start', address: resource.addr })
  expect(event('planned_change', { change: { resource, action: 'transmogrify', reason: 'why' } })).toEqual({
    type: 'planned-change',
    address: resource.addr,
    action: 'other',
    reason: 'why',
  })
})

test('what a provisioner prints, values of outputs and ids of objects are dropped', () => {
  expect(event('provision_progress', { hook: { resource, output: 'hunter2' } })).toBeUndefined()
  expect(event('outputs', { outputs: { a: { sensitive: false, value: 'hunter2' } } })).toBeUndefined()
  const hook = { resource, provisioner: 'local-exec', output: 'hunter2', id_value: 'hunter2' }
  for (const type of [
    'provision_start',
    'provision_complete',
    'provision_errored',
    'refresh_complete',
    'apply_errored',
  ])
    expect(JSON.stringify(event(type, { hook }))).not.toContain('hunter2')
})

test('a diagnostic has its place in the repository, and no code and no values', () => {
  const range = (filename: string) => ({
    filename,
    start: { line: 3, column: 5, byte: 20 },
    end: { line: 3, column: 9, byte: 24 },
  })
  const diagnostic = (filename: string) => ({
    severity: 'error',
    summary: ' Wrong ',
    detail: 'it is\n',
    address: 'thing.b',
    range: range(filename),
    snippet: { code: 'hunter2', values: [{ traversal: 'var.p', statement: 'is "hunter2"' }] },
  })
  const at = { line: 3, column: 5, endLine: 3, endColumn: 9 }
  const read = (filename: string) => event('diagnostic', { diagnostic: diagnostic(filename) })
  const base = { severity: 'error', summary: 'Wrong', detail: 'it is', address: 'thing.b' }
  expect(read('main.tf')).toEqual({
    type: 'diagnostic',
    diagnostic: { ...base, at: { file: 'infra/main/main.tf', ...at } },
  })
  expect(read('../parts/x.tf')).toMatchObject({ diagnostic: { at: { file: 'infra/parts/x.tf', ...at } } })
  expect(read('/r/vars/prod.tfvars')).toMatchObject({ diagnostic: { at: { file: 'vars/prod.tfvars' } } })
  // A module that was fetched lies outside.
  expect(read('../../../work/data/modules/m/main.tf')).toEqual({ type: 'diagnostic', diagnostic: base })
})

test('what is no event, or none that we know, does no harm', () => {
  for (const line of [
    '',
    'Terraform has been initialised',
    '[]',
    'null',
    '"x"',
    '{"type":3}',
    '{"__proto__":{"type":"version"}}',
  ])
    expect(readEvent(line, place)).toBeUndefined()
  expect(event('something_new', { hook: 1 })).toEqual({ type: 'other', name: 'something_new' })
  expect(event('diagnostic', { diagnostic: 'x' })).toEqual({ type: 'other', name: 'diagnostic' })
  expect(event('planned_change', { change: { action: '__proto__' } })).toMatchObject({ action: 'other', address: '' })
  expect(event('change_summary', { changes: { add: 1, remove: 'x', operation: 'apply' } })).toEqual({
    type: 'summary',
    operation: 'apply',
    counts: { add: 1 },
  })
  const deep = `{"type":"diagnostic","diagnostic":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
  expect(readEvent(deep, place)).toEqual({ type: 'other', name: 'diagnostic' })
})
