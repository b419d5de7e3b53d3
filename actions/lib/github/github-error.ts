// What a reader is told when GitHub does not do what it was asked: which permission, name or input is probably missing.
import { UserError } from '../toolkit/user-error.ts'
import type { Failure } from './failure.ts'

/** A failure that was not overcome. Callers that can still do something read `failure`; the message is for a person. */
export class GitHubError extends UserError {
  override readonly name = 'GitHubError'
  readonly failure: Failure
  constructor(failure: Failure, what: string, next: string, cause?: unknown) {
    super(what, { next, ...(cause !== undefined && { cause }) })
    this.failure = failure
  }
}

export type Asked = {
  /** Completes “could not …”, with the names of what is read or written: `read the branch main of your-org/platform`. */
  readonly purpose: string
  /** What a token needs for it, as a workflow writes it: `contents: write`. */
  readonly permission?: string
}

/** @param tries how often it was sent; `waitedMs` since the first time */
export function explain(failure: Failure, asked: Asked, tries = { count: 1, waitedMs: 0 }): GitHubError {
  if (failure.type === 'limited') return limited(failure, asked)
  if (failure.type === 'unreachable') {
    const often = tries.count > 1 ? ` (tried ${tries.count} times in ${Math.round(tries.waitedMs / 1000)} s)` : ''
    return new GitHubError(
      failure,
      `could not ${asked.purpose}: GitHub gave no usable answer, ${failure.reason}${often}`,
      `run the job again; if it stays like this, look at ${statusPage}, and at the proxy and firewall of your own runners`,
    )
  }
  const { what, next } = refused(failure, asked)
  return new GitHubError(failure, what, next)
}

const statusPage = 'https://www.githubstatus.com'

function limited(failure: Extract<Failure, { type: 'limited' }>, { purpose }: Asked): GitHubError {
  const minutes = Math.max(1, Math.ceil(failure.waitMs / minute))
  const which = failure.limit === 'primary' ? 'the token has used up its requests' : 'too many requests at once'
  return new GitHubError(
    failure,
    `could not ${purpose}: GitHub’s rate limit (${which}) asks to wait ${minutes} min, longer than this step may`,
    failure.limit === 'primary'
      ? `run the job again in ${minutes} min, or use the token of a GitHub App, which has requests of its own`
      : `run the job again in ${minutes} min, with fewer jobs at the same time`,
  )
}

const minute = 60_000

function refused(failure: Extract<Failure, { type: 'refused' }>, asked: Asked): { what: string; next: string } {
  const { status, message } = failure
  const { purpose } = asked
  const permission = permissionOf(failure, asked)
  const needed = permission === undefined ? 'the permission for it' : `\`${permission}\``
  const said = `GitHub says “${message}”`
  if (status === 401) {
    return {
      what: `could not ${purpose}: GitHub does not accept the token`,
      next: 'check that the token input is set, that the token has not expired, and that it was made for this GitHub',
    }
  }
  if (/SAML/i.test(message)) {
    return { what: `could not ${purpose}: ${said}`, next: 'authorise the token for the organisation’s single sign-on' }
  }
  if (/not permitted to create or approve pull requests/i.test(message)) {
    return {
      what: `could not ${purpose}: ${said}`,
      next: 'switch on “Allow GitHub Actions to create and approve pull requests” in the settings of the repository (Actions, General), or use the token of a GitHub App',
    }
  }
  if (/not accessible|must have|insufficient|permission/i.test(message) || isAbout(failure, 'INSUFFICIENT_SCOPES')) {
    return {
      what: `could not ${purpose}: the token may not do that; ${said}`,
      next: `give the job ${needed} under \`permissions:\`, or that permission to the GitHub App or the token that is used`,
    }
  }
  if (status === 403 || isAbout(failure, 'FORBIDDEN')) {
    return { what: `could not ${purpose}: ${said}`, next: `do what that says; the token needs ${needed} as well` }
  }
  if (status === 301) {
    return {
      what: `could not ${purpose}: ${message}`,
      next: 'use the present name of the repository and check the address',
    }
  }
  if (status === 404 || isAbout(failure, 'NOT_FOUND')) {
    return {
      what: `could not ${purpose}: ${said}`,
      next: `check the names; if they are right, the token cannot see it: it needs ${needed} there, and a workflow’s own token reaches no repository but its own`,
    }
  }
  return { what: `could not ${purpose}: ${said}`, next: 'check the inputs of this step against that answer' }
}

const isAbout = ({ errors }: Extract<Failure, { type: 'refused' }>, type: string) =>
  errors.some((error) => error.type === type)

/** What the caller knows, else GitHub's own list (`contents=write; pull_requests=write`: any one of these). */
function permissionOf({ needs }: Extract<Failure, { type: 'refused' }>, { permission }: Asked): string | undefined {
  if (permission !== undefined || needs === undefined) return permission
  return needs.replaceAll('_', '-').replaceAll('=', ': ').replaceAll(';', ' or')
}

/** Whether GitHub refused with one of these statuses. */
export function wasRefused(error: unknown, ...statuses: readonly number[]): error is GitHubError {
  return error instanceof GitHubError && error.failure.type === 'refused' && statuses.includes(error.failure.status)
}

/** What GitHub said when it refused; an empty text for any other error. */
export function refusalOf(error: unknown): string {
  return error instanceof GitHubError && error.failure.type === 'refused' ? error.failure.message : ''
}
