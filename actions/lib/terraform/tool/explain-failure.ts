// Why the tool failed and what to do next. The tool has no codes for its errors: known ones are told by their words, and an
// unknown one is shown as it is.
import { clip, count } from '../../text/words.ts'
import { UserError } from '../../toolkit/user-error.ts'
import { summarySentence } from '../result/diagnostic-words.ts'
import type { Diagnostic, LockInfo } from '../result/result.ts'
import type { Root } from '../roots/root.ts'

export type FailureKind =
  | 'interrupted'
  | 'locked'
  | 'stale'
  | 'tool-version'
  | 'missing-variable'
  | 'lock-file'
  | 'provider'
  | 'module'
  | 'backend-changed'
  | 'backend'
  | 'errored-state'
  | 'other'

/**
 * `error` says what, where and what next; its text may hold values: it goes through the redactor before it is shown. Its `next` is
 * advice of ours, never words of the tool. `from` is what the tool said, where that is all that is known.
 */
export type Failure = { readonly kind: FailureKind; readonly error: UserError; readonly from?: Diagnostic }

export type FailureInput = {
  readonly root: Root
  readonly command: string
  readonly diagnostics: readonly Diagnostic[]
  readonly lock: LockInfo | undefined
  readonly stopped: 'signal' | 'timeout' | 'output' | undefined
  readonly leftRunning: boolean
  readonly pid: number | undefined
  /** Variables of ours that look like credentials and that it did not see. */
  readonly withheld?: readonly string[]
}

type Known = {
  readonly kind: FailureKind
  readonly words: RegExp
  readonly next: (root: Root) => string
}

const known: readonly Known[] = [
  {
    kind: 'stale',
    words: /saved plan is stale|saved plan does not match the given state/i,
    next: () => 'plan again: the state has changed since this plan was made',
  },
  {
    kind: 'tool-version',
    words:
      /unsupported (terraform core|opentofu core) version|incompatible module|state snapshot was created by|created by a newer version/i,
    next: (root) => `install the version of ${root.tool} that the root asks for, or change required_version`,
  },
  {
    kind: 'missing-variable',
    words: /no value for required variable|no value for variable|variable not set|ephemeral variable/i,
    next: () => 'give it a value: a file in the setting var-files, or TF_VAR_<name> in the environment of the step',
  },
  {
    kind: 'lock-file',
    words:
      /provider dependency changes detected|inconsistent dependency lock file|doesn't match any of the checksums|does not match any of the checksums|checksums previously recorded|locked provider .* does not match|not consistent with/i,
    next: (root) =>
      `commit a lock file that fits: run \`${root.tool} providers lock -platform=linux_amd64\` in ${root.path} where its providers can be fetched, look at the change, commit it`,
  },
  {
    kind: 'provider',
    words:
      /failed to (query available|resolve) provider packages|failed to install provider|provider registry|required plugins are not installed|missing required provider/i,
    next: () =>
      'see that the provider is in the setting terraform.providers and in the lock file, and that the runner reaches its registry',
  },
  {
    kind: 'module',
    words:
      /failed to download module|module not installed|module source has changed|unreadable module directory|could not (download|load) module/i,
    next: () => 'see that the module’s source exists and that the runner may read it',
  },
  {
    kind: 'backend-changed',
    words:
      /backend configuration changed|backend initialization required|backend type changed|backend configuration block has changed/i,
    next: (root) =>
      `migrate the state once by hand: \`${root.tool} init -migrate-state\` in ${root.path}; we never move a state`,
  },
  {
    kind: 'backend',
    words:
      /error refreshing state|error loading state|failed to get (existing )?(state|workspaces)|error configuring the backend|invalid backend configuration|failed to (save|write|persist) state|error (saving|uploading) state/i,
    next: () =>
      'see that the runner reaches the backend and that its credentials are named in the setting terraform.variables',
  },
]

/** Kinds of failures behind which missing credentials may stand. */
const mayLackCredentials: readonly FailureKind[] = ['provider', 'module', 'backend', 'other']
const maxNames = 5

/** Finds the reason in what the tool said. */
export function explainFailure(input: FailureInput): Failure {
  const found = findReason(input)
  const { kind, error } = found
  const { withheld = [], root } = input
  // What the tool has no words of ours for is mostly the configuration's fault.
  const isLikely = kind !== 'other' || input.diagnostics.some(speaksOfAccess)
  if (withheld.length === 0 || !mayLackCredentials.includes(kind) || !isLikely) return found
  const next = [
    ...(error.next === undefined ? [] : [error.next.replace(/[.;]?\s*$/, '.')]),
    withheldWords(root, withheld),
  ]
  return {
    ...found,
    error: new UserError(error.what, {
      ...(error.where !== undefined && { where: error.where }),
      next: next.join(' '),
    }),
  }
}

const speaksOfAccess = ({ summary, detail = '' }: Diagnostic) =>
  /credential|unauthori[sz]ed|forbidden|access denied|\b40[13]\b|authenticat|\btoken\b|api key|\blogin\b/i.test(
    `${summary} ${detail}`,
  )

function withheldWords({ tool }: Root, names: readonly string[]): string {
  const more = names.length > maxNames ? ` and ${count(names.length - maxNames, 'more variable')}` : ''
  const [are, them] = names.length === 1 ? ['is', 'it'] : ['are', 'them']
  return `${names.slice(0, maxNames).join(', ')}${more} ${are} set and ${names.length === 1 ? 'was' : 'were'} not given to ${tool}: if it needs ${them}, name ${them} under \`terraform.variables\` in .github/seaworthy.yaml (of the base, where there is one)`
}

function findReason(input: FailureInput): Failure {
  const { root, command, diagnostics, lock } = input
  if (input.leftRunning) {
    return failure('interrupted', `${command} was asked to end and has not yet; it was left running.`, {
      where: `process ${input.pid ?? 'unknown'}`,
      next: 'let it end by itself, then plan again; ending it by force may lose state',
    })
  }
  if (lock !== undefined) {
    return failure('locked', `The state of ${root.name} is locked${holder(lock)}.`, {
      where: command,
      next: unlock(root, lock),
    })
  }
  if (input.stopped !== undefined) {
    return failure('interrupted', `${command} ${stopReasons[input.stopped]}.`, {
      where: command,
      next: 'plan again: what was done until then is in the state',
    })
  }
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  for (const { kind, words, next } of known) {
    const found = errors.find(
      ({ summary, detail }) => words.test(summary) || (detail !== undefined && words.test(detail)),
    )
    if (found !== undefined) return ofTheTool(kind, found, command, next(root))
  }
  const [first] = errors
  if (first === undefined) return failure('other', `${command} failed.`, { where: command, next: byHand(command) })
  return ofTheTool('other', first, command, first.detail === undefined ? byHand(command) : undefined)
}

const byHand = (command: string) => `run ${command} by hand and see what it says`

function ofTheTool(kind: FailureKind, from: Diagnostic, command: string, next: string | undefined): Failure {
  const [what, where] = from.at === undefined ? [withDetail(from), command] : [summarySentence(from), place(from.at)]
  return { ...failure(kind, what, { where, ...(next !== undefined && { next }) }), from }
}

/** How to go on where a lock is held. We never take a lock away from anybody. */
export function unlock(root: Root, lock: LockInfo): string {
  return `wait for the run that holds it and start again; if no run holds it any more (it was killed), \`${root.tool} init\` and then \`${root.tool} force-unlock ${lock.id}\` in ${root.path}, then plan again and look closely: what it was doing may be done by half`
}

function holder({ who, created, operation, id }: LockInfo): string {
  const by = who === undefined ? ` (lock ${id}; its backend does not tell by whom)` : ` by ${who}`
  const what = operation === undefined ? '' : ` for ${operation.replace(/^OperationType/, '').toLowerCase()}`
  return `${by}${what}${created === undefined ? '' : ` since ${created}`}`
}

const stopReasons = {
  signal: 'was interrupted',
  timeout: 'took too long and was interrupted',
  output: 'said more than can be read and was interrupted',
} as const

function failure(
  kind: FailureKind,
  what: string,
  details: { readonly where: string; readonly next?: string },
): Failure {
  return { kind, error: new UserError(what, details) }
}

/** Without a place, what it is about stands in the detail. */
function withDetail(diagnostic: Diagnostic): string {
  const detail = diagnostic.detail?.split('\n\n')[0]?.replaceAll(/\s+/g, ' ')
  const summary = summarySentence(diagnostic)
  return detail === undefined ? summary : `${summary} ${clip(detail, 500)}`
}

const place = (at: NonNullable<Diagnostic['at']>) =>
  [at.file, at.line, at.line === undefined ? undefined : at.column].filter((part) => part !== undefined).join(':')
