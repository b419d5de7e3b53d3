// Trees from literals, read as roots.
import { parseSettings } from '../../../contracts/settings.ts'
import { changedFiles } from '../../../git/changed-files.ts'
import type { Tree } from '../../../git/tree.ts'
import { type MemoryFiles, memoryTree } from '../../../testing/memory-tree.ts'
import { parseHclFile } from '../../hcl/parse.ts'
import { openConfiguration, rememberingParser } from '../configuration.ts'
import { rootSettings } from '../discover.ts'
import { type Selection, type Side, selectRoots } from '../select-roots.ts'

const settingsFile = '.github/seaworthy.yaml'
const parse = rememberingParser(parseHclFile)

/** A tree with its settings, which may be a file of it. */
export function sideOf(files: MemoryFiles): Side & { readonly tree: Tree } {
  const written = Object.hasOwn(files, settingsFile) ? files[settingsFile] : ''
  const text = typeof written === 'string' ? written : ''
  const { settings, problems } = parseSettings(text, settingsFile)
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  const tree = memoryTree(files)
  const configuration = openConfiguration(tree, parse)
  return { tree, configuration, settings: rootSettings(settings?.terraform, text, settingsFile) }
}

/** What has to be planned when `base` becomes `head`; without a base, everything. */
export async function selected(head: MemoryFiles, base?: MemoryFiles): Promise<Selection> {
  const [there, before] = [sideOf(head), base && sideOf(base)]
  if (before === undefined) return selectRoots({ head: there })
  return selectRoots({ head: there, base: before, changed: new Set(await changedFiles(before.tree, there.tree)) })
}

/** The same tree with some files changed; undefined takes one out. */
export function changed(
  files: MemoryFiles,
  changes: Readonly<Record<string, MemoryFiles[string] | undefined>>,
): MemoryFiles {
  const entries = new Map<string, MemoryFiles[string]>(Object.entries(files))
  for (const [path, content] of Object.entries(changes)) {
    if (content === undefined) entries.delete(path)
    else entries.set(path, content)
  }
  return Object.fromEntries(entries)
}

/** Reasons by the name of the root. */
export const reasonsOf = ({ impacts }: Selection) => new Map(impacts.map(({ root, reasons }) => [root.name, reasons]))
