// Whether data is an envelope: it comes from an artifact, and anybody may have made it.
import { UserError } from '../../toolkit/user-error.ts'
import type { Envelope } from './envelope.ts'

const maxText = 4096
const maxContents = 2000
const maxGuards = 10_000

/** They go into messages and pages. */
const printable = /^[^\p{Cc}\p{Zl}\p{Zp}]+$/u

type Fields = Readonly<Record<string, unknown>>

/**
 * The envelope, with no other fields than it may have. Says nothing of whether it is true. Throws a UserError that names the
 * first field that is wrong.
 */
export function checkEnvelope(data: unknown, where: string): Envelope {
  const refuse = (field: string, demand: string) =>
    new UserError(`The description of the sealed plan is not usable: ${field} is not ${demand}.`, {
      where,
      next: 'plan and apply with one version of Seaworthy',
    })
  const fieldsOf = (value: unknown, field: string): Fields => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
    throw refuse(field, 'an object')
  }
  const all = fieldsOf(data, 'it')
  const own = (fields: Fields, name: string) => (Object.hasOwn(fields, name) ? fields[name] : undefined)
  const text = (fields: Fields, name: string, pattern = printable, demand = 'a text') => {
    const value = own(fields, name)
    if (typeof value === 'string' && value.length <= maxText && pattern.test(value)) return value
    throw refuse(name, demand)
  }
  const optional = <T>(fields: Fields, name: string, read: () => T) =>
    own(fields, name) === undefined ? {} : { [name]: read() }
  const number = (fields: Fields, name: string) => {
    const value = own(fields, name)
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
    throw refuse(name, 'a whole number')
  }
  const list = (name: string, limit: number) => {
    const value = own(all, name)
    if (Array.isArray(value) && value.length <= limit) return value.map((item) => fieldsOf(item, `an entry of ${name}`))
    throw refuse(name, `a list of at most ${limit} entries`)
  }
  const sha256 = (name: string) => text(all, name, /^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal')
  const commit = (name: string) => text(all, name, /^([0-9a-f]{40}|[0-9a-f]{64})$/, 'the id of a commit')

  if (own(all, 'format') !== 1) throw refuse('format', '1')
  const needsApply = own(all, 'needsApply')
  if (typeof needsApply !== 'boolean') throw refuse('needsApply', 'true or false')
  const tool = text(all, 'tool', /^(terraform|tofu)$/, 'terraform or tofu')
  const encryption = fieldsOf(own(all, 'encryption'), 'encryption')
  const cipher = text(encryption, 'cipher', /^(aes-256-gcm|none)$/, 'aes-256-gcm or none')
  const counts = fieldsOf(own(all, 'counts'), 'counts')
  const state = own(all, 'state') === undefined ? undefined : fieldsOf(own(all, 'state'), 'state')
  return {
    format: 1,
    root: text(all, 'root'),
    path: text(all, 'path'),
    tool: tool === 'tofu' ? 'tofu' : 'terraform',
    toolVersion: text(all, 'toolVersion'),
    workspace: text(all, 'workspace'),
    ...optional(all, 'lockHash', () => sha256('lockHash')),
    filesHash: sha256('filesHash'),
    repository: text(all, 'repository', /^[\w.-]+\/[\w.-]+$/, 'owner/name'),
    ...optional(all, 'base', () => commit('base')),
    head: commit('head'),
    ...optional(all, 'pullRequest', () => number(all, 'pullRequest')),
    run: text(all, 'run'),
    runAttempt: text(all, 'runAttempt'),
    workflow: text(all, 'workflow'),
    event: text(all, 'event'),
    createdAt: text(all, 'createdAt', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, 'a time in UTC'),
    ...(state && { state: { lineage: text(state, 'lineage'), serial: number(state, 'serial') } }),
    counts: {
      create: number(counts, 'create'),
      update: number(counts, 'update'),
      replace: number(counts, 'replace'),
      delete: number(counts, 'delete'),
      read: number(counts, 'read'),
      forget: number(counts, 'forget'),
      move: number(counts, 'move'),
      import: number(counts, 'import'),
      outputs: number(counts, 'outputs'),
      invoke: number(counts, 'invoke'),
      deferred: number(counts, 'deferred'),
      other: number(counts, 'other'),
      drift: number(counts, 'drift'),
      failedChecks: number(counts, 'failedChecks'),
      unchanged: number(counts, 'unchanged'),
    },
    needsApply,
    guards: list('guards', maxGuards).map((guard) => ({
      guard: text(guard, 'guard'),
      severity: text(guard, 'severity'),
      ...optional(guard, 'address', () => text(guard, 'address')),
    })),
    fingerprint: text(all, 'fingerprint'),
    encryption:
      cipher === 'none'
        ? { cipher: 'none' }
        : { cipher: 'aes-256-gcm', keyId: text(encryption, 'keyId', /^[0-9a-f]{8}$/, 'eight hexadecimal digits') },
    contents: list('contents', maxContents).map((part) => ({
      kind: partKind(text(part, 'kind', /^(plan|json|text|carried|state)$/, 'plan, json, text, carried or state')),
      ...optional(part, 'path', () => text(part, 'path')),
      bytes: number(part, 'bytes'),
      ...optional(part, 'mode', () => number(part, 'mode')),
    })),
  }
}

const partKind = (kind: string): Envelope['contents'][number]['kind'] =>
  kind === 'plan' || kind === 'json' || kind === 'text' || kind === 'state' ? kind : 'carried'
