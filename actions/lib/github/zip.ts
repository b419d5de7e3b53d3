// Reads a zip whose maker is not trusted: all limits are held before anything is unpacked, and what is unpacked is what was declared.
// By Node's own zlib, which stops at a given length; a size in a header may be a lie. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
import { crc32, inflateRawSync } from 'node:zlib'
import { UserError } from '../toolkit/user-error.ts'

export type ZipLimits = {
  readonly entries: number
  /** Of all entries together, unpacked. */
  readonly bytes: number
}

type Entry = {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly unpacked: number
  readonly offset: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50
const endBytes = 22
const maxComment = 0xffff

/**
 * The files of a zip by their paths, folders left out. Throws a UserError for what is no zip, is damaged, has paths that lead
 * elsewhere or twice to the same place, or is beyond a limit.
 * @param what names the zip in messages: `the artifact plan`
 */
export function readZip(bytes: Uint8Array, limits: ZipLimits, what: string): ReadonlyMap<string, Uint8Array> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { entries, start } = directoryOf(archive, limits, what)
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0)
  if (total > limits.bytes)
    throw refusal(what, `has ${mebibytes(total)} unpacked, of which at most ${mebibytes(limits.bytes)} are taken`)
  const files = new Map<string, Uint8Array>()
  // Entries that share bytes unpack to far more than the zip's own length allows.
  let free = 0
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    const from = dataStart(archive, entry, what)
    if (entry.offset < free || from + entry.packed > start) throw refusal(what, 'has entries that overlap')
    free = from + entry.packed
    if (entry.name.endsWith('/')) continue
    if (!isPlain(entry.name)) throw refusal(what, `has the path ${JSON.stringify(entry.name)}, which is not taken`)
    if (files.has(entry.name)) throw refusal(what, `has ${JSON.stringify(entry.name)} twice`)
    files.set(entry.name, unpack(archive.subarray(from, free), entry, what))
  }
  return files
}

function directoryOf(archive: Buffer, limits: ZipLimits, what: string): { entries: Entry[]; start: number } {
  const end = endOf(archive)
  if (end === undefined) throw refusal(what, 'is not a zip, or is cut off')
  const count = archive.readUInt16LE(end + 10)
  const start = archive.readUInt32LE(end + 16)
  const length = archive.readUInt32LE(end + 12)
  const disks = archive.readUInt16LE(end + 4) + archive.readUInt16LE(end + 6)
  if (count === 0xffff || start === 0xffffffff || disks > 0)
    throw refusal(what, 'is a zip of more than 4 GB, or in several parts')
  if (count > limits.entries) throw refusal(what, `has ${count} entries, of which at most ${limits.entries} are taken`)
  const entries: Entry[] = []
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || archive.readUInt32LE(at) !== entryMark) throw refusal(what, 'has a damaged list of entries')
    const [nameBytes, extra, comment] = [28, 30, 32].map((place) => archive.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ]
    const next = at + 46 + nameBytes + extra + comment
    if (next > end) throw refusal(what, 'has a damaged list of entries')
    if ((archive.readUInt16LE(at + 8) & 1) !== 0) throw refusal(what, 'has entries behind a password')
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + nameBytes),
      method: archive.readUInt16LE(at + 10),
      crc: archive.readUInt32LE(at + 16),
      packed: archive.readUInt32LE(at + 20),
      unpacked: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
    })
    at = next
  }
  // Nothing before it, behind it or between: what another reader might take for the list is not there.
  if (at !== end || start + length !== end) throw refusal(what, 'has a damaged list of entries')
  return { entries, start }
}

/** Where the zip's end is told: after it stands a comment of just the length that it names. */
function endOf(archive: Buffer): number | undefined {
  const first = Math.max(0, archive.length - endBytes - maxComment)
  for (let at = archive.length - endBytes; at >= first; at -= 1) {
    if (archive.readUInt32LE(at) === endMark && at + endBytes + archive.readUInt16LE(at + 20) === archive.length)
      return at
  }
  return undefined
}

/** Where the bytes of an entry begin. Its second name, beside them, must not be another one. */
function dataStart(archive: Buffer, { offset, name }: Entry, what: string): number {
  if (offset + 30 > archive.length || archive.readUInt32LE(offset) !== localMark)
    throw refusal(what, 'has a damaged entry')
  const nameEnd = offset + 30 + archive.readUInt16LE(offset + 26)
  if (archive.toString('utf8', offset + 30, nameEnd) !== name) throw refusal(what, 'has an entry of two names')
  return nameEnd + archive.readUInt16LE(offset + 28)
}

function unpack(packed: Buffer, { name, method, crc, unpacked }: Entry, what: string): Uint8Array {
  const damaged = () => refusal(what, `has a damaged entry ${JSON.stringify(name)}`)
  if (method !== 0 && method !== 8) throw refusal(what, `packs ${JSON.stringify(name)} in a way that is not known`)
  let content: Buffer
  try {
    content = method === 0 ? Buffer.from(packed) : inflateRawSync(packed, { maxOutputLength: Math.max(unpacked, 1) })
  } catch {
    throw damaged()
  }
  if (content.length !== unpacked || crc32(content) !== crc) throw damaged()
  return content
}

/** A path that stays below the folder it is unpacked to, on every system. */
function isPlain(name: string): boolean {
  if (name.length > 1000 || /[\\:\p{Cc}\uFFFD]/u.test(name)) return false
  return name.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}

const mebibytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`

const refusal = (what: string, how: string) =>
  new UserError(`${what} ${how}`, { next: 'do not use it; let the workflow that made it run again' })
