// What both actions need to run the tool: folders, the context of a plan, and what a plan says of its origin.
import { join } from 'node:path'
import type { GitHubClient } from '../lib/github/client.ts'
import type { Change } from '../lib/terraform/planning/open-change.ts'
import type { PlanningContext } from '../lib/terraform/planning/planning-context.ts'
import type { PlanOrigin } from '../lib/terraform/planning/seal-made.ts'
import type { ToolName } from '../lib/terraform/roots/root.ts'
import { type Executable, findExecutable } from '../lib/terraform/tool/executable.ts'
import type { RunPlace } from '../lib/toolkit/gitops-inputs.ts'
import type { Logger } from '../lib/toolkit/logger.ts'
import { runIdentity } from '../lib/toolkit/terraform-inputs.ts'
import { UserError } from '../lib/toolkit/user-error.ts'
import type { Inputs } from './inputs.ts'
import type { PullEvent } from './pull-event.ts'
import type { Folders } from './report-folder.ts'
import type { Trees } from './trees.ts'

/** The context in which roots are planned. Reads the environment once. */
export function planningContext(
  options: {
    readonly change: Change
    readonly repository: string
    readonly folders: Pick<Folders, 'work'>
    readonly fingerprintKey: Uint8Array
    readonly timeoutMinutes: number
    readonly providerMirror: string | undefined
    readonly stop: AbortSignal
    readonly log: Logger
  },
  environment: NodeJS.ProcessEnv,
): PlanningContext {
  const { change, repository, folders, stop } = options
  const found = new Map<ToolName, Promise<Executable>>()
  const executable = (tool: ToolName) => {
    const known =
      found.get(tool) ?? findExecutable(tool, { searchPath: environment.PATH ?? '', folder: folders.work, stop })
    found.set(tool, known)
    return known
  }
  const { providers } = change.policy
  return {
    repository,
    workFolder: folders.work,
    environment,
    // Rules of the base, ways of the head: what a root is given is no more than what the base allows.
    options: {
      ...change.options,
      guards: change.policy.guards,
      variables: change.policy.variables,
      apply: change.policy.apply,
    },
    providers: {
      ...(providers !== undefined && { allowed: providers }),
      ...(options.providerMirror !== undefined && { mirrors: [options.providerMirror] }),
      cacheFolder: join(folders.work, '..', 'providers'),
    },
    executable,
    key: options.fingerprintKey,
    timeoutMs: options.timeoutMinutes * 60_000,
    stop,
    log: options.log,
  }
}

/** Where a plan of this run comes from. Throws a UserError where the runner does not say it. */
export function planOrigin(
  environment: NodeJS.ProcessEnv,
  about: { readonly head: string; readonly base?: string; readonly pullRequest?: number },
): PlanOrigin {
  const identity = runIdentity(environment)
  if ('missing' in identity) {
    throw new UserError(`A plan cannot say where it comes from: ${identity.missing.join(', ')} is not set.`, {
      next: 'run this action in a workflow of GitHub Actions, or `seaworthy terraform plan` elsewhere',
    })
  }
  const { repository, run, runAttempt, workflow, event } = identity
  return { repository, run, runAttempt, workflow, event, ...about }
}

/** Where all of it can be seen. */
export const moreOf = (runUrl: string | undefined, { run }: RunPlace) => [
  { name: run === undefined ? 'the summary of the run' : `the summary of run ${run}`, url: runUrl },
]

/** All that the phases of the action share. */
export type Job = {
  readonly inputs: Inputs
  readonly environment: NodeJS.ProcessEnv
  readonly log: Logger
  readonly trees: Trees
  readonly change: Change
  readonly pull: PullEvent | undefined
  readonly folders: Folders
  readonly stop: AbortSignal
  readonly client: () => GitHubClient
  readonly teamClient: () => GitHubClient
}
