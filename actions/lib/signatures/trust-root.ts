// Trust roots: whose certificates, logs and timestamps count. Read from text that the caller supplies, never fetched.
import type { TrustMaterial } from '@sigstore/verify'
import { errorMessage, UserError } from '../toolkit/user-error.ts'
import { loadPackages } from './packages.ts'

export type TrustRoot = {
  readonly material: TrustMaterial
  /** What a signature must show under this root: a proof from each kind of witness that the root lists. */
  readonly demands: {
    readonly transparencyLog: boolean
    /** A certificate transparency log's timestamp inside the certificate. */
    readonly certificateLog: boolean
  }
}

const maxLength = 4 * 1024 * 1024
const maxRoots = 10
const mediaType = /^application\/vnd\.dev\.sigstore\.trustedroot(\.v\d+\.\d+\+json|\+json;version=\d+\.\d+)$/

/**
 * Reads a `trusted_root.json`, or several as JSON lines, as `gh attestation trusted-root` and `cosign trusted-root create`
 * write them. Each stands for itself: a signature counts when one of them bears it out alone.
 * Throws a UserError for anything else. Source: sigstore/protobuf-specs, sigstore_trustroot.proto.
 */
export async function readTrustRoots(text: string): Promise<readonly TrustRoot[]> {
  if (text.length > maxLength) throw unreadable(`it is longer than ${maxLength} characters`)
  const documents = parse(text)
  if (documents.length === 0 || documents.length > maxRoots) throw unreadable(`it holds ${documents.length} of them`)
  const { specs, verify } = await loadPackages()
  return documents.map((document) => {
    if (!mediaType.test(String((document as { readonly mediaType?: unknown } | null)?.mediaType)))
      throw unreadable('its mediaType is not that of a Sigstore trusted root')
    try {
      const root = specs.TrustedRoot.fromJSON(document)
      return {
        material: verify.toTrustMaterial(root),
        demands: { transparencyLog: root.tlogs.length > 0, certificateLog: root.ctlogs.length > 0 },
      }
    } catch (error) {
      throw unreadable(errorMessage(error))
    }
  })
}

function parse(text: string): readonly unknown[] {
  try {
    return [JSON.parse(text)]
  } catch {
    // Then every line is one.
  }
  try {
    return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as unknown]))
  } catch {
    throw unreadable('it is not JSON')
  }
}

const unreadable = (why: string) =>
  new UserError(`The trust root cannot be read: ${why}.`, {
    next: 'give the output of: gh attestation trusted-root, or the trusted_root.json of your own Sigstore',
  })

/** The error of a policy that needs a trust root when there is none. */
export const trustRootMissing = (why: string): UserError =>
  new UserError(`Nothing was verified: ${why}, and there is no trust root to hold it to.`, {
    next: 'keep the output of gh attestation trusted-root in a file, and name the file in the settings',
  })
