// GraphQL: the root fields that read.
import { hourlyLimit, resetAt } from '../rate-limit.ts'
import { visible } from './access.ts'
import { actor } from './actor.ts'
import type { Context } from './answer.ts'
import { repositoryObject } from './repository-object.ts'

export const queries = {
  repository: ({ owner, name }: { readonly owner: string; readonly name: string }, context: Context) =>
    repositoryObject(context, visible(context, `${owner}/${name}`)),
  // An App is shown as a user here, with `[bot]` in its login.
  viewer: (_: unknown, { viewer, emulator }: Context) => ({
    ...actor(emulator.url, viewer.login ?? ''),
    __typename: 'User',
  }),
  rateLimit: () => ({
    __typename: 'RateLimit',
    cost: 1,
    limit: hourlyLimit,
    nodeCount: 1,
    remaining: hourlyLimit,
    used: 0,
    resetAt: new Date(resetAt(3600) * 1000).toISOString(),
  }),
}
