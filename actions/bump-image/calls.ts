// From inputs, or from a request as another repository sends it, to what is asked of the tree.
import type { Build } from '../lib/bump/build.ts'
import { parseTarget } from '../lib/bump/places/parse-target.ts'
import type { BumpCall } from '../lib/bump/prepare.ts'
import type { BumpRequest, Scope } from '../lib/bump/request.ts'
import { parseBumpRequest, type WrittenRequest } from '../lib/contracts/bump-request.ts'
import { splitImage } from '../lib/images/reference.ts'
import type { Version } from '../lib/images/version.ts'
import { UserError } from '../lib/toolkit/user-error.ts'
import { checkedImage, checkPromotion } from './asked-image.ts'
import type { Inputs } from './inputs.ts'

/** The call of this run. Throws a UserError for inputs that do not make one. */
export function ownCall(inputs: Inputs): BumpCall {
  if (inputs.request === undefined) return callFromInputs(inputs)
  const others = ['images', 'environments', 'applications', 'files', 'targets'] as const
  const given = [
    ...others.filter((name) => inputs[name].length > 0),
    ...(['from', 'expect', 'pin'] as const).filter((name) => inputs[name]),
    ...(inputs.allowDowngrade ? ['allow-downgrade'] : []),
    ...(inputs.sourceRepository || inputs.sourceCommit || inputs.sourceRun ? ['source-repository'] : []),
  ]
  if (given.length > 0) {
    throw new UserError(`Inputs "request" and "${given[0]}" exclude each other.`, { next: 'write it into the request' })
  }
  const parsed = parseBumpRequest(inputs.request, 'request')
  if ('problems' in parsed) {
    const lines = parsed.problems.map(({ line, column, message }) => `  ${line}:${column} ${message}`)
    throw new UserError(`The request is not valid:\n${lines.join('\n')}`, {
      where: 'input `request`',
      next: 'schemas/bump-request.schema.json of Seaworthy’s repository describes every field',
    })
  }
  return callFromRequest(parsed.request)
}

/** A request that is valid by its schema. Throws a UserError for what the schema cannot say. */
export function callFromRequest(written: WrittenRequest): BumpCall {
  const { environments = [], applications = [], files = [], targets = [], from, expect, pin, source } = written
  const scope: Scope = { environments, applications, files, targets }
  const requests = written.images.map(({ image, tag, digest }) =>
    requestOf(image, { ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) }, scope, {
      from,
      expect,
      pin,
    }),
  )
  const build: Build | undefined = source
  return { requests, build, allowDowngrade: String(written['allow-downgrade']) === 'true' }
}

function callFromInputs(inputs: Inputs): BumpCall {
  const { images, environments, applications, files, from, expect, pin, allowDowngrade } = inputs
  if (images.length === 0) {
    throw new UserError('Nothing says which image.', {
      next: 'set `images`, for instance to ghcr.io/your-org/api:1.5.0',
    })
  }
  const scope: Scope = { environments, applications, files, targets: inputs.targets.map(parseTarget) }
  const requests = images.map((text) => {
    const { name, ...version } = splitImage(text)
    return requestOf(name, version, scope, { from, expect, pin })
  })
  return { requests, build: buildOf(inputs), allowDowngrade }
}

/** The build is this run, unless the run is one of the GitOps repository itself. */
function buildOf({ sourceRepository, sourceCommit, sourceRun, repository, run }: Inputs): Build | undefined {
  const isOwnRun = sourceRepository === undefined && run.repository?.toLowerCase() !== repository.toLowerCase()
  const source = sourceRepository ?? (isOwnRun ? run.repository : undefined)
  const commit = sourceCommit ?? (isOwnRun ? run.commit : undefined)
  const runId = sourceRun ?? (isOwnRun ? run.run : undefined)
  if (source === undefined && commit === undefined) return undefined
  if (source === undefined || commit === undefined) {
    throw new UserError('Inputs "source-repository" and "source-commit" belong together.', {
      next: 'give both or neither',
    })
  }
  return { repository: source, commit, ...(runId !== undefined && { run: runId }) }
}

type Options = { readonly [K in 'from' | 'expect']: string | undefined } & {
  readonly pin: BumpRequest['pin'] | undefined
}

function requestOf(image: string, version: Version, scope: Scope, { from, expect, pin }: Options): BumpRequest {
  const at = `image ${image}`
  const asked = checkedImage(image, version, at)
  checkPromotion(from, scope.environments, at)
  const given = version.tag !== undefined || version.digest !== undefined
  if (given && from !== undefined) {
    throw new UserError('`from` takes the version of another environment, and a version is given as well.', {
      where: at,
      next: 'leave out one of the two',
    })
  }
  if (!given && from === undefined) {
    throw new UserError('Nothing says which version.', {
      where: at,
      next: 'add it behind the name, :1.5.0, or set `from`',
    })
  }
  if (Object.values(scope).every((list) => list.length === 0)) {
    throw new UserError('Nothing says where.', {
      where: at,
      next: 'set `environments`, `applications`, `files` or `targets`',
    })
  }
  return {
    ...asked,
    scope,
    ...(from !== undefined && { from }),
    ...(expect !== undefined && { expect }),
    ...(pin !== undefined && { pin }),
  }
}
