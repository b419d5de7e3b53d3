// A plan that was made in this run, sealed and put where a step uploads it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Change } from '../lib/terraform/planning/open-change.ts'
import type { MadePlan } from '../lib/terraform/planning/plan-one.ts'
import { type PlanOrigin, sealMade } from '../lib/terraform/planning/seal-made.ts'
import type { Root } from '../lib/terraform/roots/root.ts'
import type { Sealing } from './keys.ts'
import { type Folders, planFileName, plansArtifact } from './report-folder.ts'

/** Returns the name of the artifact that it will be in. Throws a UserError where it cannot be sealed. */
export async function keepPlan(
  made: MadePlan,
  root: Root,
  where: {
    readonly change: Change
    readonly folders: Folders
    readonly origin: PlanOrigin
    readonly sealWith: NonNullable<Sealing['sealWith']>
  },
): Promise<string> {
  const { change, folders, origin, sealWith } = where
  const bytes = await sealMade(made, { tree: change.head, reading: change.reading(root), origin, key: sealWith })
  const index = change.selection.roots.findIndex(({ name }) => name === root.name)
  writeFileSync(join(folders.plans, planFileName(root.name, index)), bytes, { mode: 0o600 })
  return plansArtifact
}
