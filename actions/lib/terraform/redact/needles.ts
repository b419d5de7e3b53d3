// The texts that are looked for, made of the secret values.
import type { Needle } from './automaton.ts'
import { secretParts } from './secret-parts.ts'
import { anywhereLength, searchFor } from './sought.ts'

/**
 * Longer ones are looked for in pieces of this length: what is cut off somewhere (a message, a difference) is found too, and a
 * stream needs to hold back little.
 */
const pieceLength = 256

/** Needles for the values and for what is inside them, those of `searchFor`'s policy. `values` is how many of the values themselves are sought. */
export function needlesFor(values: readonly string[]): {
  readonly needles: readonly Needle[]
  readonly values: number
} {
  const needles = new Map<string, boolean>()
  const add = (text: string, wholeWord: boolean) => needles.set(text, wholeWord && needles.get(text) !== false)
  const distinct = new Set(values)
  for (const part of new Set([...distinct].flatMap(secretParts))) {
    const search = searchFor(part)
    if (search === 'never') continue
    // Tools drop a line break at the end, or add one.
    for (const text of new Set([part, part.trim()])) {
      for (const form of new Set([text, utf8Units(text)])) {
        for (const piece of pieces(form))
          if (form.length <= pieceLength || searchFor(piece) === 'anywhere') add(piece, search === 'word')
      }
    }
  }
  return {
    needles: [...needles].map(([text, wholeWord]) => ({ text, wholeWord })),
    values: [...distinct].filter((value) => searchFor(value) !== 'never').length,
  }
}

/** A text's bytes, one unit each, as decoders of base64 and percent give them. Equal to the text where it is ASCII. */
function utf8Units(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it says ASCII
  return /^[\u0000-\u007f]*$/.test(text) ? text : Buffer.from(text, 'utf8').toString('latin1')
}

function pieces(text: string): readonly string[] {
  if (text.length <= pieceLength) return [text]
  const found: string[] = []
  for (let start = 0; start < text.length; start += pieceLength) {
    // The last one overlaps the one before where it would be too short to be told from ordinary text.
    const from = text.length - start < anywhereLength * 2 ? text.length - anywhereLength * 2 : start
    found.push(text.slice(from, start + pieceLength))
  }
  return found
}
