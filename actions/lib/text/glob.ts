// Patterns of paths: `*` stands for any text within one name, `**` for any number of folders, none included.
import { matchesPattern } from './pattern.ts'

/** Whether the whole path fits. Takes time in proportion to names times parts of the pattern, whatever they are: a RegExp would not. */
export function matchesGlob(pattern: string, path: string): boolean {
  const [parts, names] = [pattern.split('/'), path.split('/')]
  // reached[i]: the parts so far can stand for the first i names.
  let reached = names.map(() => false)
  reached.unshift(true)
  for (const part of parts) {
    const next = reached.map(() => false)
    for (const [index, isReached] of reached.entries()) {
      if (part === '**') next[index] = isReached || next[index - 1] === true
      else if (isReached && index < names.length && matchesPattern(part, names[index] ?? '')) next[index + 1] = true
    }
    reached = next
  }
  return reached.at(-1) === true
}

/** Whether a folder fits one of the patterns, or lies below one that does. */
export function liesIn(patterns: readonly string[], folder: string): boolean {
  const names = folder.split('/')
  return names.some((_, index) => {
    const parent = names.slice(0, index + 1).join('/')
    return patterns.some((pattern) => matchesGlob(pattern, parent))
  })
}
