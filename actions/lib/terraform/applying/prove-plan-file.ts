// What the tool would run is the plan's file. Whoever has the key could seal another one beside the JSON that people were shown:
// before it is run, the tool itself says what is in it, and the configuration inside has to be the one that is checked out.
import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { configurationOfPlanFile, foldersOf } from '../envelope/plan-configuration.ts'
import type { JudgedPlan } from '../planning/judge-plan.ts'
import { configurationNames } from '../roots/file-names.ts'
import type { PreparedRoot } from '../tool/prepared-root.ts'
import { showPlanJson } from '../tool/show.ts'

/**
 * Why the file is not the plan that was reviewed, in a sentence; undefined where it is. Takes a root that is initialised.
 * @param judge of the JSON that the tool makes of the file
 * @throws UserError where the tool cannot read it
 */
export async function planFileProblem(
  prepared: PreparedRoot,
  planFile: string,
  reviewed: JudgedPlan,
  judge: (json: string) => JudgedPlan,
): Promise<string | undefined> {
  const { bytes } = await showPlanJson(prepared, planFile)
  const inside = judge(bytes.toString('utf8'))
  if (inside.fingerprint !== reviewed.fingerprint) {
    return 'What is in the plan file is not what was shown to those who approved it: it was sealed by somebody who has the key.'
  }
  return configurationProblem(prepared, planFile)
}

function configurationProblem(prepared: PreparedRoot, planFile: string): string | undefined {
  const { folders, files } = configurationOfPlanFile(readFileSync(planFile), prepared.root.name)
  const other = 'The plan file carries another configuration than the one that is checked out'
  const here = initialisedFolders(prepared)
  if (here.size !== folders.size || [...folders].some(([key, folder]) => here.get(key) !== folder))
    return `${other}: its modules are others.`
  for (const { module, name, bytes } of files) {
    const folder = folders.get(module)
    if (folder === undefined || !isSame(join(prepared.folder, folder, name), bytes))
      return `${other}: ${module === '' ? 'the root module' : `the module ${module}`} has another ${name}.`
  }
  const names = configurationNames(
    files.flatMap(({ module, name }) => (module === '' ? [name] : [])),
    prepared.root.tool,
  )
  return names.length === 0 ? `${other}: it has none.` : undefined
}

/** What `init` has found, by the tool's own list; a root without modules has none. */
function initialisedFolders({ folder, environment }: PreparedRoot): ReadonlyMap<string, string> {
  const list = join(folder, environment.TF_DATA_DIR ?? '.terraform', 'modules/modules.json')
  const none = new Map([['', '.']])
  if (!existsSync(list)) return none
  const { Modules: modules } = JSON.parse(readFileSync(list, 'utf8')) as { readonly Modules?: unknown }
  return foldersOf(modules) ?? none
}

function isSame(path: string, bytes: Uint8Array): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  const isFile = stats?.isFile() === true || stats?.isSymbolicLink() === true
  return isFile && Buffer.compare(readFileSync(path), bytes) === 0
}
