// Which repository a folder belongs to.
import { existsSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { UserError } from '../lib/toolkit/user-error.ts'

export type Place = {
  /** Absolute path of the work tree, or of the folder itself when it is in none. */
  readonly repository: string
  /** The folder inside it, with `/`; absent when it is the whole. */
  readonly path?: string
}

/** Finds the work tree around an absolute path. Throws a UserError when it is no folder. */
export function locate(folder: string): Place {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    const isFile = existsSync(folder)
    throw new UserError(isFile ? 'This is a file.' : 'There is no such folder.', {
      where: folder,
      next: isFile ? `name the folder that it is in: ${dirname(folder)}` : 'name a folder that exists',
    })
  }
  const start = realpathSync(folder)
  // `.git` is a folder, or a file in a linked work tree.
  for (let repository = start; ; repository = dirname(repository)) {
    if (existsSync(join(repository, '.git'))) {
      const path = relative(repository, start).split(sep).join('/')
      return path === '' ? { repository } : { repository, path }
    }
    if (dirname(repository) === repository) return { repository: start }
  }
}
