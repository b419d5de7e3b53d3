// Trees and commits written without git, read by git; and written by git, read without.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BareRepository, createBareRepository } from './bare-repository.ts'
import { editTree, isValidPath, walkTree } from './edit-tree.ts'
import { parseCommit, parseTree } from './format.ts'

let folder: string
let git: BareRepository

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seaworthy-format-'))
  git = await createBareRepository(join(folder, 'r.git'), 'main')
})
afterAll(async () => {
  await git.close()
  rmSync(folder, { recursive: true })
})

const name = fc.stringMatching(/^[A-Za-z0-9 é-][A-Za-z0-9 .é_-]{0,5}$/)
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'))

test('a tree of any files is the tree that git makes of them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(path, fc.string(), { minKeys: 1, maxKeys: 8 }), async (files) => {
      // A name cannot be a file and a folder.
      const paths = Object.keys(files).filter((one) => !Object.keys(files).some((other) => one.startsWith(`${other}/`)))
      const changes = new Map(
        paths.map((one) => [one, { mode: '100644', oid: git.writeBlob(Buffer.from(files[one] ?? '')) }]),
      )
      const ours = await editTree(git, undefined, changes)
      const index = join(folder, 'index')
      rmSync(index, { force: true })
      const lines = [...changes].map(([one, { mode, oid }]) => `${mode} ${oid}\t${one}`).join('\0')
      const script = 'git update-index -z --index-info && git write-tree'
      const { execFileSync } = await import('node:child_process')
      const env = { PATH: process.env.PATH, GIT_DIR: git.path, GIT_INDEX_FILE: index }
      expect(execFileSync('sh', ['-c', script], { env, input: lines, encoding: 'utf8' }).trim()).toBe(ours)
      const walked: string[] = []
      for await (const entry of walkTree(git, ours)) if (entry.mode !== '40000') walked.push(entry.name)
      expect(walked.sort()).toEqual([...paths].sort())
    }),
    { numRuns: 40 },
  )
})

test('a commit is what git says of it, and reads back as it was', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 })
  const person = fc.record({
    name: fc.stringMatching(/^[A-Za-zé][A-Za-zé .]{0,10}[A-Za-z]$/),
    email: fc.emailAddress(),
    date: fc.integer({ min: 1, max: 4_000_000_000 }).map((seconds) => new Date(seconds * 1000)),
  })
  const tree = git.writeTree([])
  await fc.assert(
    fc.asyncProperty(person, person, text, fc.boolean(), async (author, committer, said, isSigned) => {
      const message = said.replaceAll('\0', '')
      const signature = isSigned
        ? { signature: '-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----' }
        : {}
      const commit = { tree, parents: [], author, committer, message, ...signature }
      const oid = git.writeCommit(commit)
      expect(parseCommit(Buffer.from(await git.git(['cat-file', 'commit', oid])))).toEqual(commit)
      const shown = await git.git(['show', '-s', '--format=%an%x00%ae%x00%at%x00%ct', oid])
      const seconds = (date: Date) => String(date.getTime() / 1000)
      expect(shown.trim().split('\0')).toEqual([
        author.name,
        author.email,
        seconds(author.date),
        seconds(committer.date),
      ])
    }),
    { numRuns: 30 },
  )
  expect(await git.git(['fsck', '--strict', '--no-dangling', '--no-progress'])).toBe('')
})

test('a tree that git has written is read entry by entry', async () => {
  const blob = git.writeBlob(Buffer.from('x'))
  const lines = [`100755 blob ${blob}\tb`, `120000 blob ${blob}\ta b`, `160000 commit ${'1'.repeat(40)}\tsub`]
  const oid = (await git.git(['mktree', '--missing'], `${lines.join('\n')}\n`)).trim()
  const { execFileSync } = await import('node:child_process')
  const content = execFileSync('git', ['cat-file', 'tree', oid], { cwd: git.path })
  expect(parseTree(content).map(({ mode, name: entry }) => `${mode} ${entry}`)).toEqual([
    '120000 a b',
    '100755 b',
    '160000 sub',
  ])
  expect(await git.tree(oid)).toEqual(parseTree(content))
})

test.each([
  ['a/b', true],
  ['..a', true],
  ['', false],
  ['/a', false],
  ['a/', false],
  ['a//b', false],
  ['a/../b', false],
  ['./a', false],
  ['.git/x', false],
  ['a/.GIT', false],
  ['a\0b', false],
])('%j is a path: %s', (text, wanted) => {
  expect(isValidPath(text)).toBe(wanted)
})
