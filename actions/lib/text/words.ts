// Counts and lists in plain English, for every surface.

/** `1 error`, `2 errors`, `12,000 objects`. An irregular plural is given. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? noun : plural}`
}

/** `a`, `a and b`, `a, b and c`; beyond `limit` items `a, b and 12 more`. */
export function listed(items: readonly string[], limit = 5): string {
  const shown = items.length > limit ? [...items.slice(0, limit - 1), `${items.length - limit + 1} more`] : [...items]
  const last = shown.pop() ?? ''
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`
}

/** Cuts a text to at most `limit` characters, never through a surrogate pair, and shows that it did. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text
  return `${text.slice(0, limit - 4).replace(/[\ud800-\udbff]$/, '')} ...`
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/**
 * One line that is safe on a terminal and in a log: line ends become spaces; other control characters (escape sequences,
 * also those that reverse the direction of text) become visible. A word that starts a workflow command is taken apart,
 * since a runner obeys it at the start of any line of a log, indented or not.
 */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replaceAll('\t', ' ')
    .replace(unprintable, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/(^|\s):(?=:[a-z].*::)/gi, '$1: ')
    .replaceAll('##[', '## [')
}
