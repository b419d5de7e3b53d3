// Whose word counts: a policy names teams and people, or nobody.
import { isSameName, type PersonEvidence } from './evidence.ts'

export type PeoplePolicy = {
  /** `your-org/platform` */
  readonly teams: readonly string[]
  /** Logins. The only way for an App. */
  readonly users: readonly string[]
}

const isApp = (login: string) => login.endsWith('[bot]')

export const namesNobody = ({ teams, users }: PeoplePolicy) => teams.length + users.length === 0

/**
 * Why somebody's word does not count, as the end of a sentence that begins with the login; undefined when it does. Nobody
 * approves what is their own, whatever the policy says.
 * @param orWriters whether a policy that names nobody means everybody who may write to the repository
 */
export function objectionTo(
  login: string,
  who: {
    readonly authors: readonly string[]
    readonly policy: PeoplePolicy
    readonly people: readonly PersonEvidence[]
    readonly orWriters: boolean
  },
): string | undefined {
  const { authors, policy, people, orWriters } = who
  if (authors.some((author) => isSameName(author, login))) return 'is an author of the change'
  if (policy.users.some((user) => isSameName(user, login))) return undefined
  // A workflow of the pull request itself can approve by its own token.
  if (isApp(login)) return 'is an App, which the settings do not name'
  const person = people.find((one) => isSameName(one.login, login))
  if (namesNobody(policy)) {
    const mayWrite = person?.permission === 'admin' || person?.permission === 'write'
    return orWriters && mayWrite ? undefined : 'may not write to the repository'
  }
  const isInTeam = policy.teams.some((team) => person?.teams.some((own) => isSameName(own, team)) === true)
  return isInTeam ? undefined : `is not in ${listed(policy.teams)} and not named in the settings`
}

const listed = (teams: readonly string[]) => (teams.length === 0 ? 'any team that counts' : teams.join(', '))
