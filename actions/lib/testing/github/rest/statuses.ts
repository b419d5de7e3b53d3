// REST: statuses of commits.
import { dateText, resolveCommit } from '../commits.ts'
import { notFound, RestError, validationFailed } from '../errors.ts'
import { settleAutoMerge } from '../merging.ts'
import { nodeId } from '../node-id.ts'
import { simpleUser, userId } from '../people.ts'
import type { Repository } from '../repository.ts'
import type { CommitStatus } from '../state.ts'
import { inRepository, optionalText, text, textOrNull } from './handler.ts'
import { pageOf } from './pages.ts'
import { apiOf } from './render-commit.ts'
import { minimalRepository } from './render-repository.ts'

const maxDescription = 140
/** Of one commit and one context. */
const maxStatuses = 1000

function simpleStatus(url: string, repository: Repository, status: CommitStatus) {
  return {
    url: `${apiOf(url, repository)}/statuses/${status.sha}`,
    avatar_url: `${url}/avatars/u/${userId(status.login)}`,
    id: status.id,
    node_id: nodeId('SC', repository.fullName, status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: dateText(status.createdAt),
    updated_at: dateText(status.createdAt),
  }
}

const shownStatus = (url: string, repository: Repository, status: CommitStatus) => ({
  ...simpleStatus(url, repository, status),
  creator: simpleUser(url, status.login),
})

export const createStatus = inRepository('statuses:write', async ({ emulator, repository, path, body, login }) => {
  const named = text(path.sha)
  const sha = /^[0-9a-f]{40}$/.test(named) ? await resolveCommit(repository, named) : undefined
  if (sha === undefined) throw new RestError(422, `No commit found for SHA: ${named}`)
  const [description, targetUrl] = [textOrNull(body.description), textOrNull(body.target_url)]
  const wrong = (field: string, message: string) =>
    validationFailed({ resource: 'Status', code: 'custom', field, message })
  if ((description?.length ?? 0) > maxDescription)
    throw wrong('description', `description is too long (maximum is ${maxDescription} characters)`)
  if (targetUrl !== null && !/^https?:\/\//.test(targetUrl))
    throw wrong('target_url', 'target_url must use http(s) scheme')
  const context = optionalText(body.context) ?? 'default'
  const { statuses } = repository.state
  if (statuses.filter((one) => one.sha === sha && one.context === context).length >= maxStatuses)
    throw validationFailed('This SHA and context has reached the maximum number of statuses.')
  const state = text(body.state) as CommitStatus['state']
  const made = { id: emulator.nextId(), sha, state, context, description, targetUrl, login, createdAt: emulator.now() }
  statuses.push(made)
  await settleAutoMerge(emulator, repository, sha)
  const shown = shownStatus(emulator.url, repository, made)
  return { status: 201, body: shown, headers: { location: shown.url } }
})

/** Newest first. */
export const listStatuses = inRepository('statuses:read', async (request) => {
  const { emulator, repository, path } = request
  const sha = await resolveCommit(repository, text(path.ref))
  if (sha === undefined) throw notFound()
  const page = pageOf(request, repository.state.statuses.filter((status) => status.sha === sha).reverse())
  return {
    status: 200,
    body: page.items.map((status) => shownStatus(emulator.url, repository, status)),
    headers: page.headers,
  }
})

/** The last status of each context. */
export function latestStatuses({ state }: Repository, sha: string): readonly CommitStatus[] {
  const latest = new Map<string, CommitStatus>()
  for (const status of state.statuses) if (status.sha === sha) latest.set(status.context, status)
  return [...latest.values()]
}

/** Pending also when there is none at all. */
export function combinedState(statuses: readonly CommitStatus[]): 'failure' | 'pending' | 'success' {
  if (statuses.some(({ state }) => state === 'error' || state === 'failure')) return 'failure'
  return statuses.length === 0 || statuses.some(({ state }) => state === 'pending') ? 'pending' : 'success'
}

export const getCombinedStatus = inRepository('statuses:read', async (request) => {
  const { emulator, repository, path } = request
  const sha = await resolveCommit(repository, text(path.ref))
  if (sha === undefined) throw notFound()
  const latest = latestStatuses(repository, sha)
  const page = pageOf(request, latest)
  const api = `${apiOf(emulator.url, repository)}/commits/${sha}`
  return {
    status: 200,
    body: {
      state: combinedState(latest),
      statuses: page.items.map((status) => simpleStatus(emulator.url, repository, status)),
      sha,
      total_count: latest.length,
      repository: minimalRepository(emulator.url, repository),
      commit_url: api,
      url: `${api}/status`,
    },
    headers: page.headers,
  }
})
