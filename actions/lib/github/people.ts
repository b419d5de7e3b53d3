// What a person may do in a repository, and which teams they are in.
import { inTurns } from '../toolkit/in-turns.ts'
import { UserError } from '../toolkit/user-error.ts'
import { ownerAndName } from './api-address.ts'
import type { GitHubClient } from './client.ts'
import { wasRefused } from './github-error.ts'

/** `write` is for `maintain` as well, and `read` for `triage`. */
export type RepositoryPermission = 'admin' | 'write' | 'read' | 'none'

export type Person = {
  readonly login: string
  readonly permission: RepositoryPermission
  /** Those of the teams that were asked about. */
  readonly teams: readonly string[]
}

/** What somebody may do in a repository; `none` for somebody whom GitHub does not know. Throws a GitHubError. */
export async function readPermission(
  client: GitHubClient,
  repository: string,
  login: string,
): Promise<RepositoryPermission> {
  try {
    const { data } = await client.request(
      'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
      { ...ownerAndName(repository), username: login },
      { purpose: `look up what ${login} may do in ${repository}`, permission: 'metadata: read' },
    )
    const { permission } = data
    return permission === 'admin' || permission === 'write' || permission === 'read' ? permission : 'none'
  } catch (error) {
    if (wasRefused(error, 404)) return 'none'
    throw error
  }
}

/**
 * Whether somebody is in a team, invited ones not. GitHub answers 404 for a team that is not there, or not to be seen, as well as
 * for somebody who is not in it: the first is told apart by asking for the team. Throws a UserError for that and for a token that
 * may not read teams, as a workflow's own never may.
 * @param team `your-org/platform`
 */
export async function isMember(client: GitHubClient, team: string, login: string): Promise<boolean> {
  const { owner: org, repo: slug } = orgAndTeam(team)
  const purpose = `look up who is in the team ${team}`
  try {
    const { data } = await client.request(
      'GET /orgs/{org}/teams/{team_slug}/memberships/{username}',
      { org, team_slug: slug, username: login },
      { purpose },
    )
    return data.state === 'active'
  } catch (error) {
    if (wasRefused(error, 403)) throw unreadable(team, error)
    if (!wasRefused(error, 404)) throw error
  }
  try {
    await client.request('GET /orgs/{org}/teams/{team_slug}', { org, team_slug: slug }, { purpose })
    return false
  } catch (error) {
    if (wasRefused(error, 403)) throw unreadable(team, error)
    if (!wasRefused(error, 404)) throw error
    throw new UserError(`there is no team ${team}, or the token cannot see it`, {
      next: 'write it as organisation/team as its address has it, and use a token that may read the members of that organisation',
      cause: error,
    })
  }
}

/** All that a policy may ask of each of these people. Throws what the others throw; a team is asked only about these logins. */
export async function readPeople(
  client: GitHubClient,
  wanted: { readonly repository: string; readonly logins: readonly string[]; readonly teams: readonly string[] },
): Promise<readonly Person[]> {
  const logins = new Map(wanted.logins.map((login) => [login.toLowerCase(), login]))
  return inTurns([...logins.values()], 4, async (login): Promise<Person> => {
    // No App is in a team, and GitHub knows no permission of one.
    if (login.endsWith('[bot]')) return { login, permission: 'none', teams: [] }
    const teams: string[] = []
    for (const team of wanted.teams) if (await isMember(client, team, login)) teams.push(team)
    return { login, permission: await readPermission(client, wanted.repository, login), teams }
  })
}

function orgAndTeam(team: string): { readonly owner: string; readonly repo: string } {
  try {
    return ownerAndName(team)
  } catch (error) {
    throw new UserError(`“${team}” is not the name of a team`, { next: 'write it as organisation/team', cause: error })
  }
}

const unreadable = (team: string, cause: unknown) =>
  new UserError(`the token may not read who is in the team ${team}`, {
    next: 'a workflow’s own token never may: use the token of a GitHub App with the organisation permission `members: read`, or name people (`users`) instead of teams in the settings',
    cause,
  })
