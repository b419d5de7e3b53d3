// What a signing certificate of Fulcio says: who signed, vouched for by whom, and for GitHub which workflow of which commit.
import { X509Certificate } from 'node:crypto'
import type { X509Certificate as Parsed } from '@sigstore/core'
import { loadPackages } from './packages.ts'
import { Refusal } from './refusal.ts'

export type SigningCertificate = {
  /** E-mail address or URL. */
  readonly subject: string
  readonly issuer: string | undefined
  readonly validFrom: Date
  readonly validTo: Date
  /** Name of the authority that signed it. */
  readonly authority: string
  readonly build: BuildExtensions
}

/** Names of sigstore/fulcio, docs/oid-info.md. */
export type BuildExtensions = { readonly [name in keyof typeof buildOids]: string | undefined }

const arc = '1.3.6.1.4.1.57264.1'
const buildOids = {
  buildSignerUri: `${arc}.9`,
  runnerEnvironment: `${arc}.11`,
  sourceRepositoryUri: `${arc}.12`,
  sourceRepositoryDigest: `${arc}.13`,
  sourceRepositoryRef: `${arc}.14`,
  buildConfigUri: `${arc}.18`,
} as const
const issuerOid = `${arc}.8`
const oldIssuerOid = `${arc}.1`
const codeSigning = '1.3.6.1.5.5.7.3.3'
const utf8String = 0x0c

/** Throws a Refusal for what is not a certificate for signing code with one name in it. */
export async function readCertificate(der: Uint8Array): Promise<SigningCertificate> {
  const { core } = await loadPackages()
  const bytes = Buffer.from(der)
  const certificate = attempt(() => new X509Certificate(bytes))
  const parsed = attempt(() => core.X509Certificate.parse(bytes))
  if (certificate.ca || !(certificate.keyUsage ?? []).includes(codeSigning))
    throw new Refusal('has a certificate that is not for signing code')
  return {
    subject: subjectOf(certificate),
    // The old extension holds the text without any encoding around it.
    issuer: textOf(parsed, issuerOid) ?? parsed.extension(oldIssuerOid)?.value.toString('utf8'),
    validFrom: new Date(certificate.validFrom),
    validTo: new Date(certificate.validTo),
    authority: certificate.issuer.replaceAll('\n', ', '),
    build: {
      buildSignerUri: textOf(parsed, buildOids.buildSignerUri),
      runnerEnvironment: textOf(parsed, buildOids.runnerEnvironment),
      sourceRepositoryUri: textOf(parsed, buildOids.sourceRepositoryUri),
      sourceRepositoryDigest: textOf(parsed, buildOids.sourceRepositoryDigest),
      sourceRepositoryRef: textOf(parsed, buildOids.sourceRepositoryRef),
      buildConfigUri: textOf(parsed, buildOids.buildConfigUri),
    },
  }
}

function attempt<T>(parse: () => T): T {
  try {
    return parse()
  } catch {
    throw new Refusal('has a certificate that cannot be read')
  }
}

function textOf(certificate: Parsed, oid: string): string | undefined {
  const [value, ...more] = certificate.extension(oid)?.valueObj.subs ?? []
  return value?.tag.number === utf8String && more.length === 0 ? value.value.toString('utf8') : undefined
}

/** Node writes `URI:…` or `email:…`, with quotes around what could be taken for two names. */
function subjectOf({ subjectAltName = '' }: X509Certificate): string {
  const [, quoted, plain] = /^(?:URI|email):(?:("[^\n]*")|([^",\s]+))$/.exec(subjectAltName) ?? []
  if (plain !== undefined) return plain
  if (quoted !== undefined) return attempt(() => String(JSON.parse(quoted)))
  throw new Refusal('has a certificate that does not name exactly one e-mail address or URL')
}
