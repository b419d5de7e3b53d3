// Guards that look at what becomes of whole objects.
import { expect, test } from 'vitest'
import { change, judge } from './testing/judge.ts'

const destroyed = (...addresses: string[]) => ({
  resource_changes: addresses.map((address) => change(address, 'delete', { before: {} })),
})
const addressesOf = async (given: Parameters<typeof judge>[0]) => (await judge(given)).map(({ address }) => address)

test('deletions are counted against the limit, replacements against theirs', async () => {
  const plan = {
    resource_changes: [
      change('null_x.a', 'delete'),
      change('null_x.b', 'delete', { entry: { deposed: 'd1' } }),
      change('null_x.c', 'delete,create'),
      change('null_x.d', 'create,delete'),
      change('null_x.e', 'forget'),
      change('null_x.f', 'create,forget'),
      change('null_x.g', 'update'),
    ],
  }
  const told = async (maxDelete?: number, maxReplace?: number) => {
    const policy = {
      ...(maxDelete === undefined ? {} : { maxDelete }),
      ...(maxReplace === undefined ? {} : { maxReplace }),
    }
    return (await judge({ plan, policy })).filter(({ guard }) => guard.endsWith('limit')).map(({ guard }) => guard)
  }
  expect(await told()).toEqual([])
  expect(await told(2, 2)).toEqual([])
  expect(await told(1, 1)).toEqual(['delete-limit', 'replace-limit'])
  expect(await told(0)).toEqual(['delete-limit'])
  const [finding] = await judge({ plan, policy: { maxDelete: 1 }, guard: 'delete-limit' })
  expect(finding).toEqual({
    guard: 'delete-limit',
    severity: 'error',
    message:
      '2 objects would be destroyed, and the settings allow 1: null_x.a and null_x.b. Check that each is meant to go; then raise `max-delete`.',
  })
})

test('an unknown action that destroys counts as a deletion', async () => {
  const plan = { resource_changes: [change('null_x.a', 'delete,archive')] }
  expect((await judge({ plan, policy: { maxDelete: 0 } })).map(({ guard }) => guard)).toEqual([
    'delete-limit',
    'unknown-action',
  ])
})

test.each([
  ['null_x.main', true],
  ['null_x.*', true],
  ['module.db', true],
  ['module.db["eu.west]"].null_x.main', true],
  ['module.db.null_x.main', true],
  ['module.*.null_x.main', true],
  ['*', true],
  ['null_x.mai', false],
  ['module.d', false],
  ['module.db.null_x.other', false],
])('the pattern %s protects one of the addresses: %s', async (pattern, isProtected) => {
  const inRoot = pattern.startsWith('null_x') || pattern === '*'
  const plan = destroyed(inRoot ? 'null_x.main[0]' : 'module.db["eu.west]"].null_x.main[0]')
  const findings = await judge({ plan, policy: { protect: [pattern] }, guard: 'protected-address' })
  expect(findings.length > 0).toBe(isProtected)
})

test('what is protected may be neither destroyed, replaced nor forgotten, also after a move', async () => {
  const plan = {
    resource_changes: [
      change('null_x.a', 'forget'),
      change('null_x.b', 'delete,create'),
      change('null_x.new', 'delete', { entry: { previous_address: 'null_x.c' } }),
      change('null_x.d', 'update'),
      change('null_x.e', 'delete', { entry: { mode: 'data' } }),
    ],
  }
  const protect = ['null_x.a', 'null_x.b', 'null_x.c', 'null_x.d', 'null_x.e']
  const findings = await judge({ plan, policy: { protect }, guard: 'protected-address' })
  expect(findings.map(({ message }) => message.split(',')[0])).toEqual([
    'null_x.a would be forgotten',
    'null_x.b would be replaced',
    'null_x.new would be destroyed',
  ])
})

test('types that hold data are known; the settings add and take out', async () => {
  const plan = destroyed(
    'aws_s3_bucket.b',
    'aws_s3_bucket_policy.p',
    'ionoscloud_pg_cluster_v2.db',
    'my_store.s',
    'aws_instance.i',
    'vault_mount.m',
  )
  const stateful = (protectTypes: readonly string[]) =>
    addressesOf({ plan, policy: { protectTypes }, guard: 'stateful-type' })
  expect(await stateful([])).toEqual(['aws_s3_bucket.b', 'ionoscloud_pg_cluster_v2.db', 'vault_mount.m'])
  expect(await stateful(['my_*', '!aws_s3_bucket'])).toEqual([
    'ionoscloud_pg_cluster_v2.db',
    'my_store.s',
    'vault_mount.m',
  ])
  expect(await stateful(['my_store', '!my_store', '!*cluster*'])).toEqual(['aws_s3_bucket.b', 'vault_mount.m'])
  const updated = { resource_changes: [change('aws_s3_bucket.b', 'update'), change('aws_s3_bucket.c', 'forget')] }
  expect(await judge({ plan: updated, guard: 'stateful-type' })).toEqual([])
})

test('forgetting is a warning by default', async () => {
  const plan = { resource_changes: [change('null_x.a', 'forget'), change('null_x.b', 'create,forget')] }
  const findings = await judge({ plan, guard: 'forget' })
  expect(findings.map(({ severity, address }) => `${severity} ${address}`)).toEqual([
    'warning null_x.a',
    'warning null_x.b',
  ])
})

test('severities of the settings hold, and the worst comes first', async () => {
  const plan = { resource_changes: [change('null_x.a', 'forget'), change('aws_s3_bucket.b', 'delete')] }
  const told = async (severities: object) =>
    (await judge({ plan, policy: { severities } })).map(({ guard, severity }) => `${severity} ${guard}`)
  expect(await told({})).toEqual(['error stateful-type', 'warning forget'])
  expect(await told({ forget: 'error', 'stateful-type': 'note' })).toEqual(['error forget', 'note stateful-type'])
  expect(await told({ 'stateful-type': 'off' })).toEqual(['warning forget'])
})

test('an action, an output and a field that nobody knows', async () => {
  const plan = {
    resource_changes: [change('null_x.a', 'archive')],
    output_changes: { o: { actions: ['archive'], before: 1, after: 2 } },
    future_actions: [{ address: 'x' }],
    future_nothing: [],
  }
  const findings = await judge({ plan })
  expect(findings.map(({ severity, guard, address }) => [severity, guard, address])).toEqual([
    ['error', 'unknown-action', 'null_x.a'],
    ['error', 'unknown-action', 'output.o'],
    ['warning', 'unknown-action', undefined],
  ])
  expect(findings[2]?.message).toContain('future_actions. They')
})

test.each([
  [{ errored: true, complete: false }, 'error', 'Planning failed'],
  [{ complete: false }, 'warning', '-target'],
  [
    { complete: false, deferred_changes: [{ reason: 'absent_prereq', resource_change: change('null_x.a', 'delete') }] },
    'warning',
    '1 change is put off until others are applied: null_x.a. 1 of them destroys an object.',
  ],
  [
    {
      deferred_action_invocations: [
        { reason: 'deferred_prereq', action_invocation: { address: 'action.a.b', type: 'a', provider_name: 'p' } },
      ],
    },
    'warning',
    'put off until others are applied: action.a.b',
  ],
])('an incomplete plan: %j', async (plan, severity, text) => {
  expect(await judge({ plan, guard: 'incomplete-plan' })).toEqual([
    { guard: 'incomplete-plan', severity, message: expect.stringContaining(text) },
  ])
})

test('checks that fail or cannot be evaluated', async () => {
  const check = (name: string, status: string, ...messages: string[]) => ({
    address: { kind: 'check', name, to_display: `check.${name}` },
    status,
    instances: [
      { address: { to_display: `check.${name}` }, status, problems: messages.map((message) => ({ message })) },
    ],
  })
  const plan = {
    checks: [
      check('a', 'pass'),
      check('b', 'fail', 'Too small.', 'Too old.'),
      check('c', 'unknown'),
      check('d', 'error'),
    ],
  }
  const findings = await judge({ plan })
  expect(findings.map(({ message }) => message)).toEqual([
    'check.b fails: Too small and Too old. Correct what it looks at, or the check itself.',
    'check.d cannot be evaluated. Correct what it looks at, or the check itself.',
  ])
})
