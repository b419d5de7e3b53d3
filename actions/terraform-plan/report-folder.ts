// What a step that uploads finds: sealed plans, and a report without secrets.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Name of the artifact with sealed plans. One name, so that a later attempt takes the place of an earlier one. */
export const plansArtifact = 'terraform-plans'

export type Folders = { readonly plans: string; readonly report: string; readonly work: string }

/** Makes the folders anew, in the runner's temporary folder, away from what a change could put into the checkout. */
export function makeFolders(temporary: string | undefined): Folders {
  const base = join(temporary ?? tmpdir(), 'seaworthy-terraform')
  const folders = { plans: join(base, 'plans'), report: join(base, 'report'), work: join(base, 'work') }
  for (const folder of Object.values(folders)) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  }
  return folders
}

/**
 * Removes plans and states in clear, which the next steps of the job could read. Left where the run was interrupted: the tool may
 * still be at work there.
 */
export function clearWork({ work }: Folders, stop: AbortSignal): void {
  if (!stop.aborted) rmSync(work, { recursive: true, force: true })
}

/** A name for a file about a root: artifacts take no `:` and no `/`. */
export const fileNameOf = (root: string): string =>
  encodeURIComponent(root).replace(/[*%]/g, '_').slice(0, 150) || 'root'

/** File of a sealed plan. The envelope inside says which root it is for; the name is for people. */
export const planFileName = (root: string, index: number): string => `${index}-${fileNameOf(root)}.plan`

export function writeReportFile(folder: string, name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
