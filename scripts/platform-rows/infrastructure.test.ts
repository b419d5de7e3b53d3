// What can be proved of Terraform's files without a provider; the rest is in scripts/provider-stand-in.
import { execFileSync, spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseHclFile } from '../../actions/lib/terraform/hcl/parse.ts'
import { rowCells } from './fact-table.ts'
import { repositoryRoot } from './render.ts'

const root = 'terraform/content-platform/infrastructure'
const read = (file: string) => readFileSync(join(repositoryRoot, root, file), 'utf8')

test('all of terraform/ is formatted', () => {
  const checked = spawnSync('terraform', ['fmt', '-check', '-diff', '-recursive', 'terraform'], {
    cwd: repositoryRoot,
    encoding: 'utf8',
  })
  expect({ status: checked.status, stdout: checked.stdout }).toEqual({ status: 0, stdout: '' })
})

test('every variable says what it is, what it may be, and refuses the rest', async () => {
  const { blocks } = (await parseHclFile(read('variables.tf'), 'variables.tf')).body
  expect(blocks.length).toBeGreaterThan(10)
  for (const { labels, body } of blocks) {
    const written = body.arguments.map(({ name }) => name)
    expect(written, labels[0]).toEqual(expect.arrayContaining(['description', 'type']))
    expect(
      body.blocks.map(({ type }) => type),
      labels[0],
    ).toContain('validation')
    expect(written.includes('sensitive'), labels[0]).toBe(labels[0]?.endsWith('password'))
  }
})

test('the README says of each row where it is', () => {
  const rows = rowCells(read('README.md'), 'A-').map(([row]) => row)
  const ids = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16].map((number) => `A-${String(number).padStart(2, '0')}`)
  expect(rows).toEqual(ids)
})

test('A-12: neither a kubeconfig nor a state can be committed by accident, a lock file can', () => {
  const ignored = (file: string) =>
    spawnSync('git', ['check-ignore', '--quiet', join(root, file)], { cwd: repositoryRoot }).status === 0
  const files = ['kubeconfig.json', 'terraform.tfstate', '.terraform/providers', '.terraform.lock.hcl']
  expect(files.filter(ignored)).toEqual(['kubeconfig.json', 'terraform.tfstate', '.terraform/providers'])
  const tracked = execFileSync('git', ['ls-files', 'terraform'], { cwd: repositoryRoot, encoding: 'utf8' })
  expect(tracked).not.toMatch(/kubeconfig|tfstate$|\.lock\.hcl/)
})

test('no address or id of real infrastructure stands in the files', () => {
  const files = globSync('**/*.{tf,tfvars,hcl}', { cwd: join(repositoryRoot, root) })
  const text = files.map(read).join('\n')
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
  const addresses = [...text.matchAll(/\b\d{1,3}(\.\d{1,3}){3}\b/g)].map(([address]) => address)
  // Private networks, and those for examples (RFC 5737).
  expect(addresses.filter((address) => !/^(0\.|10\.|192\.168\.|192\.0\.2\.|203\.0\.113\.)/.test(address))).toEqual([])
})
