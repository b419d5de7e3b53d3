// Users, Apps and their addresses.
import { createHash } from 'node:crypto'
import type { Identity } from './git/format.ts'
import { nodeId } from './node-id.ts'

/** The login of the workflow's own token. */
export const workflowLogin = 'github-actions[bot]'
export const isApp = (login: string) => login.endsWith('[bot]')

/** A number that a login always has. The workflow's is GitHub's own. */
export function userId(login: string): number {
  if (login === workflowLogin) return 41898282
  if (login === 'web-flow') return 19864447
  return createHash('sha1').update(login.toLowerCase()).digest().readUInt32BE(0)
}

/** Who a login is as the author of a commit: by the address that GitHub keeps for those who hide theirs. */
export function identityOf(login: string, date: Date): Identity {
  return { name: login, email: `${userId(login)}+${login}@users.noreply.github.com`, date }
}

/** Who commits what is made on GitHub itself, and signs it. */
export const webFlow = (date: Date): Identity => ({ name: 'GitHub', email: 'noreply@github.com', date })

/** The login that an address belongs to. */
export function loginOf({ email }: Identity): string | undefined {
  if (email === 'noreply@github.com') return 'web-flow'
  return /^(?:\d+\+)?([^@\s]+)@users\.noreply\.github\.com$/.exec(email)?.[1]
}

export function simpleUser(url: string, login: string): Record<string, unknown> {
  const name = encodeURIComponent(login)
  const api = `${url}/users/${name}`
  return {
    login,
    id: userId(login),
    node_id: nodeId('U', login),
    avatar_url: `${url}/avatars/u/${userId(login)}`,
    gravatar_id: '',
    url: api,
    html_url: `${url}/${name.replace('%5Bbot%5D', '')}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: isApp(login) ? 'Bot' : 'User',
    site_admin: false,
  }
}
