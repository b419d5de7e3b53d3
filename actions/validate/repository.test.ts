import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { temporaryRepository } from '../lib/testing/temporary-repository.ts'
import { locate } from './repository.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-folder-')))
afterAll(() => rmSync(folder, { recursive: true }))

it('finds the work tree around a folder, also a linked one', async () => {
  await using repository = temporaryRepository({ 'gitops/a.yaml': '' })
  expect(locate(repository.path)).toEqual({ repository: repository.path })
  expect(locate(join(repository.path, 'gitops'))).toEqual({ repository: repository.path, path: 'gitops' })
  const linked = join(folder, 'linked')
  repository.git('worktree', 'add', '--quiet', linked)
  expect(locate(join(linked, 'gitops'))).toEqual({ repository: linked, path: 'gitops' })
})

it('takes a folder without a repository as it is', () => {
  mkdirSync(join(folder, 'plain'))
  expect(locate(join(folder, 'plain'))).toEqual({ repository: join(folder, 'plain') })
})

it('asks for the folder when a file is named', () => {
  const file = join(folder, 'README.md')
  writeFileSync(file, 'text')
  expect(() => locate(file)).toThrow(
    expect.objectContaining({ what: 'This is a file.', next: expect.stringContaining(folder) }),
  )
})

it('says so when there is no folder', () => {
  expect(() => locate(join(folder, 'missing'))).toThrow('There is no such folder.')
})
