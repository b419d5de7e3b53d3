// The complete result as a file for later steps.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CallOutcome } from '../lib/bump/prepare.ts'
import { renderBumpJson } from '../lib/bump/show/result-text.ts'
import { errorMessage, UserError } from '../lib/toolkit/user-error.ts'
import type { Inputs } from './inputs.ts'
import type { LandedBump } from './land-bump.ts'

/** Writes the file; returns its path, empty when none was asked for. */
export function writeResult(inputs: Inputs, own: CallOutcome, { diff }: LandedBump): string {
  const file =
    inputs.jsonFile ??
    (inputs.run.temporary === undefined ? undefined : join(inputs.run.temporary, 'seaworthy', 'bump.json'))
  if (file === undefined) return ''
  const { outcome, sites, refusals, notes } = own
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, renderBumpJson({ outcome, dryRun: inputs.dryRun, sites, refusals, notes, diff }))
  } catch (cause) {
    throw new UserError(`The result cannot be written: ${errorMessage(cause)}`, {
      where: file,
      next: 'name another file with `json-file`',
      cause,
    })
  }
  return file
}
