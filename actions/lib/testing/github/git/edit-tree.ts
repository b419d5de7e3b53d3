// Changes to single files of a tree, and what stands at a path.
import type { BareRepository } from './bare-repository.ts'
import { folderMode, type TreeEntry } from './format.ts'

/** What shall stand at a path: an entry of a tree, or nothing. */
export type Change = { readonly mode: string; readonly oid: string } | null

/** The entry at a path below a tree, with the folders on the way followed. Undefined when there is none. */
export async function entryAt(git: BareRepository, tree: string, path: string): Promise<TreeEntry | undefined> {
  let entry: TreeEntry | undefined = { mode: folderMode, name: '', oid: tree }
  for (const name of path.split('/').filter((part) => part !== '')) {
    if (entry?.mode !== folderMode) return undefined
    entry = (await git.tree(entry.oid))?.find((candidate) => candidate.name === name)
  }
  return entry
}

/** Every entry below a tree with its whole path, folders before what is in them, in git's order. */
export async function* walkTree(git: BareRepository, tree: string, prefix = ''): AsyncGenerator<TreeEntry> {
  for (const entry of (await git.tree(tree)) ?? []) {
    const name = `${prefix}${entry.name}`
    yield { ...entry, name }
    if (entry.mode === folderMode) yield* walkTree(git, entry.oid, `${name}/`)
  }
}

/** Writes the trees that the changes give and returns the id of the outermost. A folder that becomes empty is gone. */
export async function editTree(
  git: BareRepository,
  tree: string | undefined,
  changes: ReadonlyMap<string, Change>,
): Promise<string> {
  const entries = new Map(
    (tree === undefined ? [] : ((await git.tree(tree)) ?? [])).map((entry) => [entry.name, entry]),
  )
  const inFolders = new Map<string, Map<string, Change>>()
  for (const [path, change] of changes) {
    const slash = path.indexOf('/')
    if (slash === -1) {
      if (change === null) entries.delete(path)
      else entries.set(path, { ...change, name: path })
      continue
    }
    const folder = path.slice(0, slash)
    const inner = inFolders.get(folder) ?? new Map<string, Change>()
    inFolders.set(folder, inner.set(path.slice(slash + 1), change))
  }
  for (const [name, inner] of inFolders) {
    const old = entries.get(name)
    const oid = await editTree(git, old?.mode === folderMode ? old.oid : undefined, inner)
    if (((await git.tree(oid)) ?? []).length === 0) entries.delete(name)
    else entries.set(name, { mode: folderMode, name, oid })
  }
  return git.writeTree([...entries.values()])
}

/** Whether git, and GitHub, would take a path: no empty part, no dots alone, nothing named `.git`, no leading slash. */
export function isValidPath(path: string): boolean {
  return path !== '' && !path.includes('\0') && path.split('/').every((part) => !/^(\.{0,2}|\.git)$/i.test(part))
}
