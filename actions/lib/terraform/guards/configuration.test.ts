// Guards that compare the configuration at the base with that at the head.
import { expect, test } from 'vitest'
import { compareVersions } from './compare-versions.ts'
import { change, judge } from './testing/judge.ts'

const kept = (name = 'a', more = '') =>
  `resource "null_x" "${name}" {\n  lifecycle {\n    prevent_destroy = true\n  }\n}\n${more}`
const bare = (name = 'a') => `resource "null_x" "${name}" {\n}\n`
type Files = Readonly<Record<string, string>>
const removed = (base: Files, head: Files, changes: object[] = []) =>
  judge({ base, head, plan: { resource_changes: changes }, guard: 'prevent-destroy-removed' })
const call = (name: string, source: string) => `module "${name}" {\n  source = "${source}"\n}\n`

test.each<[string, Files, Files]>([
  ['it stays', { 'a/main.tf': kept() }, { 'a/main.tf': kept() }],
  ['its block moves to another file', { 'a/main.tf': kept() }, { 'a/main.tf': '', 'a/b.tf': kept() }],
  ['it was never there', { 'a/main.tf': bare() }, { 'a/main.tf': '' }],
  ['it is false at both', { 'a/main.tf': kept().replace('true', 'false') }, { 'a/main.tf': bare() }],
  [
    'a moved block leads to one that has it',
    { 'a/main.tf': kept() },
    { 'a/main.tf': kept('b', 'moved {\n  from = null_x.a\n  to   = null_x.b\n}\n') },
  ],
  [
    'a moved block leads into a module, by keys',
    { 'a/main.tf': kept(), 'm/main.tf': '' },
    {
      'a/main.tf': `${call('m', '../m')}moved {\n  from = null_x.a\n  to   = module.m["k"].null_x.a[0]\n}\n`,
      'm/main.tf': kept(),
    },
  ],
  [
    'the folder of a module is renamed',
    { 'a/main.tf': call('m', '../m'), 'm/main.tf': kept() },
    { 'a/main.tf': call('m', '../n'), 'n/main.tf': kept() },
  ],
  ['an override file takes it over', { 'a/main.tf': kept() }, { 'a/main.tf': bare(), 'a/x_override.tf': kept() }],
  [
    'it is written in JSON',
    { 'a/main.tf': kept() },
    { 'a/main.tf.json': '{"resource":{"null_x":{"a":{"lifecycle":{"prevent_destroy":true}}}}}' },
  ],
])('prevent_destroy is not removed where %s', async (_, base, head) => {
  expect(await removed(base, head)).toEqual([])
})

test.each<[string, Files, Files, number | undefined]>([
  ['the line goes', { 'a/main.tf': kept() }, { 'a/main.tf': bare() }, 1],
  ['it becomes false', { 'a/main.tf': kept() }, { 'a/main.tf': kept().replace('true', 'false') }, 1],
  [
    'an override file says false',
    { 'a/main.tf': kept() },
    { 'a/main.tf': kept(), 'a/override.tf': kept().replace('true', 'false') },
    1,
  ],
  ['the block goes', { 'a/main.tf': kept() }, { 'a/main.tf': '' }, undefined],
  [
    'it moves to one without',
    { 'a/main.tf': kept() },
    { 'a/main.tf': `${bare('b')}moved {\n  from = null_x.a\n  to   = null_x.b\n}\n` },
    undefined,
  ],
  [
    'in a module',
    { 'a/main.tf': call('m', '../m'), 'm/main.tf': kept() },
    { 'a/main.tf': call('m', '../m'), 'm/main.tf': bare() },
    1,
  ],
  [
    'another module had one of that name already',
    { 'a/main.tf': kept(), 'm/main.tf': kept() },
    { 'a/main.tf': '', 'm/main.tf': kept() },
    undefined,
  ],
])('prevent_destroy is removed where %s', async (_, base, head, line) => {
  const findings = await removed(base, head)
  expect(findings.map(({ severity, at }) => [severity, at?.line])).toEqual([['error', line]])
})

test('a block that is gone and destroyed is told as that, whatever stands elsewhere', async () => {
  const [finding] = await removed({ 'm/main.tf': kept() }, { 'n/main.tf': kept() }, [
    change('module.m.null_x.a', 'delete'),
  ])
  expect(finding?.message).toContain('This plan would destroy module.m.null_x.a.')
  expect(finding?.address).toBe('module.m.null_x.a')
})

test('without a base nobody can tell', async () => {
  expect(await judge({ head: { 'a/main.tf': bare() } })).toEqual([])
})

test('a provider that goes back, by the order of versions', async () => {
  const locks = {
    base: { 'r/a/down': '5.10.0', 'r/a/up': '5.9.0', 'r/a/same': '1.0.0', 'r/a/gone': '1.0.0', 'r/a/final': '2.0.0' },
    head: {
      'r/a/down': '5.9.1',
      'r/a/up': '5.10.0',
      'r/a/same': '1.0.0',
      'r/a/new': '0.1.0',
      'r/a/final': '2.0.0-beta.1',
    },
  }
  const findings = await judge({ locks })
  expect(
    findings.map(({ severity, message, at }) => [severity, message.split('.  ')[0]?.slice(0, 46), at?.line]),
  ).toEqual([
    ['warning', 'Provider r/a/down goes back from 5.10.0 to 5.9', 4],
    ['warning', 'Provider r/a/final goes back from 2.0.0 to 2.0', 4],
  ])
})

test('versions are ordered as SemVer 2.0.0 section 11 has them', () => {
  const order = [
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0-rc.1',
    '1.0.0',
    '2.0.0',
    '2.1.0',
    '2.1.1',
    '10.0.0',
  ]
  for (const [i, a] of order.entries()) {
    for (const [j, b] of order.entries())
      expect(Math.sign(compareVersions(a, b) ?? Number.NaN), `${a} ${b}`).toBe(Math.sign(i - j))
  }
  expect(compareVersions('1.0.0+one', '1.0.0+two')).toBe(0)
  expect(compareVersions('1.0', '1.0.0')).toBeUndefined()
})

test('a finding is placed in the module that its address leads to, or nowhere', async () => {
  const block = (name: string) => `\n\nresource "aws_s3_bucket" "${name}" {\n}\n`
  const head = {
    'infra/main.tf': `${call('a', '../modules/a')}${call('b', './b')}${call('far', 'registry.example/x/y')}${block('x')}`,
    'modules/a/main.tf': call('deep', '../deep') + block('x'),
    'modules/deep/main.tf': block('x'),
    'infra/b/main.tf': `${block('x')}${block('only')}`,
  }
  const addresses = [
    'aws_s3_bucket.x',
    'module.a.aws_s3_bucket.x',
    'module.a["k.z"].module.deep[0].aws_s3_bucket.x[1]',
    'module.b.aws_s3_bucket.x',
    'module.far.aws_s3_bucket.x',
    'module.far.aws_s3_bucket.only',
    'aws_s3_bucket.only',
    'module.computed.aws_s3_bucket.only',
  ]
  const plan = { resource_changes: addresses.map((address) => change(address, 'delete')) }
  const findings = await judge({ plan, head, guard: 'stateful-type' })
  expect(findings.map(({ at }) => at && `${at.file}:${at.line}`)).toEqual([
    'infra/main.tf:12',
    'modules/a/main.tf:6',
    'modules/deep/main.tf:3',
    'infra/b/main.tf:3',
    undefined,
    undefined,
    undefined,
    'infra/b/main.tf:7',
  ])
})
