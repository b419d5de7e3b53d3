// Commits and differences as REST shows them.
import { personOf, verificationOf } from '../commits.ts'
import type { FileDifference } from '../git/differences.ts'
import type { CommitContent } from '../git/format.ts'
import { nodeId } from '../node-id.ts'
import { loginOf, simpleUser } from '../people.ts'
import type { Repository } from '../repository.ts'

/** Base of a repository's addresses: of the API, and of the pages for people. */
export const apiOf = (url: string, { fullName }: Pick<Repository, 'fullName'>) => `${url}/repos/${fullName}`
export const htmlOf = (url: string, { fullName }: Pick<Repository, 'fullName'>) => `${url}/${fullName}`

/** `git/get-commit`. */
export function gitCommit(url: string, repository: Repository, oid: string, commit: CommitContent) {
  const api = `${apiOf(url, repository)}/git`
  const html = htmlOf(url, repository)
  return {
    sha: oid,
    node_id: nodeId('C', repository.fullName, oid),
    url: `${api}/commits/${oid}`,
    html_url: `${html}/commit/${oid}`,
    author: personOf(commit.author),
    committer: personOf(commit.committer),
    tree: { sha: commit.tree, url: `${api}/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((sha) => ({ sha, url: `${api}/commits/${sha}`, html_url: `${html}/commit/${sha}` })),
    verification: verificationOf(commit),
  }
}

/** `repos/get-commit`, without the differences. */
export function restCommit(url: string, repository: Repository, oid: string, commit: CommitContent) {
  const api = apiOf(url, repository)
  const html = htmlOf(url, repository)
  const [author, committer] = [loginOf(commit.author), loginOf(commit.committer)]
  return {
    sha: oid,
    node_id: nodeId('C', repository.fullName, oid),
    commit: {
      author: personOf(commit.author),
      committer: personOf(commit.committer),
      message: commit.message,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      url: `${api}/git/commits/${oid}`,
      comment_count: 0,
      verification: verificationOf(commit),
    },
    url: `${api}/commits/${oid}`,
    html_url: `${html}/commit/${oid}`,
    comments_url: `${api}/commits/${oid}/comments`,
    author: author === undefined ? null : simpleUser(url, author),
    committer: committer === undefined ? null : simpleUser(url, committer),
    parents: commit.parents.map((sha) => ({ sha, url: `${api}/commits/${sha}`, html_url: `${html}/commit/${sha}` })),
  }
}

/** The commit of an id that is known to be there. */
export async function restCommitAt(url: string, repository: Repository, oid: string) {
  const commit = await repository.git.commit(oid)
  if (commit === undefined) throw new Error(`${repository.fullName} lost its commit ${oid}`)
  return restCommit(url, repository, oid, commit)
}

/** A file of `files` at the commit that has the new side. */
export function diffEntry(url: string, repository: Repository, head: string, file: FileDifference) {
  const path = encodeURI(file.path)
  const html = htmlOf(url, repository)
  return {
    sha: file.oid,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${html}/blob/${head}/${path}`,
    raw_url: `${html}/raw/${head}/${path}`,
    contents_url: `${apiOf(url, repository)}/contents/${path}?ref=${head}`,
    ...(file.patch === undefined ? {} : { patch: file.patch }),
    ...(file.previousPath === undefined ? {} : { previous_filename: file.previousPath }),
  }
}
