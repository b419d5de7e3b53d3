// What of a path is known without running anything.

import type { HclValue } from '../hcl/body.ts'
import { isPathReference, type PathPart } from '../hcl/path-uses.ts'
import type { Configuration } from './configuration.ts'
import { blocksOf } from './hcl-fields.ts'
import type { ModuleFolder } from './modules.ts'
import { joinPath } from './repository-path.ts'

type Expression = Extract<HclValue, { readonly type: 'expression' }>

/** Literal values of `locals`, which paths are often made of. */
export type Locals = ReadonlyMap<string, readonly PathPart[]>

export type KnownPath =
  | { readonly type: 'known'; readonly path: string }
  /** Everything in the folder whose path starts so. */
  | { readonly type: 'start'; readonly folder: string; readonly start: string }
  | { readonly type: 'open'; readonly reason: string }
  /** Not of this repository, or no path. */
  | { readonly type: 'none' }

/**
 * What is known of a path in a module of a root, both by their folders. `isRead`: it is read, so that it is a path even where it does not
 * start with `path.module` and its like.
 */
export function pathOf(parts: readonly PathPart[], module: string, root: string, isRead: boolean): KnownPath {
  const [first, ...others] = parts
  if (first === undefined) return { type: 'none' }
  const reference = typeof first === 'string' ? undefined : first.text
  if (reference === undefined && !isRead) return { type: 'none' }
  if (reference?.includes('path.cwd')) return { type: 'open', reason: 'it depends on where the tool is started' }
  if (reference !== undefined && !isPathReference(reference)) {
    // What is inside has been looked at by itself.
    if (!isRead || ['path.module', 'path.root', 'path.cwd'].some((name) => reference.includes(name)))
      return { type: 'none' }
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
export function plainPattern(parts: readonly PathPart[] | undefined): string | undefined {
  const [pattern, second] = parts ?? []
  if (typeof pattern !== 'string' || second !== undefined || pattern === '') return undefined
  return /[{}[\]?!\\]|\.\.|[^/]\*\*|\*\*[^/]/.test(pattern) ? undefined : pattern
}

/** Locals of a module's folder that are text, or a template and nothing else. */
export async function localsOf(configuration: Configuration, module: ModuleFolder): Promise<Locals> {
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

/** A path with what its locals stand for. */
export function withLocals(parts: readonly PathPart[], locals: Locals): readonly PathPart[] {
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
