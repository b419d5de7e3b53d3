// Credentials for registries, given outright or read from the file that `docker login` writes.
import { UserError } from '../toolkit/user-error.ts'
import { canonicalRegistry, type RepositoryName } from './endpoint.ts'

/** `identityToken`: what OAuth2 registries give instead of a password. */
export type Credentials = { readonly username: string; readonly password: string } | { readonly identityToken: string }

export type DockerConfig = {
  /** Undefined when the file has none. Throws a UserError when they are kept by a helper program, which is not run. */
  readonly credentialsFor: (name: RepositoryName) => Credentials | undefined
}

type Entry = Readonly<Record<string, unknown>>

/**
 * Reads `~/.docker/config.json`, Podman's `auth.json` or a `.dockerconfigjson`, whose keys may name a path below the
 * registry as well. Throws a UserError for what is not such a file. Source: docker/cli, cli/config/configfile;
 * containers-auth.json(5).
 * @param where names the file in messages, none of which shows what it holds
 */
export function readDockerConfig(text: string, where = 'the Docker configuration'): DockerConfig {
  const config = parseObject(text, where)
  const entries = new Map<string, Entry>()
  for (const [key, value] of Object.entries(asObject(config.auths))) entries.set(canonicalKey(key), asObject(value))
  const helpers = new Map(Object.entries(asObject(config.credHelpers)).map(([key, by]) => [canonicalKey(key), by]))
  return {
    credentialsFor: (name) => {
      const registry = canonicalRegistry(name.registry)
      const helper = helpers.get(registry)
      if (typeof helper === 'string' && helper !== '') throw needsHelper(registry, helper, where)
      const key = keysFor(registry, name.repository).find((candidate) => entries.has(candidate))
      if (key === undefined) return undefined
      const found = credentialsOf(entries.get(key) ?? {}, key, where)
      if (found === undefined && typeof config.credsStore === 'string' && config.credsStore !== '')
        throw needsHelper(registry, config.credsStore, where)
      return found
    },
  }
}

/** `ghcr.io/org/name`, `ghcr.io/org`, `ghcr.io`: the longest key wins. */
function keysFor(registry: string, repository: string): readonly string[] {
  const parts = [registry, ...repository.split('/')]
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'))
}

/** Keys are hosts, hosts with a path, or URLs such as `https://index.docker.io/v1/`. */
function canonicalKey(key: string): string {
  const [host = '', ...path] = key.replace(/^https?:\/\//, '').split('/')
  const rest = path.filter((part) => part !== '')
  return [canonicalRegistry(host), ...(/^v[12]$/.test(rest[0] ?? '') ? [] : rest)].join('/')
}

function credentialsOf(entry: Entry, key: string, where: string): Credentials | undefined {
  const { identitytoken: identityToken, auth, username, password } = entry
  if (typeof identityToken === 'string' && identityToken !== '') return { identityToken }
  if (typeof auth === 'string' && auth !== '') {
    const decoded = Buffer.from(auth, 'base64').toString('utf8').replace(/\0+$/, '')
    const colon = decoded.indexOf(':')
    if (colon > 0) return { username: decoded.slice(0, colon), password: decoded.slice(colon + 1) }
    throw new UserError(`The credentials of ${key} cannot be read: "auth" is not base64 of name:password.`, {
      where,
      next: `run docker login ${key} again`,
    })
  }
  if (typeof username === 'string' && typeof password === 'string' && username !== '') return { username, password }
  return undefined
}

function needsHelper(registry: string, helper: string, where: string): UserError {
  return new UserError(
    `The credentials of ${registry} are kept by the program docker-credential-${helper}, which is not run here.`,
    { where, next: 'give username and password, or log in in the same job so that the file holds them' },
  )
}

function parseObject(text: string, where: string): Entry {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Entry
  } catch {
    // The parser's message would show a part of the file.
  }
  throw new UserError('The Docker configuration is not a JSON object.', { where, next: 'run docker login again' })
}

const asObject = (value: unknown): Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Entry) : {}
