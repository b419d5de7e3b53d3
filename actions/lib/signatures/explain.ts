// Words for what Sigstore's packages find wrong.
import { errorMessage } from '../toolkit/user-error.ts'
import type { SigningCertificate } from './certificate.ts'
import { show } from './refusal.ts'

type Facts = { readonly certificate?: SigningCertificate | undefined; readonly signedAt?: Date | undefined }

/** The rest of a sentence that begins with the signature's name. */
export function explain(error: unknown, { certificate, signedAt }: Facts = {}): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = show(errorMessage(error))
  if (code === 'CERTIFICATE_ERROR') return certificateProblem(error as Error, message, certificate, signedAt)
  if (code === 'TIMESTAMP_ERROR')
    return /^expected/.test(message)
      ? 'has nothing that proves when it was signed: neither a timestamp nor a log entry with a time'
      : `has a timestamp that no authority of the trust root has signed (${message})`
  if (code === 'TLOG_ERROR') return 'has no entry of a transparency log, and must have one'
  if (code === 'TLOG_BODY_ERROR') return `has a log entry about something else (${message})`
  if (/^TLOG_/.test(code)) return `has a log entry that no log of the trust root has signed (${message})`
  if (code === 'SIGNATURE_ERROR') return 'has a signature that does not fit its contents'
  return message
}

function certificateProblem(
  error: Error,
  message: string,
  certificate: Facts['certificate'],
  signedAt: Date | undefined,
) {
  if (/SCT/.test(message))
    return `has a certificate without the mark of a certificate log that the trust root lists (${message})`
  const cause = error.cause === undefined ? '' : errorMessage(error.cause)
  const at = signedAt === undefined ? '' : `, signed at ${signedAt.toISOString()}`
  if (certificate === undefined) return `has a certificate that does not hold (${message})`
  const { validFrom, validTo, authority } = certificate
  if (/expired/.test(cause))
    return `has a certificate that was valid from ${validFrom.toISOString()} to ${validTo.toISOString()} only${at}`
  return `has a certificate from ${show(authority)}, which is not an authority of the trust root${at}`
}
