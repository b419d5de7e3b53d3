// Files beside the configuration that it reads: by `file()` and its like, or because a path to them is written in it.

import { matchesGlob } from '../../text/glob.ts'
import type { HclFile, HclValue } from '../hcl/body.ts'
import type { PathPart, PathUse } from '../hcl/path-uses.ts'
import type { Configuration } from './configuration.ts'
import { valuesIn } from './hcl-fields.ts'
import { localsOf, pathOf, plainPattern, withLocals } from './known-path.ts'
import type { ModuleFolder, Unresolved } from './modules.ts'

/** Functions whose first argument is a file or a folder. */
const fileFunctions = new Set([
  ...['file', 'filebase64', 'filebase64sha256', 'filebase64sha512', 'fileexists', 'filemd5', 'fileset'],
  ...['filesha1', 'filesha256', 'filesha512', 'templatefile'],
])

type Expression = Extract<HclValue, { readonly type: 'expression' }>

export type FilesRead = { readonly files: readonly string[]; readonly unresolved: readonly Unresolved[] }

/**
 * What the files of one module's folder read. A path of which only the start is known stands for every file that starts so; one
 * without a known start is unresolved. Relative paths are from the root module's folder, where the tool runs.
 */
export async function filesReadBy(
  configuration: Configuration,
  module: ModuleFolder,
  root: string,
): Promise<FilesRead> {
  const values = module.parsed.flatMap(relevantValues)
  if (values.length === 0) return { files: [], unresolved: [] }
  const locals = await localsOf(configuration, module)
  const files = new Set<string>()
  const unresolved: Unresolved[] = []
  const add = async (path: string, select: (file: string) => boolean = () => true) => {
    for (const file of await filesAt(configuration, path)) if (select(file)) files.add(file)
  }
  const open = (value: Expression, reason: string) =>
    unresolved.push({ source: oneLineText(value.text), at: value.at, reason, isOpen: true })

  for (const value of values) {
    const uses = onlyCall(value) ?? (await configuration.pathUses(value.text, value.at.file))
    if (uses === undefined) {
      open(value, 'the paths in it cannot be read')
      continue
    }
    for (const { parts, isRead, pattern } of uses.flatMap(candidatesIn)) {
      const path = pathOf(withLocals(parts, locals), module.folder, root, isRead)
      if (path.type === 'open') open(value, path.reason)
      if (path.type === 'start') await add(path.folder, (file) => file.startsWith(path.start))
      if (path.type !== 'known') continue
      const below = (file: string) => file.slice(path.path === '' ? 0 : path.path.length + 1)
      await add(path.path, pattern === undefined ? undefined : (file) => matchesGlob(pattern, below(file)))
    }
  }
  return { files: [...files], unresolved }
}

/** A module is read for each root that it belongs to. */
const known = new WeakMap<HclFile, readonly Expression[]>()

function relevantValues(file: HclFile): readonly Expression[] {
  const values = known.get(file) ?? [...valuesIn(file.body)].filter(isRelevant)
  known.set(file, values)
  return values
}

/** The usual case, which needs no second look: one call and nothing around it. Of `fileset` the second argument counts, too. */
function onlyCall({ text, callSites }: Expression): readonly PathUse[] | undefined {
  const [call, second] = callSites ?? []
  if (call?.argument === undefined || second !== undefined || call.name === 'fileset') return undefined
  if (!text.startsWith(`${call.name}(`) || !text.endsWith(')')) return undefined
  return [{ type: 'call', name: call.name, arguments: [call.argument] }]
}

function isRelevant(value: HclValue): value is Expression {
  if (value.type !== 'expression') return false
  return (
    value.references.some((name) => name.startsWith('path.')) || value.calls.some((name) => fileFunctions.has(name))
  )
}

/** What may be a path. `isRead`: it is one, whatever it looks like. */
type Candidate = {
  readonly parts: readonly PathPart[]
  readonly isRead: boolean
  readonly pattern?: string | undefined
}

function candidatesIn(use: PathUse): readonly Candidate[] {
  if (use.type === 'folder') return [{ parts: [{ text: use.reference }], isRead: false }]
  if (use.type === 'template') return [{ parts: use.parts, isRead: false }]
  const [first = [], second] = use.arguments
  if (fileFunctions.has(use.name))
    return [{ parts: first, isRead: true, pattern: use.name === 'fileset' ? plainPattern(second) : undefined }]
  // The name of a folder says nothing of what is in it.
  return use.name === 'basename' ? [] : use.arguments.map((parts) => ({ parts, isRead: false }))
}

const maxFiles = 20_000

/** The file of that path, or every file below it; each link with what it leads to. */
async function filesAt(configuration: Configuration, path: string): Promise<readonly string[]> {
  const { tree } = configuration
  const found = new Set<string>()
  const pending = [path]
  const seen = new Set<string>()
  for (let next = pending.pop(); next !== undefined && found.size < maxFiles; next = pending.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    for (const link of configuration.linksOf(next)) found.add(link)
    const entry = await tree.read(next)
    if (entry.type === 'file') found.add(next)
    if (entry.type === 'link') pending.push(entry.target)
    if (entry.type !== 'directory') continue
    for (const file of tree.list(next)) {
      found.add(file)
      if (tree.files.get(file)?.mode === 'symlink') pending.push(file)
    }
  }
  return [...found]
}

const oneLineText = (text: string) => text.replace(/\s+/g, ' ').slice(0, 200)
