// What an image must be signed by, as the settings say it, and whether what they say makes sense.
import { UserError } from '../toolkit/user-error.ts'

/** Built by a workflow of a repository: GitHub's build provenance. */
export type ProvenancePolicy = {
  readonly type: 'provenance'
  /** The repository that the image was built from, `owner/name`, in the letters that GitHub shows. */
  readonly repository: string
  /** The workflow that was started, such as `.github/workflows/build.yml`. Without it any of the repository. */
  readonly workflow?: string
  /** What it was started for, such as `refs/heads/main`, or `refs/tags/v*`. Without it any branch and tag. */
  readonly ref?: string
  /** The reusable workflow of another repository that signs, such as `owner/shared/.github/workflows/build.yml`, also with `@ref`. */
  readonly signer?: string
  /** Whether the build must have run on GitHub's own runners. */
  readonly hosted?: boolean
  /** `https://token.actions.githubusercontent.com` unless told otherwise. */
  readonly issuer?: string
  /** `https://github.com` unless told otherwise. */
  readonly server?: string
}

/** Signed with a certificate that an identity provider vouched for: cosign without a key. */
export type KeylessPolicy = {
  readonly type: 'keyless'
  readonly issuer: string
  /** An e-mail address or a URL as the certificate has it; a URL may end with `*`. */
  readonly subject: string
}

/** Signed with one of some keys: cosign with a key. */
export type KeyPolicy = {
  readonly type: 'key'
  /** PEM texts. */
  readonly publicKeys: readonly string[]
  /** Whether a transparency log of the trust root must have the signature, as cosign asks for. True unless told otherwise. */
  readonly transparencyLog?: boolean
}

export type SignaturePolicy = ProvenancePolicy | KeylessPolicy | KeyPolicy

export const githubIssuer = 'https://token.actions.githubusercontent.com'
export const githubServer = 'https://github.com'

const maxKeys = 20

/** Throws a UserError for a policy that is a mistake: one that nothing can meet, or that nearly everything meets. */
export function checkPolicy(policy: SignaturePolicy): void {
  const problem = problemOf(policy)
  if (problem === undefined) return
  const [what, next] = problem
  throw new UserError(`The ${policy.type} policy cannot be used: ${what}.`, { next })
}

type Problem = readonly [what: string, next: string]

function problemOf(policy: SignaturePolicy): Problem | undefined {
  if (policy.type === 'provenance') return provenanceProblem(policy)
  if (policy.type === 'keyless') return keylessProblem(policy)
  if (policy.publicKeys.length > 0 && policy.publicKeys.length <= maxKeys) return undefined
  return ['it has no public key, or too many', `give 1 to ${maxKeys} public keys in PEM`]
}

function provenanceProblem({
  repository,
  workflow,
  ref,
  signer,
  issuer,
  server,
}: ProvenancePolicy): Problem | undefined {
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
    return [`${JSON.stringify(repository)} is not a repository`, 'write it as owner/name']
  if (workflow !== undefined && !/^\.github\/workflows\/[^/*@]+\.ya?ml$/.test(workflow))
    return [`${JSON.stringify(workflow)} is not a workflow`, 'write it as .github/workflows/build.yml']
  if (ref !== undefined && !/^refs\/[^*]+\*?$/.test(ref))
    return [`${JSON.stringify(ref)} is not a ref`, 'write it as refs/heads/main or refs/tags/v*']
  if (signer !== undefined && !/^[\w.-]+\/[\w.-]+\/\.github\/workflows\/[^/*@]+\.ya?ml(@[^*]+)?$/.test(signer))
    return [`${JSON.stringify(signer)} is not a workflow`, 'write it as owner/name/.github/workflows/build.yml']
  const address = [issuer, server].find((url) => url !== undefined && !isHttps(url))
  return address === undefined
    ? undefined
    : [`${JSON.stringify(address)} is not an https:// address`, 'write it in full']
}

function keylessProblem({ issuer, subject }: KeylessPolicy): Problem | undefined {
  if (!isHttps(issuer)) return [`${JSON.stringify(issuer)} is not the URL of an issuer`, 'write it as https://…']
  if (subject === '' || subject.slice(0, -1).includes('*'))
    return [`${JSON.stringify(subject)} is not a subject`, 'write it in full, or a URL with one * at its end']
  // `https://github.com/your-org*` would let in your-org-of-somebody-else.
  if (subject.endsWith('*') && !/^https:\/\/[^/*]+\/[^/*]+\//.test(subject))
    return [`${JSON.stringify(subject)} lets in strangers`, 'end the owner’s name with / before the *']
  return undefined
}

const isHttps = (url: string) => /^https:\/\/[^/?#\s*]+[^\s*]*$/.test(url) && !url.endsWith('/')

/** Whether a value is the one wanted, or begins with what stands before the `*` at the end of it. */
export function matches(wanted: string, found: string): boolean {
  return wanted.endsWith('*') ? found.startsWith(wanted.slice(0, -1)) : found === wanted
}
