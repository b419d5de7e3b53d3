// Inputs that every action which writes to a GitOps repository has, and what the run says of itself.
import { isAbsolute, join } from 'node:path'
import { type InputKind, list, secret, text } from './inputs.ts'
import { UserError } from './user-error.ts'

/** `owner/name`. */
export const repositoryInput: InputKind<string | undefined> = {
  ...text(),
  allowed: 'a repository, owner/name',
  parse: (value) => (/^[\w.-]+\/[\w.-]+$/.test(value) ? value : undefined),
}

const minutes: InputKind<number> = {
  ...text(),
  default: '5',
  absent: 5,
  allowed: 'a number of minutes from 1 to 60',
  parse: (value) => (/^\d{1,2}$/.test(value) && Number(value) >= 1 && Number(value) <= 60 ? Number(value) : undefined),
}

/** Where images stand. */
export const scopeInputs = {
  environments: list({
    each: /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
    allowed: 'names of environments, such as `staging`',
  }),
  applications: list(),
  files: list({
    each: /^(?!\/)(?!.*(^|\/)\.\.(\/|$))[^\\]+$/,
    allowed: 'paths relative to the root of the repository',
  }),
  targets: list(),
} as const

/** The repository that is written to. Expressions are evaluated by the runner. */
export const gitopsInputs = {
  repository: { ...repositoryInput, default: githubExpression('github.repository') },
  branch: text(),
  token: { ...secret(), default: githubExpression('github.token') },
  'deadline-minutes': minutes,
} as const

/** The text of a default that GitHub evaluates before the action sees it. */
export function githubExpression(name: string): string {
  return `\${{ ${name} }}`
}

/** What the run says of itself. */
export type RunPlace = {
  readonly apiUrl: string
  readonly graphqlUrl: string | undefined
  readonly serverUrl: string
  readonly repository: string | undefined
  readonly commit: string | undefined
  readonly run: string | undefined
  readonly actor: string | undefined
  readonly workspace: string
  readonly temporary: string | undefined
  /** Path of the Docker configuration that a login action writes. */
  readonly dockerConfig: string | undefined
  /** Path of this workflow's file in its repository, where the runner tells it. */
  readonly workflow: string | undefined
}

/** Reads what the runner sets. */
export function runPlace(environment: NodeJS.ProcessEnv): RunPlace {
  const home = environment.DOCKER_CONFIG || (environment.HOME ? join(environment.HOME, '.docker') : undefined)
  const [, workflow] = /^[^/]+\/[^/]+\/(\.github\/workflows\/[^@]+)@/.exec(environment.GITHUB_WORKFLOW_REF ?? '') ?? []
  return {
    apiUrl: environment.GITHUB_API_URL || 'https://api.github.com',
    graphqlUrl: environment.GITHUB_GRAPHQL_URL || undefined,
    serverUrl: environment.GITHUB_SERVER_URL || 'https://github.com',
    repository: environment.GITHUB_REPOSITORY || undefined,
    commit: environment.GITHUB_SHA || undefined,
    run: environment.GITHUB_RUN_ID || undefined,
    actor: environment.GITHUB_ACTOR || undefined,
    workspace: environment.GITHUB_WORKSPACE || process.cwd(),
    temporary: environment.RUNNER_TEMP || undefined,
    dockerConfig: home !== undefined && isAbsolute(home) ? join(home, 'config.json') : undefined,
    workflow,
  }
}

/** The address of a run, when it is one. */
export function runUrl({ serverUrl, repository, run }: RunPlace): string | undefined {
  return repository === undefined || run === undefined ? undefined : `${serverUrl}/${repository}/actions/runs/${run}`
}

/** What both actions need beyond their inputs. Throws a UserError where the runner does not say it. */
export function requireTarget(
  read: { readonly repository: string | undefined; readonly token: string | undefined },
  environment: NodeJS.ProcessEnv,
): { readonly repository: string; readonly token: string; readonly run: RunPlace } {
  const repository = read.repository ?? environment.GITHUB_REPOSITORY
  const { token } = read
  if (!repository)
    throw new UserError('Input "repository" is empty.', { next: 'name the GitOps repository, owner/name' })
  if (token === undefined)
    throw new UserError('Input "token" is empty.', { next: 'give a token that may write to the GitOps repository' })
  return { repository, token, run: runPlace(environment) }
}
