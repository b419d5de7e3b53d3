// GraphQL: users and Apps.
import { nodeId } from '../node-id.ts'
import { isApp, simpleUser, userId } from '../people.ts'

/** An App's login has no `[bot]` in GraphQL, but for `viewer`. */
export function actor(url: string, login: string): { readonly [field: string]: unknown } {
  const { avatar_url, html_url } = simpleUser(url, login)
  return {
    __typename: isApp(login) ? 'Bot' : 'User',
    id: nodeId('U', login),
    databaseId: userId(login),
    login,
    avatarUrl: avatar_url,
    url: html_url,
    resourcePath: `/${login}`,
  }
}

export const shownLogin = (login: string) => login.replace(/\[bot\]$/, '')
