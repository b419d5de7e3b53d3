// The YAML files of a tree, opened when they are asked for and once.
import type { SourceFiles } from '../../argocd/source-files.ts'
import type { Tree } from '../../git/tree.ts'
import { openYamlText, type Refusal, type YamlText } from '../../yaml/text-file.ts'

export type OpenedFile =
  | { readonly type: 'yaml'; readonly path: string; readonly yaml: YamlText }
  | { readonly type: 'missing' }
  | {
      readonly type: 'refused'
      readonly path: string
      readonly refusals: readonly Pick<Refusal, 'message' | 'line' | 'column'>[]
    }

export type TreeFiles = SourceFiles & {
  readonly tree: Tree
  /** Whether a file may be reached under another name. */
  readonly hasLinks: boolean
  /** `path` of the answer is where the file really is, behind symbolic links. */
  readonly open: (path: string) => Promise<OpenedFile>
  /** Whether the bytes of a file contain a text; cheaper than to open it. */
  readonly mentions: (path: string, text: string) => Promise<boolean>
}

/** Links that lead to links are followed this far. */
const maxLinks = 10

/** Opens files of a tree. */
export function openTreeFiles(tree: Tree): TreeFiles {
  const directories = directoriesOf(tree)
  const opened = new Map<string, Promise<OpenedFile>>()
  const bytes = new Map<string, ReturnType<typeof readBytes>>()
  const read = (path: string) => remembered(bytes, path, () => readBytes(tree, path))
  const open = (path: string) => remembered(opened, path, async () => openedFile(await read(path)))
  return {
    tree,
    hasLinks: [...tree.files.values()].some(({ mode }) => mode === 'symlink'),
    open,
    mentions: async (path, text) => {
      const found = await read(path)
      return (
        found.type === 'file' &&
        Buffer.from(found.bytes.buffer, found.bytes.byteOffset, found.bytes.length).includes(text)
      )
    },
    documents: async (path) => {
      const file = await open(path)
      return file.type === 'yaml' ? file.yaml.documents.map(({ data }) => data) : undefined
    },
    typeOf: async (path) => {
      const { target } = await followLinks(tree, path)
      if (target === '' || directories.has(target)) return 'directory'
      return isFile(tree, target) ? 'file' : 'missing'
    },
    list: (directory) => tree.list(directory),
  }
}

function remembered<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const answer = known.get(key) ?? make()
  known.set(key, answer)
  return answer
}

type ReadBytes =
  | { readonly type: 'file'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly type: 'missing' }
  | { readonly type: 'refused'; readonly path: string; readonly reason: string }

async function readBytes(tree: Tree, path: string): Promise<ReadBytes> {
  const { target, circular } = await followLinks(tree, path)
  if (circular) return { type: 'refused', path, reason: 'it is a symbolic link that leads in a circle' }
  const entry = await tree.read(target)
  if (entry.type === 'file') return { type: 'file', path: target, bytes: entry.bytes }
  return entry.type === 'refused' ? { type: 'refused', path: target, reason: entry.reason } : { type: 'missing' }
}

/** Where a path really is; itself when there is no link on the way. */
async function followLinks(tree: Tree, path: string): Promise<{ readonly target: string; readonly circular: boolean }> {
  let target = path
  for (let links = 0; links <= maxLinks; links += 1) {
    if (isFile(tree, target)) return { target, circular: false }
    const entry = await tree.read(target)
    if (entry.type !== 'link') return { target, circular: false }
    target = entry.target
  }
  return { target, circular: true }
}

function isFile(tree: Tree, path: string): boolean {
  const mode = tree.files.get(path)?.mode
  return mode === 'file' || mode === 'executable'
}

function openedFile(read: ReadBytes): OpenedFile {
  if (read.type === 'missing') return read
  if (read.type === 'refused') {
    return {
      type: 'refused',
      path: read.path,
      refusals: [{ message: `it cannot be read: ${read.reason}`, line: 1, column: 1 }],
    }
  }
  const yaml = openYamlText(read.bytes)
  if ('refusals' in yaml) return { type: 'refused', path: read.path, refusals: yaml.refusals }
  return { type: 'yaml', path: read.path, yaml }
}

function directoriesOf(tree: Tree): ReadonlySet<string> {
  const directories = new Set<string>()
  for (const path of tree.files.keys()) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const directory = path.slice(0, end)
      if (directories.has(directory)) break
      directories.add(directory)
    }
  }
  return directories
}
