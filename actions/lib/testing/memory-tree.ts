// A tree of files from literals, for tests that need no git.
import { makeTree, type Tree, type TreeFile } from '../git/tree.ts'

/** Text, or a symbolic link by where it leads. */
export type MemoryFiles = Readonly<
  Record<string, string | { readonly symlink: string } | { readonly executable: string }>
>

export function memoryTree(contents: MemoryFiles): Tree {
  const textOf = (path: string) => {
    const content = contents[path]
    return typeof content === 'string'
      ? content
      : content !== undefined && 'executable' in content
        ? content.executable
        : ''
  }
  const files = Object.entries(contents).map(([path, content]): readonly [string, TreeFile] => {
    const mode = typeof content === 'string' ? 'file' : 'symlink' in content ? 'symlink' : 'executable'
    return [path, { mode, size: Buffer.byteLength(textOf(path)) }]
  })
  return makeTree({ id: 'memory' }, new Map(files), {
    bytes: async (path) => new TextEncoder().encode(textOf(path)),
    linkTarget: async (path) => {
      const content = contents[path]
      return typeof content === 'object' && 'symlink' in content ? content.symlink : ''
    },
  })
}
