// The configuration of a tree, folder by folder: files are listed once, and each is parsed once.
import { createHash } from 'node:crypto'
import type { Tree } from '../../git/tree.ts'
import { UserError } from '../../toolkit/user-error.ts'
import type { HclFile } from '../hcl/body.ts'
import { type PathUse, pathUsesIn } from '../hcl/path-uses.ts'
import { configurationNames, isConfiguration, isToolFolder } from './file-names.ts'
import { parentOf } from './repository-path.ts'
import type { ToolName } from './root.ts'

export type ParseHcl = (text: string, file: string) => Promise<HclFile>

/** What a path leads to: the real path behind symbolic links, or why there is none. */
export type Located =
  | { readonly path: string }
  /** `isOpen`: what is behind it cannot be known from this repository. */
  | { readonly reason: string; readonly isOpen: boolean }

export type ConfigurationFolder = {
  /** As listed, then behind symbolic links where they are some. */
  readonly files: readonly string[]
  /** Those that may say something of modules, providers, states or paths. */
  readonly parsed: readonly HclFile[]
  /** Files that cannot be read at all. */
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[]
}

export type Configuration = {
  readonly tree: Tree
  /** Folders with configuration of either tool, sorted; what tools put there is left out. */
  readonly folders: readonly string[]
  /** Names of what stands in a folder; symbolic links to folders are among them. */
  readonly names: (folder: string) => readonly string[]
  readonly locateFolder: (path: string) => Promise<Located>
  /** What the tool reads of a folder. */
  readonly read: (folder: string, tool: ToolName) => Promise<ConfigurationFolder>
  /** A file as text; undefined where there is none. */
  readonly text: (path: string) => Promise<string | undefined>
  /** A file of configuration, whatever it says; undefined where it cannot be read. */
  readonly parse: (path: string) => Promise<HclFile | undefined>
  /** Paths in an expression, as `pathUsesIn` reads them; the same expression is read once. */
  readonly pathUses: (expression: string, file: string) => Promise<readonly PathUse[] | undefined>
  /** Symbolic links and submodules on the way to a path, itself included. Of a link to a link the first is known. */
  readonly linksOf: (path: string) => readonly string[]
}

type Opened =
  | { readonly real: string; readonly text: string; readonly isRelevant: boolean }
  | { readonly reason: string }

/**
 * Whether native syntax may have what roots are found by. Names of blocks and functions cannot be escaped, so that a file without these
 * words has none; to parse is what takes the time.
 */
function mentionsStructure(text: string): boolean {
  if (['module', 'provider', 'backend', 'cloud', 'terraform', 'locals'].some((word) => text.includes(word))) return true
  return text.includes('file') || (text.includes('path') && (text.includes('root') || text.includes('cwd')))
}

const maxConfigurationFiles = 50_000

/** A parser that remembers: two trees of one repository share most of their files. Takes what parses one text. */
export function rememberingParser(parse: ParseHcl): ParseHcl {
  const known = new Map<string, Promise<HclFile>>()
  return (text, file) => {
    const key = `${createHash('sha256').update(text).digest('base64')} ${file}`
    const answer = known.get(key) ?? parse(text, file)
    known.set(key, answer)
    return answer
  }
}

/** Opens the configuration of a tree. Throws a UserError for a tree with more files of configuration than can be read. */
export function openConfiguration(tree: Tree, parseText: ParseHcl): Configuration {
  const children = childrenOf(tree)
  const links = new Set(
    [...tree.files].flatMap(([path, { mode }]) => (mode === 'symlink' || mode === 'submodule' ? [path] : [])),
  )
  const located = new Map<string, Promise<Located>>()
  const parsed = new Map<string, Promise<Opened>>()
  const uses = new Map<string, ReturnType<typeof pathUsesIn>>()
  const folders = new Map<string, Promise<ConfigurationFolder>>()
  const names = (folder: string) => children.get(folder) ?? []

  const bytes = async (path: string) => {
    const entry = await tree.read(path)
    return entry.type === 'link' ? { path: entry.target, entry: await tree.read(entry.target) } : { path, entry }
  }
  const open = async (path: string): Promise<Opened> => {
    const { path: real, entry } = await bytes(path)
    if (entry.type !== 'file') return { reason: entry.type === 'refused' ? entry.reason : 'it is no file' }
    const text = new TextDecoder().decode(entry.bytes)
    return { real, text, isRelevant: real.endsWith('.json') || mentionsStructure(text) }
  }
  const openOnce = (path: string) => remembered(parsed, path, () => open(path))
  const readFolder = async (folder: string, tool: ToolName): Promise<ConfigurationFolder> => {
    const files = configurationNames(names(folder), tool).map((name) => (folder === '' ? name : `${folder}/${name}`))
    const opened = await Promise.all(files.map(async (file) => ({ file, content: await openOnce(file) })))
    const readable = opened.flatMap(({ content }) => ('reason' in content ? [] : [content]))
    const relevant = readable.filter(({ isRelevant }) => isRelevant)
    return {
      files: [...new Set([...files, ...readable.map(({ real }) => real)])],
      parsed: await Promise.all(relevant.map(({ text, real }) => parseText(text, real))),
      unreadable: opened.flatMap(({ file, content }) =>
        'reason' in content ? [{ file, reason: content.reason }] : [],
      ),
    }
  }

  return {
    tree,
    folders: [...children.entries()]
      .flatMap(([folder, inside]) => (!isToolFolder(folder) && inside.some(isConfiguration) ? [folder] : []))
      .sort(),
    names,
    locateFolder: (path) => remembered(located, path, () => locate(tree, path)),
    read: (folder, tool) => remembered(folders, `${tool} ${folder}`, () => readFolder(folder, tool)),
    text: async (path) => {
      const { entry } = await bytes(path)
      return entry.type === 'file' ? new TextDecoder().decode(entry.bytes) : undefined
    },
    parse: async (path) => {
      const content = await openOnce(path)
      return 'reason' in content ? undefined : parseText(content.text, content.real)
    },
    pathUses: (expression, file) =>
      remembered(uses, `${file.endsWith('.json')} ${expression}`, () => pathUsesIn(expression, file)),
    linksOf: (path) => {
      if (links.size === 0) return []
      const ends = [...path.matchAll(/\/|$/g)].map(({ index }) => path.slice(0, index))
      return ends.filter((prefix) => links.has(prefix))
    },
  }
}

function remembered<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const answer = known.get(key) ?? make()
  known.set(key, answer)
  return answer
}

function childrenOf(tree: Tree): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>()
  let count = 0
  for (const path of tree.files.keys()) {
    const folder = parentOf(path)
    const name = folder === '' ? path : path.slice(folder.length + 1)
    const inside = children.get(folder)
    if (inside === undefined) children.set(folder, [name])
    else inside.push(name)
    if (isConfiguration(name)) count += 1
  }
  if (count <= maxConfigurationFiles) return children
  throw new UserError(
    `There are ${count} files of Terraform configuration; at most ${maxConfigurationFiles} are read.`,
    {
      where: 'the repository',
      next: 'take out what is generated, such as copies of modules',
    },
  )
}

async function locate(tree: Tree, path: string): Promise<Located> {
  const entry = await tree.read(path)
  if (entry.type === 'directory') return { path }
  if (entry.type === 'refused') return { reason: entry.reason, isOpen: true }
  // What is not there is seen when it comes.
  if (entry.type !== 'link') return { reason: `there is no folder ${path}`, isOpen: false }
  const target = await tree.read(entry.target)
  if (target.type === 'directory') return { path: entry.target }
  return { reason: `${path} leads to ${entry.target}, which is no folder`, isOpen: false }
}
