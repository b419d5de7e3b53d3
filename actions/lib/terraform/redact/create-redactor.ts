// Takes secret values out of text, whatever the encoding.
import { UserError } from '../../toolkit/user-error.ts'
import { type Automaton, buildAutomaton } from './automaton.ts'
import { findSecrets } from './coverage.ts'
import { needlesFor } from './needles.ts'
import { type RedactedStream, redactStream } from './redact-stream.ts'
import { type Redactor, redacted } from './redactor.ts'

export type SecretRedactor = Redactor & {
  /** For output that comes in pieces: see `RedactedStream`. */
  readonly stream: () => RedactedStream
}

/**
 * A redactor for these values and what is inside them (`secretParts`), by the policy of `searchFor`. It finds them raw, escaped
 * as in JSON, Go and HCL (once and twice), percent-encoded, in base64 of either alphabet at any alignment, in hexadecimal.
 * `text` is idempotent: what it gives has no secret in any of these forms. Time grows with the text only.
 * Throws a UserError where the values are too large.
 */
export function createRedactor(values: readonly string[]): SecretRedactor {
  const { needles, values: size } = needlesFor(values)
  if (needles.length === 0) return { text: (text) => text, value: (value) => value, size, stream: passOn }
  const automaton = buildAutomaton(needles)
  const text = (input: string) => redactText(input, automaton)
  return {
    text,
    value: <T>(value: T) => redactValue(value, text, 0) as T,
    size,
    stream: () => redactStream(automaton, text),
  }
}

const passOn = (): RedactedStream => ({ write: (chunk) => chunk, end: () => '' })

function redactText(input: string, automaton: Automaton): string {
  if (input.length < automaton.shortest) return input
  // What is put together by a removal is looked at again. Each turn takes away more of the original, so that it ends.
  for (let text = input; ; ) {
    const { edges } = findSecrets(text, automaton, markersIn(text))
    if (edges === undefined) return text
    text = replaceCovered(text, edges)
  }
}

function markersIn(text: string): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (let at = text.indexOf(redacted); at >= 0; at = text.indexOf(redacted, at + redacted.length)) {
    found.push([at, at + redacted.length])
  }
  return found
}

/** One marker for each stretch that is covered without a gap. */
function replaceCovered(text: string, edges: Int32Array): string {
  const parts: string[] = []
  let covered = 0
  let from = 0
  for (let index = 0; index <= text.length; index += 1) {
    const before = covered
    covered += edges[index] as number
    if (before === 0 && covered > 0) parts.push(text.slice(from, index), redacted)
    else if (before > 0 && covered === 0) from = index
  }
  parts.push(text.slice(from))
  return parts.join('')
}

const maxDepth = 2000

/** Keys that become the same get a number, so that none is lost. */
function redactValue(value: unknown, text: (text: string) => string, depth: number): unknown {
  if (typeof value === 'string') return text(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth >= maxDepth) {
    throw new UserError(`A value is nested more than ${maxDepth} levels deep and cannot be searched for secrets.`)
  }
  if (Array.isArray(value)) return value.map((item) => redactValue(item, text, depth + 1))
  const taken = new Set<string>()
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const key = text(name)
      let unique = key
      for (let number = 2; key !== name && (taken.has(unique) || Object.hasOwn(value, unique)); number += 1) {
        unique = `${key} ${number}`
      }
      taken.add(unique)
      return [unique, redactValue(item, text, depth + 1)]
    }),
  )
}
