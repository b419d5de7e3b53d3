// What the static walk of an Application's sources may ask of a tree of files.

/** Paths are relative to the root of the repository, with `/`, without `.` or `..`. */
export type SourceFiles = {
  /** Plain data of a file's documents with every scalar as text; undefined for what is not there or is no YAML. */
  readonly documents: (path: string) => Promise<readonly unknown[] | undefined>
  /** Behind symbolic links. */
  readonly typeOf: (path: string) => Promise<'file' | 'directory' | 'missing'>
  /** Every file below a directory. */
  readonly list: (directory: string) => readonly string[]
}

/** Joins a path of a file to its directory. Undefined when it leads out of the repository, or is no path of it at all. */
export function joinPath(directory: string, path: string): string | undefined {
  if (/^[a-z][\w+.-]*:\/\//i.test(path) || path.startsWith('/')) return undefined
  const parts: string[] = []
  for (const part of `${directory}/${path}`.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}

/** Those of the paths that are files, in their order. */
export async function onlyFiles(paths: readonly string[], files: SourceFiles): Promise<readonly string[]> {
  const types = await Promise.all(paths.map((path) => files.typeOf(path)))
  return paths.filter((_, index) => types[index] === 'file')
}
