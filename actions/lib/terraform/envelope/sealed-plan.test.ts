import { createDecipheriv, createHash, createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../toolkit/user-error.ts'
import { reviewedPlan } from '../applying/reviewed-plan.ts'
import { readKeys } from './keys.ts'
import { openPlan, readEnvelope } from './open.ts'
import { type Part, sealPlan } from './seal.ts'
import { otherKey, sampleEnvelope, sampleKey } from './testing/sample-envelope.ts'

const [key] = readKeys(sampleKey, 'test')
const [second] = readKeys(otherKey, 'test')
const parts: readonly Part[] = [
  { kind: 'plan', bytes: Buffer.from('PK plan') },
  { kind: 'json', bytes: Buffer.from('{"a":"secret in the plan"}') },
  { kind: 'carried', path: 'build/a.zip', mode: 0o644, bytes: Buffer.alloc(0) },
]
const sealed = Buffer.from(sealPlan({ envelope: sampleEnvelope(), parts, key }))
const headerEnd = 12 + sealed.readUInt32BE(8)

/** The same plan with another description, in clear, its seal kept. */
function withEnvelope(changes: Readonly<Record<string, unknown>>): Buffer {
  return withJson(JSON.stringify({ ...JSON.parse(sealed.toString('utf8', 12, headerEnd)), ...changes }))
}
function withJson(text: string): Buffer {
  const json = Buffer.from(text)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(json.length)
  return Buffer.concat([sealed.subarray(0, 8), length, json, sealed.subarray(headerEnd)])
}

function refusal(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
  throw new Error('it was not refused')
}

describe('a sealed plan', () => {
  it('opens as it was', () => {
    const opened = openPlan(sealed, [second, key])
    expect(opened.parts.map((part) => ({ ...part, bytes: Buffer.from(part.bytes) }))).toEqual(parts)
    expect(opened.envelope).toEqual({
      ...sampleEnvelope(),
      format: 1,
      encryption: { cipher: 'aes-256-gcm', keyId: key.id },
      contents: [
        { kind: 'plan', bytes: 7 },
        { kind: 'json', bytes: 26 },
        { kind: 'carried', path: 'build/a.zip', mode: 0o644, bytes: 0 },
      ],
    })
    expect(readEnvelope(sealed)).toEqual(opened.envelope)
    expect(sealed.includes('secret in the plan')).toBe(false)
  })

  it('is laid out as documented: opened by its description alone', () => {
    const hmac = (secret: Uint8Array, ...data: (Uint8Array | string)[]) =>
      data.reduce((mac, one) => mac.update(one), createHmac('sha256', secret)).digest()
    // RFC 5869 with one block of output.
    const derive = (use: string) =>
      hmac(hmac(Buffer.from('seaworthy terraform plan'), Buffer.from(sampleKey, 'base64')), `${use} v1`, '\x01')
    expect(sealed.toString('latin1', 0, 8)).toBe('SWPLAN\0\x01')
    const envelope = JSON.parse(sealed.toString('utf8', 12, headerEnd))
    expect(envelope.encryption.keyId).toBe(createHash('sha256').update(derive('key id')).digest('hex').slice(0, 8))
    const decipher = createDecipheriv('aes-256-gcm', derive('encryption'), sealed.subarray(headerEnd, headerEnd + 12))
    decipher.setAAD(sealed.subarray(0, headerEnd))
    decipher.setAuthTag(sealed.subarray(headerEnd + 12, headerEnd + 28))
    const clear = Buffer.concat([decipher.update(sealed.subarray(headerEnd + 28)), decipher.final()])
    expect(clear.toString()).toBe('PK plan{"a":"secret in the plan"}')
    expect(Buffer.from(key.fingerprint)).toEqual(derive('fingerprint'))
  })

  it('never has the same nonce', () => {
    const nonces = Array.from({ length: 50 }, () =>
      Buffer.from(sealPlan({ envelope: sampleEnvelope(), parts, key })).toString('hex', headerEnd, headerEnd + 12),
    )
    expect(new Set(nonces).size).toBe(50)
  })

  it('is refused with any byte changed, cut off anywhere, or with bytes behind it', () => {
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed)
      changed[index] = (changed[index] as number) ^ (1 << (index % 8))
      refusal(() => openPlan(changed, [key]))
      refusal(() => openPlan(sealed.subarray(0, index), [key]))
    }
    expect(refusal(() => openPlan(sealed.subarray(0, -1), [key]))).toContain('cut off')
    expect(refusal(() => openPlan(Buffer.concat([sealed, Buffer.alloc(3)]), [key]))).toContain('3 bytes too many')
    const changed = Buffer.from(sealed)
    changed[sealed.length - 1] = (changed.at(-1) as number) ^ 1
    expect(refusal(() => openPlan(changed, [key]))).toContain('was changed after it was made')
  })

  it('is refused with another description, also with one of ours', () => {
    const other = Buffer.from(sealPlan({ envelope: sampleEnvelope({ root: 'servers' }), parts, key }))
    const swapped = Buffer.concat([other.subarray(0, 12 + other.readUInt32BE(8)), sealed.subarray(headerEnd)])
    expect(readEnvelope(swapped).root).toBe('servers')
    expect(refusal(() => openPlan(swapped, [key]))).toContain('its seal does not fit')
    // Nothing that we read is said by `note`: it is another description all the same.
    for (const changes of [{ head: '3'.repeat(40) }, { guards: [] }, { note: 'x' }]) {
      expect(refusal(() => openPlan(withEnvelope(changes), [key]))).toContain('its seal does not fit')
    }
  })

  it('needs the key that it was made with, and says which', () => {
    expect(refusal(() => openPlan(sealed, [second]))).toContain(
      `encrypted with the key ${key.id}; there is ${second.id}`,
    )
    expect(refusal(() => openPlan(sealed, []))).toContain('there is none')
    const claimed = withEnvelope({ encryption: { cipher: 'aes-256-gcm', keyId: second.id } })
    expect(refusal(() => openPlan(claimed, [second]))).toContain('its seal does not fit')
  })

  it('is a plan or a state that its backend did not take, and never both', () => {
    const state: Part = { kind: 'state', bytes: Buffer.from('{"serial":4}') }
    const opened = openPlan(sealPlan({ envelope: sampleEnvelope(), parts: [state], key }), [key])
    expect(opened.parts).toEqual([{ kind: 'state', bytes: state.bytes }])
    expect(refusal(() => reviewedPlan(opened))).toContain('This is no plan: it is the state of network')
    for (const beside of [parts, parts.slice(1), [state]])
      refusal(() => sealPlan({ envelope: sampleEnvelope(), parts: [...beside, state], key }))
    expect(refusal(() => sealPlan({ envelope: sampleEnvelope(), parts: parts.slice(1), key }))).toContain('no plan')
  })

  it('is not taken unencrypted unless that is asked for', () => {
    const clear = Buffer.from(sealPlan({ envelope: sampleEnvelope(), parts, key: 'unencrypted' }))
    expect(refusal(() => openPlan(clear, [key]))).toContain('not encrypted')
    expect(openPlan(clear, [], { unencrypted: true }).parts).toHaveLength(3)
    // The body of an encrypted one under a description that says it is none.
    const stripped = withEnvelope({
      encryption: { cipher: 'none' },
      contents: [{ kind: 'plan', bytes: sealed.length - headerEnd }],
    })
    expect(refusal(() => openPlan(stripped, [key]))).toContain('not encrypted')
  })

  it('is refused with lengths that lie, before anything is taken in', () => {
    const lying = Buffer.from(sealed)
    lying.writeUInt32BE(0xffffffff, 8)
    expect(refusal(() => readEnvelope(lying))).toContain('4294967295 bytes')
    const bytes = (...amounts: unknown[]) =>
      withEnvelope({ contents: amounts.map((amount) => ({ kind: 'plan', bytes: amount })) })
    expect(refusal(() => readEnvelope(bytes(2 ** 32)))).toContain('at most')
    expect(refusal(() => readEnvelope(bytes(34)))).toContain('cut off')
    for (const amount of [-1, 1.5, 2 ** 53, '33', null, undefined]) {
      expect(refusal(() => readEnvelope(bytes(34, amount)))).toContain('bytes is not a whole number')
    }
    expect(refusal(() => readEnvelope(bytes(...Array(3000).fill(0))))).toContain('at most 2000 entries')
  })

  it('is refused when it is something else', () => {
    expect(refusal(() => readEnvelope(new Uint8Array(0)))).toContain('not a plan that Seaworthy has sealed')
    expect(refusal(() => readEnvelope(Buffer.from('PK\x03\x04 a plan file as it is')))).toContain('not a plan')
    const later = Buffer.from(sealed)
    later[7] = 2
    expect(refusal(() => readEnvelope(later))).toContain('format that this version does not know')
    expect(refusal(() => readEnvelope(withJson('{')))).toContain('not JSON')
    expect(refusal(() => readEnvelope(withJson('['.repeat(500_000))))).toContain('not JSON')
    for (const [text, field] of [
      ['null', 'it is not an object'],
      ['{"format":2}', 'format is not 1'],
      ['{"__proto__":{"format":1}}', 'format is not 1'],
    ] as const) {
      expect(refusal(() => readEnvelope(withJson(text)))).toContain(field)
    }
    const wrong: readonly [string, unknown][] = [
      ['root', 'a\nb'],
      ['root', ''],
      ['root', 'x'.repeat(5000)],
      ['tool', 'pulumi'],
      ['head', 'main'],
      ['filesHash', 'xyz'],
      ['repository', 'a/b/c'],
      ['createdAt', 'yesterday'],
      ['state', { lineage: 'x', serial: -1 }],
      ['counts', {}],
      ['needsApply', 'false'],
      ['guards', {}],
      ['encryption', { cipher: 'rot13' }],
      ['encryption', { cipher: 'aes-256-gcm', keyId: '../..' }],
    ]
    for (const [field, value] of wrong) {
      expect(refusal(() => readEnvelope(withEnvelope({ [field]: value })))).toContain('not usable')
    }
  })

  it('has exactly one plan, and no file twice', () => {
    const plan: Part = { kind: 'plan', bytes: Buffer.from('x') }
    const file: Part = { kind: 'carried', path: 'a', bytes: Buffer.from('x') }
    for (const wrong of [[], [file], [plan, plan], [plan, file, file]]) {
      refusal(() => sealPlan({ envelope: sampleEnvelope(), parts: wrong, key }))
    }
  })
})

describe('keys', () => {
  const bytes = Buffer.from(sampleKey, 'base64')

  it('are read in every way that they are written, several of them too', () => {
    for (const text of [
      bytes.toString('hex'),
      bytes.toString('hex').toUpperCase(),
      bytes.toString('base64url'),
      ` 2026-11:${sampleKey}\n`,
    ]) {
      expect(readKeys(text, 'test')).toEqual([key])
    }
    const several = `new:${otherKey},${sampleKey}\r\nagain:${sampleKey}\n`
    expect(readKeys(several, 'test').map(({ id }) => id)).toEqual([second.id, key.id])
  })

  it('are refused when they can be guessed or are none, and never shown', () => {
    const refused: readonly [string, string][] = [
      ['', 'There is no key'],
      [' , \n', 'There is no key'],
      ['correct-horse-battery-staple', 'not 32 bytes'],
      [bytes.subarray(0, 31).toString('base64'), 'not 32 bytes'],
      [bytes.toString('hex').slice(1), 'not 32 bytes'],
      [Buffer.from('a passphrase with 32 characters!').toString('base64'), 'is a text'],
      ['00'.repeat(32), 'not random'],
      ['name:', 'empty after its name'],
      [`${sampleKey},short-one`, 'Key 2'],
      [Array(11).fill(sampleKey).join(','), 'at most 10'],
    ]
    for (const [text, why] of refused) {
      const message = refusal(() => readKeys(text, 'the input encryption-keys'))
      expect(message).toContain(why)
      expect(message).toContain('the input encryption-keys')
      for (const entry of text.split(/[\s,:]+/)) if (entry.length > 8) expect(message).not.toContain(entry)
    }
  })
})
