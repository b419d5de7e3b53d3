// Whose token a request carries, and what it may do where.
import { forbidden, notFound, RestError } from './errors.ts'
import { workflowLogin } from './people.ts'
import type { Repository } from './repository.ts'
import type { Access, Permission, TokenGrant } from './types.ts'

export type Viewer = {
  /** Undefined without a token. */
  readonly login: string | undefined
  /** Whether a repository is there at all for it: public ones are for everybody. */
  readonly sees: (repository: Repository) => boolean
  readonly may: (repository: Repository, permission: Permission, access: Access) => boolean
  /** Whether it reads who belongs to an organisation: no workflow's own token does. */
  readonly readsMembers: boolean
}

export const fullAccess: TokenGrant = {
  login: 'your-app[bot]',
  permissions: {
    actions: 'write',
    administration: 'write',
    attestations: 'write',
    checks: 'write',
    contents: 'write',
    deployments: 'write',
    issues: 'write',
    members: 'read',
    metadata: 'read',
    pull_requests: 'write',
    statuses: 'write',
  },
}

const nobody: Viewer = {
  login: undefined,
  sees: (repository) => !repository.settings.private,
  may: (repository, _, access) => !repository.settings.private && access === 'read',
  readsMembers: false,
}

/** Reads the header `Authorization`. Throws GitHub's 401 for a token that it does not know. */
export function viewerOf(header: string | undefined, tokens: ReadonlyMap<string, TokenGrant>): Viewer {
  if (header === undefined) return nobody
  const token = /^(?:token|bearer) +(\S+)$/i.exec(header)?.[1]
  const grant = token === undefined ? undefined : tokens.get(token)
  if (grant === undefined) throw new RestError(401, 'Bad credentials')
  const granted = (repository: Repository) =>
    grant.repositories === undefined || grant.repositories.some((name) => name.toLowerCase() === repository.key)
  return {
    login: grant.login,
    sees: (repository) => granted(repository) || !repository.settings.private,
    may: (repository, permission, access) => {
      if (access === 'read' && !repository.settings.private) return true
      if (!granted(repository)) return false
      // Every token of an App reads metadata; nobody can take that away.
      const has = permission === 'metadata' ? 'read' : grant.permissions[permission]
      return has === 'write' || (has === 'read' && access === 'read')
    },
    readsMembers: grant.permissions.members !== undefined && grant.login !== workflowLogin,
  }
}

export const archived = 'Repository was archived so is read-only.'

/** Throws what GitHub answers when the viewer may not: 404 for what it must not know of, else 403; 401 when it is nobody. */
export function demand(viewer: Viewer, repository: Repository, needed: readonly Needed[]): void {
  if (!viewer.sees(repository)) throw notFound()
  const allowed =
    needed.length === 0 || needed.some(([permission, access]) => viewer.may(repository, permission, access))
  if (!allowed) throw viewer.login === undefined ? new RestError(401, 'Requires authentication') : forbidden()
  if (repository.settings.archived && needed.some(([, access]) => access === 'write'))
    throw new RestError(403, archived)
}

export type Needed = readonly [Permission, Access]

/** `contents:write` as its two parts; with `|`, either will do. */
export function needed(text: string): readonly Needed[] {
  return text
    .split('|')
    .filter((part) => part !== '')
    .map((part) => part.split(':') as unknown as Needed)
}
