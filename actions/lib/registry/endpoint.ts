// Where a registry's API is: Docker Hub under another name than its images have, and plain HTTP on loopback only.
import { UserError } from '../toolkit/user-error.ts'

/** A repository of a registry, as an image's name gives it: `docker.io` and `library/nginx`. */
export type RepositoryName = { readonly registry: string; readonly repository: string }

const host = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::\d{1,5})?$/
/** Source: OCI distribution spec 1.1, "Pulling manifests". */
const path = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/

const dockerHub = ['docker.io', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com']

/** `registry/repository`, as it stands in messages. */
export const nameOf = ({ registry, repository }: RepositoryName): string => `${registry}/${repository}`

/** The same registry has several names: Docker Hub is `docker.io` here. */
export function canonicalRegistry(registry: string): string {
  const lower = registry.toLowerCase()
  return dockerHub.includes(lower) ? 'docker.io' : lower
}

/** Hosts that only this machine answers for. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
}

/** HTTPS, or HTTP that does not leave the machine. */
export const isSafeTransport = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))

/** The URL below which a repository's API is, without a slash at its end. Throws a UserError for names that cannot be. */
export function repositoryUrl(name: RepositoryName): string {
  const registry = canonicalRegistry(name.registry)
  if (!host.test(registry) || name.repository.length > 255 || !path.test(name.repository)) {
    throw new UserError(`${JSON.stringify(nameOf(name).slice(0, 300))} cannot be the name of an image.`, {
      next: 'write it as registry.example.com/team/name, in lowercase',
    })
  }
  const server = registry === 'docker.io' ? 'registry-1.docker.io' : registry
  const scheme = isLoopback(new URL(`http://${server}`).hostname) ? 'http' : 'https'
  return `${scheme}://${server}/v2/${name.repository}`
}
