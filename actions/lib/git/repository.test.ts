import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryRepository } from '../testing/temporary-repository.ts'
import { compareTrees } from './changed-paths.ts'
import { openCommitTree } from './commit-tree.ts'
import { openObjectStore } from './object-store.ts'
import { findRepository, mergeBase, type Repository, resolveCommit } from './repository.ts'
import { blobId, openDirectoryTree, openWorkingTree } from './working-tree.ts'

const outside = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-git-')))
afterAll(() => rmSync(outside, { recursive: true }))

const repository = temporaryRepository({ 'a.yaml': 'one\n', 'b/c.yaml': 'c\n', 'b/link': { symlink: '../a.yaml' } })
afterAll(repository.dispose)
const first = repository.git('rev-parse', 'HEAD')
const second = repository.commit('second', { 'a.yaml': 'two\n', 'b/new ü\n.yaml': 'x', run: { executable: 'x' } })
let found: Repository
beforeAll(async () => {
  found = (await findRepository(join(repository.path, 'b'))) as Repository
})

const text = async (tree: { read: (path: string) => Promise<unknown> }, path: string) => {
  const entry = (await tree.read(path)) as { readonly bytes?: Uint8Array; readonly type: string }
  return entry.bytes === undefined ? entry.type : new TextDecoder().decode(entry.bytes)
}

describe('finding a repository', () => {
  it('from a folder inside it', () => {
    expect(found).toEqual({ root: repository.path, head: second, origin: undefined })
  })

  it('none where there is none, and none that is not there', async () => {
    expect(await findRepository(outside)).toBeUndefined()
    await expect(findRepository(join(outside, 'nothing'))).rejects.toThrow('There is no such directory.')
  })

  it('one that git refuses is an error, not a directory without git', async () => {
    await expect(findRepository(join(repository.path, '.git'))).rejects.toThrow(
      /^git cannot read this repository: fatal: this operation must be run in a work tree/,
    )
  })

  it('one without commits', async () => {
    await using empty = temporaryRepository()
    const one = (await findRepository(empty.path)) as Repository
    expect(one.head).toBeUndefined()
    expect((await openWorkingTree(one)).files.size).toBe(0)
    await expect(resolveCommit(one, 'HEAD')).rejects.toThrow('The commit "HEAD" is not in this clone.')
  })
})

describe('naming a commit', () => {
  it.each(['HEAD~1', 'main~1'])('%s', async (name) => expect(await resolveCommit(found, name)).toBe(first))
  it.each(['nowhere', '--all', '', 'HEAD:a.yaml', '0'.repeat(40), 'a b', '$(id)'])('not %j', async (name) => {
    await expect(resolveCommit(found, name)).rejects.toThrow(/is not in this clone\.[\s\S]*git fetch origin/)
  })

  it('says what to fetch in a shallow clone', async () => {
    const clone = join(outside, 'shallow')
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${repository.path}`, clone])
    const shallow = (await findRepository(clone)) as Repository
    expect(shallow.head).toBe(second)
    await expect(resolveCommit(shallow, first)).rejects.toThrow('fetch-depth: 0')
  })

  it('the place where two commits parted', async () => {
    expect(await mergeBase(found, first, second)).toBe(first)
  })
})

describe('trees', () => {
  it('of a commit, with strange names, links and modes', async () => {
    const tree = await openCommitTree(found, second)
    expect([...tree.files].map(([path, { mode }]) => [path, mode])).toEqual([
      ['a.yaml', 'file'],
      ['b/c.yaml', 'file'],
      ['b/link', 'symlink'],
      ['b/new ü\n.yaml', 'file'],
      ['run', 'executable'],
    ])
    expect(await text(tree, 'a.yaml')).toBe('two\n')
    expect(await tree.read('b/link')).toEqual({ type: 'link', target: 'a.yaml' })
    await tree.close()
  })

  it('of the working tree: new files, none that are ignored or deleted, no repository inside', async () => {
    await using one = temporaryRepository({ '.gitignore': 'secret\n', 'a.yaml': 'a', 'gone.yaml': 'x' })
    one.write({ 'gone.yaml': null, secret: 'x', 'new.yaml': 'new' })
    mkdirSync(join(one.path, 'inner'))
    execFileSync('git', ['init', '--quiet', join(one.path, 'inner')])
    writeFileSync(join(one.path, 'inner/a.yaml'), 'a')
    const tree = await openWorkingTree((await findRepository(one.path)) as Repository)
    expect([...tree.files.keys()].sort()).toEqual(['.gitignore', 'a.yaml', 'inner', 'new.yaml'])
    expect(await tree.read('inner')).toMatchObject({ type: 'refused' })
  })

  it('reads nothing through a symlink that took the place of a folder', async () => {
    await using one = temporaryRepository({ 'app/passwd': 'x' })
    renameSync(join(one.path, 'app'), join(one.path, 'old'))
    symlinkSync('/etc', join(one.path, 'app'))
    const tree = await openWorkingTree((await findRepository(one.path)) as Repository)
    expect(await tree.read('app/passwd')).toMatchObject({ type: 'refused' })
    expect([...tree.files.keys()].sort()).toEqual(['app', 'old/passwd'])
  })

  it('of a directory without git', async () => {
    const directory = join(outside, 'plain')
    mkdirSync(join(directory, 'a/node_modules/b'), { recursive: true })
    writeFileSync(join(directory, 'a/node_modules/b/c.yaml'), 'c')
    writeFileSync(join(directory, 'a/b.yaml'), 'b')
    symlinkSync('.', join(directory, 'a/loop'))
    const tree = await openDirectoryTree(directory)
    expect([...tree.files.keys()].sort()).toEqual(['a/b.yaml', 'a/loop'])
  })

  it('differ only where their content does', async () => {
    const [base, head] = [await openCommitTree(found, first), await openWorkingTree(found)]
    const differs = compareTrees(base, head)
    expect(await differs(['b/c.yaml', 'b/link', 'nothing'])).toBe(false)
    expect(await differs(['b/c.yaml', 'a.yaml'])).toBe(true)
    expect(await differs(['b/'])).toBe(true)
    expect(await differs(['run'])).toBe(true)
    await base.close()
  })
})

describe('the object store', () => {
  it('answers many blobs, large ones among them, in order', async () => {
    await using one = temporaryRepository({ large: 'x'.repeat(3_000_000), empty: '', line: 'a\n\0\nb' })
    const store = openObjectStore(one.path)
    const ids = ['large', 'empty', 'line', 'large'].map((name) => one.git('rev-parse', `HEAD:${name}`))
    const blobs = await Promise.all(ids.map((id) => store.blob(id)))
    expect(blobs.map(({ length }) => length)).toEqual([3_000_000, 0, 5, 3_000_000])
    expect(blobs.map(blobId)).toEqual(ids)
    await store.close()
  })

  it('names what it has not, and goes on', async () => {
    const store = openObjectStore(repository.path)
    await expect(store.blob('0'.repeat(40))).rejects.toThrow('shallow or partial')
    await expect(store.blob(first)).rejects.toThrow('is a commit, not a file')
    expect(await store.blob(repository.git('rev-parse', 'HEAD:a.yaml'))).toEqual(new TextEncoder().encode('two\n'))
    await store.close()
    await store.close()
  })
})
