// A build by GitHub Actions as its provenance has it, and verification of it in one call, for tests.

import type { ProvenancePolicy } from '../../signatures/policy.ts'
import { type VerificationRequest, type Verified, verifyImage } from '../../signatures/verify-image.ts'
import { UserError } from '../../toolkit/user-error.ts'
import { createSigstore, type JsonObject, type Signing, type Sigstore } from './sigstore.ts'

export const digest = `sha256:${'d'.repeat(64)}`
export const commit = 'c0ffee'.padEnd(40, '0')
export const url = 'https://github.com/your-org/api'
export const workflow = '.github/workflows/build.yml'
export const ref = 'refs/heads/main'
export const policy: ProvenancePolicy = { type: 'provenance', repository: 'your-org/api' }

/** Values that GitHub puts into certificates, by Fulcio's numbers. Source: sigstore/fulcio, docs/oid-info.md. */
const extensions: Readonly<Record<number, string>> = {
  8: 'https://token.actions.githubusercontent.com',
  9: `${url}/${workflow}@${ref}`,
  11: 'github-hosted',
  12: url,
  13: commit,
  14: ref,
  18: `${url}/${workflow}@${ref}`,
}

/** As actions/attest-build-provenance writes it. Source: actions.github.io/buildtypes/workflow/v1. */
export const predicate = {
  buildDefinition: {
    buildType: 'https://actions.github.io/buildtypes/workflow/v1',
    externalParameters: { workflow: { ref, repository: url, path: workflow } },
    internalParameters: { github: { event_name: 'push', repository_id: '1', runner_environment: 'github-hosted' } },
    resolvedDependencies: [{ uri: `git+${url}@${ref}`, digest: { gitCommit: commit } }],
  },
  runDetails: { builder: { id: `${url}/${workflow}@${ref}` }, metadata: { invocationId: `${url}/actions/runs/1` } },
}

/** The text of a statement about the image. */
export const statement = (more: JsonObject = {}): string =>
  JSON.stringify({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'ghcr.io/your-org/api', digest: { sha256: digest.slice(7) } }],
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate,
    ...more,
  })

/** How a build differs from the usual one. */
export type Made = Partial<Signing> & {
  /** By Fulcio's numbers; undefined leaves one out. */
  readonly extensions?: Readonly<Record<number, string | undefined>>
  readonly subject?: string
}

/** One for all tests of a file. */
export const ours = await createSigstore()

/** Signs the provenance of a build. */
export async function attest(made: Made = {}, sigstore: Sigstore = ours): Promise<JsonObject> {
  const { extensions: changed = {}, subject = changed[9] ?? extensions[9] ?? '', ...signing } = made
  const values = Object.entries({ ...extensions, ...changed }).filter(([, value]) => value !== undefined)
  const signer = await sigstore.certify({ subject, extensions: Object.fromEntries(values) as Record<number, string> })
  return sigstore.signEnvelope({ signer, payload: statement(), ...signing })
}

/** An hour after the certificates were issued. */
export const later = ({ issuedAt }: Sigstore): Date => new Date(issuedAt.getTime() + 60 * 60 * 1000)

/** Verifies the image by these bundles, under our trust root unless the request says otherwise. */
export function verify(bundles: readonly unknown[], request: Partial<VerificationRequest> = {}): Promise<Verified> {
  return verifyImage({
    image: { registry: 'ghcr.io', repository: 'your-org/api' },
    digest,
    policy,
    sources: { attestations: async () => bundles },
    trustedRoot: ours.trustedRoot,
    now: later(ours),
    ...request,
  })
}

/** The message of a UserError; anything else that happens is thrown. */
export async function failure(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    (value) => new Error(`no error but ${JSON.stringify(value)}`),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof UserError)) throw error
  return error.message
}
