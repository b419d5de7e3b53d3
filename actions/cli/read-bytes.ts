// What a person names to be read: a file, a pipe, or `-` for stdin.
import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { errorMessage, UserError } from '../lib/toolkit/user-error.ts'
import type { Terminal } from './command.ts'

/**
 * Reads all of it, up to a limit. Throws a UserError where it is not there, cannot be read, or is larger.
 * @param path `-` is stdin
 * @param next what to do where the file is not there
 */
export async function readBytes(
  terminal: Pick<Terminal, 'cwd' | 'input'>,
  path: string,
  { maxBytes, next }: { readonly maxBytes: number; readonly next: string },
): Promise<Buffer> {
  const file = resolve(terminal.cwd, path)
  const where = path === '-' ? 'stdin' : file
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    // A size that the file system tells is none for pipes, of which a shell's `<(command)` is one.
    for await (const chunk of path === '-' ? terminal.input() : createReadStream(file)) {
      size += chunk.length
      if (size > maxBytes) throw tooLarge(maxBytes, where)
      chunks.push(chunk)
    }
  } catch (cause) {
    if (cause instanceof UserError) throw cause
    throw new UserError(unreadable(cause), { where, next, cause })
  }
  return Buffer.concat(chunks)
}

function unreadable(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'ENOENT') return 'There is no such file.'
  return code === 'EISDIR' ? 'This is a folder.' : `It cannot be read: ${errorMessage(cause)}`
}

const tooLarge = (maxBytes: number, where: string) =>
  new UserError(`It is larger than ${Math.floor(maxBytes / 1024 / 1024)} MiB, and is not read.`, {
    where,
    next: 'see that it is the file that you mean',
  })
