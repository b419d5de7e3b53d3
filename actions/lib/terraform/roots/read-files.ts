// Files beside the configuration that it reads: by `file()` and its like, or because a path to them is written in it.

import { matchesGlob } from '../../text/glob.ts'
import type { HclFile, HclValue } from '../hcl/body.ts'
import { isPathReference, type PathPart, type PathUse } from '../hcl/path-uses.ts'
import type { Configuration } from './configuration.ts'
import { blocksOf, valuesIn } from './hcl-fields.ts'
import type { ModuleFolder, Unresolved } from './modules.ts'
import { joinPath } from './repository-path.ts'

/** Functions whose first argument is a file or a folder. */
const fileFunctions = new Set([
  ...['file', 'filebase64', 'filebase64sha256', 'filebase64sha512', 'fileexists', 'filemd5', 'fileset'],
  ...['filesha1', 'filesha256', 'filesha512', 'templatefile'],
])

type Expression = Extract<HclValue, { readonly type: 'expression' }>

/** Literal values of `locals`, which paths are often made of. */
type Locals = ReadonlyMap<string, readonly PathPart[]>

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
    for (const use of uses) {
      if (use.type === 'folder' || (use.type === 'call' && !fileFunctions.has(use.name))) {
        const reference = use.type === 'folder' ? use.reference : onlyReference(use)
        if (reference === undefined) continue
        if (reference.includes('path.cwd')) open(value, 'it depends on where the tool is started')
        else await add(reference.includes('path.root') ? root : module.folder)
        continue
      }
      const parts = withLocals(use.type === 'call' ? (use.arguments[0] ?? []) : use.parts, locals)
      const path = pathOf(parts, module.folder, root, use.type === 'call')
      if (path.type === 'open') open(value, path.reason)
      if (path.type === 'start') await add(path.folder, (file) => file.startsWith(path.start))
      if (path.type === 'known') {
        const pattern = use.type === 'call' && use.name === 'fileset' ? plainPattern(use.arguments[1]) : undefined
        const below = (file: string) => file.slice(path.path === '' ? 0 : path.path.length + 1)
        await add(path.path, pattern === undefined ? undefined : (file) => matchesGlob(pattern, below(file)))
      }
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

/** `abspath(path.module)` and `dirname(path.module)` are folders; a folder's name is none. */
function onlyReference({
  name,
  arguments: given,
}: {
  readonly name: string
  readonly arguments: readonly (readonly PathPart[])[]
}) {
  const [part, second] = given[0] ?? []
  if (name === 'basename' || part === undefined || typeof part === 'string' || second !== undefined) return undefined
  return isPathReference(part.text) ? part.text : undefined
}

type KnownPath =
  | { readonly type: 'known'; readonly path: string }
  /** Everything in the folder whose path starts so. */
  | { readonly type: 'start'; readonly folder: string; readonly start: string }
  | { readonly type: 'open'; readonly reason: string }
  /** Not of this repository, or no path. */
  | { readonly type: 'none' }

function pathOf(parts: readonly PathPart[], module: string, root: string, isCall: boolean): KnownPath {
  const [first, ...others] = parts
  if (first === undefined) return { type: 'none' }
  const reference = typeof first === 'string' ? undefined : first.text
  if (reference === undefined && !isCall) return { type: 'none' }
  if (reference?.includes('path.cwd')) return { type: 'open', reason: 'it depends on where the tool is started' }
  if (reference !== undefined && !isPathReference(reference)) {
    // What is inside has been looked at by itself.
    if (!isCall || reference.includes('path.')) return { type: 'none' }
    return { type: 'open', reason: 'which file it reads is known only while the tool runs' }
  }
  const base = reference === undefined || reference.includes('path.root') ? root : module
  const rest = reference === undefined ? parts : others
  const unknown = rest.findIndex((part) => typeof part !== 'string')
  const text = rest.slice(0, unknown < 0 ? undefined : unknown).join('')
  // Absolute, or of the home folder.
  if (reference === undefined && /^[/~]/.test(text)) return { type: 'none' }
  if (unknown < 0) {
    const path = joinPath(base, text.trim())
    return path === undefined ? { type: 'none' } : { type: 'known', path }
  }
  const slash = text.lastIndexOf('/')
  const folder = joinPath(base, text.slice(0, slash + 1))
  if (folder === undefined) return { type: 'open', reason: 'it leaves the repository' }
  return { type: 'start', folder, start: `${folder === '' ? '' : `${folder}/`}${text.slice(slash + 1)}` }
}

/** A pattern of `fileset` that means the same to us. */
function plainPattern(parts: readonly PathPart[] | undefined): string | undefined {
  const [pattern, second] = parts ?? []
  if (typeof pattern !== 'string' || second !== undefined || pattern === '') return undefined
  return /[{}[\]?!\\]|\.\.|[^/]\*\*|\*\*[^/]/.test(pattern) ? undefined : pattern
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

async function localsOf(configuration: Configuration, module: ModuleFolder): Promise<Locals> {
  const known = new Map<string, readonly PathPart[]>()
  for (const block of module.parsed.flatMap(({ body }) => blocksOf(body, 'locals'))) {
    for (const { name, value } of block.body.arguments) {
      if (value.type === 'literal') known.set(name, [String(value.value)])
      if (value.type !== 'expression') continue
      if (isPathReference(value.text)) known.set(name, [{ text: value.text }])
      const [template, second] = (await templatesOf(configuration, value)) ?? []
      if (template !== undefined && second === undefined) known.set(name, template)
    }
  }
  return known
}

/** Only of an expression that is one template and nothing else. */
async function templatesOf(configuration: Configuration, value: Expression) {
  if (!/^"|^<</.test(value.text) && !value.at.file.endsWith('.json')) return undefined
  const uses = await configuration.pathUses(value.text, value.at.file)
  return uses?.flatMap((use) => (use.type === 'template' ? [use.parts] : []))
}

/** Locals of locals are followed this far, to this many parts: each may name another twice. */
const maxLocals = 8
const maxParts = 200

function withLocals(parts: readonly PathPart[], locals: Locals): readonly PathPart[] {
  let result = parts
  for (let round = 0; round < maxLocals; round += 1) {
    const next = result.flatMap((part) =>
      typeof part === 'string' ? [part] : (locals.get(localName(part.text)) ?? [part]),
    )
    if (next.length === result.length && next.every((part, index) => part === result[index])) break
    if (next.length > maxParts) return parts
    result = next
  }
  return result
}

const localName = (text: string) => (text.startsWith('local.') ? text.slice('local.'.length) : '')
const oneLineText = (text: string) => text.replace(/\s+/g, ' ').slice(0, 200)
