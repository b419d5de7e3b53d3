import { expect, test } from 'vitest'
import { terraformFolder } from '../fingerprint/testing/terraform-folder.ts'
import { change, judge } from './testing/judge.ts'

const drift = async (drifted: object, planned: object | undefined) =>
  (
    await judge({
      plan: { resource_drift: [drifted], resource_changes: planned === undefined ? [] : [planned] },
      guard: 'drift-in-change',
    })
  ).map(({ message }) => message)

const outside = change('null_x.a', 'update', {
  before: { size: 1, tags: { a: '1' }, note: null },
  after: { size: 2, tags: { a: '1', b: '2' }, note: '' },
})

test('drift counts only in what the plan changes', async () => {
  const now = { size: 2, tags: { a: '1', b: '2' }, note: '', name: 'x' }
  const planned = (after: object, unknown: object = {}) => change('null_x.a', 'update', { before: now, after, unknown })
  expect(await drift(outside, undefined)).toEqual([])
  expect(await drift(outside, planned({ ...now, name: 'y' }))).toEqual([])
  expect(await drift(outside, planned({ ...now, note: null }))).toEqual([])
  expect(await drift(outside, planned({ ...now, size: 1 }))).toEqual([
    expect.stringContaining('set back or changed again in size. '),
  ])
  expect(await drift(outside, planned({ ...now, tags: { a: '1' } }))).toEqual([expect.stringContaining('in tags.b. ')])
  expect(await drift(outside, planned({ ...now, size: undefined }, { size: true }))).toEqual([
    expect.stringContaining('in size. '),
  ])
  expect(await drift(outside, change('null_x.a', 'delete,create', { before: now, after: now }))).toEqual([
    expect.stringContaining('(size and tags.b), and would be replaced'),
  ])
  expect(await drift(outside, change('null_x.b', 'update', { before: now, after: {} }))).toEqual([])
  const moved = change('null_x.new', 'update', {
    before: now,
    after: { ...now, size: 3 },
    entry: { previous_address: 'null_x.a' },
  })
  expect(await drift(outside, moved)).toEqual([expect.stringContaining('in size. ')])
})

test('what was deleted outside and comes back is told', async () => {
  const gone = change('null_x.a', 'delete', { before: { size: 1 } })
  expect(await drift(gone, change('null_x.a', 'create', { after: { size: 1 } }))).toEqual([
    expect.stringContaining('deleted outside of Terraform'),
  ])
})

test('drift in a plan of the real tool: an object is gone from the state file by other means', async () => {
  using root = terraformFolder()
  root.write('resource "terraform_data" "a" {\n  input = { size = 1, name = "x" }\n}\n')
  root.apply()
  // The built-in provider never drifts by itself: its plan JSON is made one that did.
  root.write('resource "terraform_data" "a" {\n  input = { size = 3, name = "x" }\n}\n')
  const plan = JSON.parse(root.plan())
  const [entry] = plan.resource_changes
  plan.resource_drift = [
    {
      ...entry,
      change: {
        ...entry.change,
        before: { ...entry.change.before, input: { size: 2, name: 'x' } },
        after: entry.change.before,
      },
    },
  ]
  expect((await judge({ plan })).map(({ guard, message }) => [guard, message.split('. ')[0]])).toEqual([
    [
      'drift-in-change',
      'terraform_data.a was changed outside of Terraform, and would be set back or changed again in input.size',
    ],
  ])
})

const pool = {
  name: 'w',
  cores_count: 4,
  ram_size: 8192,
  storage_type: 'SSD',
  node_count: 3,
  allow_replace: false,
  auto_scaling: [{ min_node_count: 0, max_node_count: 0 }],
}
const pools = (type: string, actions: string, before: object, after: object, more: object = {}) =>
  judge({
    plan: { resource_changes: [change(`${type}.p`, actions, { before, after, ...more })] },
    guard: 'node-pool-immutable',
  })

test.each<[string, string, string, object, object, object, string | undefined]>([
  [
    'a fixed attribute in an update',
    'ionoscloud_k8s_node_pool',
    'update',
    pool,
    { ...pool, cores_count: 8, ram_size: 1024 },
    {},
    'changes cores_count and ram_size, which the API cannot change',
  ],
  [
    'a fixed attribute that is known later',
    'ionoscloud_k8s_node_pool',
    'update',
    pool,
    { ...pool, name: undefined },
    { unknown: { name: true } },
    'changes name',
  ],
  [
    'a replacement that deletes first',
    'ionoscloud_k8s_node_pool',
    'delete,create',
    pool,
    { ...pool, cores_count: 8 },
    { change: { replace_paths: [['cores_count']] } },
    'before its successor exists: all of its pods stop, because of cores_count',
  ],
  [
    'a replacement that creates first',
    'ionoscloud_k8s_node_pool',
    'create,delete',
    pool,
    { ...pool, cores_count: 8 },
    {},
    undefined,
  ],
  ['more nodes', 'ionoscloud_k8s_node_pool', 'update', pool, { ...pool, node_count: 4 }, {}, undefined],
  [
    'more nodes beside an autoscaler',
    'ionoscloud_k8s_node_pool',
    'update',
    pool,
    { ...pool, node_count: 4, auto_scaling: [{ min_node_count: 1, max_node_count: 5 }] },
    {},
    'ignore_changes = [node_count]',
  ],
  [
    'allow_replace in the plan',
    'ionoscloud_k8s_node_pool',
    'update',
    pool,
    { ...pool, allow_replace: true },
    {},
    'sets `allow_replace`',
  ],
  [
    'a cluster that becomes private',
    'ionoscloud_k8s_cluster',
    'update',
    { public: true },
    { public: false },
    {},
    'changes public',
  ],
  ['a cluster that is replaced', 'google_container_cluster', 'create,delete', {}, {}, {}, 'with all that runs in it'],
  [
    'nodes of AKS that are cycled in an update',
    'azurerm_kubernetes_cluster',
    'update',
    { default_node_pool: [{ vm_size: 'a' }] },
    { default_node_pool: [{ vm_size: 'b' }] },
    {},
    'default_node_pool.vm_size can change only by new nodes',
  ],
  [
    'a pool of AKS, tags only',
    'azurerm_kubernetes_cluster_node_pool',
    'update',
    { vm_size: 'a', tags: {} },
    { vm_size: 'a', tags: { x: '1' } },
    {},
    undefined,
  ],
  [
    'a pool of EKS that is deleted first',
    'aws_eks_node_group',
    'delete,create',
    {},
    {},
    { change: { replace_paths: [['instance_types']] } },
    'because of instance_types',
  ],
  ['any other type', 'null_x', 'delete,create', pool, { ...pool, cores_count: 8 }, {}, undefined],
])('node pools: %s', async (_, type, actions, before, after, more, text) => {
  const findings = await pools(type, actions, before, after, more)
  expect(findings.map(({ message }) => message)).toEqual(text === undefined ? [] : [expect.stringContaining(text)])
})

test('allow_replace in the configuration is told once, where it is new', async () => {
  const block = (line: string) => `resource "ionoscloud_k8s_node_pool" "p" {\n  ${line}\n}\n`
  const given = (base: string, head: string, changes: object[] = []) =>
    judge({
      base: { 'i/main.tf': block(base) },
      head: { 'i/main.tf': block(head) },
      plan: { resource_changes: changes },
      guard: 'node-pool-immutable',
    })
  const planned = change('ionoscloud_k8s_node_pool.p', 'update', {
    before: pool,
    after: { ...pool, allow_replace: true },
  })
  expect(await given('', 'allow_replace = true', [planned])).toEqual([
    expect.objectContaining({ severity: 'error', at: expect.objectContaining({ file: 'i/main.tf', line: 1 }) }),
  ])
  expect(await given('allow_replace = true', 'allow_replace = true')).toEqual([])
  expect(await given('allow_replace = true', 'allow_replace = false')).toEqual([])
})
