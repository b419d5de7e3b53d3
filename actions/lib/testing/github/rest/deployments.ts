// REST: deployments and their statuses.
import { dateText, isAncestor, resolveCommit, signedCommit } from '../commits.ts'
import { notFound, RestError, validationFailed } from '../errors.ts'
import { mergedTree } from '../merging.ts'
import { nodeId } from '../node-id.ts'
import { simpleUser } from '../people.ts'
import type { Repository } from '../repository.ts'
import { headOf } from '../sides.ts'
import type { Deployment, DeploymentStatus } from '../state.ts'
import { inRepository, list, number, optionalText, type RepositoryRequest, text, textOrNull } from './handler.ts'
import { pageOf } from './pages.ts'
import { apiOf } from './render-commit.ts'
import { combinedState, latestStatuses } from './statuses.ts'

function shown(url: string, repository: Repository, deployment: Deployment) {
  const api = apiOf(url, repository)
  const self = `${api}/deployments/${deployment.id}`
  const last = deployment.statuses.at(-1)?.createdAt ?? deployment.createdAt
  return {
    url: self,
    id: deployment.id,
    node_id: nodeId('DE', repository.fullName, deployment.id),
    sha: deployment.sha,
    ref: deployment.ref,
    task: deployment.task,
    payload: deployment.payload,
    original_environment: deployment.environment,
    environment: deployment.environment,
    description: deployment.description,
    creator: simpleUser(url, deployment.login),
    created_at: dateText(deployment.createdAt),
    updated_at: dateText(last),
    statuses_url: `${self}/statuses`,
    repository_url: api,
    transient_environment: deployment.transient,
    production_environment: deployment.production,
  }
}

function shownStatus(url: string, repository: Repository, deployment: Deployment, status: DeploymentStatus) {
  const api = apiOf(url, repository)
  const of = `${api}/deployments/${deployment.id}`
  return {
    url: `${of}/statuses/${status.id}`,
    id: status.id,
    node_id: nodeId('DES', repository.fullName, status.id),
    state: status.state,
    creator: simpleUser(url, status.login),
    description: status.description,
    environment: status.environment,
    target_url: status.logUrl,
    created_at: dateText(status.createdAt),
    updated_at: dateText(status.createdAt),
    deployment_url: of,
    repository_url: api,
    environment_url: status.environmentUrl,
    log_url: status.logUrl,
  }
}

/** `auto_merge` and `required_contexts` are on unless the request turns them off: then a branch is brought up to date first. */
export const createDeployment = inRepository('deployments:write', async (request) => {
  const { emulator, repository, body, login } = request
  const ref = text(body.ref)
  const sha = await resolveCommit(repository, ref)
  if (sha === undefined) throw new RestError(422, `No ref found for: ${ref}`)
  if (body.auto_merge !== false) {
    const message = await bringUpToDate(request, ref)
    if (message !== undefined) return { status: 202, body: { message } }
  }
  refuseUnlessGreen(repository, ref, sha, body.required_contexts)
  const environment = optionalText(body.environment) ?? 'production'
  const made: Deployment = {
    id: emulator.nextId(),
    sha,
    ref,
    task: optionalText(body.task) ?? 'deploy',
    environment,
    description: textOrNull(body.description),
    payload: body.payload ?? {},
    transient: body.transient_environment === true,
    production:
      typeof body.production_environment === 'boolean' ? body.production_environment : environment === 'production',
    login,
    createdAt: emulator.now(),
    statuses: [],
  }
  repository.state.deployments.push(made)
  const answer = shown(emulator.url, repository, made)
  return { status: 201, body: answer, headers: { location: answer.url } }
})

/** Merges the default branch into a branch that lacks some of it. Returns what GitHub says then; undefined when nothing was to do. */
async function bringUpToDate(
  { repository, emulator, login }: RepositoryRequest,
  ref: string,
): Promise<string | undefined> {
  const { git, settings } = repository
  const [head, base] = await Promise.all([headOf(repository, ref), headOf(repository, settings.defaultBranch)])
  if (head === undefined || base === undefined || (await isAncestor(git, base, head))) return undefined
  const tree = await mergedTree(git, head, base)
  if (tree === undefined) throw new RestError(409, `Conflict merging ${settings.defaultBranch} into ${ref}.`)
  const message = `Merge branch '${settings.defaultBranch}' into ${ref}`
  const oid = git.writeCommit(signedCommit(login, emulator.now(), { tree, parents: [head, base], message }))
  await git.updateRef(`refs/heads/${ref}`, oid, head)
  return `Auto-merged ${settings.defaultBranch} into ${ref} on deployment.`
}

function refuseUnlessGreen(repository: Repository, ref: string, sha: string, contexts: unknown): void {
  const latest = latestStatuses(repository, sha)
  const wanted = contexts === undefined ? latest.map(({ context }) => context) : list(contexts).map(text)
  const checked = latest.filter(({ context }) => wanted.includes(context))
  const missing = wanted.filter((name) => !latest.some(({ context }) => context === name))
  if (wanted.length === 0 || (missing.length === 0 && combinedState(checked) === 'success')) return
  throw new RestError(409, `Conflict: Commit status checks failed for ${ref}.`, [
    { resource: 'Deployment', field: 'required_contexts', code: 'invalid' },
  ])
}

/** Newest first. */
export const listDeployments = inRepository('deployments:read', (request) => {
  const { emulator, repository, query } = request
  const matches = (wanted: unknown, value: string) => wanted === undefined || wanted === 'none' || wanted === value
  const found = repository.state.deployments
    .filter((one) => matches(query.sha, one.sha) && matches(query.ref, one.ref))
    .filter((one) => matches(query.task, one.task) && matches(query.environment, one.environment))
    .reverse()
  const page = pageOf(request, found)
  return {
    status: 200,
    body: page.items.map((one) => shown(emulator.url, repository, one)),
    headers: page.headers,
  }
})

function deploymentOf({ repository, path }: RepositoryRequest): Deployment {
  const found = repository.state.deployments.find(({ id }) => id === number(path.deployment_id))
  if (found === undefined) throw notFound()
  return found
}

const maxDescription = 140

export const createDeploymentStatus = inRepository('deployments:write', (request) => {
  const { emulator, repository, body, login } = request
  const deployment = deploymentOf(request)
  const description = optionalText(body.description) ?? ''
  if (description.length > maxDescription)
    throw validationFailed({
      resource: 'DeploymentStatus',
      code: 'custom',
      field: 'description',
      message: `description is too long (maximum is ${maxDescription} characters)`,
    })
  const made: DeploymentStatus = {
    id: emulator.nextId(),
    state: text(body.state) as DeploymentStatus['state'],
    description,
    environment: optionalText(body.environment) ?? deployment.environment,
    environmentUrl: optionalText(body.environment_url) ?? '',
    logUrl: optionalText(body.log_url) ?? optionalText(body.target_url) ?? '',
    login,
    createdAt: emulator.now(),
  }
  deployment.environment = made.environment
  deployment.statuses.push(made)
  if (made.state === 'success' && body.auto_inactive !== false) retire(request, deployment)
  const answer = shownStatus(emulator.url, repository, deployment, made)
  return { status: 201, body: answer, headers: { location: answer.url } }
})

/** Earlier successes of the environment become inactive, but for transient and production ones. */
function retire({ repository, emulator, login }: RepositoryRequest, by: Deployment): void {
  for (const earlier of repository.state.deployments) {
    const last = earlier.statuses.at(-1)
    if (earlier === by || earlier.environment !== by.environment || earlier.transient || earlier.production) continue
    if (last?.state !== 'success') continue
    earlier.statuses.push({ ...last, id: emulator.nextId(), state: 'inactive', login, createdAt: emulator.now() })
  }
}

/** Newest first. */
export const listDeploymentStatuses = inRepository('deployments:read', (request) => {
  const { emulator, repository } = request
  const deployment = deploymentOf(request)
  const page = pageOf(request, [...deployment.statuses].reverse())
  return {
    status: 200,
    body: page.items.map((status) => shownStatus(emulator.url, repository, deployment, status)),
    headers: page.headers,
  }
})
