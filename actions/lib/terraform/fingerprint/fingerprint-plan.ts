// The fingerprint of a plan: equal for two plans that would do the same, and for no others.
import { createHmac } from 'node:crypto'
import { UserError } from '../../toolkit/user-error.ts'
import { type CanonicalPlan, type CanonicalValue, canonicalJson, canonicalSections } from './canonical.ts'
import { type CanonicalWriter, createCanonicalWriter } from './canonical-value.ts'
import { isEmpty, isObject, own } from './plan-json.ts'
import { secretFinder, secretValues } from './secret-values.ts'

/** Shorter keys can be guessed, and with them short secrets. */
const minKeyBytes = 16

/**
 * Fields at the top of plan JSON that are no part of the fingerprint, and why. A field that is neither here nor known is part
 * of it.
 */
export const leftOut: Readonly<Record<string, string>> = {
  timestamp: 'when the plan was made; where it decides (`plantimestamp()`), it stands in a value',
  format_version: 'of the JSON; the version of the tool is proved by the envelope',
  terraform_version: 'proved by the envelope',
  planned_values: 'follows from the changes; the rest does not change',
  prior_state: 'what matters of it is in `before` of the changes',
  configuration: 'proved by the hash of the files; what it does is in the changes',
  relevant_attributes: 'explains drift, and decides nothing',
  resource_drift: 'what it leads to is in the changes; drift that leads to nothing is applied by nobody',
  checks: 'judged by the guards of every plan; may depend on the world, and changes nothing',
}

/** Fields of a resource that is left as it is, which say nothing more. */
const inertFields = new Set([
  'address',
  'module_address',
  'mode',
  'type',
  'name',
  'index',
  'provider_name',
  'deposed',
  'change',
])
const inertChange = new Set([
  ...[
    'actions',
    'before',
    'after',
    'after_unknown',
    'before_sensitive',
    'after_sensitive',
    'before_identity',
    'after_identity',
  ],
])

/**
 * @param json a plan as `terraform show -json` writes it, parsed, and put through `withExactNumbers`: without that, two numbers of
 * more digits than a double holds may pass for one
 * @param options.key at least 16 bytes, the same whenever fingerprints are to be compared. Keys for values and for the whole
 * are derived from it, so it may be one that encrypts, too
 * @returns `fingerprint` is an HMAC, 64 hexadecimal digits: it may be public. `canonical` is plain data without a secret in
 * clear, yet with all other values of the plan: it may not
 * @throws UserError for what is no plan, or nests absurdly deep
 */
export function fingerprintPlan(
  json: unknown,
  options: { readonly key: Uint8Array },
): { readonly fingerprint: string; readonly canonical: CanonicalPlan } {
  if (options.key.length < minKeyBytes)
    throw new RangeError(`a fingerprint needs a key of ${minKeyBytes} bytes or more`)
  if (!isObject(json)) throw notPlan('it is no JSON object')
  const writer = createCanonicalWriter(derive(options.key, 'values'), secretFinder(secretValues(json)))
  const canonical = canonicalPlan(json, writer)
  return { fingerprint: fingerprintOf(canonical, options.key), canonical }
}

/** The fingerprint of a canonical plan that was stored: over its entries, one line of JSON each, in the order of their names. */
export function fingerprintOf(canonical: CanonicalPlan, key: Uint8Array): string {
  const hash = createHmac('sha256', derive(key, 'plan'))
  hash.update(`${canonical.format}\n`)
  for (const section of canonicalSections) {
    for (const name of Object.keys(canonical[section]).sort()) {
      hash.update(`${canonicalJson([section, name, canonical[section][name] ?? null])}\n`)
    }
  }
  return hash.digest('hex')
}

const derive = (key: Uint8Array, purpose: string) =>
  createHmac('sha256', key).update(`seaworthy terraform fingerprint 1: ${purpose}`).digest()

function canonicalPlan(json: Readonly<Record<string, unknown>>, writer: CanonicalWriter): CanonicalPlan {
  const known = new Set(['variables', 'resource_changes', 'output_changes', 'errored', 'complete', 'applyable'])
  for (const name of ['deferred_changes', 'action_invocations', 'deferred_action_invocations']) known.add(name)
  const other = Object.entries(json).filter(
    ([name, value]) => !known.has(name) && !Object.hasOwn(leftOut, name) && !isEmpty(value),
  )
  return {
    format: 1,
    variables: variablesOf(json, writer),
    changes: listOf(json, 'resource_changes', writer, resourceKey, (change) => !isInert(change, inertFields)),
    outputs: outputsOf(json, writer),
    deferred: listOf(json, 'deferred_changes', writer, (entry) => resourceKey(own(entry, 'resource_change'))),
    invocations: listOf(json, 'action_invocations', writer, invocationKey),
    'deferred-invocations': listOf(json, 'deferred_action_invocations', writer, (entry) =>
      invocationKey(own(entry, 'action_invocation')),
    ),
    plan: Object.fromEntries(
      ['errored', 'complete', 'applyable']
        .filter((name) => own(json, name) !== undefined)
        .map((name) => [name, writer.node(own(json, name), { key: name, outer: undefined })]),
    ),
    other: Object.fromEntries(
      other.map(([name, value]) => [name, writer.node(value, { key: name, outer: undefined })]),
    ),
  }
}

function variablesOf(json: unknown, writer: CanonicalWriter): CanonicalPlan['variables'] {
  const configured = own(own(own(json, 'configuration'), 'root_module'), 'variables')
  const entries = objectOf(json, 'variables').map(([name, variable]): [string, CanonicalValue] => {
    const place = { key: name, outer: { key: 'variables', outer: undefined } }
    const sensitive = own(own(configured, name), 'sensitive') === true
    if (!isObject(variable)) return [name, writer.value(variable, undefined, sensitive, place)]
    const { value, ...rest } = variable
    const shown = writer.node(rest, place)
    return [name, { ...(isPlain(shown) ? shown : {}), value: writer.value(value, undefined, sensitive, place) }]
  })
  return Object.fromEntries(entries)
}

const isPlain = (value: CanonicalValue): value is { readonly [key: string]: CanonicalValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function outputsOf(json: unknown, writer: CanonicalWriter): CanonicalPlan['outputs'] {
  return Object.fromEntries(
    objectOf(json, 'output_changes')
      .filter(([, change]) => !isInert({ change }, inertFields))
      .map(([name, change]) => [name, writer.node(change, { key: name, outer: { key: 'outputs', outer: undefined } })]),
  )
}

/** The entries of a list by their keys. Several of one key are told apart by a number, in the order of their canonical text. */
function listOf(
  json: unknown,
  name: string,
  writer: CanonicalWriter,
  keyOf: (entry: unknown) => string,
  isWanted: (entry: unknown) => boolean = () => true,
): { readonly [entry: string]: CanonicalValue } {
  const list = own(json, name) ?? []
  if (!Array.isArray(list)) throw notPlan(`\`${name}\` is no list`)
  const byKey = new Map<string, CanonicalValue[]>()
  for (const entry of list.filter(isWanted)) {
    const key = keyOf(entry)
    byKey.set(key, [...(byKey.get(key) ?? []), writer.node(withSortedPaths(entry), { key, outer: undefined })])
  }
  return Object.fromEntries(
    [...byKey].flatMap(([key, entries]) =>
      entries
        .map((entry) => ({ entry, text: entries.length > 1 ? canonicalJson(entry) : '' }))
        .sort((a, b) => (a.text < b.text ? -1 : 1))
        .map(({ entry }, index) => [index === 0 ? key : `${key} (${index + 1})`, entry]),
    ),
  )
}

/** Which attributes force a replacement is a set: no order of it is better than another. */
function withSortedPaths(entry: unknown): unknown {
  const change = own(entry, 'change')
  const paths = own(change, 'replace_paths')
  if (!isObject(entry) || !isObject(change) || !Array.isArray(paths)) return entry
  const sorted = [...paths].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  return { ...entry, change: { ...change, replace_paths: sorted } }
}

/** Whether nothing at all happens to it, so far as we understand every field of it. */
function isInert(entry: unknown, fields: ReadonlySet<string>): boolean {
  const change = own(entry, 'change')
  const actions = own(change, 'actions')
  if (!Array.isArray(actions) || actions.length !== 1 || actions[0] !== 'no-op') return false
  return onlyHas(entry, fields) && onlyHas(change, inertChange)
}

const onlyHas = (value: unknown, fields: ReadonlySet<string>) =>
  isObject(value) && Object.entries(value).every(([key, child]) => fields.has(key) || isEmpty(child))

function resourceKey(entry: unknown): string {
  const deposed = own(entry, 'deposed')
  return `${textOf(own(entry, 'address'))}${deposed === undefined ? '' : ` (deposed ${textOf(deposed)})`}`
}

function invocationKey(entry: unknown): string {
  const trigger = own(own(entry, 'lifecycle_action_trigger'), 'triggering_resource_address')
  return `${textOf(own(entry, 'address'))}${trigger === undefined ? '' : ` (for ${textOf(trigger)})`}`
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '?')

function objectOf(json: unknown, name: string): readonly [string, unknown][] {
  const value = own(json, name) ?? {}
  if (!isObject(value)) throw notPlan(`\`${name}\` is no object`)
  return Object.entries(value)
}

const notPlan = (why: string) =>
  new UserError(`this is no plan in JSON: ${why}`, { next: 'write one by `terraform show -json PLAN`' })
