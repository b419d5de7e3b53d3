// Which credentials a registry gets: those of the inputs, else what a login action left.
import { readFileSync } from 'node:fs'
import { type Credentials, readDockerConfig } from '../lib/registry/credentials.ts'
import { UserError } from '../lib/toolkit/user-error.ts'
import type { Inputs } from './inputs.ts'

type Place = { readonly registry: string; readonly repository: string }

/** Throws a UserError when only one of user name and password is given. */
export function registryCredentials({
  registryUsername: username,
  registryPassword: password,
  run,
}: Pick<Inputs, 'registryUsername' | 'registryPassword' | 'run'>): (place: Place) => Credentials | undefined {
  if (username !== undefined && password !== undefined) return () => ({ username, password })
  if (username !== undefined || password !== undefined) {
    throw new UserError('Inputs "registry-username" and "registry-password" belong together.', {
      next: 'give both or neither',
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
