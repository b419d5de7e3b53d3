import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clearWork, type Folders, makeFolders } from './report-folder.ts'

let temporary: string
let folders: Folders
let clear: string
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'seaworthy-folders-'))
  folders = makeFolders(temporary)
  clear = join(folders.work, 'plan')
  writeFileSync(clear, 'in clear')
  writeFileSync(join(folders.plans, 'a.plan'), 'sealed')
})
afterEach(() => rmSync(temporary, { recursive: true, force: true }))

test('the folders are for nobody else', () => {
  expect(Object.values(folders).map((folder) => statSync(folder).mode & 0o777)).toEqual([0o700, 0o700, 0o700])
})

test('what is in clear goes, what is sealed stays for the upload', () => {
  clearWork(folders, new AbortController().signal)
  expect([existsSync(clear), existsSync(join(folders.plans, 'a.plan'))]).toEqual([false, true])
})

test('a tool that is still stopping keeps its folder', () => {
  clearWork(folders, AbortSignal.abort())
  expect(existsSync(clear)).toBe(true)
})
