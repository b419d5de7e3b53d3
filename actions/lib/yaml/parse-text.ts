// A YAML file as nodes with their places, no value interpreted. Whatever readers may disagree on is refused.
import { getHeapStatistics } from 'node:v8'
import { Composer, type Document, Lexer, Parser, Schema } from 'yaml'
import { errorMessage } from '../toolkit/user-error.ts'
import { placesIn } from './places.ts'
import type { Refusal, RefusalReason, Refused } from './refusal.ts'
import type { Place } from './source-document.ts'

/** The largest file that is opened, in bytes. Values files have a few hundred thousand; what is larger than this is data. */
export const maxBytes = 32 * 1024 * 1024

/**
 * The most tokens that a file may have: with every token before and after an edit in memory at once, each costs about 400
 * bytes of it, so that a large file, or a small one of nothing but dashes, would exhaust a small heap. Ordinary YAML
 * has 8 million tokens in 20 MB, for which the usual heap of 4 GB is enough.
 */
export const maxTokens = Math.floor(getHeapStatistics().heap_size_limit / 400)

/** More errors of one file help nobody: they mostly follow from the first. */
const maxErrors = 5

const byteOrderMark = '\uFEFF'

export type ParsedText = {
  readonly bytes: Uint8Array
  /** Without a byte order mark at its start, which the parser would count as a column of indentation. */
  readonly text: string
  readonly hasMark: boolean
  readonly documents: readonly Document.Parsed[]
  readonly placeOf: (offset: number) => Place
}

/**
 * Decodes and parses all documents of a file. Scalars keep the text that is written (the failsafe schema of YAML 1.2,
 * section 10.1); keys are not compared, aliases not resolved. Never throws.
 */
export function parseText(bytes: Uint8Array): ParsedText | Refused {
  if (bytes.length > maxBytes) {
    return refused('too-large', `The file has ${bytes.length} bytes; files of up to ${maxBytes} are edited. Split it.`)
  }
  const whole = decoded(bytes)
  if (whole === undefined) return refused('encoding', 'The file is not UTF-8 throughout. Save it as UTF-8.')
  const hasMark = whole.startsWith(byteOrderMark)
  const text = hasMark ? whole.slice(1) : whole
  const placeOf = placesIn(text)
  const odd = oddCharacter(text)
  if (odd !== undefined) return refused('character', odd.message, placeOf(odd.offset))
  const documents = documentsOf(text, placeOf)
  return 'refusals' in documents ? documents : { bytes, text, hasMark, documents, placeOf }
}

/** The bytes of a text, with the byte order mark that was taken off. */
export function encodeText(text: string, hasMark: boolean): Uint8Array {
  return new TextEncoder().encode(hasMark ? byteOrderMark + text : text)
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * YAML 1.1 ends lines at U+0085, U+2028 and U+2029 too, and both versions at a lone carriage return, which the parser
 * takes for text; control characters are no YAML at all (YAML 1.2.2, section 5.1), and a byte order mark inside is text to some.
 */
const oddCharacters =
  /\r(?!\n)|[^\t\n\r\x20-\x7E\xA0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]/u

function oddCharacter(text: string): { readonly offset: number; readonly message: string } | undefined {
  const found = oddCharacters.exec(text)
  if (found === null) return undefined
  const message = `${characterName(found[0])} stands here, which some YAML readers take for a line break and others for text, or do not accept. Remove it, or write it as an escape in double quotes.`
  return { offset: found.index, message }
}

function characterName(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `The character U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/** Tags are kept by name and mean nothing, so that no document changes it. */
const failsafe = new Schema({ schema: 'failsafe', resolveKnownTags: false })

function documentsOf(text: string, placeOf: ParsedText['placeOf']): readonly Document.Parsed[] | Refused {
  const composer = new Composer({
    schema: failsafe,
    // The parser compares each key with all before it; ours costs one look-up.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  })
  const documents: Document.Parsed[] = []
  try {
    for (const document of composer.compose(tokensOf(text))) documents.push(document as Document.Parsed)
  } catch (error) {
    if (error instanceof TooManyTokens) return refused('too-large', error.message)
    return refused(isStackOverflow(errorMessage(error)) ? 'too-deep' : 'syntax', advice(errorMessage(error)))
  }
  const errors =
    documents.length === 0 ? composer.streamInfo().errors : documents.flatMap((document) => document.errors)
  if (errors.length === 0) return documents
  return {
    refusals: errors.slice(0, maxErrors).map(({ message, pos }) => ({
      reason: isStackOverflow(message) ? 'too-deep' : 'syntax',
      message: advice(message),
      ...placeOf(pos[0]),
    })),
  }
}

class TooManyTokens extends Error {
  constructor() {
    super(`The file has more than ${maxTokens} YAML tokens, too many for the memory at hand. Split it.`)
  }
}

function* tokensOf(text: string) {
  const parser = new Parser()
  let count = 0
  for (const lexeme of new Lexer().lex(text)) {
    count += 1
    if (count > maxTokens) throw new TooManyTokens()
    yield* parser.next(lexeme)
  }
  yield* parser.end()
}

/** The parser recurses, and reports an exhausted stack as an error of the document. */
const isStackOverflow = (message: string) => message.includes('call stack')

function advice(message: string): string {
  if (isStackOverflow(message)) return 'The file is nested too deeply. Flatten it.'
  const what = (message.split('\n')[0] ?? message).slice(0, 200)
  return `The file is not valid YAML: ${what}. Mend it first; a template has to be rendered to be YAML.`
}

function refused(reason: RefusalReason, message: string, place: Place = { line: 1, column: 1 }): Refused {
  const refusal: Refusal = { reason, message, ...place }
  return { refusals: [refusal] }
}
