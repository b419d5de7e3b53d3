// Finds the block that an address comes from, among files of a root module and of its modules.

import { posix } from 'node:path'
import type { SourceLocation } from '../../findings/finding.ts'
import { groupBy } from '../../text/group-by.ts'
import type { HclBlock, HclFile } from '../hcl/body.ts'
import type { ResourceChange } from '../plan/plan.ts'
import { moduleNames } from './address.ts'

export type ResourceBlock = { readonly file: string; readonly folder: string; readonly block: HclBlock }

/** All `resource` blocks by `folder`, type and name; several of one key where an override file adds to it. */
export function resourceBlocks(files: readonly HclFile[]): readonly ResourceBlock[] {
  return files.flatMap(({ file, body }) =>
    body.blocks
      .filter(({ type, labels }) => type === 'resource' && labels.length === 2)
      .map((block) => ({ file, folder: posix.dirname(file), block })),
  )
}

/**
 * Tells where a change is written. It follows the module calls whose source is a folder of the repository. It cannot tell,
 * and says nothing, where several blocks fit: two copies of one module whose calls it cannot follow, or a module from
 * elsewhere. A resource whose block is gone has no place either.
 */
export function createLocator(files: readonly HclFile[]): (change: ResourceChange) => SourceLocation | undefined {
  const blocks = groupBy(resourceBlocks(files), ({ block }) => block.labels.join('.'))
  const calls = moduleCalls(files)
  const called = new Set([...calls.values()].flatMap((targets) => [...targets.values()]))
  const roots = new Set(files.map(({ file }) => posix.dirname(file)).filter((folder) => !called.has(folder)))
  return ({ type, name, module, mode }) => {
    const candidates = mode === 'managed' ? (blocks.get(`${type}.${name}`) ?? []) : []
    const folders = follow(moduleNames(module), roots, calls)
    // Where no call could be followed, a name that only one folder has is good enough; else it would be another's block.
    const fitting = folders.size === 0 ? candidates : candidates.filter(({ folder }) => folders.has(folder))
    return onlyFolder(fitting)?.block.at
  }
}

/** The first of the candidates, if they are all of one folder: further ones of it are overrides. */
function onlyFolder(candidates: readonly ResourceBlock[]): ResourceBlock | undefined {
  return new Set(candidates.map(({ folder }) => folder)).size === 1 ? candidates[0] : undefined
}

/** A module that is no folder of the repository. */
const elsewhere = '(elsewhere)'

/** Folders that the calls of a folder lead to, by folder and name. A source that has to be evaluated is left out. */
export function moduleCalls(files: readonly HclFile[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const calls = new Map<string, Map<string, string>>()
  for (const { file, body } of files) {
    const folder = posix.dirname(file)
    for (const { type, labels, body: inside } of body.blocks) {
      const source = inside.arguments.find(({ name }) => name === 'source')?.value
      const [name] = labels
      if (type !== 'module' || name === undefined || source?.type !== 'literal') continue
      const path = String(source.value)
      const target = /^\.\.?(\/|$)/.test(path) ? posix.join(folder, path).replace(/\/$/, '') : elsewhere
      calls.set(folder, (calls.get(folder) ?? new Map()).set(name, target))
    }
  }
  return calls
}

/** Folders that a path of module names leads to, from any of the given ones. */
export function follow(
  names: readonly string[],
  from: ReadonlySet<string>,
  calls: ReadonlyMap<string, ReadonlyMap<string, string>>,
): ReadonlySet<string> {
  let folders = from
  for (const name of names) {
    const next = (folder: string) => (folder === elsewhere ? folder : (calls.get(folder)?.get(name) ?? []))
    folders = new Set([...folders].flatMap(next))
  }
  return folders
}
