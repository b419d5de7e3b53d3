// GraphQL: a repository.
import { GraphQLRefusal } from '../errors.ts'
import { nodeId } from '../node-id.ts'
import { isApp } from '../people.ts'
import type { Repository } from '../repository.ts'
import { htmlOf } from '../rest/render-commit.ts'
import { readable } from './access.ts'
import type { Context } from './answer.ts'
import { objectAt, objectOf, refNamed } from './objects.ts'
import { mergeQueueObject, pullRequestObject } from './pull-request-object.ts'

export function repositoryObject(context: Context, repository: Repository): object {
  const { settings, fullName, name, owner } = repository
  return {
    __typename: 'Repository',
    id: nodeId('R', fullName),
    databaseId: repository.id,
    name,
    nameWithOwner: fullName,
    owner: { __typename: isApp(owner) ? 'Bot' : 'Organization', id: nodeId('O', owner), login: owner },
    url: htmlOf(context.emulator.url, repository),
    isPrivate: settings.private,
    isArchived: settings.archived,
    autoMergeAllowed: settings.allowAutoMerge,
    mergeCommitAllowed: settings.allowMergeCommit,
    squashMergeAllowed: settings.allowSquashMerge,
    rebaseMergeAllowed: settings.allowRebaseMerge,
    deleteBranchOnMerge: settings.deleteBranchOnMerge,
    defaultBranchRef: () => {
      readable(context, repository, 'contents')
      return refNamed(context, repository, `refs/heads/${settings.defaultBranch}`)
    },
    ref: ({ qualifiedName }: { readonly qualifiedName: string }) => {
      readable(context, repository, 'contents')
      return refNamed(context, repository, qualifiedName)
    },
    object: ({ oid, expression }: { readonly oid?: string | null; readonly expression?: string | null }) => {
      readable(context, repository, 'contents')
      if (typeof oid === 'string') return objectAt(context, repository, oid)
      return typeof expression === 'string' ? objectOf(context, repository, expression) : undefined
    },
    pullRequest: ({ number }: { readonly number: number }) => {
      readable(context, repository, 'pull_requests')
      const pull = repository.state.pulls.find((candidate) => candidate.number === number)
      if (pull === undefined)
        throw new GraphQLRefusal('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${number}.`)
      return pullRequestObject(context, repository, pull)
    },
    mergeQueue: ({ branch }: { readonly branch?: string | null }) => {
      readable(context, repository, 'contents')
      return mergeQueueObject(context, repository, branch ?? settings.defaultBranch)
    },
  }
}
