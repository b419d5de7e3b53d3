// What runs of workflows have left behind: found by name, fetched from the place where GitHub keeps it, and unpacked within limits.
// https://docs.github.com/rest/actions/artifacts
import { UserError } from '../toolkit/user-error.ts'
import { ownerAndName } from './api-address.ts'
import type { GitHubClient } from './client.ts'
import { fetchDownload } from './download.ts'
import { wasRefused } from './github-error.ts'
import { readZip } from './zip.ts'

export type Artifact = {
  readonly id: number
  readonly name: string
  /** As it is kept, so of the zip. */
  readonly bytes: number
  /** RFC 3339. By GitHub's clock: when it had been uploaded. */
  readonly createdAt: string
  readonly expired: boolean
  /** `sha256:…` of what is downloaded; artifacts of old have none. */
  readonly digest?: string
  /** The run that it says it is of. A fork's run of a pull request is a run of this repository. */
  readonly run?: number
  readonly repositoryId?: number
  readonly headRepositoryId?: number
  readonly headSha?: string
}

export type ArtifactLimits = {
  /** Of the download. */
  readonly packedBytes: number
  readonly bytes: number
  readonly entries: number
}

const defaultLimits: ArtifactLimits = { packedBytes: 128 * 1024 * 1024, bytes: 256 * 1024 * 1024, entries: 1000 }
const maxArtifacts = 1000
const permission = 'actions: read'

/**
 * Artifacts of one run, or of all runs of the repository, with this name or any; the newest first. Of one name there may be
 * several, also of one run: each attempt may have left one. Throws a GitHubError.
 */
export async function listArtifacts(
  client: GitHubClient,
  where: { readonly repository: string; readonly run?: number; readonly name?: string },
): Promise<readonly Artifact[]> {
  const { repository, run, name } = where
  const given = { ...ownerAndName(repository), ...(name !== undefined && { name }) }
  const asked = { purpose: `list the artifacts${ofRun(run)} in ${repository}`, permission, limit: maxArtifacts }
  const found =
    run === undefined
      ? await client.paginate('GET /repos/{owner}/{repo}/actions/artifacts', given, asked)
      : await client.paginate(
          'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
          { ...given, run_id: run },
          asked,
        )
  return found.map(artifactOf).sort((a, b) => b.id - a.id)
}

const ofRun = (run: number | undefined) => (run === undefined ? '' : ` of run ${run}`)

type Listed = {
  readonly id: number
  readonly name: string
  readonly size_in_bytes: number
  readonly created_at: string | null
  readonly expired: boolean
  readonly digest?: string | null
  readonly workflow_run?: {
    readonly id?: number
    readonly repository_id?: number
    readonly head_repository_id?: number
    readonly head_sha?: string
  } | null
}

function artifactOf({
  id,
  name,
  size_in_bytes: bytes,
  created_at,
  expired,
  digest,
  workflow_run: run,
}: Listed): Artifact {
  return {
    id,
    name,
    bytes,
    createdAt: created_at ?? '',
    expired,
    ...(typeof digest === 'string' && { digest }),
    ...(run?.id !== undefined && { run: run.id }),
    ...(run?.repository_id !== undefined && { repositoryId: run.repository_id }),
    ...(run?.head_repository_id !== undefined && { headRepositoryId: run.head_repository_id }),
    ...(run?.head_sha !== undefined && { headSha: run.head_sha }),
  }
}

/**
 * The files of an artifact by their paths; one that was uploaded without being packed is one file of its own name. Says nothing
 * of who made it: that is to be proved before. Throws a UserError for one that has expired, is too large, is damaged, or is not
 * what its digest says, and a GitHubError.
 */
export async function downloadArtifact(
  client: GitHubClient,
  repository: string,
  artifact: Artifact,
  limits: Partial<ArtifactLimits> = {},
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { packedBytes, bytes, entries } = { ...defaultLimits, ...limits }
  const what = `the artifact ${artifact.name} (${artifact.id}) of ${repository}`
  if (artifact.expired) throw expired(what)
  if (artifact.bytes > packedBytes) throw tooLarge(what, packedBytes)
  const { content, fileName } = await fetchDownload(client, {
    what,
    address: () => addressOf(client, repository, artifact, what),
    maxBytes: packedBytes,
    digest: artifact.digest,
  })
  if (fileName !== undefined) return new Map([[fileName, content]])
  return readZip(content, { entries, bytes }, what)
}

/** An address that is good for a minute, for anybody who has it: so it is never shown. */
async function addressOf(client: GitHubClient, repository: string, { id }: Artifact, what: string): Promise<string> {
  try {
    const { headers } = await client.request(
      'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
      { ...ownerAndName(repository), artifact_id: id, archive_format: 'zip' },
      { purpose: `download ${what}`, permission, redirect: 'manual' },
    )
    if (typeof headers.location === 'string') return headers.location
  } catch (error) {
    if (wasRefused(error, 410)) throw expired(what)
    throw error
  }
  throw new UserError(`could not download ${what}: GitHub does not say where it is`, { next: 'run the job again' })
}

const expired = (what: string) =>
  new UserError(`${what} has expired: GitHub keeps artifacts for a time only`, {
    next: 'run the workflow again that made it; `retention-days` of the upload says how long the next one is kept',
  })

const tooLarge = (what: string, limit: number) =>
  new UserError(`${what} is larger than ${Math.round(limit / 1024 / 1024)} MiB, which is the most that is taken`, {
    next: 'look at what was put into it, and upload less',
  })
