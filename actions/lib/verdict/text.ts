// Text of a tree's files, in the encodings that Argo CD reads: UTF-8 and, by its byte order mark, UTF-16.
import type { Tree } from '../git/tree.ts'

/** Decodes a file. Bytes that are no text come out as replacement characters. */
export function decodeText(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/** Returns a function that reads a file as text, through symlinks; undefined for what is no file of the tree. */
export function textReader(tree: Tree): (path: string) => Promise<string | undefined> {
  return async (path) => {
    const entry = await tree.read(path)
    if (entry.type === 'link') return textReader(tree)(entry.target)
    return entry.type === 'file' ? decodeText(entry.bytes) : undefined
  }
}
