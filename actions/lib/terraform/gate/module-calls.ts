// The calls of modules in a view.
import type { SourceLocation } from '../../findings/finding.ts'
import { argumentOf, textOf } from '../hcl/look.ts'
import { type ModuleAddress, readModuleAddress } from './module-address.ts'
import type { GateFolder } from './view.ts'

export type ModuleUse = {
  readonly name: string
  /** Undefined where it is computed. */
  readonly source: string | undefined
  readonly address: ModuleAddress | undefined
  readonly version: string | undefined
  readonly at: SourceLocation
}

/** Every `module` block that has a source. */
export const modulesOf = ({ files }: GateFolder): readonly ModuleUse[] =>
  files.flatMap(({ body }) =>
    body.blocks.flatMap((block): readonly ModuleUse[] => {
      const given = block.type === 'module' ? argumentOf(block.body, 'source') : undefined
      if (given === undefined) return []
      const source = textOf(given.value)
      const address = source === undefined ? undefined : readModuleAddress(source)
      const versionGiven = argumentOf(block.body, 'version')?.value
      const version = versionGiven === undefined ? undefined : (textOf(versionGiven) ?? 'computed')
      return [{ name: block.labels[0] ?? '', source, address, version, at: given.at }]
    }),
  )
