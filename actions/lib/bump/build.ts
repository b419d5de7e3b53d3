// Which build an image comes from, as the trailers of commits tell it, and whether one build is older than another.
import { imageKey } from '../images/reference.ts'
import type { Version } from '../images/version.ts'
import { includesVersion } from './expectation.ts'

export type Build = {
  /** `owner/name` of the repository that was built. */
  readonly repository: string
  /** Full commit id. */
  readonly commit: string
  /** Id of the workflow run. GitHub gives them in the order in which runs are created. */
  readonly run?: string
}

export const bumpTrailer = 'Seaworthy-Bump'

/**
 * One bump as the value of a trailer: `image=… tag=… digest=… source=owner/name commit=… run=… environments=…,…`, none of which
 * has spaces.
 */
export function formatBumpTrailer(
  image: string,
  { tag, digest }: Version,
  build: Build | undefined,
  environments: readonly string[] = [],
): string {
  const where = environments.length === 0 ? undefined : environments.join(',')
  const { repository: source, commit, run } = build ?? {}
  const fields = { image, tag, digest, source, commit, run, environments: where }
  return Object.entries(fields)
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]))
    .join(' ')
}

/**
 * What a message tells of bumps, wherever it does: a squash puts whole messages into one, with other lines after them, which
 * then are no trailers to git any more.
 */
export function toldBumps(message: string): readonly string[] {
  return [...message.matchAll(/^Seaworthy-Bump:[ \t]*(\S.*?)[ \t]*$/gm)].map(([, value = '']) => value)
}

/**
 * The build of the version that stands at a place, from the messages of the commits that touched its file, the newest
 * first. Undefined when none of them tells it.
 */
export function findBuild(messages: readonly string[], names: readonly string[], version: Version): Build | undefined {
  const keys = names.map(imageKey)
  for (const message of messages) {
    for (const value of toldBumps(message)) {
      const fields = new Map(value.split(/\s+/).map((field) => splitField(field)))
      const [image, source, commit, run] = ['image', 'source', 'commit', 'run'].map((key) => fields.get(key))
      const [tag, digest] = [fields.get('tag'), fields.get('digest')]
      const said: Version = { ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) }
      if (image === undefined || source === undefined || commit === undefined) continue
      if (!keys.includes(imageKey(image)) || !includesVersion(said, version)) continue
      return { repository: source, commit, ...(run !== undefined && { run }) }
    }
  }
  return undefined
}

function splitField(field: string): readonly [string, string] {
  const sign = field.indexOf('=')
  return [field.slice(0, Math.max(sign, 0)), field.slice(sign + 1)]
}

export type Order =
  | { readonly type: 'newer'; readonly note?: string }
  | { readonly type: 'superseded'; readonly reason: string }

type Ancestry = 'identical' | 'ahead' | 'behind' | 'diverged' | 'unknown'

/**
 * Whether a build may take the place of the one that is deployed: not when its commit is an ancestor of the deployed one.
 * Where GitHub cannot tell (no permission on the source repository), the order of the runs decides.
 * @param compare says how the second commit stands to the first
 */
export async function judgeOrder(
  deployed: Build | undefined,
  incoming: Build | undefined,
  compare: (repository: string, base: string, head: string) => Promise<Ancestry>,
): Promise<Order> {
  if (deployed === undefined || incoming === undefined) return { type: 'newer' }
  if (deployed.repository.toLowerCase() !== incoming.repository.toLowerCase()) return { type: 'newer' }
  if (deployed.commit === incoming.commit) return { type: 'newer' }
  const [old, fresh] = [deployed.commit.slice(0, 12), incoming.commit.slice(0, 12)]
  const ancestry = await compare(incoming.repository, deployed.commit, incoming.commit)
  if (ancestry === 'behind') {
    return {
      type: 'superseded',
      reason: `commit ${fresh} of ${incoming.repository} is older than ${old}, which is deployed`,
    }
  }
  if (ancestry === 'diverged') {
    return {
      type: 'newer',
      note: `commit ${fresh} of ${incoming.repository} is on another branch than ${old}, which is deployed`,
    }
  }
  if (ancestry !== 'unknown') return { type: 'newer' }
  const unread = `the commits of ${incoming.repository} cannot be compared with this token (contents: read is needed there)`
  if (deployed.run === undefined || incoming.run === undefined) {
    return { type: 'newer', note: `${unread}: whether ${fresh} is older than ${old} is not known` }
  }
  return BigInt(incoming.run) < BigInt(deployed.run)
    ? {
        type: 'superseded',
        reason: `run ${incoming.run} of ${incoming.repository} was started before run ${deployed.run}, which is deployed; ${unread}`,
      }
    : { type: 'newer', note: `${unread}; by the order of the runs it is newer` }
}
