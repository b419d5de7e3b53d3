import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseFileCommands } from './runner-files.ts'
import { temporaryRepository } from './temporary-repository.ts'

test('a repository from a literal: same commit ids every time, no configuration of the machine', async () => {
  await using one = temporaryRepository({
    'a/b.yaml': 'a: 1\n',
    run: { executable: '#!/bin/sh\n' },
    link: { symlink: 'a' },
  })
  await using two = temporaryRepository({
    'a/b.yaml': 'a: 1\n',
    run: { executable: '#!/bin/sh\n' },
    link: { symlink: 'a' },
  })
  expect(one.git('rev-parse', 'HEAD')).toBe(two.git('rev-parse', 'HEAD'))
  expect(one.git('ls-tree', '-r', '--format=%(objectmode) %(path)', 'HEAD').split('\n')).toEqual([
    '100644 a/b.yaml',
    '120000 link',
    '100755 run',
  ])
  const head = one.commit('second', { 'a/b.yaml': null, 'c.txt': 'c' })
  expect(one.git('log', '-1', '--format=%H %an')).toBe(`${head} Seaworthy tests`)
  expect(existsSync(join(one.path, 'a/b.yaml'))).toBe(false)
})

test('a repository is gone after its scope', async () => {
  let path: string
  {
    await using repository = temporaryRepository()
    path = repository.path
    expect(readFileSync(join(path, '.git/HEAD'), 'utf8')).toBe('ref: refs/heads/main\n')
  }
  expect(existsSync(path)).toBe(false)
})

test('file commands: plain, block, last one wins', () => {
  expect(parseFileCommands('a=1\nb<<END\nx=y\n\nEND\na=2=3\n')).toEqual({ a: '2=3', b: 'x=y\n' })
  expect(() => parseFileCommands('b<<END\nx')).toThrow('does not end')
})
