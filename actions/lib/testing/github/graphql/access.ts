// Who may see and do what in GraphQL, and how it says no.
import { GraphQLRefusal } from '../errors.ts'
import type { Repository } from '../repository.ts'
import type { Access, Permission } from '../types.ts'
import { archived } from '../viewer.ts'
import type { Context } from './answer.ts'

/** A repository by its full name. Throws what GitHub says when there is none, or none that the viewer must know of. */
export function visible({ emulator, viewer }: Context, fullName: string): Repository {
  const repository = emulator.repositories.get(fullName.toLowerCase())
  if (repository === undefined || !viewer.sees(repository))
    throw new GraphQLRefusal('NOT_FOUND', `Could not resolve to a Repository with the name '${fullName}'.`)
  return repository
}

export function allowed({ viewer }: Context, repository: Repository, permission: Permission, access: Access): void {
  if (!viewer.may(repository, permission, access))
    throw new GraphQLRefusal('FORBIDDEN', 'Resource not accessible by integration', { saml_failure: false })
  if (repository.settings.archived && access === 'write') throw new GraphQLRefusal('FORBIDDEN', archived)
}

export const readable = (context: Context, repository: Repository, permission: Permission) =>
  allowed(context, repository, permission, 'read')
export const writable = (context: Context, repository: Repository, permission: Permission) =>
  allowed(context, repository, permission, 'write')
