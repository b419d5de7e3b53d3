import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { collectCarried, placeCarried } from './carry.ts'
import type { Part } from './seal.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'seaworthy-carry-'))
  folders.push(folder)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text, { mode: path.endsWith('.sh') ? 0o755 : 0o644 })
  }
  return folder
}
const carried = (path: string, text = 'x'): Part => ({ kind: 'carried', path, mode: 0o644, bytes: Buffer.from(text) })

describe('carried files', () => {
  it('are those that fit, and stand where they were, with their modes', async () => {
    const from = folderWith({
      'build/a.zip': 'zip a',
      'build/deep/er/b.zip': 'zip b',
      'run.sh': 'sh',
      'main.tf': '',
      '.terraform/x.zip': 'no',
    })
    const parts = await collectCarried(from, ['**/*.zip', 'build/a.zip', 'run.sh'])
    expect(parts.map(({ path }) => path)).toEqual(['build/a.zip', 'build/deep/er/b.zip', 'run.sh'])
    const to = folderWith({ 'build/a.zip': 'zip a', 'main.tf': 'kept' })
    await placeCarried(to, [{ kind: 'plan', bytes: Buffer.from('p') }, ...parts])
    expect(readFileSync(join(to, 'build/deep/er/b.zip'), 'utf8')).toBe('zip b')
    expect(statSync(join(to, 'run.sh')).mode & 0o777).toBe(0o755)
    expect(readFileSync(join(to, 'main.tf'), 'utf8')).toBe('kept')
    expect(await collectCarried(from, [])).toEqual([])
  })

  it('are not collected from elsewhere, through links, or of configuration', async () => {
    const folder = folderWith({ 'a.zip': '', 'main.tf': '', 'b.tfvars': '' })
    symlinkSync('/etc/passwd', join(folder, 'link.txt'))
    symlinkSync('/etc', join(folder, 'etc'))
    for (const [pattern, why] of [
      ['../*.zip', 'not a path below the folder'],
      ['/etc/passwd', 'not a path below the folder'],
      ['etc/passwd', 'No file fits'],
      ['*.txt', 'is a symlink'],
      ['*.tf', 'configuration'],
      ['**', 'b.tfvars'],
      ['none/*.zip', 'No file fits the pattern none/*.zip'],
      ['.terraform/**', 'folder of the tool'],
    ] as const) {
      await expect(collectCarried(folder, ['a.zip', pattern])).rejects.toThrow(why)
    }
    await expect(collectCarried(folderWith({}), ['a.zip'])).rejects.toThrow('No file fits')
  })

  it('are never written elsewhere, over something, or through links; then none is written', async () => {
    const outside = folderWith({ 'kept.txt': 'kept' })
    const folder = folderWith({ 'a.zip': 'committed', 'file/x': '' })
    symlinkSync(outside, join(folder, 'out'))
    symlinkSync(join(outside, 'kept.txt'), join(folder, 'link.txt'))
    symlinkSync(join(outside, 'new.txt'), join(folder, 'dangling.txt'))
    const before = readdirSync(folder, { recursive: true })
    for (const path of [
      '../x.zip',
      '/tmp/x.zip',
      'a/../../x.zip',
      './x.zip',
      'a//x.zip',
      'C:/x.zip',
      'a\\..\\x.zip',
      'x\0.zip',
      '',
      'out/x.zip',
      'link.txt',
      'dangling.txt',
      'a.zip',
      'a.zip/x',
      'file',
      '.git/hooks/post-checkout',
      '.terraform/providers/x',
      'Terraform.d/plugins/x',
      'override.tf',
      'x.TF.JSON',
      'x.tofu',
      'x.auto.tfvars.json',
      '.terraform.lock.hcl',
      '.terraformrc',
      'terraform.rc',
      '.terraform-version',
      'terraform.tfstate',
      'x.tftest.hcl',
    ]) {
      await expect(placeCarried(folder, [carried('fine.zip'), carried(path)]), path).rejects.toThrow('carried')
    }
    expect(readdirSync(folder, { recursive: true })).toEqual(before)
    expect(readdirSync(outside)).toEqual(['kept.txt'])
    expect(readFileSync(join(outside, 'kept.txt'), 'utf8')).toBe('kept')
  })
})
