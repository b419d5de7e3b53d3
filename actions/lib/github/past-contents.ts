// What a file held before, commit by commit.
import { ownerAndName } from './api-address.ts'
import type { GitHubClient } from './client.ts'
import { wasRefused } from './github-error.ts'
import { commitsTouching } from './history.ts'

const maxCommits = 100
/** GitHub gives larger files only in another way. */
const maxBytes = 1024 * 1024

/** The contents that commits left, the newest first, read one by one as they are asked for; ends where the file begins. */
export async function* pastContents(
  client: GitHubClient,
  repository: string,
  head: string,
  path: string,
): AsyncGenerator<{ readonly bytes: Uint8Array; readonly commit: string }> {
  for (const { id } of await commitsTouching(client, repository, head, path, maxCommits)) {
    const bytes = await contentAt(client, repository, id, path)
    if (bytes === undefined) return
    yield { bytes, commit: id }
  }
}

async function contentAt(
  client: GitHubClient,
  repository: string,
  ref: string,
  path: string,
): Promise<Uint8Array | undefined> {
  try {
    const { data } = await client.request(
      'GET /repos/{owner}/{repo}/contents/{path}',
      { ...ownerAndName(repository), path, ref },
      { purpose: `read ${path} as of ${ref.slice(0, 12)}`, permission: 'contents: read' },
    )
    if (Array.isArray(data) || data.type !== 'file' || data.size > maxBytes) return undefined
    return new Uint8Array(Buffer.from(data.content, 'base64'))
  } catch (error) {
    if (wasRefused(error, 404)) return undefined
    throw error
  }
}
