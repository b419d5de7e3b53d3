// Who has said what about a pull request, and who they are: what approvals and overrides are judged by.
import type { GitHubClient } from '../lib/github/client.ts'
import { type LabelEvent, listLabelEvents } from '../lib/github/label-events.ts'
import { type Person, readPeople } from '../lib/github/people.ts'
import { listReviews, type Review } from '../lib/github/reviews.ts'
import { peopleInvolved } from '../lib/terraform/approval/find-override.ts'

export type Voices = {
  readonly reviews: readonly Review[]
  readonly labelEvents: readonly LabelEvent[]
  /** Those who spoke, and which of these teams they are in. Asks only where there are teams to ask about. */
  readonly people: (teams: readonly string[]) => Promise<readonly Person[]>
}

/**
 * Reads reviews, labels and those who gave them.
 * @param teamClient may read who is in a team
 */
export async function readVoices(
  client: GitHubClient,
  teamClient: GitHubClient,
  { repository, pull }: { readonly repository: string; readonly pull: number },
): Promise<Voices> {
  const reviews = await listReviews(client, repository, pull)
  const labelEvents = await listLabelEvents(client, repository, pull)
  const logins = peopleInvolved(reviews, labelEvents)
  return { reviews, labelEvents, people: peopleReader(client, teamClient, repository, logins) }
}

/** What these people may do and which teams they are in, each combination of teams asked for once. */
export function peopleReader(
  client: GitHubClient,
  teamClient: GitHubClient,
  repository: string,
  logins: readonly string[],
): (teams: readonly string[]) => Promise<readonly Person[]> {
  const known = new Map<string, Promise<readonly Person[]>>()
  return (teams) => {
    const key = JSON.stringify(teams)
    const people =
      known.get(key) ??
      (logins.length === 0
        ? Promise.resolve([])
        : readPeople(teams.length === 0 ? client : teamClient, { repository, logins, teams }))
    known.set(key, people)
    return people
  }
}
