import { expect, test } from 'vitest'
import type { MemoryFiles } from '../../testing/memory-tree.ts'
import { changed, selected } from './testing/selected.ts'

const root = (backend: string, more = '') => `terraform {\n  backend ${backend}\n}\n${more}`
const s3 = (key: string) => `"s3" {\n    bucket = "states"\n    key    = "${key}"\n    region = "eu"\n  }`
const reads = (backend: string, config: string, more = '') =>
  `data "terraform_remote_state" "up" {\n  backend = "${backend}"\n  config = {${config}}\n${more}}\n`
const settings = (text: string) => ({ '.github/seaworthy.yaml': `terraform:\n  roots:\n${text}` })

const edges = async (files: MemoryFiles) =>
  (await selected(files)).dependencies.map(({ from, to, at }) => `${from} → ${to} ${at.file}:${at.line}`)

test.each<[string, MemoryFiles]>([
  [
    's3, which differs in nothing that says which state it is',
    {
      'up/main.tf': root(s3('a')),
      'down/main.tf': root(s3('b'), reads('s3', ' bucket = "states", key = "a", region = "us" ')),
    },
  ],
  [
    'gcs with the prefix in a nested module of the reader',
    {
      'up/main.tf': root('"gcs" {\n    bucket = "b"\n    prefix = "p"\n  }'),
      'down/main.tf': root('"gcs" {}', 'module "m" {\n  source = "../m"\n}\n'),
      'm/main.tf': reads('gcs', 'bucket = "b", prefix = "p"'),
    },
  ],
  [
    'the rest of the backend in a file and in the settings',
    {
      'up/main.tf': root('"s3" {}'),
      'backend.hcl': 'bucket = "states"\n',
      'down/main.tf': root(s3('b'), reads('s3', 'bucket = "states", key = "a=1"')),
      ...settings('    - {path: up, backend-config: [backend.hcl, "key=a=1"]}\n'),
    },
  ],
  [
    'a local file, by a path from where the tool runs',
    {
      'up/main.tf': root('"local" {}'),
      'down/main.tf': root(s3('b'), reads('local', 'path = "../up/terraform.tfstate"')),
    },
  ],
  [
    'a local file, by a path of the machine',
    {
      'up/main.tf': root('"local" {\n    path = "/states/up.tfstate"\n  }'),
      'down/main.tf': root(s3('b'), reads('local', 'path = "/states//up.tfstate"')),
    },
  ],
  [
    'a local file of a root without a backend, by a path from the module',
    {
      'up/main.tf': 'provider "x" {}',
      'down/main.tf': root(s3('b'), 'module "m" {\n  source = "../m/deep"\n}\n'),
      'm/deep/main.tf': reads('local', `path = "\${path.module}/../../up/terraform.tfstate"`),
    },
  ],
  [
    'Terraform Cloud, read as `remote`',
    {
      'up/main.tf':
        'terraform {\n  cloud {\n    organization = "o"\n    workspaces {\n      name = "up"\n    }\n  }\n}\n',
      'down/main.tf': root(s3('b'), reads('remote', 'organization = "o", workspaces = { name = "up" }')),
    },
  ],
  [
    'the same workspace',
    {
      'up/main.tf': root(s3('a')),
      'down/main.tf': root(s3('b'), reads('s3', 'bucket = "states", key = "a"', '  workspace = terraform.workspace\n')),
      ...settings('    - {path: up, workspace: blue}\n    - {path: down, workspace: blue}\n'),
    },
  ],
  [
    'depends-on',
    {
      'up/main.tf': root(s3('a')),
      'down/main.tf': root(s3('b')),
      ...settings('    - {path: down, depends-on: [up]}\n'),
    },
  ],
  [
    'JSON',
    {
      'up/main.tf.json': '{"terraform": {"backend": {"s3": {"bucket": "states", "key": "a"}}}}',
      'down/main.tf.json':
        '{"terraform": {"backend": {"s3": {}}}, "data": {"terraform_remote_state": {"up": {"backend": "s3", "config": {"bucket": "states", "key": "a"}}}}}',
    },
  ],
])('down depends on up by %s', async (_, files) => {
  const { dependencies, waves, notes } = await selected(files)
  expect(dependencies.map(({ from, to }) => [from, to])).toEqual([['down', 'up']])
  expect(waves).toEqual([
    { number: 1, roots: ['up'] },
    { number: 2, roots: ['down'] },
  ])
  expect(notes).toEqual([])
})

test.each<[string, MemoryFiles]>([
  ['another key', { 'down/main.tf': root(s3('b'), reads('s3', 'bucket = "states", key = "c"')) }],
  ['another type', { 'down/main.tf': root(s3('b'), reads('gcs', 'bucket = "states", prefix = "a"')) }],
  ['its own state', { 'down/main.tf': root(s3('b'), reads('s3', 'bucket = "states", key = "b"')) }],
  [
    'another workspace',
    { 'down/main.tf': root(s3('b'), reads('s3', 'bucket = "states", key = "a"', '  workspace = "x"\n')) },
  ],
  [
    'a module that both use',
    {
      'up/more.tf': 'module "m" {\n  source = "../m"\n}',
      'down/main.tf': root(s3('b'), 'module "m" {\n  source = "../m"\n}'),
      'm/main.tf': '',
    },
  ],
])('no order comes from %s', async (_, files) => {
  expect(await edges({ 'up/main.tf': root(s3('a')), ...files })).toEqual([])
})

test('a state that is not written plainly is not guessed', async () => {
  const files = {
    'up/main.tf': root(s3('a')),
    'down/main.tf': root(s3('b'), reads('s3', `bucket = "states", key = "\${var.name}"`)),
  }
  const { dependencies, notes } = await selected(files)
  expect(dependencies).toEqual([])
  expect(notes).toEqual([
    {
      message:
        'which state data.terraform_remote_state.up reads cannot be told from what is written: name the root in `depends-on` of down, if it is one of this repository',
      at: expect.objectContaining({ file: 'down/main.tf', line: 8 }),
    },
  ])
  const said = { ...files, ...settings('    - {path: down, depends-on: [up]}\n') }
  expect(await edges(said)).toEqual(['down → up .github/seaworthy.yaml:3'])
  expect((await selected(said)).notes).toEqual([])
})

test('what the configuration leaves to the command line is not taken for equal', async () => {
  const partial = `terraform {\n  backend "s3" {\n    bucket = "states"\n  }\n}\n`
  const { dependencies, notes } = await selected({
    'a/main.tf': partial,
    'b/main.tf': `${partial}${reads('s3', 'bucket = "states", key = "a"')}`,
  })
  expect(dependencies).toEqual([])
  expect(notes.map(({ message }) => message.split(':')[0])).toEqual([
    'which state data.terraform_remote_state.up reads cannot be told from what is written',
  ])
})

test('two roots with one state are told of', async () => {
  const { notes } = await selected({
    'a/main.tf': root(s3('x')),
    'b/main.tf': root(s3('x')),
    'c/main.tf': root(s3('y')),
  })
  expect(notes).toMatchObject([
    { message: 'b and a have the same state: each undoes what the other does', at: { file: 'b/main.tf', line: 2 } },
  ])
})

test('a dependant is planned with what it depends on, and waits for it', async () => {
  const files: MemoryFiles = {
    'a/main.tf': root(s3('a')),
    'b/main.tf': root(s3('b'), reads('s3', 'bucket = "states", key = "a"')),
    'c/main.tf': root(s3('c'), reads('s3', 'bucket = "states", key = "b"')),
    'd/main.tf': root(s3('d')),
  }
  const { impacts, waves, deferrals, unaffected } = await selected(changed(files, { 'a/new.tf': '' }), files)
  expect(impacts.map(({ root: { name }, reasons }) => [name, reasons])).toEqual([
    ['a', ['a/new.tf is new']],
    ['b', ['a is planned, and this root reads its state (b/main.tf:8:1)']],
    ['c', ['b is planned, and this root reads its state (c/main.tf:8:1)']],
  ])
  expect(waves.map(({ roots }) => roots)).toEqual([['a'], ['b'], ['c']])
  expect(deferrals).toEqual([
    { root: 'b', waitsFor: ['a'] },
    { root: 'c', waitsFor: ['b'] },
  ])
  expect(unaffected).toEqual(['d'])
  // The other way round nothing is planned that comes before.
  expect((await selected(changed(files, { 'c/new.tf': '' }), files)).impacts.map(({ root: { name } }) => name)).toEqual(
    ['c'],
  )
})

test('a circle is named with the place of each step', async () => {
  const files = {
    'a/main.tf': root(s3('a'), reads('s3', 'bucket = "states", key = "b"')),
    'b/main.tf': root(s3('b')),
    'c/main.tf': root(s3('c')),
    ...settings('    - {path: b, depends-on: [c]}\n    - {path: c, depends-on: [a]}\n'),
  }
  await expect(selected(files)).rejects.toThrow(
    'Roots depend on each other in a circle: a → b → c → a.\n  at: a/main.tf:8:1 (a → b), .github/seaworthy.yaml:3:7 (b → c), .github/seaworthy.yaml:4:7 (c → a)\n',
  )
})

test('a root that depends on itself is refused', async () => {
  const files = { 'a/main.tf': root(s3('a')), ...settings('    - {path: a, depends-on: [a]}\n') }
  await expect(selected(files)).rejects.toThrow('Roots depend on each other in a circle: a → a.')
})

test('a name that is no root is refused', async () => {
  const files = {
    'network/main.tf': root(s3('a')),
    'b/main.tf': root(s3('b')),
    ...settings('    - {path: b, depends-on: [netwrok]}\n'),
  }
  await expect(selected(files)).rejects.toThrow(
    'b depends on netwrok, and there is no root of that name.\n  at: .github/seaworthy.yaml:3:7\n  next: did you mean network?',
  )
})
