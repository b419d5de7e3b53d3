// Opens a sealed plan, if it is one that we have sealed and nobody has changed.
import { createDecipheriv } from 'node:crypto'
import { UserError } from '../../toolkit/user-error.ts'
import { type Container, readContainer, tagBytes } from './container.ts'
import type { Envelope } from './envelope.ts'
import type { PlanKey } from './keys.ts'
import { type Part, requireContents } from './seal.ts'

/**
 * What a sealed plan says of itself, WITHOUT proof: good for choosing and for messages. What is applied comes from `openPlan`.
 * Throws a UserError for what is no sealed plan, is cut off, or says of itself what cannot be.
 * @param where the artifact or file, for messages
 */
export const readEnvelope = (bytes: Uint8Array, where = 'sealed plan'): Envelope => readContainer(bytes, where).envelope

export type OpenedPlan = { readonly envelope: Envelope; readonly parts: readonly Part[] }

/**
 * Opens it and proves that envelope and parts are those that were sealed together under one of the keys. Throws a UserError
 * that says which key is needed, or that it was changed.
 * @param options.unencrypted whether one that is not encrypted may pass: nothing proves it then
 */
export function openPlan(
  bytes: Uint8Array,
  keys: readonly PlanKey[],
  options: { readonly unencrypted?: boolean; readonly where?: string } = {},
): OpenedPlan {
  const where = options.where ?? 'sealed plan'
  const container = readContainer(bytes, where)
  const { envelope } = container
  if (envelope.encryption.cipher === 'none' && options.unencrypted !== true) {
    throw new UserError('The plan is not encrypted, so that nothing proves that nobody changed it.', {
      where,
      next: 'plan again with a key, or turn encryption off where it is applied too',
    })
  }
  const clear = decrypt(container, keys, where)
  requireContents(envelope)
  let start = 0
  const parts = envelope.contents.map(({ bytes: length, ...part }) => {
    start += length
    return { ...part, bytes: clear.subarray(start - length, start) }
  })
  return { envelope, parts }
}

function decrypt(container: Container, keys: readonly PlanKey[], where: string): Uint8Array {
  const { envelope, associated, nonce, tag, body } = container
  const { encryption } = envelope
  if (encryption.cipher === 'none') return body
  const key = keys.find(({ id }) => id === encryption.keyId)
  if (key === undefined) {
    const have = keys.length === 0 ? 'there is none' : `there is ${keys.map(({ id }) => id).join(', ')}`
    throw new UserError(`The plan is encrypted with the key ${encryption.keyId}; ${have}.`, {
      where,
      next: 'give the key that it was planned with as a further one, or plan again',
    })
  }
  const decipher = createDecipheriv('aes-256-gcm', key.encryption, nonce, { authTagLength: tagBytes })
  decipher.setAAD(associated)
  decipher.setAuthTag(tag)
  try {
    // Nothing of it is used before `final` has proved all of it.
    return Buffer.concat([decipher.update(body), decipher.final()])
  } catch {
    throw new UserError('The sealed plan was changed after it was made: its seal does not fit.', {
      where,
      next: 'do not apply it; find out who could write the artifact, and plan again',
    })
  }
}
