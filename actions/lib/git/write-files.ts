// Writing files of a working tree so that a reader sees the old bytes or the new ones, never half of them.
import { randomBytes } from 'node:crypto'
import { chmod, lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { confinedPath } from '../toolkit/paths.ts'
import { errorMessage, UserError } from '../toolkit/user-error.ts'

export type FileWrite = {
  /** Relative to the root, with `/`. */
  readonly path: string
  /** What must stand there now; undefined for a new file. */
  readonly before: Uint8Array | undefined
  readonly after: Uint8Array
}

/**
 * Writes all files, or none: new contents go beside the old ones first and take their places only when all are there.
 * Modes are kept. Throws a UserError when a file is not as it was read, leads out of the root or cannot be written.
 */
export async function writeFiles(root: string, files: readonly FileWrite[]): Promise<void> {
  const suffix = `.seaworthy-${randomBytes(6).toString('hex')}`
  const prepared: { readonly from: string; readonly to: string }[] = []
  try {
    for (const file of files) {
      const to = await checkedPath(root, file)
      await mkdir(dirname(to), { recursive: true })
      await writeFile(to + suffix, file.after, { flag: 'wx' })
      prepared.push({ from: to + suffix, to })
      if (file.before !== undefined) await chmod(to + suffix, (await lstat(to)).mode & 0o777)
    }
    for (const { from, to } of prepared) await rename(from, to)
  } catch (cause) {
    await Promise.all(prepared.map(({ from }) => rm(from, { force: true })))
    if (cause instanceof UserError) throw cause
    throw new UserError(`The files cannot be written: ${errorMessage(cause)}`, {
      where: root,
      next: 'free space or permissions, then run it again',
      cause,
    })
  }
}

async function checkedPath(root: string, { path, before }: FileWrite): Promise<string> {
  const to = confinedPath(root, path)
  if (to === undefined) throw new UserError('This file is outside the repository.', { where: path })
  const now = await readFile(join(to)).catch(() => undefined)
  const same = before === undefined ? now === undefined : now?.equals(before) === true
  if (!same) {
    throw new UserError('This file changed while it was edited; nothing was written.', {
      where: path,
      next: 'run it again',
    })
  }
  return to
}
