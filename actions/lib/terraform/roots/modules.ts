// Local modules: which folders a root is made of, at any depth, as `terraform get` resolves them.
import type { SourceLocation } from '../../findings/finding.ts'
import type { HclFile } from '../hcl/body.ts'
import { type Edge, findCircle } from './circle.ts'
import type { Configuration } from './configuration.ts'
import { argumentOf, blocksOf, literalOf } from './hcl-fields.ts'
import { joinPath, shownFolder } from './repository-path.ts'
import type { ToolName } from './root.ts'

export type ModuleCall = {
  readonly name: string
  /** As written; an expression as its text. */
  readonly source: string
  /** Whether the source is text that needs no evaluating. */
  readonly isLiteral: boolean
  readonly at: SourceLocation
}

export type Unresolved = {
  readonly source: string
  readonly at: SourceLocation
  /** Why, in words that follow `because`. */
  readonly reason: string
  /** Whether any change of the repository may be behind it. */
  readonly isOpen: boolean
}

/** A folder of configuration that a root is made of. */
export type ModuleFolder = {
  readonly folder: string
  readonly files: readonly string[]
  readonly parsed: readonly HclFile[]
}

export type ModuleTree = {
  /** The root's own folder first, then modules in the order they are found. */
  readonly folders: readonly ModuleFolder[]
  /** Symbolic links on the way to modules. */
  readonly links: readonly string[]
  readonly unresolved: readonly Unresolved[]
}

const maxFolders = 2000
const maxUnresolved = 200

/** Calls of modules in a file. A block without a source is no call. */
export function moduleCalls({ body }: HclFile): readonly ModuleCall[] {
  return blocksOf(body, 'module').flatMap(({ labels, body: inside }) => {
    const source = argumentOf(inside, 'source')
    if (source === undefined) return []
    const literal = literalOf(source.value)
    const text = literal ?? ('text' in source.value ? source.value.text : '(not text)')
    return [{ name: labels[0] ?? '', source: text, isLiteral: literal !== undefined, at: source.at }]
  })
}

/** Whether a source is a folder beside the module that names it; everything else is fetched from elsewhere. */
export const isLocalSource = (source: string) =>
  source === '.' || source === '..' || source.startsWith('./') || source.startsWith('../')

/**
 * Where a local source leads. Terraform joins the paths by their letters first and follows symbolic links then, so that what a
 * module behind a link calls is found from where the module really is.
 */
export async function resolveSource(configuration: Configuration, from: string, source: string) {
  const joined = joinPath(from, source)
  // What is outside may be this repository under another name.
  if (joined === undefined) return { reason: 'it leaves the repository', isOpen: true, links: [] }
  return { ...(await configuration.locateFolder(joined)), links: configuration.linksOf(joined) }
}

/** Follows the calls of local modules from a folder (a real one). Never throws for what the configuration says. */
export async function readModules(configuration: Configuration, root: string, tool: ToolName): Promise<ModuleTree> {
  const folders = new Map<string, ModuleFolder>()
  const [links, unresolved] = [new Set<string>(), [] as Unresolved[]]
  const calls: Edge[] = []
  const pending = [root]
  const seen = new Set(pending)
  for (let folder = pending.shift(); folder !== undefined; folder = pending.shift()) {
    const { files, parsed, unreadable } = await configuration.read(folder, tool)
    folders.set(folder, { folder, files, parsed })
    unresolved.push(...unreadable.map(({ file, reason }) => ({ source: file, at: { file }, reason, isOpen: true })))
    for (const { problems } of parsed) {
      const [first] = problems
      if (first !== undefined)
        unresolved.push({
          source: first.at.file,
          at: first.at,
          reason: `it cannot be read whole: ${first.message}`,
          isOpen: true,
        })
    }
    for (const call of parsed.flatMap(moduleCalls)) {
      const problem = (reason: string, isOpen: boolean) =>
        unresolved.push({ source: call.source, at: call.at, reason, isOpen })
      if (!call.isLiteral) problem('its source is known only while the tool runs', true)
      else if (call.source.startsWith('/')) problem('it is an absolute path', true)
      if (!call.isLiteral || !isLocalSource(call.source)) continue
      const found = await resolveSource(configuration, folder, call.source)
      for (const link of found.links) links.add(link)
      if ('reason' in found) problem(found.reason, found.isOpen)
      else calls.push({ from: folder, to: found.path, at: call.at })
      if ('reason' in found || seen.has(found.path)) continue
      if (seen.size >= maxFolders) problem(`more than ${maxFolders} modules belong to ${shownFolder(root)}`, true)
      else {
        seen.add(found.path)
        pending.push(found.path)
      }
    }
  }
  const circle = findCircle(calls)
  if (circle !== undefined) {
    const [first] = circle
    const way = [...circle.map(({ from }) => from), first.from].map(shownFolder).join(' → ')
    unresolved.push({
      source: shownFolder(first.to),
      at: first.at,
      reason: `modules call each other in a circle: ${way}`,
      isOpen: false,
    })
  }
  return { folders: [...folders.values()], links: [...links], unresolved: unresolved.slice(0, maxUnresolved) }
}
