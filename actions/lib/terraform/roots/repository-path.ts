// Paths inside a repository, with `/`. A folder is '' for the root of the repository, which is shown as `.`.

/** A folder as it is shown and written in settings. */
export const shownFolder = (folder: string) => (folder === '' ? '.' : folder)

/** The folder of a path as it is written in settings: `./a/`, `a` and `a/.` are one. */
export const folderOf = (written: string) => joinPath('', written) ?? ''

/** The folder that a file is in. */
export const parentOf = (path: string) => path.slice(0, Math.max(path.lastIndexOf('/'), 0))

export const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/** A path as seen from a folder, letter by letter and not through symbolic links; undefined where it leaves the repository. */
export function joinPath(folder: string, path: string): string | undefined {
  const names = folder === '' ? [] : folder.split('/')
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue
    if (name !== '..') names.push(name)
    else if (names.pop() === undefined) return undefined
  }
  return names.join('/')
}

/** A folder with each folder above it, the innermost first. */
export function withParents(folder: string): readonly string[] {
  const names = folder === '' ? [] : folder.split('/')
  return [...names.map((_, index) => names.slice(0, names.length - index).join('/')), '']
}
