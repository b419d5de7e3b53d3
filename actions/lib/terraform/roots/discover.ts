// Root modules of a tree: what is found, and what the settings say of it.

import { fieldLocations } from '../../contracts/contract.ts'
import {
  type TerraformOptions,
  type TerraformRootSettings,
  type TerraformSettings,
  terraformOptions,
} from '../../contracts/terraform-settings.ts'
import type { SourceLocation } from '../../findings/finding.ts'
import { liesIn } from '../../text/glob.ts'
import { groupBy } from '../../text/group-by.ts'
import { UserError } from '../../toolkit/user-error.ts'
import type { HclFile } from '../hcl/body.ts'
import { backendOf } from './backends.ts'
import type { Configuration, ConfigurationFolder } from './configuration.ts'
import { isConfiguration } from './file-names.ts'
import { blocksOf, shownPlace } from './hcl-fields.ts'
import { isLocalSource, moduleCalls, resolveSource } from './modules.ts'
import { folderOf, shownFolder } from './repository-path.ts'
import type { Root, ToolName } from './root.ts'
import { requiredVersions, toolOf, versionFileOf } from './versions.ts'

/** Something that a reader should know and that stops nothing. */
export type RootNote = { readonly message: string; readonly at: SourceLocation }

export type Discovery = { readonly roots: readonly Root[]; readonly notes: readonly RootNote[] }

export type RootSettings = {
  readonly options: TerraformOptions
  /** Where a field of the settings stands, by the names on the way. */
  readonly at: (names: readonly string[]) => SourceLocation
}

/** What discovery needs of the settings: the section as it was read from `text`, the whole content of `file`; undefined without one. */
export function rootSettings(written: TerraformSettings | undefined, text: string, file: string): RootSettings {
  return { options: terraformOptions(written), at: fieldLocations(text, file) }
}

/**
 * Finds the roots of a tree, sorted by name. A folder is one when it has a `backend`, `cloud` or `provider` block, or when the settings
 * list it. A folder with no more than `provider` blocks that another folder calls as a module is a module, as they were written
 * before providers could be passed. Throws a UserError for settings that no root can be made of.
 */
export async function discoverRoots(configuration: Configuration, settings: RootSettings): Promise<Discovery> {
  const listed = groupBy(settings.options.roots.map(withPlace(settings)), ({ written }) => folderOf(written.path))
  const { folders, notes } = await foundFolders(configuration, settings.options, listed)
  const found = folders.filter(({ folder }) => !listed.has(folder))
  const roots: Root[] = []
  for (const { folder, content, at } of found) {
    roots.push(
      await rootOf(configuration, { folder, content, at, written: { path: shownFolder(folder) }, settings, notes }),
    )
  }
  for (const [folder, entries] of listed) {
    const located = await configuration.locateFolder(folder)
    for (const { written, at } of entries) {
      if ('reason' in located || !configuration.names(located.path).some(isConfiguration)) {
        throw new UserError(`The settings list ${written.path} as a root module, and there is no configuration.`, {
          where: shownPlace(at),
          next: 'correct the path, or take the entry out',
        })
      }
      const tool = written.tool ?? settings.options.tool ?? toolOf(configuration, located.path)
      const content = await configuration.read(located.path, tool)
      roots.push(await rootOf(configuration, { folder: located.path, content, at, written, settings, notes }))
    }
  }
  refuseSharedNames(roots)
  return { roots: roots.sort((a, b) => (a.name < b.name ? -1 : 1)), notes }
}

type Listed = { readonly written: TerraformRootSettings; readonly at: SourceLocation }

const withPlace =
  ({ at }: RootSettings) =>
  (written: TerraformRootSettings, index: number): Listed => ({
    written,
    at: at(['terraform', 'roots', String(index)]),
  })

type FoundFolder = { readonly folder: string; readonly content: ConfigurationFolder; readonly at: SourceLocation }

async function foundFolders(
  configuration: Configuration,
  { exclude, tool }: TerraformOptions,
  listed: ReadonlyMap<string, unknown>,
): Promise<{ readonly folders: readonly FoundFolder[]; readonly notes: RootNote[] }> {
  const notes: RootNote[] = []
  const read = async (folder: string) => {
    const own: ToolName = tool ?? toolOf(configuration, folder)
    const content = await configuration.read(folder, own)
    return { folder, content, isExcluded: liesIn(exclude, folder), kind: kindOf(content.parsed) }
  }
  const all = await Promise.all(configuration.folders.map(read))
  const called = await calledFolders(
    configuration,
    all.filter(({ isExcluded }) => !isExcluded),
  )
  const folders = all.flatMap(({ folder, content, isExcluded, kind }): readonly FoundFolder[] => {
    if (kind === undefined || listed.has(folder)) return []
    const at = kind.at
    if (isExcluded) {
      const message = `${shownFolder(folder)} has a state of its own and is no root, since \`terraform.exclude\` covers it`
      if (kind.hasState) notes.push({ message, at })
      return []
    }
    const callers = kind.hasState ? undefined : called.get(folder)
    if (callers === undefined) return [{ folder, content, at: { file: content.files[0] ?? at.file } }]
    const message = `${shownFolder(folder)} configures a provider and is no root, since ${shownPlace(callers)} calls it as a module`
    notes.push({ message, at })
    return []
  })
  return { folders, notes }
}

/** Where the folder says that it is a root, and whether it says where its state is. */
function kindOf(files: readonly HclFile[]): { readonly at: SourceLocation; readonly hasState: boolean } | undefined {
  const state = backendOf(files)
  if (state !== undefined) return { at: state.at, hasState: true }
  const [provider] = files.flatMap(({ body }) => blocksOf(body, 'provider'))
  return provider && { at: provider.at, hasState: false }
}

/** Folders that others call as modules, each with the first call of it. A folder that calls itself is not called. */
async function calledFolders(
  configuration: Configuration,
  all: readonly { readonly folder: string; readonly content: ConfigurationFolder }[],
): Promise<ReadonlyMap<string, SourceLocation>> {
  const called = new Map<string, SourceLocation>()
  for (const { folder, content } of all) {
    for (const call of content.parsed.flatMap(moduleCalls)) {
      if (!call.isLiteral || !isLocalSource(call.source)) continue
      const target = await resolveSource(configuration, folder, call.source)
      if ('path' in target && target.path !== folder && !called.has(target.path)) called.set(target.path, call.at)
    }
  }
  return called
}

type RootParts = FoundFolder & {
  readonly written: TerraformRootSettings
  readonly settings: RootSettings
  readonly notes: RootNote[]
}

async function rootOf(configuration: Configuration, parts: RootParts): Promise<Root> {
  const { folder, content, at, written, settings, notes } = parts
  const tool = written.tool ?? settings.options.tool ?? toolOf(configuration, folder)
  const file = await versionFileOf(configuration, folder, tool)
  const version =
    written.version !== undefined
      ? { value: written.version, at }
      : file && 'value' in file
        ? { value: file.value, at: file.at }
        : undefined
  if (version === undefined && file !== undefined && 'other' in file) {
    const said = JSON.stringify(file.other)
    notes.push({ message: `${said} is no exact version, so that any version of ${tool} is taken`, at: file.at })
  }
  const backend = backendOf(content.parsed)
  return {
    name: written.name ?? shownFolder(folderOf(written.path)),
    path: shownFolder(folderOf(written.path)),
    tool,
    ...(version !== undefined && { version }),
    requiredVersion: requiredVersions(content.parsed),
    ...(written.workspace !== undefined && { workspace: written.workspace }),
    varFiles: written['var-files'] ?? [],
    backendConfig: written['backend-config'] ?? [],
    ...(backend !== undefined && { backend: backend.type }),
    ...(written.environment !== undefined && { environment: written.environment }),
    inputs: written.inputs ?? [],
    carry: written.carry ?? [],
    dependsOn: written['depends-on'] ?? [],
    at,
  }
}

function refuseSharedNames(roots: readonly Root[]): void {
  for (const [name, sharing] of groupBy(roots, (root) => root.name)) {
    if (sharing.length > 1) {
      throw new UserError(`${sharing.length} roots have the name ${name}.`, {
        where: sharing.map(({ at }) => shownPlace(at)).join(' and '),
        next: 'give each entry of `terraform.roots` a `name` of its own',
      })
    }
  }
}
