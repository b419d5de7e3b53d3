import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { MemoryFiles } from '../../testing/memory-tree.ts'
import { temporaryRepository } from '../../testing/temporary-repository.ts'
import { runTool } from '../../toolkit/exec.ts'
import { readModules } from './modules.ts'
import { joinPath, shownFolder } from './repository-path.ts'
import { sideOf } from './testing/selected.ts'

const call = (name: string, source: string) => `module "${name}" {\n  source = ${source}\n}\n`
const local = (name: string, source: string) => call(name, JSON.stringify(source))
const modulesOf = async (files: MemoryFiles, root: string, tool: 'terraform' | 'tofu' = 'terraform') => {
  const { folders, ...others } = await readModules(sideOf(files).configuration, root, tool)
  return { ...others, folders: folders.map(({ folder }) => shownFolder(folder)) }
}

/** As a monorepo has them: nested, shared, behind links, in JSON, in an override. */
const monorepo: MemoryFiles = {
  'live/prod/main.tf': `${local('network', '../../modules/network')}${local('here', './parts/here')}${local('linked', './linked')}`,
  'live/prod/more.tf.json': '{"module": {"json": {"source": "../../modules/json"}}}',
  'live/prod/through.tf': local('through', './linked/../parts/through'),
  'live/prod/old.tf': local('replaced', '../../modules/replaced'),
  'live/prod/old_override.tf': local('replaced', '../../modules/replacement'),
  'live/prod/parts/here/main.tf': local('up', '../../parts/up/'),
  'live/prod/parts/up/main.tf': local('deep', './a/./b//'),
  'live/prod/parts/up/a/b/main.tf': 'output "x" {\n  value = 1\n}\n',
  'live/prod/parts/through/main.tf': '',
  'live/prod/linked': { symlink: '../../shared/real' },
  'shared/real/main.tf': local('sibling', '../sibling'),
  'shared/sibling/main.tf': local('network', '../../modules/network'),
  'modules/network/main.tf': local('base', '../base'),
  'modules/base/main.tf': '',
  'modules/json/main.tf.json': '{"module": {"base": [{"source": "../base"}]}}',
  'modules/replaced/main.tf': '',
  'modules/replacement/main.tf': '',
  'modules/unused/main.tf': local('base', '../base'),
}

test('resolves modules as `terraform get` does', async () => {
  await using repository = temporaryRepository()
  repository.write(monorepo)
  const cwd = join(repository.path, 'live/prod')
  await runTool({
    tool: 'terraform',
    args: ['get', '-no-color'],
    cwd,
    env: { TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' },
  })
  const { Modules } = JSON.parse(await readFile(join(cwd, '.terraform/modules/modules.json'), 'utf8')) as {
    readonly Modules: readonly { readonly Dir: string }[]
  }
  const told = new Set(Modules.map(({ Dir }) => joinPath('live/prod', Dir)))
  expect(told.size).toBeGreaterThan(9)
  const { folders, unresolved, links } = await modulesOf(monorepo, 'live/prod')
  // An override merges with what it overrides: Terraform follows one of the two, we follow both.
  expect([...folders].filter((path) => path !== 'modules/replaced').sort()).toEqual([...told].sort())
  expect(links).toEqual(['live/prod/linked'])
  expect(unresolved).toEqual([])
})

test.each([
  [`"\${var.source}"`, 'its source is known only while the tool runs', true],
  ['local.source', 'its source is known only while the tool runs', true],
  ['"../../../elsewhere"', 'it leaves the repository', true],
  ['"./out"', 'the symlink at a/b/out leaves the repository', true],
  ['"./round"', 'the symlink at a/b/round leads in a circle', true],
  ['"/srv/modules/x"', 'it is an absolute path', true],
  ['"./gone"', 'there is no folder a/b/gone', false],
  ['"./file"', 'there is no folder a/b/file', false],
])('module source %s is not resolved: %s', async (source, reason, isOpen) => {
  const files: MemoryFiles = {
    'a/b/main.tf': call('m', source),
    'a/b/out': { symlink: '../../../out' },
    'a/b/round': { symlink: './round' },
    'a/b/file': '',
  }
  const { folders, unresolved } = await modulesOf(files, 'a/b')
  expect(folders).toEqual(['a/b'])
  expect(unresolved).toMatchObject([{ reason, isOpen, at: { file: 'a/b/main.tf', line: 2, column: 3 } }])
})

test.each(['hashicorp/consul/aws', 'git::https://example.org/x.git', 'github.com/o/r', '.hidden/x', 'x'])(
  'module source %s is not local',
  async (source) => {
    const files = { 'main.tf': local('m', source), 'x/main.tf': '', 'hashicorp/consul/aws/main.tf': '' }
    expect(await modulesOf(files, '')).toEqual({ folders: ['.'], links: [], unresolved: [] })
  },
)

test('modules that call each other end, and are told of', async () => {
  const files = { 'a/main.tf': local('b', '../b'), 'b/main.tf': local('c', '../c'), 'c/main.tf': local('b', '../b') }
  const { folders, unresolved } = await modulesOf(files, 'a')
  expect(folders).toEqual(['a', 'b', 'c'])
  expect(unresolved).toMatchObject([
    { reason: 'modules call each other in a circle: b → c → b', isOpen: false, at: { file: 'b/main.tf', line: 2 } },
  ])
  expect((await modulesOf({ 'main.tf': local('self', './.') }, '')).unresolved[0]?.reason).toContain('circle: . → .')
})

test('a chain of modules longer than the limit is cut, and that is said', async () => {
  const chain = Array.from(
    { length: 2100 },
    (_, index) => [`m${index}/main.tf`, local('n', `../m${index + 1}`)] as const,
  )
  const { folders, unresolved } = await modulesOf({ ...Object.fromEntries(chain), 'm2100/main.tf': '' }, 'm0')
  expect(folders).toHaveLength(2000)
  expect(unresolved).toMatchObject([{ reason: 'more than 2000 modules belong to m0', isOpen: true }])
})

test('a file that cannot be read whole may hide a module', async () => {
  const { unresolved } = await modulesOf({ 'main.tf': 'module "a" {\n' }, '')
  expect(unresolved).toMatchObject([{ source: 'main.tf', isOpen: true }])
})
