// REST: comments on issues and pull requests.
import { notFound, validationFailed } from '../errors.ts'
import type { Comment } from '../state.ts'
import { inRepository, number, optionalText, type RepositoryRequest, text } from './handler.ts'
import { issueOf } from './issues.ts'
import { pageOf } from './pages.ts'
import { comment } from './render-issue.ts'

const maxBody = 65536

function bodyOf({ body }: RepositoryRequest): string {
  const said = text(body.body)
  const refuse = (message: string) =>
    validationFailed({ resource: 'IssueComment', code: 'unprocessable', field: 'data', message })
  if (said.trim() === '') throw refuse('Body cannot be blank')
  if (said.length > maxBody) throw refuse(`Body is too long (maximum is ${maxBody} characters)`)
  return said
}

function commentOf({ repository, path }: RepositoryRequest): Comment {
  const found = repository.state.comments.find(({ id }) => id === number(path.comment_id))
  if (found === undefined) throw notFound()
  return found
}

/** Oldest first. */
export const listComments = inRepository('issues:read|pull_requests:read', (request) => {
  const { emulator, repository, query } = request
  const on = issueOf(request)
  const since = optionalText(query.since)
  const found = repository.state.comments.filter(
    (one) => one.number === on.number && (since === undefined || one.updatedAt >= new Date(since)),
  )
  const page = pageOf(request, found)
  return {
    status: 200,
    body: page.items.map((one) => comment(emulator.url, repository, one)),
    headers: page.headers,
  }
})

export const createComment = inRepository('issues:write|pull_requests:write', (request) => {
  const { emulator, repository, login } = request
  const on = issueOf(request)
  const now = emulator.now()
  const made = {
    id: emulator.nextId(),
    number: on.number,
    body: bodyOf(request),
    login,
    createdAt: now,
    updatedAt: now,
  }
  repository.state.comments.push(made)
  const shown = comment(emulator.url, repository, made)
  return { status: 201, body: shown, headers: { location: shown.url } }
})

export const updateComment = inRepository('issues:write|pull_requests:write', (request) => {
  const { emulator, repository } = request
  const found = commentOf(request)
  found.body = bodyOf(request)
  found.updatedAt = emulator.now()
  return { status: 200, body: comment(emulator.url, repository, found) }
})

export const deleteComment = inRepository('issues:write|pull_requests:write', (request) => {
  const { comments } = request.repository.state
  comments.splice(comments.indexOf(commentOf(request)), 1)
  return { status: 204 }
})
