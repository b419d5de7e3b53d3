// A plan leaves the clone as it was: `init` writes a lock file where none is committed, and adds to one that git ignores.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lockFileName } from '../../lib/terraform/roots/file-names.ts'

/** Remembers the lock files of these folders. What it returns puts them back. */
export function keepLockFiles(folders: readonly string[]): () => void {
  const before = new Map(folders.map((folder) => [join(folder, lockFileName), contentOf(join(folder, lockFileName))]))
  return () => {
    for (const [file, content] of before) {
      if (content === undefined) rmSync(file, { force: true })
      else if (contentOf(file)?.equals(content) !== true) writeFileSync(file, content)
    }
  }
}

function contentOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}
