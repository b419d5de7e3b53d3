// Where the API is: which addresses a token may be sent to, and what a repository is called there.
import { UserError } from '../toolkit/user-error.ts'

export type ApiAddress = {
  /** Without a slash at its end. */
  readonly api: string
  readonly graphql: string
}

/**
 * Checks the address of the REST API and finds the one of GraphQL: `https://api.github.com/graphql`, and beside
 * `https://host/api/v3` of GitHub Enterprise Server `https://host/api/graphql`.
 * Throws a UserError for anything but https, or http to this machine: a token must not travel in the clear.
 */
export function apiAddress(apiUrl: string, graphqlUrl?: string): ApiAddress {
  const api = checked(apiUrl, 'the address of GitHub’s API')
  const graphql = graphqlUrl ?? (/\/api\/v3$/.test(api) ? api.replace(/v3$/, 'graphql') : `${api}/graphql`)
  return { api, graphql: checked(graphql, 'the address of GitHub’s GraphQL API') }
}

function checked(address: string, name: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined || (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url)))) {
    throw new UserError(`${name} is not usable: ${withoutSecrets(address)}`, {
      next: 'use an address that begins with https://; http:// is allowed for this machine only',
    })
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new UserError(`${name} carries more than a host and a path: ${withoutSecrets(address)}`, {
      next: 'give the bare address and put the token into the token input',
    })
  }
  return url.href.replace(/\/+$/, '')
}

const withoutSecrets = (address: string) => address.replace(/\/\/[^/]*@/, '//***@').replace(/[?#].*/s, '')

/** `localhost` is left out on purpose: a resolver may answer it with any address. */
export function isLoopback(url: URL): boolean {
  return /^127\.\d+\.\d+\.\d+$/.test(url.hostname) || url.hostname === '[::1]'
}

/**
 * The two parts of `owner/name`. Throws a UserError for anything else, so that a name can never become another path of the
 * API.
 */
export function ownerAndName(repository: string): { readonly owner: string; readonly repo: string } {
  const [, owner, repo] = /^([A-Za-z0-9][\w-]*)\/([\w.-]+)$/.exec(repository) ?? []
  if (owner === undefined || repo === undefined || repo === '.' || repo === '..') {
    throw new UserError(`“${repository}” is not the name of a repository`, { next: 'write it as owner/name' })
  }
  return { owner, repo }
}

/** The first seven characters of a commit id, as GitHub shows it. */
export const shortId = (commit: string) => commit.slice(0, 7)
