// Git trailers: the `Key: value` lines at the end of a commit message, by the rules of `git interpret-trailers`.
// https://git-scm.com/docs/git-interpret-trailers

export type Trailer = { readonly key: string; readonly value: string }

const trailerLine = /^([A-Za-z0-9-]+)[ \t]*:(.*)$/s
/** Lines that git itself writes, which make a paragraph a block of trailers even when other lines stand in it. */
const gitsOwn = /^(Signed-off-by: |\(cherry picked from commit )/

/**
 * The trailers of a whole commit message (headline, blank line, body), in their order; folded values are joined with one space.
 * A headline is never a trailer. Empty when the last paragraph is ordinary text.
 */
export function parseTrailers(message: string): readonly Trailer[] {
  const found: { key: string; value: string }[] = []
  let last: { key: string; value: string } | undefined
  for (const line of trailerBlock(message)) {
    if (/^\s/.test(line)) {
      if (last !== undefined) last.value = `${last.value} ${line.trim()}`.trim()
      continue
    }
    const [, key, value] = trailerLine.exec(line) ?? []
    last = key === undefined || value === undefined ? undefined : { key, value: value.trim() }
    if (last !== undefined) found.push(last)
  }
  return found
}

/** The values of one key, whose case does not matter. */
export function trailerValues(message: string, key: string): readonly string[] {
  const wanted = key.toLowerCase()
  return parseTrailers(message)
    .filter((trailer) => trailer.key.toLowerCase() === wanted)
    .map(({ value }) => value)
}

/** The last paragraph if it is a block of trailers, without comment lines. */
function trailerBlock(message: string): readonly string[] {
  const lines = message.replace(/\s+$/, '').split('\n')
  const isBlank = (line: string | undefined) => line !== undefined && line.trim() === ''
  const endOfTitle = lines.findIndex((line, index) => isBlank(line) && index > 0)
  if (endOfTitle < 0) return []
  let start = lines.length
  while (start > endOfTitle + 1 && !isBlank(lines[start - 1])) start -= 1
  const block = lines.slice(start).filter((line) => !line.startsWith('#'))
  return isTrailerBlock(block) ? block : []
}

function isTrailerBlock(block: readonly string[]): boolean {
  let trailers = 0
  let others = 0
  let hasGitsOwn = false
  /** A continuation counts as what it continues. */
  let inTrailer = false
  for (const line of block) {
    if (/^\s/.test(line)) {
      if (!inTrailer) others += 1
      continue
    }
    inTrailer = gitsOwn.test(line) || trailerLine.test(line)
    hasGitsOwn ||= gitsOwn.test(line)
    if (inTrailer) trailers += 1
    else others += 1
  }
  return (trailers > 0 && others === 0) || (hasGitsOwn && trailers * 3 >= others)
}

/**
 * One line for each trailer, several where a value has line breaks (folded with a space, as git reads them). A value cannot
 * become a trailer or a paragraph of its own. Throws for a key that git would not read.
 */
export function formatTrailers(trailers: readonly Trailer[]): string {
  return trailers.map(formatTrailer).join('\n')
}

function formatTrailer({ key, value }: Trailer): string {
  if (!/^[A-Za-z0-9-]+$/.test(key)) throw new TypeError(`“${key}” cannot be the key of a trailer`)
  const folded = value
    .split(/[\n\r\v\f\u0085\p{Zl}\p{Zp}]+/u)
    .map((line) => line.replace(/[\p{Cc}\s]+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n ')
  return `${key}: ${folded}`.trimEnd()
}

/** A commit message with trailers at its end: added to those it has, or after a blank line. */
export function appendTrailers(message: string, trailers: readonly Trailer[]): string {
  const text = message.replace(/\s+$/, '')
  if (trailers.length === 0) return text
  return `${text}${parseTrailers(text).length > 0 ? '\n' : '\n\n'}${formatTrailers(trailers)}`
}
