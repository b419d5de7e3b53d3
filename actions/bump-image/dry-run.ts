// The same plan on the branch as it stands now, and nothing written.
import { readHead } from '../lib/github/history.ts'
import { openRemoteTree } from '../lib/github/remote-tree.ts'
import { type BumpJob, type LandedBump, planOn } from './land-bump.ts'

/** Plans once. */
export async function dryRun(job: BumpJob): Promise<LandedBump> {
  const head = await readHead(job.client, job.repository, job.branch)
  const tree = await openRemoteTree(job.client, job.repository, head, { localBlob: job.localBlob })
  const { prepared, diff } = await planOn(tree, head, job)
  return { prepared, diff, commit: undefined, attempts: 0, pullRequest: undefined }
}
