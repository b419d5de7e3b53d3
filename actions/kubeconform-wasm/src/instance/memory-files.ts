// The file system that the Go program sees: read-only, in memory, and nothing of the machine's disk.

/** The part of Node's `fs` that Go's `syscall` package calls under `GOOS=js`. */
export type GoFileSystem = Readonly<Record<string, unknown>>

export type MemoryFiles = {
  /** What goes on Go's `globalThis.fs`. */
  readonly fileSystem: GoFileSystem
  readonly put: (path: string, bytes: Uint8Array) => void
  /** What the program wrote to its standard error, at most the last 16 KiB: Go explains there why it dies. */
  readonly errorOutput: () => string
}

type Done = (error: Error | null, value?: unknown) => void
type OpenFile = { readonly bytes: Uint8Array; position: number }

const failure = (code: string): Error => Object.assign(new Error(code), { code })

const refused = [
  ...['chmod', 'chown', 'fchmod', 'fchown', 'fsync', 'ftruncate', 'lchown', 'link', 'mkdir', 'readdir', 'readlink'],
  ...['rename', 'rmdir', 'symlink', 'truncate', 'unlink', 'utimes'],
]

const statOf = (bytes: Uint8Array) => ({
  ...{ isDirectory: () => false, dev: 0, ino: 0, mode: 0o100444, nlink: 1, uid: 0, gid: 0, rdev: 0 },
  ...{ size: bytes.length, blksize: 4096, blocks: 1, atimeMs: 0, mtimeMs: 0, ctimeMs: 0 },
})

/**
 * Creates an empty file system. Callbacks fire before the call returns: Go then needs no turn of the event loop, so a
 * schema can be opened in the middle of a synchronous call.
 */
export const createMemoryFiles = (): MemoryFiles => {
  const files = new Map<string, Uint8Array>()
  const open = new Map<number, OpenFile>()
  const decoder = new TextDecoder()
  let nextDescriptor = 10
  let output = ''
  const writeSync = (_descriptor: number, bytes: Uint8Array): number => {
    output = (output + decoder.decode(bytes)).slice(-16_384)
    return bytes.length
  }
  const stat = (path: string, done: Done) => {
    const bytes = files.get(path)
    if (bytes) done(null, statOf(bytes))
    else done(failure('ENOENT'))
  }
  const fileSystem: Record<string, unknown> = {
    constants: { O_WRONLY: 1, O_RDWR: 2, O_CREAT: 64, O_TRUNC: 512, O_APPEND: 1024, O_EXCL: 128, O_DIRECTORY: 65536 },
    writeSync,
    write: (descriptor: number, bytes: Uint8Array, offset: number, length: number, _position: unknown, done: Done) =>
      done(null, writeSync(descriptor, bytes.subarray(offset, offset + length))),
    open: (path: string, _flags: number, _mode: number, done: Done) => {
      const bytes = files.get(path)
      if (!bytes) return done(failure('ENOENT'))
      open.set(nextDescriptor, { bytes, position: 0 })
      done(null, nextDescriptor++)
    },
    close: (descriptor: number, done: Done) => {
      open.delete(descriptor)
      done(null)
    },
    stat,
    lstat: stat,
    fstat: (descriptor: number, done: Done) => {
      const file = open.get(descriptor)
      if (file) done(null, statOf(file.bytes))
      else done(failure('EBADF'))
    },
    read: (
      descriptor: number,
      into: Uint8Array,
      offset: number,
      length: number,
      position: number | null,
      done: Done,
    ) => {
      const file = open.get(descriptor)
      if (!file) return done(failure('EBADF'))
      const from = position ?? file.position
      const part = file.bytes.subarray(from, from + length)
      into.set(part, offset)
      if (position === null) file.position += part.length
      done(null, part.length)
    },
  }
  for (const name of refused) fileSystem[name] = (...args: unknown[]) => (args.at(-1) as Done)(failure('EROFS'))
  return { fileSystem, put: (path, bytes) => files.set(path, bytes), errorOutput: () => output }
}
