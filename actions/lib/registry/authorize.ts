// Answers a registry's challenge: a password as it is, or a token from the service that the registry names.
import { UserError } from '../toolkit/user-error.ts'
import type { Challenge } from './challenge.ts'
import type { Credentials } from './credentials.ts'
import { isLoopback, isSafeTransport, nameOf, type RepositoryName } from './endpoint.ts'
import { type HttpOptions, type HttpReply, send } from './http.ts'

const maxTokenBytes = 1024 * 1024
/** What may stand in a header; anything else would be an attempt to add lines to the request. */
const tokenForm = /^[\x21-\x7e]{1,65536}$/

/**
 * The value of the `Authorization` header for a repository. Credentials go to the registry itself and to the realm of its
 * challenge, nowhere else. Throws a UserError when the challenge cannot be met.
 * Source: distribution/distribution, docs "Token Authentication" and "OAuth2 Token Authentication".
 */
export async function authorize(
  name: RepositoryName,
  challenge: Challenge | undefined,
  credentials: Credentials | undefined,
  options: HttpOptions,
): Promise<string> {
  if (challenge === undefined)
    throw new UserError(`${name.registry} refuses access without saying how to log in.`, {
      where: nameOf(name),
      next: 'the registry must answer 401 with a Bearer or Basic challenge',
    })
  if (challenge.scheme === 'bearer') return `Bearer ${await fetchToken(name, challenge, credentials, options)}`
  if (credentials === undefined || !('username' in credentials))
    throw new UserError(`${name.registry} asks for a name and a password, and there are none.`, {
      where: nameOf(name),
      next: `give credentials for ${name.registry}`,
    })
  return basic(credentials.username, credentials.password)
}

const basic = (username: string, password: string) =>
  `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`

async function fetchToken(
  name: RepositoryName,
  challenge: Challenge & { readonly scheme: 'bearer' },
  credentials: Credentials | undefined,
  options: HttpOptions,
): Promise<string> {
  const realm = realmUrl(name, challenge.realm)
  const service = challenge.service ?? ''
  const scope = challenge.scope ?? `repository:${name.repository}:pull`
  const reply = await send(
    credentials !== undefined && 'identityToken' in credentials
      ? refreshRequest(realm, service, scope, credentials.identityToken)
      : tokenRequest(realm, service, scope, credentials),
    options,
  )
  if (reply.status !== 200) throw refused(name, realm, reply.status, credentials !== undefined)
  const token = readToken(reply)
  if (token !== undefined) return token
  throw new UserError(`The token service of ${name.registry} answered without a token.`, {
    where: `${realm.origin}${realm.pathname}`,
    next: 'check that the registry’s name is right',
  })
}

function tokenRequest(realm: URL, service: string, scope: string, credentials: Credentials | undefined) {
  const url = new URL(realm)
  if (service !== '') url.searchParams.set('service', service)
  for (const one of scope.split(' ')) if (one !== '') url.searchParams.append('scope', one)
  const headers: Record<string, string> =
    credentials !== undefined && 'username' in credentials
      ? { authorization: basic(credentials.username, credentials.password) }
      : {}
  return { method: 'GET', url, headers, maxBytes: maxTokenBytes } as const
}

function refreshRequest(realm: URL, service: string, scope: string, identityToken: string) {
  const form = { grant_type: 'refresh_token', service, scope, client_id: 'seaworthy', refresh_token: identityToken }
  return {
    method: 'POST',
    url: realm,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
    maxBytes: maxTokenBytes,
  } as const
}

/** The realm comes from the network: it must not turn a password into plain text, nor lead into this machine. */
function realmUrl(name: RepositoryName, realm: string): URL {
  const url = URL.canParse(realm) ? new URL(realm) : undefined
  const local = isLoopback(new URL(`http://${name.registry}`).hostname)
  const safe = url !== undefined && isSafeTransport(url) && (local || !isLoopback(url.hostname))
  if (safe && url.username === '' && url.password === '') return url
  throw new UserError(`${name.registry} wants tokens to be fetched from ${JSON.stringify(realm.slice(0, 200))}.`, {
    where: nameOf(name),
    next: 'nothing was sent there: a token service must be at an https:// address',
  })
}

function refused({ registry, repository }: RepositoryName, realm: URL, status: number, known: boolean): UserError {
  const where = `${realm.origin}${realm.pathname}`
  if (status === 401 || status === 403)
    return new UserError(
      known
        ? `${registry} does not accept the credentials for ${repository} (status ${status}).`
        : `${registry} gives nobody without credentials access to ${repository} (status ${status}).`,
      { where, next: known ? 'check name, password and their expiry' : `give credentials for ${registry}` },
    )
  return new UserError(`The token service of ${registry} answered with status ${status}.`, {
    where,
    next: status >= 300 && status < 400 ? 'redirects are not followed with credentials' : 'try again later',
  })
}

function readToken({ bytes }: HttpReply): string | undefined {
  try {
    const { token, access_token: accessToken } = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>
    const found = token ?? accessToken
    return typeof found === 'string' && tokenForm.test(found) ? found : undefined
  } catch {
    return undefined
  }
}
