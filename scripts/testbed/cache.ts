// Where what is built for the testbed lies: outside the tree, by the content that it was built from.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cacheFolder } from '../../actions/lib/testing/cache-folder.ts'
import { errorMessage, UserError } from '../../actions/lib/toolkit/user-error.ts'

const folder = join(cacheFolder(), 'testbed')
/** Builds that nobody has used for so long are removed, so that the cache does not grow with every change. */
const keptDays = 14

export type Cached = { readonly folder: string; readonly fresh: boolean }

/**
 * The folder of what `make` makes from `parts`, made if it is not there yet. It appears whole or not at all: `make` fills a
 * folder beside it, which is renamed at the end, so that a build that is broken off or runs twice does no harm.
 */
export async function cached(
  name: string,
  parts: readonly (string | Uint8Array)[],
  make: (folder: string) => Promise<void>,
): Promise<Cached> {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(String(part.length)).update('\0').update(part)
  const path = join(folder, `${name}-${hash.digest('hex').slice(0, 16)}`)
  if (existsSync(path)) {
    const now = new Date()
    utimesSync(path, now, now)
    return { folder: path, fresh: false }
  }
  const making = `${path}.${process.pid}`
  const clean = () => rmSync(making, { recursive: true, force: true })
  clean()
  makeFolder(making)
  // Ctrl-C does not come to the end of this function.
  process.once('exit', clean)
  try {
    await make(making)
    if (!existsSync(path)) renameSync(making, path)
  } finally {
    clean()
    process.off('exit', clean)
  }
  removeOld()
  return { folder: path, fresh: true }
}

/** One folder after the other: Node's own way of making several never returns below /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (cause) {
    throw new UserError(`The folder cannot be made: ${errorMessage(cause)}.`, {
      where: path,
      next: 'set XDG_CACHE_HOME to a folder that you may write to',
      cause,
    })
  }
}

function removeOld(): void {
  const limit = Date.now() - keptDays * 24 * 60 * 60 * 1000
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? limit) < limit)
      rmSync(path, { recursive: true, force: true })
  }
}
