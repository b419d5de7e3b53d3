import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { type GitHubEmulator, startGitHub } from '../testing/github/index.ts'
import type { Files } from '../testing/temporary-repository.ts'
import { openRemoteTree, type RemoteTree } from './remote-tree.ts'
import { errorOf, testClient } from './testing/test-client.ts'

const repository = 'your-org/platform'
const start = (files: Files) => startGitHub({ repositories: { [repository]: files } })

async function text(tree: RemoteTree, path: string): Promise<string> {
  const entry = await tree.read(path)
  return entry.type === 'file' ? Buffer.from(entry.bytes).toString('utf8') : entry.type
}

const sent = (github: GitHubEmulator, route: string) =>
  github.requests.filter((request) => request.route === route).length

/** What git itself lists, as `mode id path`. */
async function byGit(github: GitHubEmulator): Promise<readonly string[]> {
  const lines = await github.repository(repository).git('ls-tree', '-r', '-z', 'main')
  return lines
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => line.replace(/ (blob|commit) /, ' ').replace('\t', ' '))
    .sort()
}

const gitModes = { file: '100644', executable: '100755', symlink: '120000', submodule: '160000' }
const listed = (tree: RemoteTree) =>
  [...tree.files].map(([path, { mode, id }]) => `${gitModes[mode]} ${id} ${path}`).sort()

const nested: Files = {
  'a/one.yaml': 'one\n',
  'a/b/two.yaml': 'two\n',
  'a/b/c/three.yaml': 'three\n',
  'run.sh': { executable: 'echo\n' },
  'link.yaml': { symlink: 'a/one.yaml' },
  'out.yaml': { symlink: '../outside' },
  'ünïcode/tab\there': 'x',
}

describe('lists what git lists', () => {
  it('in one request', async () => {
    await using github = await start(nested)
    const head = await github.repository(repository).head()
    const tree = await openRemoteTree(testClient(github.url).client, repository, head)
    expect(listed(tree)).toEqual(await byGit(github))
    expect(tree.commit).toBe(head)
    expect(github.requests).toHaveLength(1)
  })

  it.each([3, 5])('folder by folder when GitHub truncates at %i', async (limit) => {
    await using github = await start({ ...nested, 'd/e': '1', 'd/f': '2', 'd/g/h': '3', 'd/g/i': '4' })
    // A single folder must still be listable: the root has seven entries.
    github.repository(repository).settings.treeLimit = limit + 4
    const { client, lines } = testClient(github.url)
    const tree = await openRemoteTree(client, repository, await github.repository(repository).head())
    expect(listed(tree)).toEqual(await byGit(github))
    expect(lines[0]).toContain('folder by folder')
    expect(sent(github, 'git/get-tree')).toBeGreaterThan(2)
  })

  it('again with only what changed, when it is that large', async () => {
    await using github = await start({ ...nested, 'd/e': '1', 'd/f': '2', 'd/g/h': '3', 'd/g/i': '4' })
    github.repository(repository).settings.treeLimit = 7
    const { client } = testClient(github.url)
    await openRemoteTree(client, repository, await github.repository(repository).head())
    const before = sent(github, 'git/get-tree')
    await github.repository(repository).commit('change', { 'd/e': 'changed' })
    const tree = await openRemoteTree(client, repository, await github.repository(repository).head())
    expect(await text(tree, 'd/e')).toBe('changed')
    // The root twice (whole, then itself) and d: the other folders are known.
    expect(sent(github, 'git/get-tree') - before).toBe(3)
  })

  it('or says that it cannot', async () => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ sha: 'a', url: '', tree: [], truncated: true }))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { client } = testClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    const error = await errorOf(openRemoteTree(client, repository, 'a'.repeat(40)))
    expect(error.message).toContain('check the repository out')
    server.closeAllConnections()
    server.close()
  })
})

describe('reads', () => {
  const files: Files = {
    ...Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`many/${n}.yaml`, `number: ${n}\n`])),
    'bom.yaml': '\uFEFFa: 1\r\nb: "ü🚢"\r\n',
    empty: '',
    'not-utf8': Buffer.from([0x61, 0xff, 0xfe, 0x62]),
    zeros: Buffer.alloc(2000),
    'large.txt': `${'x'.repeat(120_000)}\n`,
    'random.bin': randomBytes(3000),
    'link.yaml': { symlink: 'many/7.yaml' },
    'out.yaml': { symlink: '../outside' },
  }

  it('every byte as git has it', async () => {
    await using github = await start(files)
    const { git, head } = github.repository(repository)
    const tree = await openRemoteTree(testClient(github.url).client, repository, await head())
    for (const path of ['bom.yaml', 'empty', 'not-utf8', 'zeros', 'large.txt', 'random.bin', 'many/3.yaml']) {
      const entry = await tree.read(path)
      const bytes = entry.type === 'file' ? entry.bytes : new Uint8Array()
      expect(Buffer.from(bytes).equals(Buffer.from(files[path] as string))).toBe(true)
      expect(await git('rev-parse', `main:${path}`)).toBe(tree.files.get(path)?.id)
    }
    expect(await tree.read('link.yaml')).toEqual({ type: 'link', target: 'many/7.yaml' })
    expect(await tree.read('out.yaml')).toMatchObject({ type: 'refused' })
    expect(await tree.read('missing')).toEqual({ type: 'missing' })
    expect(await tree.read('many')).toEqual({ type: 'directory' })
  })

  it('many at once in few requests, and each only once', async () => {
    await using github = await start(files)
    const { client } = testClient(github.url)
    const tree = await openRemoteTree(client, repository, await github.repository(repository).head())
    const many = tree.list('many')
    await tree.prefetch([...many, 'missing', 'large.txt', 'not-utf8'])
    const before = github.requests.length
    expect(before).toBe(1 + 3 + 2)
    expect(await Promise.all(many.map((path) => text(tree, path)))).toHaveLength(120)
    expect(await text(tree, 'large.txt')).toHaveLength(120_001)
    expect(github.requests).toHaveLength(before)

    await github.repository(repository).commit('change', { 'many/5.yaml': 'number: five\n' })
    const next = await openRemoteTree(client, repository, await github.repository(repository).head())
    await next.prefetch(many)
    expect(await text(next, 'many/5.yaml')).toBe('number: five\n')
    expect(await text(next, 'many/6.yaml')).toBe('number: 6\n')
    expect(github.requests).toHaveLength(before + 2)
  })

  it('one by one what GraphQL cuts off or will not give', async () => {
    await using github = await start(files)
    github.repository(repository).settings.blobTextLimit = 10
    const tree = await openRemoteTree(
      testClient(github.url).client,
      repository,
      await github.repository(repository).head(),
    )
    expect(await text(tree, 'many/100.yaml')).toBe('number: 100\n')
    github.faults.add({
      on: { route: 'repository' },
      effect: { type: 'graphql-error', message: 'no', errorType: 'FORBIDDEN' },
    })
    expect(await text(tree, 'many/8.yaml')).toBe('number: 8\n')
    expect(sent(github, 'git/get-blob')).toBe(2)
  })

  it('from a checkout first, and believes only what is that content', async () => {
    await using github = await start(files)
    const asked: string[] = []
    const head = await github.repository(repository).head()
    const tree = await openRemoteTree(testClient(github.url).client, repository, head, {
      localBlob: async (id) => {
        asked.push(id)
        if (id === tree.files.get('many/1.yaml')?.id) return Buffer.from('number: 1\n')
        if (id === tree.files.get('many/2.yaml')?.id) return Buffer.from('tampered with')
        if (id === tree.files.get('many/3.yaml')?.id) throw new Error('no such object')
        return undefined
      },
    })
    const texts = await Promise.all([1, 2, 3, 4].map((n) => text(tree, `many/${n}.yaml`)))
    expect(texts).toEqual([1, 2, 3, 4].map((n) => `number: ${n}\n`))
    expect(asked).toHaveLength(4)
    expect(sent(github, 'repository')).toBe(1)
  })

  it('again after an answer was cut off', async () => {
    await using github = await start(files)
    const tree = await openRemoteTree(
      testClient(github.url).client,
      repository,
      await github.repository(repository).head(),
    )
    github.faults.add({ on: { route: 'git/get-blob' }, effect: { type: 'truncated' } })
    github.faults.add({ on: { route: 'repository' }, effect: { type: 'truncated' } })
    expect(await text(tree, 'random.bin')).toBe((files['random.bin'] as Buffer).toString('utf8'))
  })
})
