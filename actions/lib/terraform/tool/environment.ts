// The environment that terraform or tofu sees: an allow list, for a provider or a script of a plan reads all of it.
import { matchesPattern } from '../../text/pattern.ts'
import { UserError } from '../../toolkit/user-error.ts'

/** What the tool, git (for modules) and TLS cannot do without. HOME names files that every process of the user can read anyway. */
const always = [
  'PATH',
  'HOME',
  'TMPDIR',
  'LANG',
  'LC_ALL',
  'TZ',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'GIT_SSL_CAINFO',
  'SSH_AUTH_SOCK',
]

/** Never given on, whatever the settings say: they are the workflow's own, or change what the tool does behind our back. */
const never = [
  'GITHUB_*',
  'GH_TOKEN',
  'ACTIONS_*',
  'INPUT_*',
  'RUNNER_*',
  'NODE_OPTIONS',
  'LD_*',
  'DYLD_*',
  'GIT_*',
  'CHECKPOINT_*',
  'TF_CLI_*',
  'TF_LOG*',
  'TF_DATA_DIR',
  'TF_PLUGIN_*',
  'TF_REATTACH_PROVIDERS',
  'TF_WORKSPACE',
  'TF_INPUT',
  'TF_IN_AUTOMATION',
  'TF_IGNORE',
  'TF_TEMP_LOG_PATH',
]

/** With these a cloud provider gets its credentials by OIDC. They mint tokens, so they must be named one by one. */
const identityRequest = ['ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN']

/** What credentials of providers and backends are called: first those that only these can mean. */
const credentials = [
  ['AWS_*', 'ARM_*', 'GOOGLE_*', 'IONOS_*', 'TF_TOKEN_*'],
  ['*_TOKEN', '*_SECRET', '*_SECRET_KEY', '*_ACCESS_KEY', '*_API_KEY', '*_PASSWORD', '*_CREDENTIALS'],
] as const

export type ReducedEnvironment = {
  readonly variables: Readonly<Record<string, string>>
  /** Names of those that may hold secrets: `TF_VAR_*` and what the settings name. For the redactor. */
  readonly given: readonly string[]
  /** Names of those that look like credentials and were not given on, though the settings could name them. */
  readonly withheld: readonly string[]
}

/**
 * Reduces an environment to what the tool needs, `TF_VAR_*`, and the names and patterns (`*` stands for any text) of the
 * setting `terraform.variables`. Throws a UserError for a name there that may never be given on.
 */
export function reduceEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  variables: readonly string[] = [],
): ReducedEnvironment {
  for (const name of variables) {
    if (!name.includes('*') && !identityRequest.includes(name) && matchesAny(never, name)) {
      throw new UserError(
        `${name} may not be given to terraform or tofu: a plan runs code of others, which would read it.`,
        {
          where: 'terraform.variables in the settings',
          next: `take it out; to hand a value on, set it under another name in the workflow, for example TF_VAR_${name.toLowerCase()}`,
        },
      )
    }
  }
  const isGiven = (name: string) =>
    identityRequest.includes(name)
      ? variables.includes(name)
      : name.startsWith('TF_VAR_') || (matchesAny(variables, name) && !matchesAny(never, name))
  const result: Record<string, string> = {}
  const [given, left]: [string[], string[]] = [[], []]
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) continue
    if (isGiven(name)) given.push(name)
    else if (!always.includes(name)) {
      if (value !== '' && !matchesAny(never, name)) left.push(name)
      continue
    }
    result[name] = value
  }
  const withheld = new Set(credentials.flatMap((patterns) => left.filter((name) => matchesAny(patterns, name)).sort()))
  return { variables: result, given: given.filter((name) => !always.includes(name)), withheld: [...withheld] }
}

/** Set for every command, over everything else. */
export const fixedVariables: Readonly<Record<string, string>> = {
  TF_IN_AUTOMATION: '1',
  TF_INPUT: '0',
  CHECKPOINT_DISABLE: '1',
  // Modules are fetched by git: it must not wait for somebody to type a password.
  GIT_TERMINAL_PROMPT: '0',
}

const matchesAny = (patterns: readonly string[], name: string) =>
  patterns.some((pattern) => matchesPattern(pattern, name))
