// GraphQL: references made, moved and deleted.
import { isRuleset, refusals } from '../branches.ts'
import { followBranch } from '../closing.ts'
import { isAncestor, isSafeName, isSignedByGitHub } from '../commits.ts'
import { GraphQLRefusal } from '../errors.ts'
import { partsOfNodeId } from '../node-id.ts'
import type { Repository } from '../repository.ts'
import { writable } from './access.ts'
import type { Context } from './answer.ts'
import { refObject } from './objects.ts'

const unprocessable = (message: string) => new GraphQLRefusal('UNPROCESSABLE', message)

function repositoryOf(
  context: Context,
  kind: 'R' | 'REF',
  id: string,
): { readonly repository: Repository; readonly ref: string } {
  const [fullName, ref] = partsOfNodeId(kind, id) ?? []
  const repository = context.emulator.repositories.get(String(fullName).toLowerCase())
  if (repository === undefined || !context.viewer.sees(repository))
    throw new GraphQLRefusal('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`)
  writable(context, repository, 'contents')
  return { repository, ref: String(ref ?? '') }
}

type CreateInput = {
  readonly repositoryId: string
  readonly name: string
  readonly oid: string
  readonly clientMutationId?: string | null
}

export async function createRef({ input }: { readonly input: CreateInput }, context: Context): Promise<object> {
  const { repository } = repositoryOf(context, 'R', input.repositoryId)
  const { name, oid } = input
  if (!name.startsWith('refs/') || !isSafeName(name) || name.split('/').length < 3)
    throw unprocessable(`"${name}" is not a valid ref name.`)
  if ((await repository.git.info(oid)) === undefined) throw unprocessable(`Object ${oid} does not exist.`)
  const { done } = await repository.git.updateRef(name, oid, undefined).catch(() => {
    throw unprocessable('Ref cannot be created.')
  })
  if (!done) throw unprocessable(`A ref named "${name}" already exists in the repository.`)
  return { clientMutationId: input.clientMutationId ?? null, ref: refObject(context, repository, name, oid) }
}

type UpdateInput = {
  readonly refId: string
  readonly oid: string
  readonly force: boolean
  readonly clientMutationId?: string | null
}

export async function updateRef({ input }: { readonly input: UpdateInput }, context: Context): Promise<object> {
  const { repository, ref } = repositoryOf(context, 'REF', input.refId)
  const now = (await repository.git.info(ref))?.oid
  const commit = await repository.git.commit(input.oid)
  if (now === undefined)
    throw new GraphQLRefusal('NOT_FOUND', `Could not resolve to a node with the global id of '${input.refId}'`)
  if ((await repository.git.info(input.oid)) === undefined) throw unprocessable(`Object ${input.oid} does not exist.`)
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1]
  if (branch !== undefined) {
    refuseProtected(repository, branch, commit !== undefined && isSignedByGitHub(commit))
    if (!input.force && !(await isAncestor(repository.git, now, input.oid)))
      throw unprocessable('The head ref may not be updated to a non-fast-forward commit.')
  }
  if (!(await repository.git.updateRef(ref, input.oid, now)).done) throw unprocessable('Ref cannot be updated.')
  if (branch !== undefined) await followBranch(context.emulator, repository, branch, context.viewer.login ?? '')
  return { clientMutationId: input.clientMutationId ?? null, ref: refObject(context, repository, ref, input.oid) }
}

type DeleteInput = { readonly refId: string; readonly clientMutationId?: string | null }

export async function deleteRef({ input }: { readonly input: DeleteInput }, context: Context): Promise<object> {
  const { repository, ref } = repositoryOf(context, 'REF', input.refId)
  const now = (await repository.git.info(ref))?.oid
  if (now === undefined)
    throw new GraphQLRefusal('NOT_FOUND', `Could not resolve to a node with the global id of '${input.refId}'`)
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1]
  if (branch !== undefined && repository.state.protections.has(branch))
    throw unprocessable('Cannot delete protected branch')
  await repository.git.updateRef(ref, undefined, now)
  if (branch !== undefined) await followBranch(context.emulator, repository, branch, context.viewer.login ?? '')
  return { clientMutationId: input.clientMutationId ?? null }
}

/** Throws what GraphQL answers when a branch is protected against a push. */
export function refuseProtected(repository: Repository, branch: string, signed: boolean): void {
  const reasons = refusals(repository, branch, signed)
  if (reasons.length === 0) return
  if (isRuleset(repository, branch))
    throw new GraphQLRefusal('FORBIDDEN', `Repository rule violations found\n\n${reasons.join('\n\n')}\n\n`)
  const listed = reasons.map((reason) => `  ${reason}`).join('\n')
  throw new GraphQLRefusal('BRANCH_PROTECTION_RULE_VIOLATION', `protected branch '${branch}' check failed:\n${listed}`)
}
