// What people said when they reviewed a pull request. By GraphQL, since only that tells whether a text was changed afterwards.
import { ownerAndName } from './api-address.ts'
import type { GitHubClient } from './client.ts'

export type Review = {
  /** Undefined for an account that is gone. Of an App with `[bot]`. */
  readonly by?: string
  readonly state: 'approved' | 'changes-requested' | 'commented' | 'dismissed'
  /** RFC 3339. */
  readonly submittedAt: string
  /** The head of the pull request when it was submitted. */
  readonly commit?: string
  readonly body: string
  /** Whether the text was changed afterwards, which anybody who may write can do, in another's name. */
  readonly isEdited: boolean
}

type Shown = {
  readonly author: { readonly __typename: string; readonly login: string } | null
  readonly state: string
  readonly submittedAt: string | null
  readonly lastEditedAt: string | null
  readonly commit: { readonly oid: string } | null
  readonly body: string
}

type Page = {
  readonly repository: {
    readonly pullRequest: {
      readonly reviews: {
        readonly nodes: readonly (Shown | null)[]
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
      } | null
    } | null
  } | null
}

const query = `query($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      reviews(first: 100, after: $after) {
        nodes { author { __typename login } state submittedAt lastEditedAt commit { oid } body }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`

const states: Readonly<Record<string, Review['state']>> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  COMMENTED: 'commented',
  DISMISSED: 'dismissed',
}
const maxPages = 50

/** All reviews that were submitted, the oldest first; at most 5,000. Throws a GitHubError. */
export async function listReviews(client: GitHubClient, repository: string, pull: number): Promise<readonly Review[]> {
  const { owner, repo: name } = ownerAndName(repository)
  const found: Review[] = []
  let after: string | null = null
  for (let page = 0; page < maxPages; page += 1) {
    const answer: Page = await client.graphql<Page>(
      query,
      { owner, name, number: pull, after },
      { purpose: `read the reviews of #${pull} in ${repository}`, permission: 'pull-requests: read' },
    )
    const reviews = answer.repository?.pullRequest?.reviews
    for (const review of reviews?.nodes ?? []) found.push(...submitted(review))
    if (reviews?.pageInfo.hasNextPage !== true) break
    after = reviews.pageInfo.endCursor
  }
  return found
}

/** Nothing for one that is still being written. */
function submitted(review: Shown | null): readonly Review[] {
  const state = review === null ? undefined : states[review.state]
  if (review === null || state === undefined || review.submittedAt === null) return []
  const { author } = review
  return [
    {
      ...(author !== null && { by: author.__typename === 'Bot' ? `${author.login}[bot]` : author.login }),
      state,
      submittedAt: review.submittedAt,
      ...(review.commit !== null && { commit: review.commit.oid }),
      body: review.body,
      isEdited: review.lastEditedAt !== null,
    },
  ]
}
