// REST: check runs, which only an App may make.
import { dateText, resolveCommit } from '../commits.ts'
import { notFound, RestError } from '../errors.ts'
import { settleAutoMerge } from '../merging.ts'
import { nodeId } from '../node-id.ts'
import { isApp, simpleUser, userId } from '../people.ts'
import type { Repository } from '../repository.ts'
import type { CheckRun } from '../state.ts'
import {
  inRepository,
  list,
  number,
  optionalText,
  type RepositoryRequest,
  text,
  textOrNull,
  values,
} from './handler.ts'
import { pageOf } from './pages.ts'
import { apiOf, htmlOf } from './render-commit.ts'

export function shownApp(url: string, login: string) {
  const slug = login.replace(/\[bot\]$/, '')
  const since = dateText(new Date('2026-01-01T00:00:00Z'))
  return {
    id: userId(login),
    slug,
    node_id: nodeId('A', slug),
    owner: simpleUser(url, slug),
    name: slug,
    description: null,
    external_url: `${url}/apps/${slug}`,
    html_url: `${url}/apps/${slug}`,
    created_at: since,
    updated_at: since,
    permissions: {},
    events: [],
  }
}

function shown(url: string, repository: Repository, run: CheckRun) {
  const self = `${apiOf(url, repository)}/check-runs/${run.id}`
  const { annotations, ...output } = run.output
  return {
    id: run.id,
    node_id: nodeId('CR', repository.fullName, run.id),
    name: run.name,
    head_sha: run.headSha,
    external_id: run.externalId ?? '',
    url: self,
    html_url: `${htmlOf(url, repository)}/runs/${run.id}`,
    details_url: run.detailsUrl ?? `${url}/apps/${run.login}`,
    status: run.status,
    conclusion: run.conclusion,
    started_at: dateText(run.startedAt),
    completed_at: run.completedAt === null ? null : dateText(run.completedAt),
    output: { ...output, annotations_count: annotations.length, annotations_url: `${self}/annotations` },
    check_suite: { id: 1 },
    app: shownApp(url, run.login),
    pull_requests: [],
  }
}

/** What `checks/create` and `checks/update` share. Annotations are added to those that are there. */
function apply({ body, emulator }: RepositoryRequest, run: CheckRun): void {
  const given = values(body.output)
  const conclusion = optionalText(body.conclusion)
  if (body.name !== undefined) run.name = text(body.name)
  if (body.external_id !== undefined) run.externalId = text(body.external_id)
  if (body.details_url !== undefined) run.detailsUrl = text(body.details_url)
  if (body.started_at !== undefined) run.startedAt = new Date(text(body.started_at))
  if (body.status !== undefined) run.status = text(body.status)
  if (conclusion !== undefined || run.status === 'completed') {
    run.status = 'completed'
    run.conclusion = conclusion ?? run.conclusion
    run.completedAt = body.completed_at === undefined ? emulator.now() : new Date(text(body.completed_at))
  }
  if (body.output !== undefined) {
    run.output = {
      title: textOrNull(given.title) ?? run.output.title,
      summary: textOrNull(given.summary) ?? run.output.summary,
      text: textOrNull(given.text) ?? run.output.text,
      annotations: [...run.output.annotations, ...list(given.annotations)],
    }
  }
}

const mustBeApp = (login: string) => {
  if (!isApp(login)) throw new RestError(403, 'You must authenticate via a GitHub App.')
}

export const createCheck = inRepository('checks:write', async (request) => {
  const { emulator, repository, body, login } = request
  mustBeApp(login)
  const named = text(body.head_sha)
  const headSha = /^[0-9a-f]{40}$/.test(named) ? await resolveCommit(repository, named) : undefined
  if (headSha === undefined) throw new RestError(422, `No commit found for SHA: ${named}`)
  const run: CheckRun = {
    id: emulator.nextId(),
    name: text(body.name),
    headSha,
    status: 'queued',
    conclusion: null,
    externalId: null,
    detailsUrl: null,
    startedAt: emulator.now(),
    completedAt: null,
    output: { title: null, summary: null, text: null, annotations: [] },
    login,
  }
  apply(request, run)
  repository.state.checkRuns.push(run)
  await settleAutoMerge(emulator, repository, headSha)
  const answer = shown(emulator.url, repository, run)
  return { status: 201, body: answer, headers: { location: answer.url } }
})

export const updateCheck = inRepository('checks:write', async (request) => {
  const { emulator, repository, path, login } = request
  mustBeApp(login)
  const run = repository.state.checkRuns.find(({ id }) => id === number(path.check_run_id))
  if (run === undefined) throw notFound()
  // A run belongs to the App that made it.
  if (run.login !== login)
    throw new RestError(
      403,
      `Invalid app_id \`${userId(login)}\` - check run can only be modified by the GitHub App that created it.`,
    )
  apply(request, run)
  await settleAutoMerge(emulator, repository, run.headSha)
  return { status: 200, body: shown(emulator.url, repository, run) }
})

export const getCheck = inRepository('checks:read', ({ emulator, repository, path }) => {
  const run = repository.state.checkRuns.find(({ id }) => id === number(path.check_run_id))
  if (run === undefined) throw notFound()
  return { status: 200, body: shown(emulator.url, repository, run) }
})

/** The last run of each name and App, unless `filter` says all; newest first. */
export const listChecks = inRepository('checks:read', async (request) => {
  const { emulator, repository, path, query } = request
  const sha = await resolveCommit(repository, text(path.ref))
  if (sha === undefined) throw new RestError(422, `No commit found for SHA: ${text(path.ref)}`)
  const latest = new Map<string, CheckRun>()
  const all = repository.state.checkRuns.filter((run) => run.headSha === sha)
  for (const run of all) latest.set(`${run.login} ${run.name}`, run)
  const found = (query.filter === 'all' ? all : [...latest.values()])
    .filter((run) => query.check_name === undefined || run.name === query.check_name)
    .filter((run) => query.status === undefined || run.status === query.status)
    .filter((run) => query.app_id === undefined || userId(run.login) === query.app_id)
    .reverse()
  const page = pageOf(request, found)
  return {
    status: 200,
    body: { total_count: found.length, check_runs: page.items.map((run) => shown(emulator.url, repository, run)) },
    headers: page.headers,
  }
})
