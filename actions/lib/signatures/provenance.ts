// GitHub's build provenance: the certificate says which workflow built, and the statement must not say otherwise.
import type { SigningCertificate } from './certificate.ts'
import { githubIssuer, githubServer, matches, type ProvenancePolicy } from './policy.ts'
import { differs, Refusal, show } from './refusal.ts'

export const provenanceType = 'https://slsa.dev/provenance/v1'

export type Build = {
  readonly repository: string
  /** Path of the workflow that was started. */
  readonly workflow: string
  readonly ref: string
  readonly sourceCommit: string
}

/**
 * Holds certificate and predicate to the policy. Throws a Refusal with what was wanted and what was found.
 * Sources: sigstore/fulcio, docs/oid-info.md; SLSA v1.0, "Provenance"; actions.github.io/buildtypes/workflow/v1.
 */
export function checkBuild(policy: ProvenancePolicy, certificate: SigningCertificate, predicate: unknown): Build {
  const { issuer = githubIssuer, server = githubServer } = policy
  const { build } = certificate
  if (certificate.issuer !== issuer) throw differs('issuer', issuer, certificate.issuer)
  const repositoryUri = `${server}/${policy.repository}`
  if (build.sourceRepositoryUri !== repositoryUri)
    throw differs('source repository', repositoryUri, build.sourceRepositoryUri)
  const { buildConfigUri = '', sourceRepositoryRef: ref = '', sourceRepositoryDigest: commit = '' } = build
  const [, workflow] =
    /^(\.github\/workflows\/.+?\.ya?ml)@refs\//.exec(after(`${repositoryUri}/`, buildConfigUri)) ?? []
  if (workflow === undefined || (policy.workflow !== undefined && workflow !== policy.workflow))
    throw differs('workflow', `${repositoryUri}/${policy.workflow ?? '.github/workflows/…'}`, build.buildConfigUri)
  if (ref === '' || (policy.ref !== undefined && !matches(policy.ref, ref)))
    throw differs('ref', policy.ref ?? 'refs/…', build.sourceRepositoryRef)
  if (!/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(commit))
    throw differs('source commit', 'a commit id', build.sourceRepositoryDigest)
  checkSigner(policy, certificate, repositoryUri, server)
  if (policy.hosted === true && build.runnerEnvironment !== 'github-hosted')
    throw differs('runner environment', 'github-hosted', build.runnerEnvironment)
  checkPredicate(predicate, certificate)
  return { repository: policy.repository, workflow, ref, sourceCommit: commit }
}

/** Who signed is the job's own workflow file, which a reusable workflow of another repository may be. */
function checkSigner(
  policy: ProvenancePolicy,
  { subject, build }: SigningCertificate,
  own: string,
  server: string,
): void {
  if (build.buildSignerUri !== subject) throw differs('build signer', subject, build.buildSignerUri)
  if (policy.signer === undefined) {
    if (subject.startsWith(`${own}/`)) return
    throw new Refusal(
      `was signed by ${show(subject)}, a workflow of another repository than ${own}; if that is right, name it as signer`,
    )
  }
  const wanted = `${server}/${policy.signer}`
  const found = policy.signer.includes('@') ? subject : subject.replace(/@(refs\/.*|[0-9a-f]{40,64})$/, '')
  if (found !== wanted) throw differs('signer', wanted, subject)
}

const after = (prefix: string, text: string) => (text.startsWith(prefix) ? text.slice(prefix.length) : '')

/**
 * The predicate was written by the job, the certificate by GitHub: where both say something, they must say the same. What the
 * predicate leaves out is no contradiction.
 */
function checkPredicate(predicate: unknown, { build, subject }: SigningCertificate): void {
  const definition = field(predicate, 'buildDefinition')
  const workflow = field(field(definition, 'externalParameters'), 'workflow')
  const [, path, ref] =
    /^\/(.*?)@(refs\/.*)$/s.exec(after(`${build.sourceRepositoryUri}`, build.buildConfigUri ?? '')) ?? []
  agree('repository', field(workflow, 'repository'), build.sourceRepositoryUri)
  agree('workflow', field(workflow, 'path'), path)
  agree('workflow’s ref', field(workflow, 'ref'), ref)
  const github = field(field(definition, 'internalParameters'), 'github')
  agree('runner environment', field(github, 'runner_environment'), build.runnerEnvironment)
  const dependencies = field(definition, 'resolvedDependencies')
  for (const one of Array.isArray(dependencies) ? dependencies : []) {
    const uri = field(one, 'uri')
    if (typeof uri === 'string' && uri.startsWith(`git+${build.sourceRepositoryUri}@`))
      agree('source commit', field(field(one, 'digest'), 'gitCommit'), build.sourceRepositoryDigest)
  }
  const builder = field(field(field(predicate, 'runDetails'), 'builder'), 'id')
  if (typeof builder === 'string' && builder.includes('/.github/workflows/')) agree('builder', builder, subject)
}

function agree(what: string, stated: unknown, certified: string | undefined): void {
  if (stated === undefined || stated === certified) return
  throw new Refusal(
    `contradicts itself: its statement has the ${what} ${show(String(stated))}, its certificate ${show(certified ?? 'none')}`,
  )
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined
