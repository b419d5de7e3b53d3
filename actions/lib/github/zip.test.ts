// Zips as another implementation writes them, and as somebody with bad intentions does.
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { UserError } from '../toolkit/user-error.ts'
import { readZip } from './zip.ts'

const limits = { entries: 10, bytes: 1_000_000 }
const read = (bytes: Uint8Array, more = {}) => readZip(bytes, { ...limits, ...more }, 'the zip')
const texts = (files: ReadonlyMap<string, Uint8Array>) =>
  Object.fromEntries([...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString()]))

test('what was packed comes out again, whatever it is', () => {
  const name = fc
    .array(fc.stringMatching(/^[\wäß. -]*[\wäß-]$/), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join('/'))
  const files = fc.dictionary(name, fc.uint8Array({ maxLength: 2000 }), { maxKeys: 5 })
  fc.assert(
    fc.property(files, fc.constantFrom(0 as const, 6 as const), (packed, level) => {
      const found = read(zipSync(packed, { level }))
      expect(new Map([...found].map(([path, bytes]) => [path, Buffer.from(bytes)]))).toEqual(
        new Map(Object.entries(packed).map(([path, bytes]) => [path, Buffer.from(bytes)])),
      )
    }),
    { numRuns: 50 },
  )
})

test('sizes that stand behind the data, as an upload streams it; folders are left out', () => {
  const chunks: Uint8Array[] = []
  const zip = new Zip((_, chunk) => chunks.push(chunk))
  for (const [name, text] of [
    ['folder/', ''],
    ['folder/a', 'one'],
    ['b', 'two'],
  ] as const) {
    const file = new ZipDeflate(name)
    zip.add(file)
    file.push(strToU8(text), true)
  }
  zip.end()
  expect(texts(read(Buffer.concat(chunks)))).toEqual({ 'folder/a': 'one', b: 'two' })
})

test('an empty one has nothing', () => {
  expect(read(zipSync({})).size).toBe(0)
})

type Made = {
  readonly name: string
  readonly content: Buffer
  readonly localName?: string
  readonly offset?: number
  readonly flags?: number
  readonly method?: number
  readonly size?: number
  readonly crc?: number
}

/** A zip as nobody writes it by mistake. */
function made(entries: readonly Made[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, localName = name, offset = at, flags = 0, method = 8, size, crc = 0 } of entries) {
    const packed = method === 8 ? deflateRawSync(content) : content
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(Buffer.byteLength(localName), 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(method, 10)
    entry.writeUInt32LE(crc, 16)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(size ?? content.length, 24)
    entry.writeUInt16LE(Buffer.byteLength(name), 28)
    entry.writeUInt32LE(offset, 42)
    parts.push(local, Buffer.from(localName), packed)
    directory.push(entry, Buffer.from(name))
    at += 30 + Buffer.byteLength(localName) + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, list, end])
}

const one = (more: Partial<Made>) => made([{ name: 'a', content: Buffer.from('x'), crc: 0x8cdc1683, ...more }])
const zeros = (bytes: number) => Buffer.alloc(bytes)
const patched = (bytes: Uint8Array, at: number, value: number) => {
  const copy = Buffer.from(bytes)
  copy.writeUInt8(value, at < 0 ? copy.length + at : at)
  return copy
}
const good = zipSync({ a: strToU8('hello, hello, hello') })

test('the hostile zips of this test are zips but for what is wrong with them', () => {
  expect(texts(read(one({})))).toEqual({ a: 'x' })
})

test('names that mean something to JavaScript are names', () => {
  expect([...read(one({ name: '__proto__' })).keys()]).toEqual(['__proto__'])
})

describe('refused', () => {
  test.each<[string, Uint8Array, string]>([
    ['no zip', strToU8('<html>sign in</html>'), 'is not a zip'],
    ['nothing', new Uint8Array(), 'is not a zip'],
    ['half of one', good.subarray(0, good.length - 5), 'is not a zip'],
    ['something behind its end', Buffer.concat([good, strToU8('more')]), 'is not a zip'],
    ['without its beginning', good.subarray(10), 'damaged'],
    ['a byte that was flipped in the data', patched(good, 33, 0xff), 'damaged'],
    ['a list that is none', patched(good, -22 + 16, 1), 'damaged list'],
    ['a wrong checksum', one({ crc: 1 }), 'damaged entry "a"'],
    ['a path to the folder above', one({ name: '../a' }), 'path "../a"'],
    ['a path to the folder above, inside', one({ name: 'x/../../a' }), 'path'],
    ['a path from the root', one({ name: '/etc/passwd' }), 'path'],
    ['a path of Windows', one({ name: 'x\\..\\..\\a' }), 'path'],
    ['a drive', one({ name: 'C:a' }), 'path'],
    ['no name', one({ name: '' }), 'path'],
    ['a NUL in a path', one({ name: 'a\0b' }), 'path'],
    [
      'the same path twice',
      made([
        { name: 'a', content: Buffer.from('x'), crc: 0x8cdc1683 },
        { name: 'a', content: Buffer.from('x'), crc: 0x8cdc1683 },
      ]),
      'has "a" twice',
    ],
    ['two names for one entry', one({ localName: 'b' }), 'two names'],
    ['a password', one({ flags: 1 }), 'password'],
    ['an unknown way of packing', one({ method: 14 }), 'not known'],
    ['an entry that begins in nothing', one({ offset: 5000 }), 'damaged entry'],
    [
      'entries that share bytes',
      made([
        { name: 'a', content: Buffer.from('x'), crc: 0x8cdc1683 },
        { name: 'a', content: Buffer.from('x'), crc: 0x8cdc1683, offset: 0 },
      ]),
      'overlap',
    ],
    [
      'more entries than are taken',
      zipSync(Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`f${n}`, strToU8('x')]))),
      '11 entries',
    ],
    ['more bytes than are taken', zipSync({ a: zeros(600_000), b: zeros(600_000) }), '1.1 MiB unpacked'],
    ['more bytes than it says', one({ content: zeros(50_000_000), size: 10 }), 'damaged entry "a"'],
    ['fewer bytes than it says', one({ size: 10 }), 'damaged entry "a"'],
    [
      'sizes that only a zip of more than 4 GB has',
      patched(patched(patched(patched(good, -6, 0xff), -5, 0xff), -4, 0xff), -3, 0xff),
      'more than 4 GB',
    ],
  ])('%s', (_, bytes, words) => {
    expect(() => read(bytes)).toThrow(UserError)
    expect(() => read(bytes)).toThrow(words)
  })

  test('whatever byte is changed, the right files come out or an error that can be read', () => {
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), (at, value) => {
        try {
          // A name may become another one: nothing guards that but the digest.
          expect([...read(patched(good, at, value)).values()].map((bytes) => Buffer.from(bytes).toString())).toEqual([
            'hello, hello, hello',
          ])
        } catch (error) {
          if (!(error instanceof UserError)) throw error
        }
      }),
      { numRuns: 500 },
    )
  })
})
