// What a bump asks of others: the registry, signatures, and GitHub for the history of builds.
import { type Build, findBuild } from '../lib/bump/build.ts'
import type { PlanContext } from '../lib/bump/plan.ts'
import type { BumpServices } from '../lib/bump/prepare.ts'
import type { Verification } from '../lib/contracts/settings.ts'
import type { GitHubClient } from '../lib/github/client.ts'
import { compareCommits } from '../lib/github/compare.ts'
import { commitsTouching } from '../lib/github/history.ts'
import { proxyFetch } from '../lib/github/proxy.ts'
import { parseReference } from '../lib/images/reference.ts'
import type { Version } from '../lib/images/version.ts'
import type { Credentials } from '../lib/registry/credentials.ts'
import type { SignaturePolicy } from '../lib/signatures/policy.ts'
import type { Logger } from '../lib/toolkit/logger.ts'
import { UserError } from '../lib/toolkit/user-error.ts'

export type ServiceOptions = {
  readonly client: GitHubClient
  /** The GitOps repository. */
  readonly repository: string
  /** Reads the source repositories. */
  readonly sourceClient: GitHubClient
  readonly checkRegistry: boolean
  readonly platforms: readonly string[]
  readonly credentialsFor: (name: { readonly registry: string; readonly repository: string }) => Credentials | undefined
  readonly log: Logger
}

/** Commits of a file in which the build of its present version is looked for. */
const historyLength = 100

/** Makes the services for one head of the branch; answers of the registry are remembered from head to head. */
export function bumpServices(options: ServiceOptions): (head: string) => BumpServices {
  const resolved = new Map<string, Promise<Version>>()
  const verified = new Map<string, Promise<string>>()
  return (head) => {
    const histories = new Map<string, Promise<readonly string[]>>()
    return {
      resolve: options.checkRegistry
        ? (image, version, platforms) =>
            remembered(resolved, [image, version, platforms], () => resolve(options, image, version, platforms))
        : undefined,
      verify: async (image, digest, by, context) => {
        const policy = await policyOf(by, context)
        const trustedRoot = context.trustRoot === undefined ? undefined : await textOf(context.trustRoot, context)
        return remembered(verified, [image, digest, policy, trustedRoot], () =>
          verify(options, image, digest, policy, trustedRoot, context.now),
        )
      },
      buildAt: async (file, names, version): Promise<Build | undefined> => {
        const messages = await remembered(histories, [file], async () => {
          const commits = await commitsTouching(options.client, options.repository, head, file, historyLength)
          return commits.map(({ message }) => message)
        })
        return findBuild(messages, names, version)
      },
      compare: async (repository, base, fresh) =>
        (await compareCommits(options.sourceClient, repository, base, fresh)).type,
    }
  }
}

function remembered<T>(known: Map<string, Promise<T>>, key: unknown, make: () => Promise<T>): Promise<T> {
  const text = JSON.stringify(key)
  const answer = known.get(text) ?? make()
  known.set(text, answer)
  return answer
}

function placeOf(image: string): { readonly registry: string; readonly repository: string } {
  const reference = parseReference(image)
  if (reference === undefined) throw new UserError(`"${image}" is no name of an image.`)
  return { registry: reference.registry, repository: reference.repository }
}

async function resolve(
  options: ServiceOptions,
  image: string,
  version: Version,
  more: readonly string[],
): Promise<Version> {
  const { resolveImage } = await import('../lib/registry/resolve-image.ts')
  const name = placeOf(image)
  const platforms = [...new Set([...options.platforms, ...more])]
  const request = {
    ...name,
    ...version,
    log: options.log,
    fetch: proxyFetch,
    credentials: options.credentialsFor(name),
  }
  const { digest } = await resolveImage({ ...request, platform: platforms[0] })
  for (const platform of platforms.slice(1)) await resolveImage({ ...request, digest, tagMayMove: true, platform })
  return { ...version, digest }
}

async function verify(
  options: ServiceOptions,
  image: string,
  digest: string,
  policy: SignaturePolicy,
  trustedRoot: string | undefined,
  now: number,
): Promise<string> {
  const [{ verifyImage }, { openRepository }] = await Promise.all([
    import('../lib/signatures/verify-image.ts'),
    import('../lib/registry/repository.ts'),
  ])
  const name = placeOf(image)
  const repository = openRepository({
    ...name,
    log: options.log,
    fetch: proxyFetch,
    credentials: options.credentialsFor(name),
  })
  const attestations =
    policy.type === 'provenance'
      ? (wanted: string) => attestationsOf(options.sourceClient, policy.repository, wanted)
      : undefined
  const sources = { repository, ...(attestations !== undefined && { attestations }) }
  const { summary } = await verifyImage({ image: name, digest, policy, sources, trustedRoot, now: new Date(now) })
  return `${image} ${summary}`
}

/** Bundles that GitHub keeps of a digest; none where the token may not see them. */
async function attestationsOf(client: GitHubClient, repository: string, digest: string): Promise<readonly unknown[]> {
  const [{ ownerAndName }, { wasRefused }] = await Promise.all([
    import('../lib/github/api-address.ts'),
    import('../lib/github/github-error.ts'),
  ])
  try {
    const { data } = await client.request(
      'GET /repos/{owner}/{repo}/attestations/{subject_digest}',
      { ...ownerAndName(repository), subject_digest: digest, per_page: 30 },
      { purpose: `read the attestations of ${repository}`, permission: 'attestations: read' },
    )
    return (data.attestations ?? []).flatMap(({ bundle }) => bundle ?? [])
  } catch (error) {
    if (wasRefused(error, 403, 404)) return []
    throw error
  }
}

async function policyOf(
  { provenance, keyless, key, images }: Verification,
  context: PlanContext,
): Promise<SignaturePolicy> {
  const given = [provenance, keyless, key].filter((one) => one !== undefined)
  if (given.length !== 1) {
    throw new UserError(
      `The entry of \`verify\` for ${images} names ${given.length === 0 ? 'no way' : 'several ways'} to prove an image.`,
      {
        where: '.github/seaworthy.yaml',
        next: 'give exactly one of `provenance`, `keyless`, `key` and `unsigned`',
      },
    )
  }
  if (provenance !== undefined) {
    const { hosted, ...rest } = provenance
    return { type: 'provenance', ...rest, ...(hosted !== undefined && { hosted: String(hosted) === 'true' }) }
  }
  if (keyless !== undefined) return { type: 'keyless', ...keyless }
  return { type: 'key', publicKeys: await Promise.all((key?.files ?? []).map((file) => textOf(file, context))) }
}

async function textOf(path: string, { files }: PlanContext): Promise<string> {
  const entry = await files.tree.read(path)
  if (entry.type === 'file') return new TextDecoder().decode(entry.bytes)
  throw new UserError('This file, which the settings name, is not there.', {
    where: path,
    next: 'add it to the repository, or correct the settings',
  })
}
