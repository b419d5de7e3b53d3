import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findExecutable, requireVersion } from './executable.ts'
import { rootAt, testExecutable, testTool } from './testing/root-on-disk.ts'

const find = (searchPath: string) =>
  findExecutable(testTool, { searchPath, folder: tmpdir(), stop: new AbortController().signal })

test('the tool and its version', async () => {
  expect(await testExecutable()).toMatchObject({ tool: testTool, version: expect.stringMatching(/^\d+\.\d+\.\d+/) })
})

test('a folder that a repository could fill, and what cannot be run, do not count', async () => {
  const base = mkdtempSync(join(tmpdir(), 'seaworthy-path-'))
  try {
    mkdirSync(join(base, 'folder', testTool), { recursive: true })
    mkdirSync(join(base, 'file'))
    writeFileSync(join(base, 'file', testTool), 'text')
    await expect(find(`.::bin:${base}/folder:${base}/file:${base}/none`)).rejects.toThrow(
      `${testTool} was not found.\n  at: PATH\n  next: install it; in a workflow before this step`,
    )
    writeFileSync(join(base, 'file', testTool), '#!/bin/sh\necho no version\n')
    chmodSync(join(base, 'file', testTool), 0o755)
    await expect(find(`${base}/file`)).rejects.toThrow(`${testTool} does not tell its version.`)
  } finally {
    rmSync(base, { recursive: true })
  }
})

test('another version than a root demands', () => {
  const executable = { tool: testTool, path: '/opt/tool', version: '1.11.4' }
  const demands = (value: string) =>
    rootAt('infra', { version: { value, at: { file: '.terraform-version', line: 1 } } })
  requireVersion(rootAt('infra'), executable)
  requireVersion(demands('1.11.4'), executable)
  requireVersion(demands('v1.11.4'), executable)
  expect(() => requireVersion(demands('1.11.3'), executable)).toThrow(
    `infra is for ${testTool} 1.11.3, and /opt/tool is 1.11.4.\n  at: .terraform-version:1\n  next: install ${testTool} 1.11.3`,
  )
})
