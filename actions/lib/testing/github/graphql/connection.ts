// Connections: lists cut by `first`, `last`, `after` and `before`.
import { GraphQLRefusal } from '../errors.ts'

export type PageArguments = {
  readonly first?: number | null
  readonly last?: number | null
  readonly after?: string | null
  readonly before?: string | null
}

/** The page of a list that the arguments ask for; items are made only for what is on it. */
export async function connection<T>(
  args: PageArguments,
  all: readonly T[],
  make: (item: T) => unknown,
  cursorOf: (index: number) => string = (index) => Buffer.from(`cursor:${index}`).toString('base64'),
): Promise<object> {
  const { first, last, after, before } = args
  if (typeof first !== 'number' && typeof last !== 'number')
    throw new GraphQLRefusal(
      'MISSING_PAGINATION_BOUNDARIES',
      'You must provide a `first` or `last` value to properly paginate the connection.',
    )
  for (const count of [first, last]) {
    if (typeof count === 'number' && (count < 0 || count > 100))
      throw new GraphQLRefusal(
        'EXCESSIVE_PAGINATION',
        `Requesting ${count} records on the connection exceeds the \`first\` limit of 100 records.`,
      )
  }
  const cursors = all.map((_, index) => cursorOf(index))
  let start = typeof after === 'string' ? cursors.indexOf(after) + 1 : 0
  let end = typeof before === 'string' && cursors.includes(before) ? cursors.indexOf(before) : all.length
  if (typeof first === 'number') end = Math.min(end, start + first)
  if (typeof last === 'number') start = Math.max(start, end - last)
  const nodes = await Promise.all(all.slice(start, end).map(make))
  return {
    totalCount: all.length,
    nodes,
    edges: nodes.map((node, index) => ({ cursor: cursors[start + index], node })),
    pageInfo: {
      hasNextPage: end < all.length,
      hasPreviousPage: start > 0,
      startCursor: cursors[start] ?? null,
      endCursor: cursors[end - 1] ?? null,
    },
  }
}
