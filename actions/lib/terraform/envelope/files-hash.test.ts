import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type MemoryFiles, memoryTree } from '../../testing/memory-tree.ts'
import { filesHash } from './files-hash.ts'

const files: MemoryFiles = {
  'a/main.tf': 'terraform {}\n',
  'a/run.sh': { executable: '#!/bin/sh\n' },
  'a/link.tf': { symlink: '../shared.tf' },
  'shared.tf': 'locals {}\n',
}
const all = ['a/main.tf', 'a/run.sh', 'a/link.tf']
const hash = (changes: MemoryFiles = {}, paths = all) => filesHash(memoryTree({ ...files, ...changes }), paths)

describe('the hash of files', () => {
  it('is the one that the description gives', async () => {
    const sha = createHash('sha256')
    const field = (text: string) => sha.update(Buffer.from([0, 0, 0, 0, 0, 0, 0, text.length])).update(text)
    for (const text of ['seaworthy files v1', 'a/main.tf', 'file', 'terraform {}\n']) field(text)
    expect(await hash({}, ['a/main.tf'])).toBe(sha.digest('hex'))
  })

  it('is the same in any order, and for other files beside', async () => {
    expect(await hash({ other: 'x' }, [...all].reverse().concat(all))).toBe(await hash())
  })

  it('changes with any content, mode, name, target, and what a link leads to', async () => {
    const hashes = await Promise.all([
      hash(),
      hash({ 'a/main.tf': 'terraform {}' }),
      hash({ 'a/run.sh': '#!/bin/sh\n' }),
      hash({ 'a/link.tf': { symlink: '../a/main.tf' } }),
      hash({ 'a/link.tf': 'locals {}\n' }),
      hash({ 'shared.tf': 'locals { a = 1 }\n' }),
      hash({}, ['a/main.tf', 'a/run.sh']),
      hash({}, [...all, 'a/missing.tf']),
      hash({ 'a/missing.tf': '' }, [...all, 'a/missing.tf']),
      // The bytes of two files, moved from one to the other.
      hash({ x: 'ab', y: '' }, ['x', 'y']),
      hash({ x: 'a', y: 'b' }, ['x', 'y']),
    ])
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  it('refuses what leaves the repository', async () => {
    await expect(hash({ 'a/link.tf': { symlink: '../../etc/passwd' } })).rejects.toThrow('leaves the repository')
  })
})
