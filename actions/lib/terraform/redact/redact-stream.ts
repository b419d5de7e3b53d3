// Redaction of output that comes in pieces: a secret may be cut anywhere, and the reader should still see lines as they come.
import type { Automaton } from './automaton.ts'
import { findSecrets } from './coverage.ts'

export type RedactedStream = {
  /** Takes a piece and returns what can be shown of all that came so far: whole lines, except what may be half of a secret. */
  readonly write: (chunk: string) => string
  /** The rest. */
  readonly end: () => string
}

/** Above this a line is given out in pieces. */
const maxHeld = 256 * 1024
/** What stays of such a line: more than the longest needle has in any encoding. */
const tail = 32 * 1024

/** A stream that gives out redacted text. @param redact of text that is complete */
export function redactStream(automaton: Automaton, redact: (text: string) => string): RedactedStream {
  let held = ''
  const give = (end: number) => {
    const shown = redact(held.slice(0, end))
    held = held.slice(end)
    return shown
  }
  return {
    write: (chunk) => {
      held += chunk
      const lines = held.lastIndexOf('\n') + 1
      if (lines > 0) return give(safeCut(held.slice(0, lines), automaton))
      return held.length > maxHeld ? give(safeCut(held, automaton, held.length - tail)) : ''
    },
    end: () => give(held.length),
  }
}

/** How much of the text can be given out now: neither half of a secret, nor base64 that may go on in the next line. */
function safeCut(text: string, automaton: Automaton, latest = text.length): number {
  const { edges, pendingFrom } = findSecrets(text, automaton)
  const cut = Math.max(Math.min(pendingFrom, wrappedBase64From(text), latest), text.length - maxHeld)
  const secret = edges === undefined ? undefined : secretAcross(edges, cut)
  if (secret === undefined) return cut
  // One that fills all that is held is given out, or nothing ever would be.
  return secret.start === 0 && text.length > maxHeld ? secret.end : secret.start
}

/** Where the base64 begins that the last line ends with, if it looks wrapped; at most `tail` before the end. */
function wrappedBase64From(text: string): number {
  const last = text.slice(-tail)
  const lines = /(?:[\w+/-]{56,}\r?\n[ \t]*)+$/.exec(last)?.[0]
  return text.length - (lines?.length ?? 0)
}

/** The stretch of secrets that begins before a place and ends behind it. */
function secretAcross(edges: Int32Array, place: number): { readonly start: number; readonly end: number } | undefined {
  let covered = 0
  let start = 0
  for (let index = 0; index < edges.length; index += 1) {
    const before = covered
    covered += edges[index] as number
    if (before === 0 && covered > 0) start = index
    if (before > 0 && covered === 0 && index > place) return start < place ? { start, end: index } : undefined
    if (covered === 0 && index >= place) return undefined
  }
  return undefined
}
