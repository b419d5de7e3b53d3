// REST: issues and their labels.
import { close, reopen } from '../closing.ts'
import { dateText } from '../commits.ts'
import type { Emulator } from '../emulator.ts'
import { notFound, validationFailed } from '../errors.ts'
import { nodeId } from '../node-id.ts'
import { simpleUser } from '../people.ts'
import type { Repository } from '../repository.ts'
import type { Issue } from '../state.ts'
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
import { apiOf } from './render-commit.ts'
import { findIssue, issue, label } from './render-issue.ts'

const maxBody = 65536

/** What issues and pull requests have in common when they are made. */
export function newIssue(
  emulator: Emulator,
  { state }: Repository,
  login: string,
  title: string,
  body: string | null,
): Issue {
  if (body !== null && body.length > maxBody)
    throw validationFailed({
      resource: 'Issue',
      code: 'custom',
      field: 'body',
      message: `body is too long (maximum is ${maxBody} characters)`,
    })
  const now = emulator.now()
  const numbers = [...state.issues, ...state.pulls].map((one) => one.number)
  return {
    number: Math.max(0, ...numbers) + 1,
    id: emulator.nextId(),
    title,
    body,
    state: 'open',
    stateReason: null,
    labels: [],
    assignees: [],
    login,
    createdAt: now,
    updatedAt: now,
    closedAt: null,
  }
}

const names = (value: unknown): string[] =>
  list(value).map((one) => (typeof one === 'string' ? one : text(values(one).name ?? values(one).login)))

/** Puts on and takes off what differs, each remembered with who did it. */
function setLabels(emulator: Emulator, { state }: Repository, on: Issue, labels: readonly string[], login: string) {
  const wanted = [...new Set(labels)]
  const remember = (event: 'labeled' | 'unlabeled', label: string) =>
    state.labelEvents.push({
      id: emulator.nextId(),
      number: on.number,
      event,
      label,
      login,
      createdAt: emulator.now(),
    })
  for (const name of on.labels) if (!wanted.includes(name)) remember('unlabeled', name)
  for (const name of wanted) if (!on.labels.includes(name)) remember('labeled', name)
  on.labels = wanted
}

/** The issue of a request's path, or GitHub's 404. */
export function issueOf({ repository, path }: RepositoryRequest): Issue {
  const found = findIssue(repository, number(path.issue_number))
  if (found === undefined) throw notFound()
  return found
}

export const createIssue = inRepository('issues:write', ({ emulator, repository, body, login }) => {
  const title = text(body.title)
  if (title.trim() === '') throw validationFailed({ resource: 'Issue', code: 'missing_field', field: 'title' })
  const made = newIssue(emulator, repository, login, title, textOrNull(body.body))
  setLabels(emulator, repository, made, names(body.labels), login)
  made.assignees = names(body.assignees)
  repository.state.issues.push(made)
  const shown = issue(emulator.url, repository, made)
  return { status: 201, body: shown, headers: { location: shown.url } }
})

export const getIssue = inRepository('issues:read|pull_requests:read', (request) => ({
  status: 200,
  body: issue(request.emulator.url, request.repository, issueOf(request)),
}))

export const updateIssue = inRepository('issues:write|pull_requests:write', async (request) => {
  const { body, emulator, repository, login } = request
  const found = issueOf(request)
  const reason = optionalText(body.state_reason) as Issue['stateReason'] | undefined
  if (body.state === 'closed') await close(emulator, repository, found, login, reason)
  if (body.state === 'open') await reopen(emulator, repository, found)
  if (body.title !== undefined && body.title !== null) found.title = text(body.title)
  if (body.body !== undefined) found.body = textOrNull(body.body)
  if (body.labels !== undefined) setLabels(emulator, repository, found, names(body.labels), login)
  if (body.assignees !== undefined) found.assignees = names(body.assignees)
  found.updatedAt = emulator.now()
  return { status: 200, body: issue(emulator.url, repository, found) }
})

/** Issues and pull requests, the open ones unless the request says otherwise, newest first. */
export const listIssues = inRepository('issues:read|pull_requests:read', (request) => {
  const { emulator, repository, query } = request
  const { state } = repository
  const wanted = optionalText(query.state) ?? 'open'
  const labels = optionalText(query.labels)?.split(',') ?? []
  const byTime = query.sort === 'updated' ? 'updatedAt' : 'createdAt'
  const since = optionalText(query.since)
  const found = [...state.issues, ...state.pulls]
    .filter((one) => wanted === 'all' || one.state === wanted)
    .filter((one) => labels.every((name) => one.labels.includes(name)))
    .filter((one) => query.creator === undefined || one.login === query.creator)
    .filter((one) => query.assignee === undefined || one.assignees.includes(text(query.assignee)))
    .filter((one) => since === undefined || one.updatedAt >= new Date(since))
    .sort((a, b) => a[byTime].getTime() - b[byTime].getTime() || a.number - b.number)
  if (query.direction !== 'asc') found.reverse()
  const page = pageOf(request, found)
  return {
    status: 200,
    body: page.items.map((one) => issue(emulator.url, repository, one)),
    headers: page.headers,
  }
})

/** Labels that a repository does not have yet are made. */
export const addLabels = inRepository('issues:write|pull_requests:write', (request) => {
  const { emulator, repository, login } = request
  const found = issueOf(request)
  setLabels(emulator, repository, found, [...found.labels, ...names(request.body.labels)], login)
  found.updatedAt = emulator.now()
  return { status: 200, body: found.labels.map((name) => label(emulator.url, repository, name)) }
})

/** What happened to it, the oldest first: of all that GitHub lists here, only its labels. */
export const listEvents = inRepository('issues:read|pull_requests:read', (request) => {
  const { emulator, repository } = request
  const { number: on } = issueOf(request)
  const page = pageOf(
    request,
    repository.state.labelEvents.filter((event) => event.number === on),
  )
  const events = page.items.map(({ id, event, label: name, login, createdAt }) => ({
    id,
    node_id: nodeId('LE', repository.fullName, id),
    url: `${apiOf(emulator.url, repository)}/issues/events/${id}`,
    actor: simpleUser(emulator.url, login),
    event,
    commit_id: null,
    commit_url: null,
    created_at: dateText(createdAt),
    label: { name, color: 'ededed' },
    performed_via_github_app: null,
  }))
  return { status: 200, body: events, headers: page.headers }
})
