// One repository of a registry: manifests and blobs, logged in when the registry asks for it, checked against their digests.
import { silentLogger } from '../toolkit/logger.ts'
import { UserError } from '../toolkit/user-error.ts'
import { authorize } from './authorize.ts'
import { readChallenge } from './challenge.ts'
import type { Credentials } from './credentials.ts'
import { digestOf, requireDigest } from './digest.ts'
import {
  canonicalRegistry,
  isLoopback,
  isSafeTransport,
  nameOf,
  type RepositoryName,
  repositoryUrl,
} from './endpoint.ts'
import { failureOf } from './failures.ts'
import { type HttpOptions, type HttpReply, send } from './http.ts'

export type RepositoryOptions = RepositoryName & HttpOptions & { readonly credentials?: Credentials | undefined }

export type Get = {
  readonly method?: 'GET' | 'HEAD'
  /** Below the repository, such as `manifests/latest`. */
  readonly path: string
  readonly accept?: string
  readonly maxBytes: number
  /** Whether an answer may stand elsewhere. Credentials do not go there. */
  readonly follow?: boolean
}

export type Repository = RepositoryName & {
  /** Any answer, whatever its status. */
  readonly get: (request: Get) => Promise<HttpReply>
  /** The UserError for an answer that was not what was wanted. */
  readonly failure: (wanted: string, reply: HttpReply) => UserError
  /** A blob whose bytes were checked. Throws a UserError when it is missing, larger than `maxBytes`, or other bytes. */
  readonly blob: (digest: string, maxBytes: number) => Promise<Buffer>
}

const maxRedirects = 3

/** Opens a repository for reading. Nothing is asked before the first request; a token is used for all of them. */
export function openRepository(options: RepositoryOptions): Repository {
  const name = { registry: canonicalRegistry(options.registry), repository: options.repository }
  const base = repositoryUrl(name)
  const log = options.log ?? silentLogger
  let authorization: string | undefined

  const get = async ({ method = 'GET', path, accept, maxBytes, follow = true }: Get): Promise<HttpReply> => {
    const url = new URL(`${base}/${path}`)
    const ask = () => {
      const headers = { ...(accept !== undefined && { accept }), ...(authorization !== undefined && { authorization }) }
      return send({ method, url, headers, maxBytes }, options)
    }
    let reply = await ask()
    if (reply.status === 401) {
      const challenge = readChallenge(reply.headers.get('www-authenticate'))
      authorization = await authorize(name, challenge, options.credentials, options)
      log.debug(`${name.registry}: logged in to read ${name.repository}`)
      reply = await ask()
    }
    let at = url
    for (let count = 0; follow && isRedirect(reply.status); count += 1) {
      at = redirectTarget(name, reply, at)
      if (count === maxRedirects)
        throw new UserError(`${name.registry} redirects without end.`, { where: nameOf(name), next: 'try again later' })
      reply = await send({ method, url: at, headers: accept === undefined ? {} : { accept }, maxBytes }, options)
    }
    return reply
  }

  const failure = (wanted: string, reply: HttpReply) =>
    failureOf(name, wanted, reply, [...secretsOf(options.credentials), authorization?.replace(/^\w+ /, '') ?? ''])

  const blob = async (digest: string, maxBytes: number) => {
    requireDigest(digest, nameOf(name))
    const reply = await get({ path: `blobs/${digest}`, maxBytes })
    if (reply.status !== 200) throw failure(`blob ${digest}`, reply)
    requireContent(name, digest, reply.bytes)
    return reply.bytes
  }
  return { ...name, get, failure, blob }
}

/** Throws a UserError unless the bytes are those that the digest names. */
export function requireContent(name: RepositoryName, digest: string, bytes: Uint8Array): void {
  const found = digestOf(bytes)
  if (found === digest) return
  throw new UserError(`${name.registry} sent other bytes than those asked for: they hash to ${found}.`, {
    where: `${nameOf(name)}@${digest}`,
    next: 'do not use this image; tell those who run the registry, or the proxy before it',
  })
}

const isRedirect = (status: number) => [301, 302, 303, 307, 308].includes(status)

function redirectTarget(name: RepositoryName, reply: HttpReply, from: URL): URL {
  const location = reply.headers.get('location') ?? ''
  const target = URL.canParse(location, from.href) ? new URL(location, from) : undefined
  const safe = target !== undefined && isSafeTransport(target)
  if (safe && (isLoopback(from.hostname) || !isLoopback(target.hostname))) return target
  throw new UserError(`${name.registry} redirects to a place that is not at an https:// address.`, {
    where: nameOf(name),
    next: 'the redirect was not followed; tell those who run the registry',
  })
}

function secretsOf(credentials: Credentials | undefined): readonly string[] {
  if (credentials === undefined) return []
  if ('identityToken' in credentials) return [credentials.identityToken]
  const { username, password } = credentials
  return [password, Buffer.from(`${username}:${password}`, 'utf8').toString('base64')]
}
