// Whether a change can be written through GitHub's API at all: safe paths, ordinary files, and something that differs.
import type { Tree, TreeFile } from '../git/tree.ts'
import { UserError } from '../toolkit/user-error.ts'
import { blobId } from './blobs.ts'
import type { Addition } from './commit.ts'

export type Changes = { readonly additions: readonly Addition[]; readonly deletions: readonly string[] }

/**
 * What of a change is still to be done in a tree: without files that hold the content already or are gone already. Throws a
 * UserError where the API would write something else than meant: it keeps no executable bit, and turns a symlink into a file.
 */
export function effectiveChanges(tree: Tree, { additions, deletions }: Changes): Changes {
  for (const { path } of additions) checkTarget(tree, path)
  for (const path of deletions) checkPath(path)
  return {
    additions: additions.filter(({ path, bytes }) => tree.files.get(path)?.id !== blobId(bytes)),
    deletions: deletions.filter((path) => tree.files.has(path)),
  }
}

function checkTarget(tree: Tree, path: string): void {
  checkPath(path)
  const mode = tree.files.get(path)?.mode
  if (mode !== undefined && mode !== 'file') refuse(path, modeReasons[mode])
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    if (tree.files.has(path.slice(0, end))) refuse(path, `${path.slice(0, end)} is not a folder`)
  }
  if (mode === undefined && tree.list(path).length > 0) refuse(path, 'it is a folder')
}

const modeReasons: Readonly<Record<Exclude<TreeFile['mode'], 'file'>, string>> = {
  executable: 'it is executable, and GitHub’s API would drop that',
  symlink: 'it is a symlink, and GitHub’s API would put a file in its place: name the file that it points to',
  submodule: 'it is a submodule, whose content is in another repository',
}

function checkPath(path: string): void {
  const parts = path.split('/')
  const isUnsafe = parts.some((part) => part === '' || part === '.' || part === '..' || /^\.git$/i.test(part))
  if (isUnsafe || /[\p{Cc}\\]/u.test(path)) refuse(path, 'that is not a path inside the repository')
}

function refuse(path: string, reason: string): never {
  throw new UserError(`${path} cannot be written: ${reason}`, {
    where: path,
    next: 'change another file, or make this one an ordinary file first',
  })
}
