// Which tool a folder is for, and which version of it the repository demands.
import type { SourceLocation } from '../../findings/finding.ts'
import type { HclFile } from '../hcl/body.ts'
import type { Configuration } from './configuration.ts'
import { isConfiguration, isOnlyTofu } from './file-names.ts'
import { argumentOf, blocksOf, literalOf } from './hcl-fields.ts'
import { withParents } from './repository-path.ts'
import type { ToolName } from './root.ts'

const versionFiles = { terraform: '.terraform-version', tofu: '.opentofu-version' } as const

/** The tool of a folder that no setting names: by the nearest version file, else by the names of its files. */
export function toolOf({ names }: Configuration, folder: string): ToolName {
  for (const parent of withParents(folder)) {
    const inside = names(parent)
    if (inside.includes(versionFiles.terraform)) return 'terraform'
    if (inside.includes(versionFiles.tofu)) return 'tofu'
  }
  return names(folder).filter(isConfiguration).every(isOnlyTofu) ? 'tofu' : 'terraform'
}

export type VersionFile = { readonly at: SourceLocation } & (
  | { readonly value: string }
  /** Something else than an exact version, such as `latest`. */
  | { readonly other: string }
)

/** What the nearest version file of a tool says, in the folder or above it. The first line that is no comment counts. */
export async function versionFileOf(
  configuration: Configuration,
  folder: string,
  tool: ToolName,
): Promise<VersionFile | undefined> {
  const parent = withParents(folder).find((above) => configuration.names(above).includes(versionFiles[tool]))
  if (parent === undefined) return undefined
  const file = parent === '' ? versionFiles[tool] : `${parent}/${versionFiles[tool]}`
  const lines = ((await configuration.text(file)) ?? '').split('\n').map((line) => line.replace(/#.*/, '').trim())
  const line = lines.findIndex((text) => text !== '')
  const text = lines[line]?.slice(0, 100) ?? ''
  const at = { file, line: Math.max(line, 0) + 1, column: 1 }
  const [, value] = /^v?([0-9]+\.[0-9]+\.[0-9]+(?:-[0-9A-Za-z.-]+)?)$/.exec(text) ?? []
  return value === undefined ? { at, other: text } : { at, value }
}

/** Every `required_version` of a folder, as written. */
export function requiredVersions(
  files: readonly HclFile[],
): readonly { readonly value: string; readonly at: SourceLocation }[] {
  return files
    .flatMap(({ body }) => blocksOf(body, 'terraform'))
    .flatMap(({ body }) => {
      const argument = argumentOf(body, 'required_version')
      const value = literalOf(argument?.value)
      return argument === undefined || value === undefined ? [] : [{ value, at: argument.at }]
    })
}
