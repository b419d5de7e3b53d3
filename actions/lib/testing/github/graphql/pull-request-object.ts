// GraphQL: pull requests and the merge queue.
import { dateText } from '../commits.ts'
import { mergeState } from '../merging.ts'
import { nodeId } from '../node-id.ts'
import type { Repository } from '../repository.ts'
import { htmlOf } from '../rest/render-commit.ts'
import { sidesOf } from '../sides.ts'
import type { MergeQueueEntry, PullRequest, Review } from '../state.ts'
import { actor, shownLogin } from './actor.ts'
import type { Context } from './answer.ts'
import { connection, type PageArguments } from './connection.ts'
import { commitAt, refNamed } from './objects.ts'
import { repositoryObject } from './repository-object.ts'

const by = ({ emulator }: Context, login: string) => ({ ...actor(emulator.url, login), login: shownLogin(login) })
const dateOrNull = (date: Date | null) => (date === null ? null : dateText(date))

export function pullRequestObject(context: Context, repository: Repository, pull: PullRequest): object {
  const url = `${htmlOf(context.emulator.url, repository)}/pull/${pull.number}`
  const isOpen = pull.state === 'open'
  const waiting = repository.state.mergeQueue.find(({ number }) => number === pull.number)
  const { autoMerge } = pull
  return {
    __typename: 'PullRequest',
    id: nodeId('PR', repository.fullName, pull.number),
    databaseId: pull.id,
    number: pull.number,
    title: pull.title,
    body: pull.body ?? '',
    url,
    permalink: url,
    resourcePath: `/${repository.fullName}/pull/${pull.number}`,
    state: isOpen ? 'OPEN' : pull.mergedAt === null ? 'CLOSED' : 'MERGED',
    closed: !isOpen,
    merged: pull.mergedAt !== null,
    locked: false,
    isDraft: pull.draft,
    isCrossRepository: false,
    createdAt: dateText(pull.createdAt),
    updatedAt: dateText(pull.updatedAt),
    closedAt: dateOrNull(pull.closedAt),
    mergedAt: dateOrNull(pull.mergedAt),
    author: by(context, pull.login),
    mergedBy: pull.mergedBy === null ? null : by(context, pull.mergedBy),
    mergeCommit: () => (pull.mergeCommitOid === null ? null : commitAt(context, repository, pull.mergeCommitOid)),
    headRefName: pull.head,
    baseRefName: pull.base,
    headRefOid: async () => (await sidesOf(repository, pull)).head,
    baseRefOid: async () => (await sidesOf(repository, pull)).base,
    headRef: () => refNamed(context, repository, `refs/heads/${pull.head}`),
    baseRef: () => refNamed(context, repository, `refs/heads/${pull.base}`),
    repository: () => repositoryObject(context, repository),
    headRepository: () => repositoryObject(context, repository),
    baseRepository: () => repositoryObject(context, repository),
    mergeable: async () =>
      isOpen ? ((await mergeState(repository, pull)) === 'dirty' ? 'CONFLICTING' : 'MERGEABLE') : 'UNKNOWN',
    mergeStateStatus: async () => (isOpen ? (await mergeState(repository, pull)).toUpperCase() : 'UNKNOWN'),
    isMergeQueueEnabled: repository.state.protections.get(pull.base)?.mergeQueue === true,
    isInMergeQueue: waiting !== undefined,
    mergeQueue: () => mergeQueueObject(context, repository, pull.base),
    reviews: (args: PageArguments) =>
      connection(
        args,
        repository.state.reviews.filter(({ number }) => number === pull.number),
        (review) => reviewObject(context, repository, review),
      ),
    mergeQueueEntry: () => (waiting === undefined ? null : queueEntryObject(context, repository, waiting)),
    autoMergeRequest:
      autoMerge === null
        ? null
        : {
            __typename: 'AutoMergeRequest',
            enabledAt: dateText(pull.updatedAt),
            enabledBy: by(context, autoMerge.enabledBy),
            mergeMethod: autoMerge.method.toUpperCase(),
            commitHeadline: autoMerge.title,
            commitBody: autoMerge.message,
            pullRequest: () => pullRequestObject(context, repository, pull),
          },
  }
}

function reviewObject(context: Context, repository: Repository, review: Review): object {
  return {
    __typename: 'PullRequestReview',
    id: nodeId('PRR', repository.fullName, review.id),
    databaseId: review.id,
    author: review.login === null ? null : by(context, review.login),
    body: review.body,
    state: review.state,
    submittedAt: dateOrNull(review.submittedAt),
    lastEditedAt: dateOrNull(review.editedAt),
    commit: () => (review.commitOid === null ? null : commitAt(context, repository, review.commitOid)),
  }
}

/** Null for a branch that asks for no queue. */
export function mergeQueueObject(context: Context, repository: Repository, branch: string): object | null {
  if (repository.state.protections.get(branch)?.mergeQueue !== true) return null
  const { mergeQueue } = repository.state
  return {
    __typename: 'MergeQueue',
    id: nodeId('MQ', repository.fullName, branch),
    url: `${htmlOf(context.emulator.url, repository)}/queue/${branch}`,
    resourcePath: `/${repository.fullName}/queue/${branch}`,
    repository: () => repositoryObject(context, repository),
    nextEntryEstimatedTimeToMerge: null,
    entries: (args: PageArguments) =>
      connection(args, mergeQueue, (entry) => queueEntryObject(context, repository, entry)),
  }
}

export function queueEntryObject(context: Context, repository: Repository, entry: MergeQueueEntry): object {
  const pull = repository.state.pulls.find(({ number }) => number === entry.number)
  return {
    __typename: 'MergeQueueEntry',
    id: nodeId('MQE', repository.fullName, entry.number),
    enqueuedAt: dateText(entry.enqueuedAt),
    enqueuer: by(context, entry.login),
    estimatedTimeToMerge: null,
    jump: entry.jump,
    solo: false,
    position: repository.state.mergeQueue.indexOf(entry) + 1,
    state: 'QUEUED',
    pullRequest: pull === undefined ? null : pullRequestObject(context, repository, pull),
    mergeQueue: () => mergeQueueObject(context, repository, pull?.base ?? ''),
  }
}
