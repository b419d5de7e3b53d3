// Public keys that settings hold as PEM texts.
import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { UserError } from '../toolkit/user-error.ts'

export type PublicKey = {
  readonly key: KeyObject
  /** SHA-256 of the key (SubjectPublicKeyInfo), as hexadecimal digits. */
  readonly fingerprint: string
}

const curves = ['prime256v1', 'secp384r1', 'secp521r1']

/** Throws a UserError that names the key by its place, for what is not a public key that is strong enough. */
export function readPublicKeys(texts: readonly string[]): readonly PublicKey[] {
  return texts.map((text, index) => readPublicKey(text, `public key ${index + 1} of ${texts.length}`))
}

function readPublicKey(text: string, where: string): PublicKey {
  if (/PRIVATE KEY/.test(text))
    throw new UserError('A private key stands where a public key belongs.', {
      where,
      next: 'take it out, replace the key pair, and give the public key: this one can have been read by others',
    })
  if (!/^\s*-----BEGIN (RSA )?PUBLIC KEY-----/.test(text) || text.length > 16_384) throw notAKey(where)
  let key: KeyObject
  try {
    key = createPublicKey(text)
  } catch {
    throw notAKey(where)
  }
  const { asymmetricKeyType: type, asymmetricKeyDetails: details = {} } = key
  // cosign signs with Ed25519ph, which Node's crypto cannot verify.
  const fits =
    (type === 'ec' && curves.includes(details.namedCurve ?? '')) ||
    (type === 'rsa' && (details.modulusLength ?? 0) >= 2048)
  if (!fits)
    throw new UserError('This kind of key is not accepted.', {
      where,
      next: 'use ECDSA with P-256, P-384 or P-521, or RSA with 2048 bits at least; cosign generate-key-pair makes such a key',
    })
  const spki = key.export({ type: 'spki', format: 'der' })
  return { key, fingerprint: createHash('sha256').update(spki).digest('hex') }
}

const notAKey = (where: string) =>
  new UserError('This is not a public key.', { where, next: 'give it in PEM, as cosign.pub has it' })
