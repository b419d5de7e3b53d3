import { expect, test } from 'vitest'
import { type MemoryFiles, memoryTree } from '../../testing/memory-tree.ts'
import { parseHclFile } from '../hcl/parse.ts'
import { openConfiguration } from './configuration.ts'
import { discoverRoots } from './discover.ts'
import { configurationNames } from './file-names.ts'
import { sideOf } from './testing/selected.ts'

const discover = (files: MemoryFiles) => {
  const { configuration, settings } = sideOf(files)
  return discoverRoots(configuration, settings)
}
const names = async (files: MemoryFiles) => (await discover(files)).roots.map(({ name }) => name)
const backend = 'terraform {\n  backend "s3" {}\n}\n'
const provider = 'provider "ionoscloud" {}\n'

test('a folder with a backend, cloud or provider block is a root, in any of the four suffixes', async () => {
  const files = {
    'a/backend.tf': backend,
    'b/cloud.tf': 'terraform {\n  cloud {\n    organization = "o"\n  }\n}',
    'c/provider.tf': provider,
    'd/main.tf.json': '{"provider": {"aws": {}}}',
    'e/main.tofu': provider,
    'f/main.tofu.json': '{"terraform": {"backend": {"local": {}}}}',
    'g/resources.tf': 'resource "terraform_data" "a" {}',
    'h/versions.tf': 'terraform {\n  required_providers {\n    aws = { source = "hashicorp/aws" }\n  }\n}',
    'i/text.md': backend,
    'main.tf': backend,
  }
  const { roots } = await discover(files)
  expect(roots.map(({ name, tool, backend: type }) => [name, tool, type])).toEqual([
    ['.', 'terraform', 's3'],
    ['a', 'terraform', 's3'],
    ['b', 'terraform', 'cloud'],
    ['c', 'terraform', undefined],
    ['d', 'terraform', undefined],
    ['e', 'tofu', undefined],
    ['f', 'tofu', 'local'],
  ])
  expect(roots[1]?.at).toEqual({ file: 'a/backend.tf' })
})

test('what tools and editors leave behind, examples and tests are no roots', async () => {
  const files = {
    'a/.terraform/modules/x/main.tf': backend,
    'a/.terragrunt-cache/x/main.tf': backend,
    'a/node_modules/x/main.tf': backend,
    'b/.main.tf': backend,
    'b/main.tf~': backend,
    'b/#main.tf#': backend,
    'c/examples/basic/main.tf': provider,
    'c/tests/main.tf': backend,
    'd/test/main.tf': backend,
  }
  const { roots, notes } = await discover(files)
  expect(roots.map(({ name }) => name)).toEqual(['d/test'])
  // Only the one that has a state is worth a word.
  expect(notes).toEqual([
    {
      message: 'c/tests has a state of its own and is no root, since `terraform.exclude` covers it',
      at: expect.objectContaining({ file: 'c/tests/main.tf', line: 2 }),
    },
  ])
  expect(await names({ ...files, '.github/seaworthy.yaml': 'terraform: {exclude: [d]}' })).toEqual([
    'c/examples/basic',
    'c/tests',
  ])
})

test('a module that configures a provider is a module as long as somebody calls it', async () => {
  const called = {
    'modules/old/main.tf': provider,
    'live/main.tf': `${backend}module "old" {\n  source = "../modules/old"\n}`,
  }
  const { roots, notes } = await discover(called)
  expect(roots.map(({ name }) => name)).toEqual(['live'])
  expect(notes.map(({ message }) => message)).toEqual([
    'modules/old configures a provider and is no root, since live/main.tf:5:3 calls it as a module',
  ])
  expect(await names({ 'modules/old/main.tf': provider, 'live/main.tf': backend })).toEqual(['live', 'modules/old'])
  // What has a state of its own is a root, whoever calls it.
  const both = { 'base/main.tf': backend, 'live/main.tf': `${backend}module "base" {\n  source = "../base"\n}` }
  expect(await names(both)).toEqual(['base', 'live'])
  // Called only by an example: that proves nothing.
  expect(await names({ 'main.tf': provider, 'examples/a/main.tf': 'module "x" {\n  source = "../.."\n}' })).toEqual([
    '.',
  ])
  expect(await names({ ...called, '.github/seaworthy.yaml': 'terraform: {roots: [{path: ./modules/old/}]}' })).toEqual([
    'live',
    'modules/old',
  ])
})

test('settings describe a root, several times under different names', async () => {
  const settings = `terraform:
  roots:
    - path: live
      name: live-staging
      workspace: staging
      var-files: [live/staging.tfvars]
    - path: live
      name: live-production
      workspace: production
      environment: production
      version: 1.12.0
      depends-on: [live-staging]
`
  const { roots } = await discover({
    'live/main.tf': backend,
    '.terraform-version': '1.11.4\n',
    '.github/seaworthy.yaml': settings,
  })
  expect(roots).toMatchObject([
    {
      name: 'live-production',
      path: 'live',
      workspace: 'production',
      environment: 'production',
      version: { value: '1.12.0' },
      at: { line: 7 },
    },
    {
      name: 'live-staging',
      path: 'live',
      workspace: 'staging',
      varFiles: ['live/staging.tfvars'],
      at: { file: '.github/seaworthy.yaml', line: 3, column: 7 },
    },
  ])
  expect(roots[1]?.version).toEqual({ value: '1.11.4', at: { file: '.terraform-version', line: 1, column: 1 } })
})

test.each([
  [
    'roots:\n    - path: nowhere',
    'The settings list nowhere as a root module, and there is no configuration.\n  at: .github/seaworthy.yaml:3:7\n  next: correct the path, or take the entry out',
  ],
  [
    'roots:\n    - path: live\n    - path: live/.',
    '2 roots have the name live.\n  at: .github/seaworthy.yaml:3:7 and .github/seaworthy.yaml:4:7\n  next: give each entry of `terraform.roots` a `name` of its own',
  ],
])('%j is refused', async (text, message) => {
  const files = { 'live/main.tf': backend, '.github/seaworthy.yaml': `terraform:\n  ${text}\n` }
  await expect(discover(files)).rejects.toThrow(message)
})

test('the nearest version file names the tool and its version', async () => {
  const { roots, notes } = await discover({
    '.terraform-version': '# why\nv1.11.4\n',
    'a/main.tf': `${backend}terraform {\n  required_version = ">= 1.11, < 2"\n}`,
    'b/.opentofu-version': '1.10.0',
    'b/c/main.tf': backend,
    'b/e/.opentofu-version': '1.10.0',
    'b/e/.terraform-version': '1.13.0',
    'b/e/main.tf': backend,
    'd/.terraform-version': 'latest:^1.11',
    'd/main.tf': backend,
  })
  expect(roots.map(({ name, tool, version }) => [name, tool, version?.value, version?.at.file])).toEqual([
    ['a', 'terraform', '1.11.4', '.terraform-version'],
    ['b/c', 'tofu', '1.10.0', 'b/.opentofu-version'],
    ['b/e', 'terraform', '1.13.0', 'b/e/.terraform-version'],
    ['d', 'terraform', undefined, undefined],
  ])
  expect(roots[0]?.requiredVersion).toMatchObject([{ value: '>= 1.11, < 2', at: { file: 'a/main.tf', line: 5 } }])
  expect(notes).toEqual([
    {
      message: '"latest:^1.11" is no exact version, so that any version of terraform is taken',
      at: { file: 'd/.terraform-version', line: 1, column: 1 },
    },
  ])
})

test('OpenTofu leaves out what stands beside a file of its own; overrides come last', async () => {
  const files = [
    'a.tf',
    'a.tofu',
    'b.tf.json',
    'b.tofu.json',
    'c.tf',
    'c.tofu.json',
    'override.tf',
    'x_override.tofu',
    'z.tf',
  ]
  expect(configurationNames(files, 'tofu')).toEqual([
    ...['a.tofu', 'b.tofu.json', 'c.tf', 'c.tofu.json', 'z.tf'],
    ...['override.tf', 'x_override.tofu'],
  ])
  expect(configurationNames(files, 'terraform')).toEqual(['a.tf', 'b.tf.json', 'c.tf', 'z.tf', 'override.tf'])
  const shadowed = {
    'r/main.tf': 'terraform {\n  backend "s3" {}\n}',
    'r/main.tofu': 'terraform {\n  backend "gcs" {}\n}',
  }
  const backends = async (tool: string) =>
    (await discover({ ...shadowed, '.github/seaworthy.yaml': `terraform: {tool: ${tool}}` })).roots.map(
      (root) => root.backend,
    )
  expect(await backends('tofu')).toEqual(['gcs'])
  expect(await backends('terraform')).toEqual(['s3'])
})

test('each file is parsed once, and only where it says something of roots', async () => {
  const parsed: string[] = []
  const tree = memoryTree({
    'a/main.tf': `${backend}module "m" {\n  source = "../m"\n}`,
    'b/main.tf': `${backend}module "m" {\n  source = "../m"\n}`,
    'm/main.tf': 'locals {\n  a = 1\n}',
    'm/resources.tf': 'resource "terraform_data" "a" {}'.replace('terraform_', 'x_'),
  })
  const configuration = openConfiguration(tree, (text, file) => {
    parsed.push(file)
    return parseHclFile(text, file)
  })
  await discoverRoots(configuration, sideOf({}).settings)
  await discoverRoots(configuration, sideOf({}).settings)
  expect([...new Set(parsed)].sort()).toEqual(['a/main.tf', 'b/main.tf', 'm/main.tf'])
  expect(parsed).toHaveLength(3)
})

test('ten thousand folders, and names that JavaScript has uses for', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, index) => [`many/f${index}/main.tf`, 'resource "x" "y" {}']),
  )
  const odd = Object.fromEntries(
    ['__proto__', 'constructor', 'toString'].map((name) => [`odd/${name}/main.tf`, backend]),
  )
  expect(await names({ ...files, ...odd })).toEqual(['odd/__proto__', 'odd/constructor', 'odd/toString'])
})
