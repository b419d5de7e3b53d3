// Every file that decides what a root does.
import { matchesGlob } from '../../text/glob.ts'
import type { HclFile } from '../hcl/body.ts'
import type { Configuration } from './configuration.ts'
import { isVariableFile, lockFileName } from './file-names.ts'
import { type ModuleFolder, readModules, type Unresolved } from './modules.ts'
import { filesReadBy } from './read-files.ts'
import { folderOf, shownFolder } from './repository-path.ts'
import type { Root, RootFiles } from './root.ts'
import { versionFileOf } from './versions.ts'

/** What a file is to a root. */
export type FileRole = 'configuration' | 'variables' | 'backend' | 'lock' | 'version' | 'read' | 'input' | 'link'

/** `RootFiles`, and why each file is among them. */
export type RootReading = Omit<RootFiles, 'unresolved'> & {
  readonly unresolved: readonly Unresolved[]
  readonly roles: ReadonlyMap<string, FileRole>
  /** The root's own folder and those of its modules, parsed. */
  readonly folders: readonly ModuleFolder[]
}

/** Reads what a root is made of from one tree. A root that is not in this tree has no files. */
export async function filesOfRoot(configuration: Configuration, root: Root): Promise<RootReading> {
  const written = folderOf(root.path)
  const located = await configuration.locateFolder(written)
  const roles = new Map<string, FileRole>()
  const add = (files: Iterable<string>, role: FileRole) => {
    for (const file of files) if (!roles.has(file)) roles.set(file, role)
  }
  if ('reason' in located) return { files: [], modules: [], unresolved: [], roles, folders: [] }
  const folder = located.path
  const { folders, links, unresolved } = await readModules(configuration, folder, root.tool)
  for (const { files } of folders) add(files, 'configuration')

  const inside = (name: string) => (folder === '' ? name : `${folder}/${name}`)
  const names = configuration.names(folder)
  const lockFile = names.includes(lockFileName) ? inside(lockFileName) : undefined
  add(await withTargets(configuration, names.filter(isVariableFile).map(inside)), 'variables')
  add(await withTargets(configuration, root.varFiles), 'variables')
  add(
    await withTargets(
      configuration,
      root.backendConfig.filter((item) => !item.includes('=')),
    ),
    'backend',
  )
  if (lockFile !== undefined) add(await withTargets(configuration, [lockFile]), 'lock')
  // Also one that names no exact version, such as `latest`. A version of the settings comes before it.
  const versionFile = await versionFileOf(configuration, folder, root.tool)
  if (versionFile !== undefined && (root.version === undefined || root.version.at.file === versionFile.at.file))
    add(await withTargets(configuration, [versionFile.at.file]), 'version')
  add([...links, ...configuration.linksOf(written)], 'link')
  const reads = await Promise.all(folders.map((module) => filesReadBy(configuration, module, folder)))
  add(
    reads.flatMap(({ files }) => files),
    'read',
  )
  add(
    root.inputs.flatMap((pattern) => filesThatFit(configuration, pattern)),
    'input',
  )

  return {
    files: [...roles.keys()].sort(),
    modules: folders
      .slice(1)
      .map((module) => shownFolder(module.folder))
      .sort(),
    unresolved: [...unresolved, ...reads.flatMap((read) => read.unresolved)],
    ...(lockFile !== undefined && { lockFile }),
    roles,
    folders,
  }
}

/** Every file of configuration of a root and its modules, parsed whole; `folders` has only what roots are found by. */
export async function configurationOf(
  configuration: Configuration,
  { roles }: RootReading,
): Promise<readonly HclFile[]> {
  const files = [...roles].flatMap(([file, role]) => (role === 'configuration' ? [file] : []))
  const parsed = (await Promise.all(files.map((file) => configuration.parse(file)))).filter(
    (file) => file !== undefined,
  )
  // A link and what it leads to are one file.
  return [...new Map(parsed.map((file) => [file.file, file])).values()]
}

/** Files that are there, and what they lead to where they are symbolic links. */
async function withTargets({ tree, linksOf }: Configuration, files: readonly string[]): Promise<readonly string[]> {
  const all = files.map(async (file) => {
    const path = folderOf(file)
    const entry = await tree.read(path)
    if (entry.type === 'link') return [...linksOf(path), entry.target]
    return entry.type === 'missing' ? [] : [path]
  })
  return (await Promise.all(all)).flat()
}

function filesThatFit({ tree }: Configuration, pattern: string): readonly string[] {
  const names = pattern.split('/')
  const start = names.findIndex((name) => name.includes('*'))
  if (start < 0) return tree.files.has(pattern) ? [pattern] : tree.list(pattern)
  return tree.list(names.slice(0, start).join('/')).filter((file) => matchesGlob(pattern, file))
}
