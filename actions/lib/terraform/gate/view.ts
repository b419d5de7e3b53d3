// What the gate sees of one commit: the tree, and each root with its folders parsed. Nothing is evaluated and nothing is started.
import type { Tree } from '../../git/tree.ts'
import type { HclFile } from '../hcl/body.ts'
import { type Configuration, openConfiguration, type ParseHcl } from '../roots/configuration.ts'
import { isConfiguration } from '../roots/file-names.ts'
import { folderOf } from '../roots/repository-path.ts'
import type { Root, RootFiles } from '../roots/root.ts'

/** A folder of configuration. `''` is the root of the repository. */
export type GateFolder = {
  readonly folder: string
  /** Every file of either tool, overrides and those that cannot be parsed included. */
  readonly files: readonly HclFile[]
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[]
}

export type GateRoot = {
  readonly root: Root
  readonly folder: string
  /** The root module's own folder first, then its local modules. */
  readonly folders: readonly GateFolder[]
}

export type GateView = {
  readonly tree: Tree
  readonly configuration: Configuration
  readonly roots: readonly GateRoot[]
  /** All folders of all roots, each once. */
  readonly folders: readonly GateFolder[]
}

export type KnownRoot = { readonly root: Root; readonly files: RootFiles }

/** Opens one tree for the gate. Folders that are not in this tree have no files. */
export async function openView(tree: Tree, roots: readonly KnownRoot[], parse: ParseHcl): Promise<GateView> {
  const configuration = openConfiguration(tree, parse)
  const opened = new Map<string, Promise<GateFolder>>()
  const openOnce = (folder: string) => {
    const answer = opened.get(folder) ?? openFolder(configuration, folder)
    opened.set(folder, answer)
    return answer
  }
  const views = await Promise.all(
    roots.map(async ({ root, files }): Promise<GateRoot> => {
      const folders = [root.path, ...files.modules].map(folderOf)
      const all = await Promise.all([...new Set(folders)].map(openOnce))
      return { root, folder: folderOf(root.path), folders: all }
    }),
  )
  return { tree, configuration, roots: views, folders: await Promise.all(opened.values()) }
}

async function openFolder(configuration: Configuration, written: string): Promise<GateFolder> {
  const located = await configuration.locateFolder(written)
  const folder = 'path' in located ? located.path : written
  const names = configuration.names(folder).filter(isConfiguration)
  const read = await Promise.all(
    names.map(async (name) => {
      const path = folder === '' ? name : `${folder}/${name}`
      const file = await configuration.parse(path)
      return file ?? { file: path, reason: await reasonOf(configuration.tree, path) }
    }),
  )
  return {
    folder,
    files: read.flatMap((one) => ('body' in one ? [one] : [])),
    unreadable: read.flatMap((one) => ('reason' in one ? [one] : [])),
  }
}

async function reasonOf(tree: Tree, path: string): Promise<string> {
  const entry = await tree.read(path)
  const target = entry.type === 'link' ? await tree.read(entry.target) : entry
  return target.type === 'refused' ? target.reason : 'it is no file'
}
