// Who has said what about a pull request, and who they are: what approvals and overrides are judged by.
import type { GitHubClient } from '../lib/github/client.ts'
import { type LabelEvent, listLabelEvents } from '../lib/github/label-events.ts'
import { type Person, readPeople } from '../lib/github/people.ts'
import { listReviews, type Review } from '../lib/github/reviews.ts'
import { peopleInvolved } from '../lib/terraform/approval/find-override.ts'

export type Voices = {
  readonly reviews: readonly Review[]
  readonly labelEvents: readonly LabelEvent[]
  readonly people: readonly Person[]
}

/**
 * Reads reviews, labels and those who gave them.
 * @param teamClient may read who is in a team; only asked where the policy names teams
 */
export async function readVoices(
  client: GitHubClient,
  teamClient: GitHubClient,
  wanted: { readonly repository: string; readonly pull: number; readonly teams: readonly string[] },
): Promise<Voices> {
  const { repository, pull, teams } = wanted
  const reviews = await listReviews(client, repository, pull)
  const labelEvents = await listLabelEvents(client, repository, pull)
  const logins = peopleInvolved(reviews, labelEvents)
  const asked = teams.length === 0 ? client : teamClient
  const people = logins.length === 0 ? [] : await readPeople(asked, { repository, logins, teams })
  return { reviews, labelEvents, people }
}
