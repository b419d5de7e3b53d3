// Inputs that the actions for Terraform share, and the run that a plan says it comes from.
import { isAbsolute } from 'node:path'
import { type InputKind, secret, text } from './inputs.ts'
import { confinedPath } from './paths.ts'

/** A revision goes to git as an argument: one word that is no option. */
export const revisionInput: InputKind<string | undefined> = {
  ...text(),
  allowed: 'a commit, branch or tag: one word that does not begin with "-"',
  parse: (value) => (/^[^-\s]\S*$/.test(value) ? value : undefined),
}

/** A whole number in a range; `default` is what stands for an absent one. */
export function wholeNumber(range: {
  readonly from: number
  readonly to: number
  readonly default: number
}): InputKind<number> {
  return {
    ...text(),
    default: String(range.default),
    absent: range.default,
    allowed: `a whole number from ${range.from} to ${range.to}`,
    parse: (value) => {
      const number = Number(value)
      return /^\d{1,4}$/.test(value) && number >= range.from && number <= range.to ? number : undefined
    },
  }
}

/** A folder of the runner, not of the checkout: what is in it is started. */
export const mirrorInput: InputKind<string | undefined> = {
  ...text(),
  allowed: 'an absolute path outside of the workspace',
  parse: (value, { workspace }) =>
    isAbsolute(value) && confinedPath(workspace, value) === undefined ? value : undefined,
}

/** Several keys, one a line. */
export const keysInput: InputKind<string | undefined> = {
  ...secret(),
  allowed: 'keys, one a line',
  parse: (value) => value,
}

/** What a run says of itself, as a plan carries it. */
export type RunIdentity = {
  readonly repository: string
  readonly run: string
  readonly runAttempt: string
  readonly workflow: string
  readonly event: string
  /** Of the commit that is checked out. */
  readonly commit: string
}

/** Reads what the runner sets; names what is missing. */
export function runIdentity(environment: NodeJS.ProcessEnv): RunIdentity | { readonly missing: readonly string[] } {
  const [, workflow] = /^[^/]+\/[^/]+\/(\.github\/workflows\/[^@]+)@/.exec(environment.GITHUB_WORKFLOW_REF ?? '') ?? []
  const known = {
    GITHUB_REPOSITORY: environment.GITHUB_REPOSITORY,
    GITHUB_RUN_ID: environment.GITHUB_RUN_ID,
    GITHUB_RUN_ATTEMPT: environment.GITHUB_RUN_ATTEMPT,
    GITHUB_WORKFLOW_REF: workflow,
    GITHUB_EVENT_NAME: environment.GITHUB_EVENT_NAME,
    GITHUB_SHA: environment.GITHUB_SHA,
  }
  const missing = Object.entries(known).flatMap(([name, value]) => (value ? [] : [name]))
  if (missing.length > 0) return { missing }
  return {
    repository: environment.GITHUB_REPOSITORY as string,
    run: environment.GITHUB_RUN_ID as string,
    runAttempt: environment.GITHUB_RUN_ATTEMPT as string,
    workflow: workflow as string,
    event: environment.GITHUB_EVENT_NAME as string,
    commit: environment.GITHUB_SHA as string,
  }
}
