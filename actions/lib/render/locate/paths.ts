// Paths of a repository: relative to its root, with `/`, never above it.
import { posix } from 'node:path'

/** The path that a file in a directory names; undefined when it is no path of this repository. */
export function pathBelow(directory: string, entry: string): string | undefined {
  if (entry.startsWith('/') || entry.includes('://') || entry.includes('\n')) return undefined
  const path = cleanPath(`${directory}/${entry}`)
  return path === '..' || path.startsWith('../') ? undefined : path
}

/** Without `.`, `//` and slashes at the ends; the root is ''. */
export function cleanPath(path: string): string {
  const cleaned = posix.normalize(path.replace(/^\/+/, '')).replace(/\/+$/, '')
  return cleaned === '.' ? '' : cleaned
}
