// The `h1:` hash of an unpacked provider, as lock files have it: the dirhash of Go modules, Hash1 of golang.org/x/mod.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** SHA-256 over one line a file, sorted by name: its SHA-256, two spaces, its path from the folder. */
export async function providerHash(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, name: relative(folder, path).split(sep).join('/') }))
    .sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)))
  const all = createHash('sha256')
  for (const { path, name } of files) {
    const one = createHash('sha256')
    await pipeline(createReadStream(path), one)
    all.update(`${one.digest('hex')}  ${name}\n`)
  }
  return `h1:${all.digest('base64')}`
}
