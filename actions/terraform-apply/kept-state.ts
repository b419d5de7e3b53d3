// How somebody gets a state that its backend did not take out of the artifact of this run.
import type { KeptState } from '../lib/terraform/applying/put-back-state.ts'
import { displayCommand } from '../lib/toolkit/exec.ts'
import { fileNameOf, plansArtifact } from '../terraform-plan/report-folder.ts'

/** The artifact of the job that is let in: under the name of the job before it would take that one's place. */
const approvedArtifact = `${plansArtifact}-approved`

/**
 * Where a sealed state is after the upload, and the commands that bring it out.
 * @param file its name in the folder that is uploaded
 * @param isApproved whether this is the job after an approval, which uploads under another name
 */
export function keptInArtifact(given: {
  readonly root: string
  readonly run: string
  readonly file: string
  readonly isApproved: boolean
  readonly isEncrypted: boolean
}): KeptState {
  const { root, run, file, isApproved, isEncrypted } = given
  const artifact = isApproved ? approvedArtifact : plansArtifact
  const [sealed, opened] = [`/tmp/${fileNameOf(root)}-sealed`, `/tmp/${fileNameOf(root)}-state`]
  const keys = isEncrypted ? ['--keys', 'KEYS'] : []
  return {
    where: `${file} in the artifact ${artifact} of this run, sealed`,
    fetch: [
      displayCommand('gh', ['run', 'download', run, '-n', artifact, '-D', sealed]),
      displayCommand('seaworthy', ['terraform', 'open', `${sealed}/${file}`, ...keys, '--out', opened]),
    ],
    file: `${opened}/terraform.tfstate`,
  }
}
