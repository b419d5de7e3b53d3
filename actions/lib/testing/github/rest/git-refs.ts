// REST: references.
import { refusals } from '../branches.ts'
import { followBranch } from '../closing.ts'
import { isAncestor, isSafeName, isSignedByGitHub } from '../commits.ts'
import { notFound, RestError } from '../errors.ts'
import { nodeId } from '../node-id.ts'
import type { Repository } from '../repository.ts'
import { inRepository, type RepositoryRequest, text } from './handler.ts'
import { apiOf } from './render-commit.ts'

type Found = { readonly ref: string; readonly oid: string; readonly type: string }

function shown(request: RepositoryRequest, { ref, oid, type }: Found) {
  const api = `${apiOf(request.emulator.url, request.repository)}/git`
  return {
    ref,
    node_id: nodeId('REF', request.repository.fullName, ref),
    url: `${api}/${ref}`,
    object: { sha: oid, type, url: `${api}/${type}s/${oid}` },
  }
}

async function find({ git }: Repository, ref: string): Promise<Found | undefined> {
  const found = isSafeName(ref) ? await git.info(ref) : undefined
  return found === undefined ? undefined : { ref, oid: found.oid, type: found.type }
}

export const getRef = inRepository('contents:read', async (request) => {
  const found = await find(request.repository, `refs/${text(request.path.ref)}`)
  if (found === undefined) throw notFound()
  return { status: 200, body: shown(request, found) }
})

/** Those whose names begin so, in the order of their names; none is no error. */
export const listMatchingRefs = inRepository('contents:read', async (request) => {
  const prefix = `refs/${text(request.path.ref)}`
  const listed = await request.repository.git.git(['for-each-ref', '--format=%(objectname) %(objecttype) %(refname)'])
  const found = listed.split('\n').flatMap((line): Found[] => {
    const [oid = '', type = '', ref = ''] = line.split(' ')
    return ref.startsWith(prefix) ? [{ ref, oid, type }] : []
  })
  return { status: 200, body: found.map((one) => shown(request, one)) }
})

export const createRef = inRepository('contents:write', async (request) => {
  const { repository, body } = request
  const [ref, sha] = [text(body.ref), text(body.sha)]
  if (!ref.startsWith('refs/') || ref.split('/').length < 3)
    throw new RestError(422, "Reference name must start with 'refs/' and contain at least three parts.")
  if (!isSafeName(ref)) throw new RestError(422, `${ref} is not a valid ref name.`)
  if (!/^[0-9a-f]{40}$/.test(sha))
    throw new RestError(422, 'The sha parameter must be exactly 40 characters and contain only [0-9a-f].')
  const target = await repository.git.info(sha)
  if (target === undefined) throw new RestError(422, 'Object does not exist')
  if (ref.startsWith('refs/heads/') && target.type !== 'commit') throw new RestError(422, 'Object is not a commit')
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1]
  const exists = (await repository.git.info(ref)) !== undefined
  // A rule may speak of a branch before there is one.
  if (branch !== undefined && !exists && repository.state.protections.has(branch))
    throw new RestError(422, 'Reference update failed')
  const { done } = await repository.git.updateRef(ref, sha, undefined).catch(() => {
    // Git keeps no reference below another: `a` and `a/b` cannot both be.
    throw new RestError(422, 'Reference cannot be created')
  })
  if (!done) throw new RestError(422, 'Reference already exists')
  return {
    status: 201,
    body: shown(request, { ref, oid: sha, type: target.type }),
    headers: { location: `${apiOf(request.emulator.url, repository)}/git/${ref}` },
  }
})

export const updateRef = inRepository('contents:write', async (request) => {
  const { repository, body } = request
  const ref = `refs/${text(request.path.ref)}`
  const sha = text(body.sha)
  if (!/^[0-9a-f]{40}$/.test(sha))
    throw new RestError(422, 'The sha parameter must be exactly 40 characters and contain only [0-9a-f].')
  const [now, target] = await Promise.all([find(repository, ref), repository.git.info(sha)])
  if (now === undefined) throw new RestError(422, 'Reference does not exist')
  if (target === undefined) throw new RestError(422, 'Object does not exist')
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1]
  if (branch !== undefined) {
    if (target.type !== 'commit') throw new RestError(422, 'Object is not a commit')
    const commit = await repository.git.commit(sha)
    refuse(repository, branch, commit !== undefined && isSignedByGitHub(commit))
    if (body.force !== true && !(await isAncestor(repository.git, now.oid, sha)))
      throw new RestError(422, 'Update is not a fast forward')
  }
  const { done } = await repository.git.updateRef(ref, sha, now.oid)
  // Somebody else was quicker, so that it is no fast forward any more.
  if (!done) throw new RestError(422, body.force === true ? 'Reference update failed' : 'Update is not a fast forward')
  if (branch !== undefined) await followBranch(request.emulator, repository, branch, request.login)
  return { status: 200, body: shown(request, { ref, oid: sha, type: target.type }) }
})

export const deleteRef = inRepository('contents:write', async (request) => {
  const { repository } = request
  const ref = `refs/${text(request.path.ref)}`
  const now = await find(repository, ref)
  if (now === undefined) throw new RestError(422, 'Reference does not exist')
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1]
  if (branch !== undefined && repository.state.protections.has(branch))
    throw new RestError(422, 'Cannot delete protected branch')
  await repository.git.updateRef(ref, undefined, now.oid)
  if (branch !== undefined) await followBranch(request.emulator, repository, branch, request.login)
  return { status: 204 }
})

/** Throws what REST answers when a branch is protected against a push. */
export function refuse(repository: Repository, branch: string, signed: boolean): void {
  const reasons = refusals(repository, branch, signed)
  if (reasons.length === 0) return
  if (repository.state.protections.get(branch)?.ruleset === true)
    throw new RestError(422, `Repository rule violations found\n\n${reasons.join('\n\n')}\n\n`)
  throw new RestError(422, reasons.join('\n'))
}
