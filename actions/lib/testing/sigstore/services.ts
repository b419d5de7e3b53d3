// A Sigstore's certificate authority and log over HTTP on loopback, so that cosign itself can sign under it.
import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fulcioHandler } from '@sigstore/mock'
import type { Sigstore } from './sigstore.ts'

export type SigstoreServices = {
  /** Text of a signing config for cosign. */
  readonly signingConfig: string
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

const sha256 = (text: string | Buffer) => ({
  algorithm: 'sha256',
  value: createHash('sha256').update(text).digest('hex'),
})

/** Starts both at a free port. Whoever asks gets a certificate for the claims of the token, which nobody has signed. */
export async function serveSigstore(sigstore: Sigstore): Promise<SigstoreServices> {
  const fulcio = fulcioHandler(sigstore.authority)
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString('utf8')
    if (request.url === fulcio.path) {
      const asked = fulcioRequest(JSON.parse(body), request.headers.authorization ?? '')
      const { statusCode, response: certificates } = await fulcio.fn(asked)
      response.writeHead(statusCode === 201 ? 200 : statusCode, { 'content-type': 'application/json' })
      return void response.end(certificates)
    }
    const entry = await sigstore.logEntry(canonicalEntry(JSON.parse(body)))
    response.writeHead(201, { 'content-type': 'application/json', etag: Object.keys(entry)[0] })
    response.end(JSON.stringify(entry))
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
  const service = {
    url: `http://127.0.0.1:${port}`,
    majorApiVersion: 1,
    validFor: { start: '2020-01-01T00:00:00Z' },
    operator: 'tests',
  }
  const signingConfig = JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.signingconfig.v0.2+json',
    caUrls: [service],
    oidcUrls: [service],
    rekorTlogUrls: [service],
    rekorTlogConfig: { selector: 'ANY' },
    tsaUrls: [],
  })
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { signingConfig, [Symbol.asyncDispose]: close }
}

/** A token with these claims, as a workflow would get it from GitHub. Only its form is right. */
export function identityToken(claims: Readonly<Record<string, string>>): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const expiry = Math.floor(Date.now() / 1000) + 3600
  const payload = { aud: 'sigstore', exp: expiry, iat: expiry - 3600, ...claims }
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(payload)}.${randomBytes(16).toString('base64url')}`
}

/** Cosign puts the token into a header, and its request for a certificate into base64. */
function fulcioRequest(body: { readonly certificateSigningRequest?: string }, authorization: string): string {
  const oidcIdentityToken = authorization.replace(/^Bearer /, '')
  const request = Buffer.from(body.certificateSigningRequest ?? '', 'base64').toString('utf8')
  return JSON.stringify({ credentials: { oidcIdentityToken }, ...body, certificateSigningRequest: request })
}

type Proposed = {
  readonly kind: string
  readonly apiVersion: string
  readonly spec: { readonly proposedContent?: { readonly envelope: string; readonly verifiers: readonly string[] } }
}

/** What Rekor keeps of a proposed entry. Source: sigstore/rekor, pkg/types/dsse/v0.0.1. */
function canonicalEntry({ kind, apiVersion, spec }: Proposed): object {
  if (spec.proposedContent === undefined) return { kind, apiVersion, spec }
  const { envelope, verifiers } = spec.proposedContent
  const { payload, signatures } = JSON.parse(envelope) as { payload: string; signatures: { sig: string }[] }
  return {
    kind,
    apiVersion,
    spec: {
      envelopeHash: sha256(envelope),
      payloadHash: sha256(Buffer.from(payload, 'base64')),
      signatures: signatures.map(({ sig }, index) => ({ signature: sig, verifier: verifiers[index] })),
    },
  }
}
