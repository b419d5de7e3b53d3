// The keys that plans are encrypted with, and what is derived of each.
import { createHash, hkdfSync } from 'node:crypto'
import { UserError } from '../../toolkit/user-error.ts'

export type PlanKey = {
  /** Eight hexadecimal digits that tell keys apart and reveal nothing of them. */
  readonly id: string
  /** For AES-256-GCM. */
  readonly encryption: Uint8Array
  /** For the HMACs of fingerprints. */
  readonly fingerprint: Uint8Array
}

/** The first key seals, all of them open: that is how a key is replaced. */
export type PlanKeys = readonly [PlanKey, ...PlanKey[]]

const makeOne = 'make one with `openssl rand -base64 32` and keep it as a secret of the repository'
const maxKeys = 10

/**
 * Reads one key, or several in lines or with commas between them: 32 random bytes each, in base64 or hexadecimal, with a name
 * for people before it where that helps (`2026-11:KEY`). Throws a UserError for anything else, without showing it.
 * @param where the input or variable that the text is from
 */
export function readKeys(text: string, where: string): PlanKeys {
  const entries = text.split(/[\s,]+/).filter((entry) => entry !== '')
  if (entries.length > maxKeys) {
    throw new UserError(`There are ${entries.length} keys; at most ${maxKeys} are read.`, {
      where,
      next: 'take out those that no plan waits for',
    })
  }
  const keys = new Map<string, PlanKey>()
  for (const [index, entry] of entries.entries()) {
    const key = deriveKey(readBytes(entry, index + 1, where))
    keys.set(key.id, key)
  }
  const [first, ...others] = keys.values()
  if (first === undefined) throw new UserError('There is no key.', { where, next: makeOne })
  return [first, ...others]
}

function readBytes(entry: string, number: number, where: string): Uint8Array {
  const refuse = (why: string) => new UserError(`Key ${number} ${why}.`, { where, next: makeOne })
  const [, name, text = entry] = /^([\w.-]{1,64}):(.*)$/.exec(entry) ?? []
  if (text === '') throw refuse(`is empty after its name, ${name}`)
  const bytes = /^[0-9a-f]{64}$/i.test(text)
    ? Buffer.from(text, 'hex')
    : /^[\w+/-]{43}=?$/.test(text)
      ? Buffer.from(text, 'base64')
      : undefined
  if (bytes?.length !== 32) throw refuse('is not 32 bytes in base64 (44 characters) or hexadecimal (64)')
  // A passphrase can be guessed, whatever it is written in. Random bytes look like one once in 10^14 times.
  if (bytes.every((byte) => byte >= 0x20 && byte < 0x7f)) throw refuse('is a text, where random bytes are needed')
  if (new Set(bytes).size < 12) throw refuse('is not random: its bytes repeat')
  return bytes
}

/** Separate keys for separate uses (HKDF, RFC 5869), so that what one reveals says nothing of the other. */
function deriveKey(bytes: Uint8Array): PlanKey {
  const derive = (use: string) => new Uint8Array(hkdfSync('sha256', bytes, 'seaworthy terraform plan', `${use} v1`, 32))
  return {
    id: createHash('sha256').update(derive('key id')).digest('hex').slice(0, 8),
    encryption: derive('encryption'),
    fingerprint: derive('fingerprint'),
  }
}
