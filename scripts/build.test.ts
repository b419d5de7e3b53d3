import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { build, builtFiles, dist, entryPoints, javascriptBytes } from './build.ts'
import { differences } from './check-dist.ts'
import { packageFolders } from './licences.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seaworthy-build-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('two builds in different folders are the same, and leave the engine alone', async () => {
  const [one, two] = [join(folder, 'one'), join(folder, 'two/deeper')]
  mkdirSync(join(two, 'chunks'), { recursive: true })
  for (const name of ['engine.json', 'engine.wasm.br', 'wasm_exec.js', 'go-licences.txt', 'old.js', 'chunks/old.js']) {
    writeFileSync(join(two, name), 'x')
  }
  await build(one)
  await build(two)
  expect(differences(one, two)).toEqual([])
  expect(builtFiles(two)).not.toContain('old.js')
  expect(readFileSync(join(two, 'engine.json'), 'utf8')).toBe('x')
  expect(readFileSync(join(two, 'wasm_exec.js'), 'utf8')).toBe('x')
})

test('a difference is told by file and kind', () => {
  const [committed, fresh] = [join(folder, 'committed'), join(folder, 'fresh')]
  for (const at of [committed, fresh]) mkdirSync(at)
  writeFileSync(join(committed, 'a.js'), '1')
  writeFileSync(join(fresh, 'a.js'), '2')
  writeFileSync(join(committed, 'b.js'), '1')
  writeFileSync(join(fresh, 'c.js'), '1')
  expect(differences(committed, fresh)).toEqual(['a.js is stale', 'b.js is left over', 'c.js is missing'])
})

test('every package whose code is bundled is found, nested ones too', () => {
  const inputs = [
    'actions/a.ts',
    'node_modules/yaml/dist/x.js',
    'node_modules/@actions/core/lib/y.js',
    'node_modules/a/node_modules/b/z.js',
  ]
  expect(packageFolders(inputs)).toEqual([
    'node_modules/@actions/core',
    'node_modules/a/node_modules/b',
    'node_modules/yaml',
  ])
})

test('the committed bundle is within its budget and the command line can be executed', () => {
  expect(javascriptBytes(dist)).toBeLessThan(2.5e6)
  if ('cli' in entryPoints()) {
    const cli = join(dist, 'cli.js')
    expect(readFileSync(cli, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
    expect(statSync(cli).mode & 0o111).toBe(0o111)
  }
})
