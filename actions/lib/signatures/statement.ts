// in-toto statements: what was signed about which digest.
import { Refusal, show } from './refusal.ts'

export type Statement = { readonly predicateType: string; readonly predicate: unknown }

export const payloadType = 'application/vnd.in-toto+json'
const statementTypes = ['https://in-toto.io/Statement/v1', 'https://in-toto.io/Statement/v0.1']
const maxBytes = 4 * 1024 * 1024

/**
 * Reads a statement whose signature holds. Throws a Refusal when it is about another digest or of another type.
 * Source: in-toto attestation framework, "Statement" and "ResourceDescriptor".
 * @param digest `sha256:<hex>`, which must be one of its subjects
 */
export function readStatement(type: string, payload: Uint8Array, digest: string, predicateType: string): Statement {
  if (type !== payloadType) throw new Refusal(`signs ${show(type)}, not an in-toto statement`)
  if (payload.length > maxBytes) throw new Refusal(`signs ${payload.length} bytes, more than are read`)
  const { _type, subject, predicateType: found, predicate } = parseObject(payload)
  if (!statementTypes.some((known) => known === _type)) throw new Refusal('signs a statement of an unknown version')
  if (typeof found !== 'string') throw new Refusal('signs a statement without a predicate type')
  if (found !== predicateType) throw new Refusal(`is of the type ${show(found)}, wanted is ${predicateType}`)
  const subjects = (Array.isArray(subject) ? subject : []).flatMap(digestOf)
  if (!subjects.includes(digest)) {
    const about = subjects.length === 0 ? 'nothing with a SHA-256 digest' : show(subjects.slice(0, 3).join(', '))
    throw new Refusal(`is about ${about}, not about ${digest}`)
  }
  return { predicateType: found, predicate }
}

function parseObject(payload: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload))
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // As below.
  }
  throw new Refusal('signs a statement that is not JSON')
}

function digestOf(subject: unknown): readonly string[] {
  const { digest } = (subject ?? {}) as { readonly digest?: { readonly sha256?: unknown } }
  return typeof digest?.sha256 === 'string' ? [`sha256:${digest.sha256}`] : []
}
