// Seals a plan: what it is, in clear, and its parts, encrypted, authenticated together.
import { createCipheriv, randomBytes } from 'node:crypto'
import { UserError } from '../../toolkit/user-error.ts'
import { checkEnvelope } from './check-envelope.ts'
import { header, nonceBytes, partBytes } from './container.ts'
import type { Envelope } from './envelope.ts'
import type { PlanKey } from './keys.ts'

export type Part = {
  readonly kind: Envelope['contents'][number]['kind']
  /** Of carried files, from the root module's folder. */
  readonly path?: string
  readonly mode?: number
  readonly bytes: Uint8Array
}

export type SealInput = {
  readonly envelope: Omit<Envelope, 'format' | 'encryption' | 'contents'>
  readonly parts: readonly Part[]
  /** `unencrypted` only where somebody has asked for it: a plan has every secret of its variables in clear. */
  readonly key: PlanKey | 'unencrypted'
}

/**
 * The bytes of a sealed plan (`container.ts` says how they are laid out). Not compressed: the length would tell, to somebody who
 * can change one part of a plan, what stands in another. Throws a UserError where it is too large or the envelope is not usable.
 */
export function sealPlan({ envelope, parts, key }: SealInput): Uint8Array {
  const complete = checkEnvelope(
    {
      ...envelope,
      format: 1,
      encryption: key === 'unencrypted' ? { cipher: 'none' } : { cipher: 'aes-256-gcm', keyId: key.id },
      contents: parts.map(({ bytes, ...part }) => ({ ...part, bytes: bytes.length })),
    },
    envelope.root,
  )
  requireContents(complete)
  partBytes(complete.contents, envelope.root)
  const associated = header(complete)
  if (key === 'unencrypted') return Buffer.concat([associated, ...parts.map(({ bytes }) => bytes)])
  // Random nonces of 96 bits hold for four thousand million plans under one key (NIST SP 800-38D, 8.3).
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key.encryption, nonce)
  cipher.setAAD(associated)
  const body = parts.map(({ bytes }) => cipher.update(bytes))
  body.push(cipher.final())
  return Buffer.concat([associated, nonce, cipher.getAuthTag(), ...body])
}

/** Throws a UserError where there is neither one plan nor one state alone, or a part is there twice. */
export function requireContents({ contents, root }: Envelope): void {
  const names = contents.map(({ kind, path }) => (kind === 'carried' ? `the file ${path}` : `the ${kind}`))
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new UserError(`A sealed plan has ${twice} twice.`, { where: root })
  if (names.includes('the state') && names.length > 1)
    throw new UserError('A sealed state has something else beside it.', { where: root })
  if (!names.includes('the plan') && !names.includes('the state'))
    throw new UserError('A sealed plan has no plan inside.', { where: root })
}

/** Whether it is no plan, but a state that its backend did not take. */
export const holdsState = ({ contents }: Pick<Envelope, 'contents'>): boolean =>
  contents.some(({ kind }) => kind === 'state')
