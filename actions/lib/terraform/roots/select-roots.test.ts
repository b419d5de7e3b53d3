// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL as it is written
import { expect, test } from 'vitest'
import { changedFiles } from '../../git/changed-files.ts'
import { openCommitTree } from '../../git/commit-tree.ts'
import { findRepository } from '../../git/repository.ts'
import { openWorkingTree } from '../../git/working-tree.ts'
import type { MemoryFiles } from '../../testing/memory-tree.ts'
import { type Files, temporaryRepository } from '../../testing/temporary-repository.ts'
import { changed, reasonsOf, selected } from './testing/selected.ts'

const backend = (key: string) => `terraform {\n  backend "s3" {\n    bucket = "states"\n    key    = "${key}"\n  }\n}\n`
const module = (source: string) => `module "m" {\n  source = "${source}"\n}\n`

/** Three roots: two share a module at two removes, one of which also reads files; the third stands alone. */
const monorepo: MemoryFiles = {
  'live/cluster/main.tf': `${backend('cluster')}${module('../../modules/cluster')}`,
  'live/cluster/terraform.tfvars': 'a = 1',
  'live/cluster/.terraform.lock.hcl': '',
  'live/cluster/README.md': 'words',
  'live/network/main.tf': `${backend('network')}${module('../../modules/network')}`,
  'live/alone/main.tf': backend('alone'),
  'live/alone/files.tf': `locals {
  folder = "\${path.module}/policies"
  policy = file("\${local.folder}/main.json")
  all    = { for name in fileset(path.module, "users/*.yaml") : name => file("\${path.module}/\${name}") }
  text   = templatefile("../../shared/text.tftpl", {})
}
data "archive_file" "code" {
  type       = "zip"
  source_dir = "\${path.root}/src"
}
`,
  'live/alone/policies/main.json': '{}',
  'live/alone/users/a.yaml': '',
  'live/alone/src/deep/index.js': '',
  'live/alone/users.md': '',
  'shared/text.tftpl': '',
  'modules/cluster/main.tf': `${module('../network')}resource "x" "y" {\n  script = file("\${path.module}/start.sh")\n}\n`,
  'modules/cluster/start.sh': '',
  'modules/network/main.tf': 'output "o" {\n  value = 1\n}\n',
  'modules/network/README.md': 'words',
  'modules/unused/main.tf': '',
  'docs/index.md': 'words',
}

const touched = async (changes: Parameters<typeof changed>[1], from = monorepo) =>
  Object.fromEntries(reasonsOf(await selected(changed(from, changes), from)))

test.each<[string, Parameters<typeof changed>[1], Readonly<Record<string, readonly string[]>>]>([
  ['nothing', {}, {}],
  ['documents', { 'docs/index.md': '', 'modules/network/README.md': '', 'live/cluster/README.md': undefined }, {}],
  ['a module that nobody uses', { 'modules/unused/main.tf': '# new' }, {}],
  [
    'a module at two removes',
    { 'modules/network/main.tf': '' },
    { 'live/cluster': ['modules/network/main.tf changed'], 'live/network': ['modules/network/main.tf changed'] },
  ],
  [
    'a new file of a module',
    { 'modules/network/more.tf': '' },
    { 'live/cluster': ['modules/network/more.tf is new'], 'live/network': ['modules/network/more.tf is new'] },
  ],
  [
    'a file that a module reads',
    { 'modules/cluster/start.sh': '#!' },
    { 'live/cluster': ['modules/cluster/start.sh changed, which its configuration reads'] },
  ],
  [
    'a file that becomes executable',
    { 'modules/cluster/start.sh': { executable: '' } },
    { 'live/cluster': ['modules/cluster/start.sh changed, which its configuration reads'] },
  ],
  [
    'variables and the lock file',
    {
      'live/cluster/terraform.tfvars': 'a = 2',
      'live/cluster/x.auto.tfvars.json': '{}',
      'live/cluster/.terraform.lock.hcl': '#',
    },
    {
      'live/cluster': [
        'live/cluster/.terraform.lock.hcl changed',
        'live/cluster/terraform.tfvars changed',
        'live/cluster/x.auto.tfvars.json is new',
      ],
    },
  ],
  [
    'what is read through a local, a pattern, a folder and from elsewhere',
    {
      'live/alone/policies/main.json': '1',
      'live/alone/users/b.yaml': '',
      'live/alone/src/deep/index.js': '1',
      'shared/text.tftpl': '1',
    },
    {
      'live/alone': [
        'live/alone/policies/main.json changed, which its configuration reads',
        'live/alone/src/deep/index.js changed, which its configuration reads',
        'live/alone/users/b.yaml is new, which its configuration reads',
        'shared/text.tftpl changed, which its configuration reads',
      ],
    },
  ],
  [
    'a module that is removed while it is used',
    { 'modules/network/main.tf': undefined },
    {
      'live/cluster': ['modules/network/main.tf was removed'],
      'live/network': ['modules/network/main.tf was removed'],
    },
  ],
  [
    'a version file above',
    { '.terraform-version': '1.12.0' },
    Object.fromEntries(
      ['alone', 'cluster', 'network'].map((name) => [
        `live/${name}`,
        [
          '.terraform-version is new',
          `\`version\` is another (live/${name}/${name === 'alone' ? 'files' : 'main'}.tf)`,
        ],
      ]),
    ),
  ],
])('a change of %s', async (_, changes, expected) => {
  expect(await touched(changes)).toEqual(expected)
})

test('a module that moves touches the root on both sides', async () => {
  const moved = {
    'modules/network/main.tf': undefined,
    'modules/vpc/main.tf': 'output "o" {\n  value = 1\n}\n',
    'live/network/main.tf': `${backend('network')}${module('../../modules/vpc')}`,
  }
  expect((await touched(moved))['live/network']).toEqual([
    'live/network/main.tf changed',
    'modules/network/main.tf was removed',
    'modules/vpc/main.tf is new',
  ])
})

test('a link that leads elsewhere changes what is behind it', async () => {
  const linked: MemoryFiles = {
    'live/main.tf': `${backend('a')}${module('./current')}`,
    'live/current': { symlink: '../versions/link' },
    'versions/link': { symlink: 'one' },
    'versions/one/main.tf': '# one',
    'versions/two/main.tf': '# two',
  }
  expect(await touched({ 'versions/one/main.tf': '#' }, linked)).toEqual({ live: ['versions/one/main.tf changed'] })
  expect(await touched({ 'live/current': { symlink: '../versions/two' } }, linked)).toEqual({
    live: [
      'live/current changed, through which its files are found',
      'versions/one/main.tf no longer belongs to it',
      'versions/two/main.tf belongs to it now',
    ],
  })
  // Of a link to a link the second is not known; where it leads is.
  const between = await touched({ 'versions/link': { symlink: 'two' } }, linked)
  expect(between.live).toContain('versions/two/main.tf belongs to it now')
})

test('several files in one expression, and only those that a pattern fits', async () => {
  const reading: MemoryFiles = {
    'live/main.tf': backend('a'),
    // Nothing in it says that it belongs to a root but the function.
    'live/plain.tf': 'resource "x" "y" {\n  a = templatefile("a.tftpl", { b = file("b") })\n}\n',
    'live/users.tf': 'output "n" {\n  value = length(fileset("${path.module}/users", "*/*.yaml"))\n}\n',
    ...Object.fromEntries(
      ['a.tftpl', 'b', 'c', 'users/x/a.yaml', 'users/x/a.txt', 'users/b.yaml'].map((name) => [`live/${name}`, '']),
    ),
  }
  const all = Object.fromEntries(Object.keys(reading).map((path) => [path, `${reading[path]}\n# other`]))
  const { live } = await touched({ ...all, 'live/main.tf': backend('a') }, reading)
  expect(live?.map((reason) => reason.split(' ')[0])).toEqual([
    'live/a.tftpl',
    'live/b',
    'live/plain.tf',
    'live/users.tf',
    'live/users/x/a.yaml',
  ])
})

test('paths in JSON', async () => {
  const json: MemoryFiles = {
    'live/main.tf.json': JSON.stringify({
      terraform: { backend: { s3: {} } },
      locals: { folder: '${path.module}/a' },
      resource: {
        x: {
          y: {
            one: '${file("${local.folder}/b")}',
            two: '${path.root}/c',
            three: ['${file("${path.module}/d-${var.x}")}'],
          },
        },
      },
    }),
    ...Object.fromEntries(['a/b', 'c/deep', 'd-1', 'e'].map((name) => [`live/${name}`, ''])),
  }
  const all = { 'live/a/b': '1', 'live/c/deep': '1', 'live/d-1': '1', 'live/e': '1' }
  expect((await touched(all, json)).live?.map((reason) => reason.split(' ')[0])).toEqual([
    'live/a/b',
    'live/c/deep',
    'live/d-1',
  ])
})

test('what is known only while the tool runs may be anything, unless the settings say what it is', async () => {
  const open: MemoryFiles = {
    'live/main.tf': `${backend('a')}locals {\n  key = file(var.key)\n}\n`,
    'docs/a.md': '',
    'keys/a.pub': '',
  }
  expect(await touched({ 'docs/a.md': 'x' }, open)).toEqual({
    live: [
      'what file(var.key) stands for may have changed, since which file it reads is known only while the tool runs (live/main.tf:8:9)',
    ],
  })
  expect(await touched({}, open)).toEqual({})
  const nested = changed(open, { 'live/main.tf': `${backend('a')}locals {\n  key = file(var.path.key)\n}\n` })
  expect(Object.keys(await touched({ 'docs/a.md': 'x' }, nested))).toEqual(['live'])
  const settled = changed(open, {
    '.github/seaworthy.yaml': 'terraform: {roots: [{path: live, inputs: ["keys/*.pub"]}]}',
  })
  expect(await touched({ 'docs/a.md': 'x' }, settled)).toEqual({})
  expect(await touched({ 'keys/a.pub': 'x' }, settled)).toEqual({
    live: ['keys/a.pub changed, which the settings name as an input'],
  })
})

test('settings of a root touch it, settings of others do not', async () => {
  const settings = (text: string) => ({ '.github/seaworthy.yaml': `terraform:\n${text}` })
  const from = changed(monorepo, settings('  roots:\n    - {path: live/alone}\n'))
  expect(await touched(settings('  # moved\n  roots:\n    - {path: live/alone, workspace: default}\n'), from)).toEqual({
    'live/alone': ['`workspace` is another (.github/seaworthy.yaml:4:7)'],
  })
  expect(await touched(settings('  guards: {max-delete: 0}\n  roots:\n    - {path: live/alone}\n'), from)).toEqual({})
  const everywhere = await touched(settings('  variables: [AWS_*]\n  roots:\n    - {path: live/alone}\n'), from)
  expect(everywhere).toEqual(
    Object.fromEntries(
      ['alone', 'cluster', 'network'].map((name) => [
        `live/${name}`,
        ['`terraform.variables` of the settings changed'],
      ]),
    ),
  )
})

test('new roots are planned, removed ones are named', async () => {
  const { impacts, removed, unaffected } = await selected(
    changed(monorepo, { 'live/alone/main.tf': undefined, 'live/new/main.tf': backend('new') }),
    monorepo,
  )
  expect(impacts.map(({ root, reasons }) => [root.name, reasons])).toEqual([
    ['live/new', ['the root is new (live/new/main.tf)']],
  ])
  expect(removed.map(({ name }) => name)).toEqual(['live/alone'])
  expect(unaffected).toEqual(['live/cluster', 'live/network'])
})

test('without a base every root is planned; so it is where the base makes no sense', async () => {
  const names = ['live/alone', 'live/cluster', 'live/network']
  expect((await selected(monorepo)).impacts.map(({ root }) => root.name)).toEqual(names)
  const broken = changed(monorepo, { '.github/seaworthy.yaml': 'terraform: {roots: [{path: gone}]}' })
  expect((await selected(monorepo, broken)).impacts.map(({ root }) => root.name)).toEqual(names)
})

test('a thousand changed files give a list that can be read', async () => {
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`live/alone/f${index}.tf`, '']))
  const [reasons] = Object.values(await touched(many))
  expect(reasons).toHaveLength(21)
  expect(reasons?.at(-1)).toBe('and 980 more reasons')
})

test('changed files are those that git tells, of commits and of the working tree', async () => {
  await using made = temporaryRepository(monorepo as Files)
  const first = made.git('rev-parse', 'HEAD')
  made.git('mv', 'modules/network', 'modules/vpc')
  const second = made.commit('second', {
    'docs/index.md': 'other',
    'docs/link': { symlink: 'index.md' },
    'shared/text.tftpl': null,
  })
  const repository = await findRepository(made.path)
  if (repository === undefined) throw new Error('no repository')
  const [base, head] = [await openCommitTree(repository, first), await openCommitTree(repository, second)]
  const told = made.git('diff', '--name-only', '--no-renames', first, second).split('\n').sort()
  expect(told).toHaveLength(7)
  expect(await changedFiles(base, head)).toEqual(told)
  expect(await changedFiles(base, await openWorkingTree(repository))).toEqual(told)
  expect(await changedFiles(head, await openWorkingTree(repository))).toEqual([])
  await Promise.all([base.close(), head.close()])
})
