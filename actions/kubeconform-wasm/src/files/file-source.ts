// Files in the main thread: reading a tree for a worker, and guessing what that worker will ask for next.

import { posix } from 'node:path'
import { messageOf } from '../errors.ts'
import type { FileEntry, FileTree } from '../protocol.ts'
import type { FileEntries } from './file-messages.ts'

/** What is sent ahead at once: enough for an overlay and its base, little enough not to matter when it is not used. */
const aheadFiles = 200
const aheadBytes = 1024 * 1024

const kustomizations: ReadonlySet<string> = new Set(['kustomization.yaml', 'kustomization.yml', 'Kustomization'])

/** A worker gets a copy of the whole buffer behind a view: give it a buffer of its own, as small as the file. */
const ownBytes = (entry: FileEntry): FileEntry =>
  entry.type === 'file' && entry.bytes.buffer.byteLength !== entry.bytes.byteLength
    ? { type: 'file', bytes: new Uint8Array(entry.bytes) }
    : entry

/** Reads one path; a tree that throws refuses that path instead of ending the engine. */
export const readEntry = async (tree: FileTree, path: string): Promise<FileEntry> => {
  try {
    return ownBytes(await tree.read(path))
  } catch (error) {
    return { type: 'refused', reason: messageOf(error) }
  }
}

/** Lists a directory; one that cannot be listed is empty. */
export const listFiles = async (tree: FileTree, directory: string): Promise<readonly string[]> => {
  try {
    return await tree.list(directory)
  } catch {
    return []
  }
}

/**
 * Reads those of `paths` that the worker does not have, within the limits, and notes that it has them now.
 * @param known what the worker was sent, by tree and path
 */
const readAhead = async (tree: FileTree, paths: readonly string[], known: Set<string>): Promise<FileEntries> => {
  const entries: [string, FileEntry][] = []
  let size = 0
  for (const path of paths) {
    const key = `${tree.id}\0${path}`
    if (known.has(key)) continue
    const entry = await readEntry(tree, path)
    size += entry.type === 'file' ? entry.bytes.length : 0
    if (size > aheadBytes || entries.length === aheadFiles) break
    known.add(key)
    entries.push([path, entry])
  }
  return entries
}

/** What a render of `directory` will read, as far as it lies below it. */
export const filesBelow = async (tree: FileTree, directory: string, known: Set<string>): Promise<FileEntries> =>
  readAhead(tree, await listFiles(tree, directory), known)

/** One entry that a worker asked for; with a kustomization come the files beside it. */
export const entryWithCompany = async (tree: FileTree, path: string, known: Set<string>): Promise<FileEntries> => {
  const entry = await readEntry(tree, path)
  known.add(`${tree.id}\0${path}`)
  if (entry.type !== 'file' || !kustomizations.has(posix.basename(path))) return [[path, entry]]
  const directory = posix.dirname(path)
  const beside = (await listFiles(tree, directory)).filter((name) => posix.dirname(name) === directory)
  return [[path, entry], ...(await readAhead(tree, beside, known))]
}
