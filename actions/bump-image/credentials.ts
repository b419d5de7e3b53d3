// Which credentials a registry gets: those of the inputs, else what a login action left.
import { readFileSync } from 'node:fs'
import { type Credentials, readDockerConfig } from '../lib/registry/credentials.ts'
import { canonicalRegistry } from '../lib/registry/endpoint.ts'
import { UserError } from '../lib/toolkit/user-error.ts'
import type { Inputs } from './inputs.ts'

type Place = { readonly registry: string; readonly repository: string }

/** Throws a UserError when only one of user name and password is given. */
export function registryCredentials({
  registryHost: host,
  registryUsername: username,
  registryPassword: password,
  run,
}: Pick<Inputs, 'registryHost' | 'registryUsername' | 'registryPassword' | 'run'>): (
  place: Place,
) => Credentials | undefined {
  if (host !== undefined && username !== undefined && password !== undefined) {
    // An image of another registry may be one that a stranger asked for.
    return ({ registry }) =>
      canonicalRegistry(registry) === canonicalRegistry(host) ? { username, password } : undefined
  }
  if (host !== undefined || username !== undefined || password !== undefined) {
    throw new UserError('Inputs "registry-host", "registry-username" and "registry-password" belong together.', {
      next: 'give all three or none',
    })
  }
  const file = run.dockerConfig
  const text = file === undefined ? undefined : readIfThere(file)
  if (file === undefined || text === undefined) return () => undefined
  return (place) => readDockerConfig(text, file).credentialsFor(place)
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
