// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL as it is written
import { expect, test } from 'vitest'
import type { MemoryFiles } from '../../testing/memory-tree.ts'
import { discoverRoots } from './discover.ts'
import { configurationOf, filesOfRoot } from './files-of-root.ts'
import { sideOf } from './testing/selected.ts'

const files: MemoryFiles = {
  '.terraform-version': 'latest',
  'live/main.tf': `terraform {\n  backend "s3" {}\n}\nmodule "m" {\n  source = "./linked"\n}\nmodule "r" {\n  source = "../m/\${var.x}"\n}\n`,
  'live/plain.tf': 'resource "x" "y" {}',
  'live/common.tf': { symlink: '../shared/common.tf' },
  'live/linked': { symlink: '../m' },
  'live/terraform.tfvars': { symlink: '../shared/all.tfvars' },
  'live/x.tfvars': 'not loaded by itself',
  'live/.terraform.lock.hcl': '',
  'live/README.md': '',
  'm/main.tf': 'resource "x" "y" {\n  a = file("${path.module}/d/x")\n}',
  'm/d/x': { symlink: '../../shared/x' },
  'shared/common.tf': 'variable "x" {}',
  'shared/all.tfvars': '',
  'shared/backend.hcl': '',
  'shared/x': '',
  'in/a/b.json': '',
  'in/a/b.txt': '',
  '.github/seaworthy.yaml':
    'terraform: {roots: [{path: live, var-files: [live/x.tfvars, gone.tfvars], backend-config: [shared/backend.hcl, k=v], inputs: ["in/**/*.json"]}]}',
}

test('every file that decides what a root does, links with what they lead to', async () => {
  const { configuration, settings } = sideOf(files)
  const [root] = (await discoverRoots(configuration, settings)).roots
  if (root === undefined) throw new Error('no root')
  const reading = await filesOfRoot(configuration, root)
  expect(reading.files).toEqual([
    '.terraform-version',
    'in/a/b.json',
    'live/.terraform.lock.hcl',
    'live/common.tf',
    'live/linked',
    'live/main.tf',
    'live/plain.tf',
    'live/terraform.tfvars',
    'live/x.tfvars',
    'm/d/x',
    'm/main.tf',
    'shared/all.tfvars',
    'shared/backend.hcl',
    'shared/common.tf',
    'shared/x',
  ])
  expect(reading.modules).toEqual(['m'])
  expect(reading.lockFile).toBe('live/.terraform.lock.hcl')
  expect(reading.unresolved).toMatchObject([{ source: '"../m/${var.x}"', at: { file: 'live/main.tf', line: 8 } }])
  const parsed = await configurationOf(configuration, reading)
  expect(parsed.map(({ file }) => file).sort()).toEqual([
    'live/main.tf',
    'live/plain.tf',
    'm/main.tf',
    'shared/common.tf',
  ])
  expect(parsed.find(({ file }) => file === 'live/plain.tf')?.body.blocks).toMatchObject([{ labels: ['x', 'y'] }])
})

test('a root that this side does not have has no files', async () => {
  const { configuration, settings } = sideOf(files)
  const [root] = (await discoverRoots(configuration, settings)).roots
  if (root === undefined) throw new Error('no root')
  expect(await filesOfRoot(sideOf({}).configuration, root)).toMatchObject({ files: [], modules: [], unresolved: [] })
})

test('links that lead in a circle, through folders and files, end', async () => {
  const { configuration, settings } = sideOf({
    'live/main.tf': 'provider "x" {}\nlocals {\n  a = fileset(path.module, "**")\n  b = file("./round")\n}\n',
    'live/round': { symlink: 'round' },
    'live/up': { symlink: '..' },
    'live/other.tf': { symlink: 'round' },
  })
  const [root] = (await discoverRoots(configuration, settings)).roots
  if (root === undefined) throw new Error('no root')
  const { files: found, unresolved } = await filesOfRoot(configuration, root)
  expect(found).toEqual(['live/main.tf', 'live/other.tf', 'live/round', 'live/up'])
  expect(unresolved).toMatchObject([{ source: 'live/other.tf', isOpen: true }])
})
