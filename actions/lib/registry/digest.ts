// Content digests: what names bytes in a registry.
import { createHash } from 'node:crypto'
import { UserError } from '../toolkit/user-error.ts'

const form = /^sha256:[0-9a-f]{64}$/

/** Whether a text is a SHA-256 digest as registries write it. */
export const isDigest = (text: string): boolean => form.test(text)

/** `sha256:<hex>` of some bytes. */
export const digestOf = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/** Throws a UserError for what is not a SHA-256 digest; other algorithms are named, for registries have none of them. */
export function requireDigest(text: string, where: string): string {
  if (isDigest(text)) return text
  throw new UserError(`${JSON.stringify(text.slice(0, 100))} is not a digest that can be checked.`, {
    where,
    next: 'give sha256: and 64 lowercase hexadecimal digits',
  })
}
