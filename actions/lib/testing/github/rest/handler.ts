// What an operation of the REST API gets and gives.
import type { Emulator } from '../emulator.ts'
import { findRepository } from '../emulator.ts'
import type { OperationId } from '../operation-ids.ts'
import type { Repository } from '../repository.ts'
import { demand, needed, type Viewer } from '../viewer.ts'

export type RestRequest = {
  readonly emulator: Emulator
  readonly viewer: Viewer
  readonly id: OperationId
  /** Parameters of the path, the query and the body: as GitHub describes them, which has been checked. */
  readonly path: Values
  readonly query: Values
  readonly body: Values
  readonly accept: string
  readonly url: URL
}

export type RepositoryRequest = RestRequest & {
  readonly repository: Repository
  /** Of a viewer that has a token: operations that write need one. */
  readonly login: string
}

export type Values = Readonly<Record<string, unknown>>

export type Answer = {
  readonly status: number
  /** JSON; left out where there is no body. */
  readonly body?: unknown
  /** Instead of JSON. */
  readonly raw?: { readonly type: string; readonly content: Uint8Array }
  readonly headers?: Readonly<Record<string, string>>
}

export type Handler = {
  /** What a token needs, as `contents:write`; with `|`, either will do. GitHub names it in `X-Accepted-GitHub-Permissions`. */
  readonly needs: string
  /** Throws when the viewer may not. Runs before anything is said of what was sent. */
  readonly permit: (request: RestRequest) => void
  readonly answer: (request: RestRequest) => Promise<Answer>
}

/** An operation on a repository: 404 when the viewer must not know of it, 403 when it may not do that. */
export function inRepository(needs: string, answer: (request: RepositoryRequest) => Promise<Answer> | Answer): Handler {
  const repositoryOf = ({ emulator, viewer, path }: RestRequest) => {
    const repository = findRepository(emulator, `${path.owner}/${path.repo}`)
    demand(viewer, repository, needed(needs))
    return repository
  }
  return {
    needs,
    permit: repositoryOf,
    answer: async (request) =>
      answer({ ...request, repository: repositoryOf(request), login: request.viewer.login ?? '' }),
  }
}

export const text = (value: unknown): string => (typeof value === 'string' ? value : String(value ?? ''))
export const optionalText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
export const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)
export const number = (value: unknown): number => Number(value)
export const values = (value: unknown): Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {}
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
