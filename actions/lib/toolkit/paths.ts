// Paths that may not leave a folder.
import { realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path'

/**
 * Resolves `path` against `root`. Returns undefined when it leads out of `root`, also by way of a symbolic link. What
 * does not exist yet is judged by its nearest existing parent, so that output files can be named.
 */
export function confinedPath(root: string, path: string): string | undefined {
  if (path.includes('\0')) return undefined
  const target = resolve(root, path)
  const inside = relative(realPath(resolve(root)), realPath(target))
  return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? undefined : target
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : resolve(realPath(parent), basename(path))
  }
}
