// GraphQL: merging later, by itself or through the queue.
import { GraphQLRefusal } from '../errors.ts'
import { enqueue, mergeState } from '../merging.ts'
import { partsOfNodeId } from '../node-id.ts'
import type { Repository } from '../repository.ts'
import { sidesOf } from '../sides.ts'
import type { PullRequest } from '../state.ts'
import { writable } from './access.ts'
import { actor, shownLogin } from './actor.ts'
import type { Context } from './answer.ts'
import { pullRequestObject, queueEntryObject } from './pull-request-object.ts'

const unprocessable = (message: string) => new GraphQLRefusal('UNPROCESSABLE', message)

/** The pull request of a node id, which the viewer may merge. */
function mergeable(context: Context, id: string): { readonly repository: Repository; readonly pull: PullRequest } {
  const [fullName, number] = partsOfNodeId('PR', id) ?? []
  const repository = context.emulator.repositories.get(String(fullName).toLowerCase())
  const pull = repository?.state.pulls.find((candidate) => candidate.number === number)
  if (repository === undefined || pull === undefined || !context.viewer.sees(repository))
    throw new GraphQLRefusal('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`)
  writable(context, repository, 'pull_requests')
  writable(context, repository, 'contents')
  return { repository, pull }
}

async function expectHead(
  repository: Repository,
  pull: PullRequest,
  expected: string | null | undefined,
): Promise<void> {
  if (typeof expected === 'string' && (await sidesOf(repository, pull)).head !== expected)
    throw unprocessable(`Head sha didn't match expected value ${expected}`)
}

type AutoMergeInput = {
  readonly pullRequestId: string
  readonly mergeMethod: 'MERGE' | 'SQUASH' | 'REBASE'
  readonly commitHeadline?: string | null
  readonly commitBody?: string | null
  readonly expectedHeadOid?: string | null
  readonly clientMutationId?: string | null
}

/** Refused for what could be merged at once; on a branch with a queue, that is put into the queue instead. */
export async function enablePullRequestAutoMerge(
  { input }: { readonly input: AutoMergeInput },
  context: Context,
): Promise<object> {
  const { repository, pull } = mergeable(context, input.pullRequestId)
  const { settings, state } = repository
  const login = context.viewer.login ?? ''
  if (!settings.allowAutoMerge) throw unprocessable('Auto merge is not allowed for this repository')
  if (pull.state === 'closed') throw unprocessable('Pull request Pull request is closed')
  await expectHead(repository, pull, input.expectedHeadOid)
  const merges = await mergeState(repository, pull)
  const hasQueue = state.protections.get(pull.base)?.mergeQueue === true
  if (!hasQueue && (merges === 'clean' || merges === 'unstable'))
    throw unprocessable(`Pull request Pull request is in ${merges} status`)
  const method = input.mergeMethod.toLowerCase() as 'merge' | 'squash' | 'rebase'
  const allowed = {
    merge: settings.allowMergeCommit,
    squash: settings.allowSquashMerge,
    rebase: settings.allowRebaseMerge,
  }
  if (!allowed[method]) throw unprocessable(`Merge method ${method} merging is not allowed on this repository`)
  if (hasQueue && (merges === 'clean' || merges === 'unstable')) {
    if (!state.mergeQueue.some(({ number }) => number === pull.number))
      enqueue(context.emulator, repository, pull, login, false)
  } else {
    pull.autoMerge = {
      method,
      enabledBy: login,
      title: input.commitHeadline ?? null,
      message: input.commitBody ?? null,
    }
  }
  pull.updatedAt = context.emulator.now()
  return {
    clientMutationId: input.clientMutationId ?? null,
    actor: { ...actor(context.emulator.url, login), login: shownLogin(login) },
    pullRequest: pullRequestObject(context, repository, pull),
  }
}

type EnqueueInput = {
  readonly pullRequestId: string
  readonly jump?: boolean | null
  readonly expectedHeadOid?: string | null
  readonly clientMutationId?: string | null
}

export async function enqueuePullRequest(
  { input }: { readonly input: EnqueueInput },
  context: Context,
): Promise<object> {
  const { repository, pull } = mergeable(context, input.pullRequestId)
  const { state } = repository
  if (state.protections.get(pull.base)?.mergeQueue !== true)
    throw unprocessable('Base branch does not have a merge queue enabled')
  if (state.mergeQueue.some(({ number }) => number === pull.number))
    throw unprocessable('Pull request is already in the queue')
  if (pull.state === 'closed') throw unprocessable('Pull request is closed')
  await expectHead(repository, pull, input.expectedHeadOid)
  const merges = await mergeState(repository, pull)
  if (merges !== 'clean' && merges !== 'unstable') throw unprocessable(`Pull request is in ${merges} status`)
  enqueue(context.emulator, repository, pull, context.viewer.login ?? '', input.jump === true)
  const entry = state.mergeQueue.find(({ number }) => number === pull.number)
  return {
    clientMutationId: input.clientMutationId ?? null,
    mergeQueueEntry: entry === undefined ? null : queueEntryObject(context, repository, entry),
  }
}
