// When a text may stand without quotes so that every reader, of YAML 1.1 and of 1.2, takes it for that very text.

/** Null, booleans, infinities, the merge key and the default key, in the spellings of both versions; a superset, upper and lower case taken as one. */
const words = /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?\.inf|\.nan|<<|=)?$/i

/**
 * Numbers, with their underscores already taken out: whole, broken, with exponents, hexadecimal (also broken), octal, binary, of base 60.
 * A superset: an exponent without digits before it is a number to some.
 */
const numbers = [
  /^[-+]?\d*\.?\d*(?:e[-+]?\d*)?$/i,
  /^[-+]?0x[\da-f]*\.?[\da-f]*(?:p[-+]?\d*)?$/i,
  /^[-+]?0[ob]\d*$/i,
  /^[-+]?\d+(?::\d+)+(?:\.\d*)?$/,
]

/** A day, or a day and a time in any of the many spellings (https://yaml.org/type/timestamp.html). */
const dates = /^\d{4}-\d\d?-\d\d?(?:[Tt\s].*)?$/

/** Whether some reader takes the text, when it stands without quotes, for something else than a string. */
export function readsAsAnother(text: string): boolean {
  const digits = text.replaceAll('_', '')
  return words.test(text) || dates.test(text) || numbers.some((number) => number.test(digits))
}

/** No indicator of YAML, except a dash before something; no sign of a number that needs one. */
const plainStart = /^(?:[\p{L}\p{N}_./\\$^;()+]|-\S)/u

/** What would start a comment, a mapping or a document, or be cut off; and every space but the ordinary one. */
const brokenPlain = /: | #|[: ]$|^(?:---|\.\.\.)|[^\P{Z} ]|\p{C}/u

/** What ends a value inside brackets; the question mark to readers of YAML 1.1 only. */
const flowIndicators = /[,[\]{}?]/

/**
 * Whether a text needs quotes where it is to stand.
 * @param inFlow inside `{ }` or `[ ]`, where more characters mean something
 */
export function needsQuotes(text: string, inFlow: boolean): boolean {
  if (readsAsAnother(text) || !plainStart.test(text) || brokenPlain.test(text)) return true
  return inFlow && flowIndicators.test(text)
}

/** Whether a text is a number, a boolean or null of JSON (RFC 8259, sections 3 and 6). */
export function isJsonLiteral(text: string): boolean {
  return /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)$/.test(text)
}

/** A text without control characters in double quotes; only what has to be is escaped, so that JSON reads the same. */
export function doubleQuoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/** A text without control characters in single quotes. */
export function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** What an edited value must not hold: line breaks of any reader, control characters, half a character, byte order marks. */
const unwritable = /[^\x20-\x7E\xA0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]/u

/** Whether a text can be written on one line as it is. */
export function isWritable(text: string): boolean {
  return !unwritable.test(text)
}
