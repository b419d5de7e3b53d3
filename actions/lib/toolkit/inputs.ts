// An action's inputs: declared once, read once, fully resolved. Empty means absent, as the runner cannot tell them apart.
import * as core from '@actions/core'
import { confinedPath } from './paths.ts'
import { UserError } from './user-error.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** How one input is read. `default` is the text that action.yml must carry as well; a contract test compares them. */
export type InputKind<T> = {
  readonly required: boolean
  readonly default: string | undefined
  readonly secret: boolean
  /** What is allowed, in words, for the message about a bad value. */
  readonly allowed: string
  /** Returns undefined for a value that is not allowed. May throw a UserError that says more. */
  readonly parse: (text: string, context: { readonly workspace: string }) => T | undefined
  /** What an absent input without a default reads as. */
  readonly absent: T
}

type CamelCase<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<CamelCase<Tail>>}` : S
type Kinds = Readonly<Record<string, InputKind<unknown>>>

/** `{ 'fail-on': InputKind<T> }` read is `{ failOn: T }`. */
export type InputsOf<K extends Kinds> = {
  readonly [Name in keyof K & string as CamelCase<Name>]: K[Name] extends InputKind<infer T> ? T : never
}

export type InputsDefinition<K extends Kinds> = {
  readonly kinds: K
  /** Reads all inputs at once; throws one UserError that lists every bad value. */
  readonly read: (environment?: Environment) => InputsOf<K>
}

/** Declares the inputs of an action by their names in action.yml. */
export function defineInputs<const K extends Kinds>(kinds: K): InputsDefinition<K> {
  return { kinds, read: (environment = process.env) => readAll(kinds, environment) as InputsOf<K> }
}

function readAll(kinds: Kinds, environment: Environment): Record<string, unknown> {
  const workspace = environment.GITHUB_WORKSPACE || process.cwd()
  const values: Record<string, unknown> = {}
  const problems: string[] = []
  for (const [name, kind] of Object.entries(kinds)) {
    try {
      values[camelCase(name)] = readOne(name, kind, environment, workspace)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      problems.push(error.message)
    }
  }
  if (problems.length > 0) throw new UserError(problems.join('\n'))
  return values
}

function readOne(name: string, kind: InputKind<unknown>, environment: Environment, workspace: string): unknown {
  const given = environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim()
  // The runner evaluates an expression before the action starts; where it has not, there is no value.
  const text = given || (kind.default?.startsWith('${{') ? undefined : kind.default)
  if (text === undefined) {
    if (kind.required) throw new UserError(`Input "${name}" is required.`, { next: `set \`${name}\` under \`with:\`` })
    return kind.absent
  }
  // The command carries the value: only a runner may see it, for it takes the line out of the log.
  if (kind.secret && environment.GITHUB_ACTIONS === 'true') core.setSecret(text)
  const value = kind.parse(text, { workspace })
  if (value !== undefined) return value
  const shown = kind.secret ? 'The value' : `"${text.length > 200 ? `${text.slice(0, 200)}…` : text}"`
  throw new UserError(`Input "${name}": ${shown} is not allowed.`, { next: `use ${kind.allowed}` })
}

const camelCase = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

type Required = { readonly required: true }
type Default<T = string> = { readonly default: T }
const base = { required: false, default: undefined, secret: false, absent: undefined } as const

/** One line of text. Absent: undefined. */
export function text(options: Required | Default): InputKind<string>
export function text(): InputKind<string | undefined>
export function text(options: Partial<Required & Default> = {}): InputKind<string | undefined> {
  return {
    ...base,
    ...options,
    allowed: 'one line of text',
    parse: (value) => (value.includes('\n') ? undefined : value),
  }
}

/** A token or password: masked in the log before anything can show it. */
export function secret(options: Required): InputKind<string>
export function secret(): InputKind<string | undefined>
export function secret(options: Partial<Required> = {}): InputKind<string | undefined> {
  return {
    ...base,
    ...options,
    secret: true,
    allowed: 'one line of text',
    parse: (value) => (value.includes('\n') ? undefined : value),
  }
}

/** `true` or `false`, in any case. */
export function flag(options: Default<boolean>): InputKind<boolean> {
  const parse = (value: string) => (/^true$/i.test(value) ? true : /^false$/i.test(value) ? false : undefined)
  return { ...base, absent: options.default, default: String(options.default), allowed: '`true` or `false`', parse }
}

/** One of a closed list of words. */
export function choice<const V extends string>(values: readonly V[], options: Default<V> | Required): InputKind<V>
export function choice<const V extends string>(values: readonly V[]): InputKind<V | undefined>
export function choice<const V extends string>(
  values: readonly V[],
  options: Partial<Default<V> & Required> = {},
): InputKind<V | undefined> {
  const allowed = `one of ${values.map((value) => `\`${value}\``).join(', ')}`
  return { ...base, ...options, allowed, parse: (value) => values.find((known) => known === value) }
}

/** Values separated by new lines or commas; empty ones are dropped. Absent: an empty list. */
export function list(
  options: { readonly default?: string; readonly each?: RegExp; readonly allowed?: string } = {},
): InputKind<readonly string[]> {
  const parse = (value: string) => {
    const items = value
      .split(/[\n,]/)
      .map((item) => item.trim())
      .filter((item) => item !== '')
    return options.each !== undefined && items.some((item) => options.each?.test(item) === false) ? undefined : items
  }
  const allowed = options.allowed ?? 'values separated by new lines or commas'
  return { ...base, default: options.default, allowed, parse, absent: [] }
}

/** A path inside the workspace, returned absolute. Symbolic links that lead out are refused. */
export function path(options: Required | Default): InputKind<string>
export function path(): InputKind<string | undefined>
export function path(options: Partial<Required & Default> = {}): InputKind<string | undefined> {
  const parse = (value: string, { workspace }: { readonly workspace: string }) => confinedPath(workspace, value)
  return { ...base, ...options, allowed: 'a path inside the workspace', parse }
}
