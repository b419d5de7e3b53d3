// Sealed plans of this very run, which the reviewers of an environment have let through.
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GitHubClient } from '../lib/github/client.ts'
import { listRunApprovals } from '../lib/github/run-approvals.ts'
import { readEnvelope } from '../lib/terraform/envelope/open.ts'
import type { PlanOrigin } from '../lib/terraform/planning/seal-made.ts'
import { UserError } from '../lib/toolkit/user-error.ts'
import type { SealedPlan } from './pull-plans.ts'

const maxFiles = 500
const maxBytes = 512 * 1024 * 1024

/** Reads a folder that a step has filled by downloading. Throws a UserError for what is no sealed plan, and above the limits. */
export function readPlansFolder(folder: string): readonly SealedPlan[] {
  const isFolder = lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true
  const names = isFolder ? readdirSync(folder).filter((name) => name.endsWith('.plan')) : []
  if (names.length === 0) {
    throw new UserError(isFolder ? 'There is no sealed plan.' : 'There is no such folder.', {
      where: folder,
      next: 'download the artifact of the job before into it',
    })
  }
  let total = 0
  return names.slice(0, maxFiles).map((file) => {
    const path = join(folder, file)
    const stats = lstatSync(path)
    total += stats.size
    if (!stats.isFile() || total > maxBytes) {
      throw new UserError('This is no sealed plan, or there are too many of them.', { where: path })
    }
    const bytes = readFileSync(path)
    return { file, bytes, envelope: readEnvelope(bytes, path) }
  })
}

/** Why a plan is not one that this run has made of what is checked out; empty when it is. */
export function ownPlanProblems(
  { envelope }: SealedPlan,
  origin: PlanOrigin,
  root: { readonly name: string; readonly path: string },
): readonly string[] {
  const same = (what: string, said: string | number | undefined, wanted: string | number | undefined) =>
    said === wanted ? [] : [`Its ${what} is ${said ?? 'not said'}, not ${wanted ?? 'none'}.`]
  return [
    ...same('root', envelope.root, root.name),
    ...same('folder', envelope.path, root.path),
    ...same('repository', envelope.repository, origin.repository),
    ...same('run', envelope.run, origin.run),
    ...same('workflow', envelope.workflow, origin.workflow),
    ...same('event', envelope.event, origin.event),
    ...same('commit', envelope.head, origin.head),
  ]
}

/**
 * Proves that people have let this run into the environment. An environment without required reviewers lets everybody in: then
 * nobody has seen the plan. Throws a UserError for that.
 */
export async function requireEnvironmentApproval(
  client: GitHubClient,
  where: { readonly repository: string; readonly run: string; readonly environment: string | undefined },
): Promise<readonly string[]> {
  const { repository, run, environment } = where
  if (environment === undefined) {
    throw new UserError('Plans of this run need the name of the environment whose reviewers have let them through.', {
      where: 'input approval-environment',
      next: 'give the name of the environment of this job',
    })
  }
  const approvals = await listRunApprovals(client, repository, Number(run))
  const by = approvals.flatMap((approval) =>
    approval.state === 'approved' && approval.environments.includes(environment) ? [approval.by] : [],
  )
  if (by.length > 0) return by
  throw new UserError(`Nobody has let run ${run} into the environment ${environment}.`, {
    where: `environment ${environment} of ${repository}`,
    next: 'give the environment required reviewers: a plan that nobody has seen is not applied',
  })
}
