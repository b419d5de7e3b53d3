// The bytes of a sealed plan:
//   8   "SWPLAN" 0 1
//   4   length of the envelope, big-endian
//   n   the envelope, JSON in UTF-8; all up to here is the associated data
//  12   nonce, 16 tag: only where it is encrypted
//   m   the parts, one after the other, as long as the envelope says
import { UserError } from '../../toolkit/user-error.ts'
import { checkEnvelope } from './check-envelope.ts'
import type { Envelope } from './envelope.ts'

const magic = Buffer.from('SWPLAN\0\x01', 'latin1')
export const nonceBytes = 12
export const tagBytes = 16
const maxEnvelopeBytes = 1024 * 1024
export const maxPartBytes = 256 * 1024 * 1024

export type Container = {
  readonly envelope: Envelope
  /** What is authenticated beside the parts. */
  readonly associated: Uint8Array
  readonly nonce: Uint8Array
  readonly tag: Uint8Array
  readonly body: Uint8Array
}

/** Everything before the nonce. Throws a UserError where the envelope is too large to be read again. */
export function header(envelope: Envelope): Uint8Array {
  const json = Buffer.from(JSON.stringify(envelope), 'utf8')
  if (json.length > maxEnvelopeBytes) throw tooLarge(json.length, envelope.root)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(json.length)
  return Buffer.concat([magic, length, json])
}

const tooLarge = (bytes: number, where: string) =>
  new UserError(`The description of a plan has ${bytes} bytes; at most ${maxEnvelopeBytes} are read.`, { where })

/** How many bytes the parts have. Throws a UserError above the limit. */
export function partBytes(contents: Envelope['contents'], where: string): number {
  const total = contents.reduce((sum, { bytes }) => sum + bytes, 0)
  if (total <= maxPartBytes) return total
  throw new UserError(`A plan with its files has ${total} bytes; at most ${maxPartBytes} are carried.`, {
    where,
    next: 'carry fewer files, or plan in smaller roots',
  })
}

/** Takes it apart and checks every length; nothing of it is to be trusted yet. Throws a UserError that says what is wrong. */
export function readContainer(bytes: Uint8Array, where: string): Container {
  const refuse = (what: string, next = 'plan again, and take the artifact as it was uploaded') =>
    new UserError(what, { where, next })
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!data.subarray(0, 6).equals(magic.subarray(0, 6))) throw refuse('This is not a plan that Seaworthy has sealed.')
  if (data.length < magic.length + 4) throw refuse('The sealed plan is cut off.')
  if (!data.subarray(0, 8).equals(magic)) {
    throw refuse('The sealed plan is in a format that this version does not know.', 'plan and apply with one version')
  }
  const length = data.readUInt32BE(magic.length)
  if (length > maxEnvelopeBytes) throw tooLarge(length, where)
  const start = magic.length + 4
  const end = start + length
  if (data.length < end) throw refuse('The sealed plan is cut off.')
  const envelope = checkEnvelope(parse(data.subarray(start, end), refuse), where)
  const sealed = envelope.encryption.cipher === 'none' ? 0 : nonceBytes + tagBytes
  const expected = end + sealed + partBytes(envelope.contents, where)
  if (data.length !== expected) {
    throw refuse(
      data.length < expected
        ? 'The sealed plan is cut off.'
        : `The sealed plan has ${data.length - expected} bytes too many.`,
    )
  }
  const body = end + sealed
  const nonceEnd = Math.min(end + nonceBytes, body)
  return {
    envelope,
    associated: data.subarray(0, end),
    nonce: data.subarray(end, nonceEnd),
    tag: data.subarray(nonceEnd, body),
    body: data.subarray(body),
  }
}

function parse(bytes: Uint8Array, refuse: (what: string) => UserError): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw refuse('The description of the sealed plan is not JSON.')
  }
}
