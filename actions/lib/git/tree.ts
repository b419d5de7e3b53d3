// A tree of files as Seaworthy reads it: listed once, contents on demand, symlinks followed only inside it.

/** One file of a listing. `id` is equal for equal content (a blob id), or undefined where nobody has computed it. */
export type TreeFile = {
  readonly mode: 'file' | 'executable' | 'symlink' | 'submodule'
  readonly id?: string
  readonly size: number
}

export type TreeEntry =
  | { readonly type: 'file'; readonly bytes: Uint8Array }
  | { readonly type: 'directory' }
  | { readonly type: 'missing' }
  | { readonly type: 'link'; readonly target: string }
  | { readonly type: 'refused'; readonly reason: string }

export type Tree = {
  readonly id: string
  /** The commit, when the tree is one. */
  readonly commit?: string
  readonly files: ReadonlyMap<string, TreeFile>
  readonly read: (path: string) => Promise<TreeEntry>
  /** Every file below a directory ('' is the root), with paths from the root. */
  readonly list: (directory: string) => readonly string[]
  readonly close: () => Promise<void>
}

/** Files above this are refused: Argo CD's own limit for the manifests of one Application is 10 MiB. */
export const maxFileBytes = 10 * 1024 * 1024

/** How contents come to a tree; `path` is one of the listing. */
export type Contents = {
  readonly bytes: (path: string, file: TreeFile) => Promise<Uint8Array>
  readonly linkTarget: (path: string, file: TreeFile) => Promise<string>
}

/** Makes a tree of a listing. Paths are with `/`, relative to the root, without `.` or `..`. */
export function makeTree(
  identity: { readonly id: string; readonly commit?: string },
  files: ReadonlyMap<string, TreeFile>,
  contents: Contents,
  close: () => Promise<void> = async () => {},
): Tree {
  const sortedPaths = [...files.keys()].sort()
  const directories = new Set<string>([''])
  for (const path of sortedPaths) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const directory = path.slice(0, end)
      if (directories.has(directory)) break
      directories.add(directory)
    }
  }

  const read = async (path: string): Promise<TreeEntry> => {
    const resolved = await resolveLinks(path, files, contents)
    if (typeof resolved !== 'string') return resolved
    if (resolved !== path) {
      return files.has(resolved) || directories.has(resolved) ? { type: 'link', target: resolved } : { type: 'missing' }
    }
    if (directories.has(path)) return { type: 'directory' }
    const file = files.get(path)
    if (file === undefined) return { type: 'missing' }
    if (file.mode === 'submodule')
      return { type: 'refused', reason: 'it is a submodule, whose content is not in this repository' }
    if (file.size > maxFileBytes) {
      return { type: 'refused', reason: `it has ${file.size} bytes; at most ${maxFileBytes} are read` }
    }
    try {
      return { type: 'file', bytes: await contents.bytes(path, file) }
    } catch (error) {
      return { type: 'refused', reason: error instanceof Error ? error.message : String(error) }
    }
  }
  return { ...identity, files, read, list: (directory) => below(sortedPaths, directory), close }
}

/** The part of a sorted listing below a directory, found by bisection. */
function below(sortedPaths: readonly string[], directory: string): readonly string[] {
  if (directory === '') return sortedPaths
  const prefix = `${directory}/`
  let low = 0
  let high = sortedPaths.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sortedPaths[middle] as string) < prefix) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < sortedPaths.length && (sortedPaths[end] as string).startsWith(prefix)) end += 1
  return sortedPaths.slice(low, end)
}

const maxLinks = 40

async function resolveLinks(
  path: string,
  files: ReadonlyMap<string, TreeFile>,
  contents: Contents,
): Promise<string | TreeEntry> {
  let pending = path.split('/').filter((part) => part !== '')
  let resolved: string[] = []
  let followed = 0
  while (pending.length > 0) {
    const part = pending.shift() as string
    if (part === '.') continue
    if (part === '..') {
      if (resolved.length === 0) return { type: 'refused', reason: 'the path leaves the repository' }
      resolved.pop()
      continue
    }
    resolved.push(part)
    const here = resolved.join('/')
    const file = files.get(here)
    if (file?.mode !== 'symlink') continue
    followed += 1
    if (followed > maxLinks) return { type: 'refused', reason: `the symlink at ${here} leads in a circle` }
    let target: string
    try {
      target = await contents.linkTarget(here, file)
    } catch (error) {
      return { type: 'refused', reason: error instanceof Error ? error.message : String(error) }
    }
    if (target.startsWith('/')) return { type: 'refused', reason: `the symlink at ${here} leaves the repository` }
    resolved.pop()
    const next = [...target.split('/'), ...pending]
    if (escapes(resolved, next)) return { type: 'refused', reason: `the symlink at ${here} leaves the repository` }
    pending = next.filter((step) => step !== '')
    resolved = [...resolved]
  }
  return resolved.join('/')
}

function escapes(from: readonly string[], steps: readonly string[]): boolean {
  let depth = from.length
  for (const step of steps) {
    if (step === '..') depth -= 1
    else if (step !== '.' && step !== '') depth += 1
    if (depth < 0) return true
  }
  return false
}
