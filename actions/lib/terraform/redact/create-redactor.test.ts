import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRedactor } from './create-redactor.ts'
import { redacted } from './redactor.ts'
import { searchFor } from './sought.ts'

const json = (text: string) => JSON.stringify(text).slice(1, -1)
/** As Go's encoding/json writes it, and Python's json.dumps. */
const goJson = (text: string) =>
  json(text).replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
const asciiJson = (text: string) =>
  json(text).replace(/[^\0-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
const hcl = (text: string) => json(text).replaceAll('${', '$${').replaceAll('%{', '%%{')
const percentAll = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
const form = (text: string) => new URLSearchParams([['', text]]).toString().slice(1)
const lower = (text: string) => text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())

/** What a form of a secret leaves of itself inside longer base64: without the digits that it shares with its neighbours. */
const base64 = (text: string, before: string, after: string, alphabet: 'base64' | 'base64url') => {
  const [start, length] = [Buffer.byteLength(before), Buffer.byteLength(text)]
  const whole = Buffer.from(before + text + after).toString(alphabet)
  return { whole, core: whole.slice(Math.ceil((start * 4) / 3), Math.floor(((start + length) * 4) / 3)) }
}

const well = (text: string) =>
  Buffer.from(text).toString() === text && searchFor(text) === 'anywhere' && text.trim() === text
const secrets = fc
  .oneof(
    fc.string({ minLength: 8, maxLength: 40 }),
    fc.string({ unit: 'grapheme', minLength: 8, maxLength: 20 }),
    fc.string({ unit: fc.constantFrom(...'ab\\"/<&>$%{}+= \n\t\'é😀%0aA('), minLength: 8, maxLength: 24 }),
    fc.string({ unit: fc.constantFrom(...'ab(sensitive)'), minLength: 8, maxLength: 24 }),
    fc.base64String({ minLength: 8, maxLength: 60 }),
  )
  .filter(well)
const around = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'ab\\"%{$(sensitive)\n /+='), maxLength: 12 }),
)

describe('a redactor', () => {
  it('leaves no form of a secret behind, whatever is around it', () => {
    fc.assert(
      fc.property(fc.array(secrets, { minLength: 1, maxLength: 4 }), around, around, (values, before, after) => {
        const redactor = createRedactor(values)
        for (const value of values) {
          const forms = [
            value,
            ...[json, goJson, asciiJson, hcl].map((encode) => encode(value)),
            json(json(value)),
            goJson(goJson(value)),
            json(goJson(value)),
            encodeURIComponent(value),
            lower(encodeURIComponent(value)),
            encodeURI(value),
            form(value),
            lower(form(value)),
            percentAll(value),
            Buffer.from(value).toString('hex'),
            Buffer.from(value).toString('hex').toUpperCase(),
            Buffer.from(value).toString('base64'),
            Buffer.from(value).toString('base64url'),
          ]
          for (const one of forms) {
            // A space ends an escape or a percent sign that the surroundings would begin.
            const shown = redactor.text(`${before} ${one} ${after}`)
            expect(shown).not.toContain(one)
            expect(redactor.text(shown)).toBe(shown)
          }
          expect(redactor.text(before + value + after)).not.toContain(value)
          for (const alphabet of ['base64', 'base64url'] as const) {
            for (const lead of ['', '.', '..', '...']) {
              // What is escaped stands in quotes.
              for (const [inner, prefix] of [
                [value, before],
                [json(value), `${before}"`],
              ] as const) {
                const { whole, core } = base64(inner, lead + prefix, after, alphabet)
                expect(redactor.text(`: ${whole} .`)).not.toContain(core)
              }
            }
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('leaves text without secrets as it is', () => {
    fc.assert(
      fc.property(
        fc.array(secrets, { maxLength: 3 }),
        fc.string({ unit: fc.constantFrom(...'cdefg hijk\n.,:;'), maxLength: 200 }),
        (values, text) => {
          expect(createRedactor(values.map((value) => `${value}~`)).text(text)).toBe(text)
        },
      ),
      { numRuns: 300 },
    )
    const redactor = createRedactor([
      'correct horse battery staple',
      '',
      '1',
      'true',
      'eu',
      'default',
      'Production',
      '    ',
    ])
    const text = 'default = true, count = 1, region = "eu-central", production \ud800 \\u00 %zz %4 \\'
    expect(redactor.text(text)).toBe(text)
    expect(redactor.size).toBe(1)
  })

  it('takes out secrets that contain each other, overlap or touch as one', () => {
    const redactor = createRedactor(['abcdefgh', 'cdefghij', 'xabcdefghx', '12345678'])
    expect(redactor.text('-xabcdefghx-abcdefghij-12345678abcdefgh-')).toBe(`-${redacted}-${redacted}-${redacted}-`)
  })

  it('does not put a secret together by a removal', () => {
    // Removing `secret-a` leaves the marker, whose last characters and what follows are another value.
    const redactor = createRedactor(['secret-a', 'e)-follows', 'b-(sensiti'])
    expect(redactor.text('secret-a-follows')).toBe(redacted)
    expect(redactor.text('b-secret-a')).toBe(redacted)
  })

  it('finds short values as a word, and only so', () => {
    const redactor = createRedactor(['4711', 'hunter2'])
    expect(redactor.text('pin=4711, 147110, "4711" postgres://u:hunter2@db xhunter2')).toBe(
      `pin=${redacted}, 147110, "${redacted}" postgres://u:${redacted}@db xhunter2`,
    )
    expect(redactor.text(`pin ${Buffer.from('hunter2').toString('base64')}.`)).toBe(`pin ${redacted}.`)
  })

  it('finds a key by its lines, wherever they are indented, and in wrapped base64', () => {
    const lines = [
      'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj',
      'MzEfYyjiWA4R4/M2bS1GB4t7NXp98C3SC6dVMvDuictGeurT8jNbvJZHtCSuYEvu',
      'NMoSfm76oqFvAp8Gy0iz5sxjZmSnXyCdPEovGhLa0VzMaQ8s+CLOyS56YyCFGeJZ',
    ]
    const pem = `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`
    const redactor = createRedactor([pem])
    const shown = redactor.text(`key = <<-EOT\n${pem.replace(/^/gm, '      ')}EOT\n`)
    for (const line of lines) expect(shown).not.toContain(line)
    const wrapped = (
      Buffer.from(`x: ${pem}`)
        .toString('base64')
        .match(/.{1,76}/g) ?? []
    ).join('\n  ')
    const left = redactor.text(wrapped).replace(/\s/g, '')
    expect(left.length).toBeLessThan(Buffer.from('x: -----BEGIN PRIVATE KEY-----').length * 3)
  })

  it('finds what is inside a document: JSON, YAML, base64, a URL', () => {
    const inside = {
      json: 'json-leaf-1',
      yaml: 'yaml-leaf-2',
      base64: 'base64-leaf-3',
      url: 'url-leaf-4',
      pin: '90817',
    }
    const redactor = createRedactor([
      JSON.stringify({ client_secret: inside.json, pin: inside.pin, type: 'user' }),
      `users:\n- name: me\n  user:\n    token: "${inside.yaml}"\n    client-key-data: ${Buffer.from(inside.base64).toString('base64')}\n`,
      `postgres://app:${inside.url}@db.internal:5432/app`,
    ])
    for (const value of Object.values(inside)) expect(redactor.text(`of ${value}.`)).toBe(`of ${redacted}.`)
    expect(redactor.text('type = user, users, name: me')).toBe('type = user, users, name: me')
  })

  it('finds a part of a long value, where a message was cut', () => {
    const long = Array.from({ length: 100 }, (_, index) => `word${index}`).join(' ')
    expect(createRedactor([long]).text(`begins with ${long.slice(0, 300)}`)).not.toContain(long.slice(0, 200))
  })

  it('goes through plain data, keys too, without losing any', () => {
    const redactor = createRedactor(['secret-one', 'secret-two'])
    const data = JSON.parse('{"__proto__": ["secret-one", 1, null], "secret-one": true, "secret-two": {"a": "b"}}')
    expect(JSON.stringify(redactor.value(data))).toBe(
      `{"__proto__":["${redacted}",1,null],"${redacted}":true,"${redacted} 2":{"a":"b"}}`,
    )
    let deep: unknown = 'x'
    for (let depth = 0; depth < 10_000; depth += 1) deep = [deep]
    expect(() => redactor.value(deep)).toThrow('nested more than 2000')
  })

  it('refuses more secrets than it can hold', () => {
    const random = Array.from({ length: 7 }, () => randomBytes(512 * 1024).toString('hex'))
    expect(() => createRedactor(random)).toThrow('keep large files out of sensitive values')
  })
})

describe('a stream', () => {
  it('finds secrets that are cut anywhere', () => {
    fc.assert(
      fc.property(
        fc.array(secrets, { minLength: 1, maxLength: 3 }),
        fc.array(fc.oneof(around, fc.nat(2)), { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
        (values, pieces, sizes) => {
          const text = pieces
            .map((piece) => (typeof piece === 'number' ? `${values[piece % values.length]}\n` : piece))
            .join('')
          const stream = createRedactor(values).stream()
          let shown = ''
          for (let at = 0, turn = 0; at < text.length; turn += 1) {
            const size = sizes[turn % sizes.length] as number
            shown += stream.write(text.slice(at, at + size))
            at += size
          }
          shown += stream.end()
          for (const value of values) expect(shown).not.toContain(value)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('gives out lines as they come, and a line that does not end in pieces', () => {
    const stream = createRedactor(['secret\nover lines', 'secret-word']).stream()
    expect(stream.write('one\ntw')).toBe('one\n')
    expect(stream.write('o secret\n')).toBe('two ')
    expect(stream.write('over lines\n')).toBe(`${redacted}\n`)
    const long = 'x '.repeat(200_000)
    const shown = stream.write(`${long}secret-`)
    expect(shown.length).toBeGreaterThan(300_000)
    expect(shown + stream.write('word') + stream.end()).toBe(`${long}${redacted}`)
  })
})
