// Typing errors: the known word that was probably meant.

/** Longer words are not compared: the work grows with the product of the lengths. */
const maxLength = 200

/**
 * The known word with the fewest letters to insert, remove, replace or swap, upper and lower case taken as one. Undefined when even
 * that differs in more than a third of the word's letters. Of several equally near the first.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > maxLength) return undefined
  let best: { readonly word: string; readonly distance: number } | undefined
  for (const candidate of known) {
    const limit = Math.floor(Math.max(word.length, candidate.length) / 3)
    if (Math.abs(candidate.length - word.length) > limit) continue
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance <= limit && (best === undefined || distance < best.distance)) best = { word: candidate, distance }
  }
  return best?.word
}

/** Optimal string alignment: Levenshtein's distance, with two swapped neighbours as one error. */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (rows[i - 1]?.[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (rows[i - 2]?.[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY
      row.push(Math.min((rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced, swapped))
    }
    rows.push(row)
  }
  return rows[a.length]?.[b.length] ?? 0
}
