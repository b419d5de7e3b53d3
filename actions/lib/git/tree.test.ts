import { describe, expect, it } from 'vitest'
import { makeTree, maxFileBytes, type TreeFile } from './tree.ts'

/** A tree of texts; a text that begins with `-> ` is a symlink. */
function treeOf(texts: Readonly<Record<string, string>>) {
  const files = new Map<string, TreeFile>(
    Object.entries(texts).map(([path, text]) => [
      path,
      { mode: text.startsWith('-> ') ? 'symlink' : text === 'submodule' ? 'submodule' : 'file', size: text.length },
    ]),
  )
  const text = (path: string) => texts[path] ?? ''
  return makeTree({ id: 'test' }, files, {
    bytes: async (path) => new TextEncoder().encode(text(path)),
    linkTarget: async (path) => {
      if (text(path) === '-> ?') throw new Error('git has no content')
      return text(path).slice(3)
    },
  })
}

const tree = treeOf({
  'a/file.yaml': 'text',
  'a/deep/other.yaml': 'text',
  'a-b/file.yaml': 'text',
  'links/file': '-> ../a/file.yaml',
  'links/folder': '-> ../a',
  'links/chain': '-> folder/deep',
  'links/self': '-> self',
  'links/one': '-> two',
  'links/two': '-> one',
  'links/up': '-> ../..',
  'links/sneaky': '-> ../a/../../a/file.yaml',
  'links/absolute': '-> /etc/passwd',
  'links/dangling': '-> nothing',
  'links/unreadable': '-> ?',
  module: 'submodule',
})

describe('a tree', () => {
  it.each([
    ['a', { type: 'directory' }],
    ['', { type: 'directory' }],
    ['nothing', { type: 'missing' }],
    ['a/file.yaml/below', { type: 'missing' }],
    ['links/file', { type: 'link', target: 'a/file.yaml' }],
    ['links/folder/deep/other.yaml', { type: 'link', target: 'a/deep/other.yaml' }],
    ['links/chain/other.yaml', { type: 'link', target: 'a/deep/other.yaml' }],
    ['links/dangling', { type: 'missing' }],
    ['a/../a/./file.yaml', { type: 'link', target: 'a/file.yaml' }],
    ['links/self', { type: 'refused', reason: 'the symlink at links/self leads in a circle' }],
    ['links/one', { type: 'refused', reason: expect.stringContaining('leads in a circle') }],
    ['links/up', { type: 'refused', reason: 'the symlink at links/up leaves the repository' }],
    ['links/sneaky', { type: 'refused', reason: 'the symlink at links/sneaky leaves the repository' }],
    ['links/absolute', { type: 'refused', reason: 'the symlink at links/absolute leaves the repository' }],
    ['links/unreadable', { type: 'refused', reason: 'git has no content' }],
    ['../outside', { type: 'refused', reason: 'the path leaves the repository' }],
    ['module', { type: 'refused', reason: expect.stringContaining('submodule') }],
  ])('reads %j', async (path, entry) => {
    expect(await tree.read(path)).toEqual(entry)
  })

  it('lists what is below a directory, and not what only begins like it', () => {
    expect(tree.list('a')).toEqual(['a/deep/other.yaml', 'a/file.yaml'])
    expect(tree.list('nothing')).toEqual([])
    expect(tree.list('')).toHaveLength(tree.files.size)
  })

  it('refuses a file above the limit without reading it', async () => {
    const large = makeTree({ id: 'large' }, new Map([['a', { mode: 'file', size: maxFileBytes + 1 }]]), {
      bytes: () => Promise.reject(new Error('read')),
      linkTarget: async () => '',
    })
    expect(await large.read('a')).toEqual({ type: 'refused', reason: expect.stringContaining(String(maxFileBytes)) })
  })
})
