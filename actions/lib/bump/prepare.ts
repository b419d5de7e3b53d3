// What several calls come to on one state of the tree: each whole or not at all, all that can be done in one change.
import type { EnvironmentSettings, Verification } from '../contracts/settings.ts'
import { formOf, type Version, versionOf } from '../images/version.ts'
import { matchesPattern } from '../text/pattern.ts'
import { UserError } from '../toolkit/user-error.ts'
import { type Build, judgeOrder, type Order } from './build.ts'
import { includesVersion } from './expectation.ts'
import { findSites, type LocatedSite, wholeName } from './places/find-sites.ts'
import { type PlanContext, pinFor, planBump } from './plan.ts'
import { promotedRequest, promotedVersion } from './promotion.ts'
import type { BumpRefusal, BumpRequest, FileChange, PlannedSite } from './request.ts'
import type { CommittedBump } from './show/commit-message.ts'

/** What one caller asked for: all of it, or nothing. */
export type BumpCall = {
  readonly requests: readonly BumpRequest[]
  readonly build: Build | undefined
  readonly allowDowngrade: boolean
}

/** What has to be asked of others. Each throws a UserError for what must not be written. */
export type BumpServices = {
  /** Completes a version from the registry; undefined where nobody is to be asked. */
  readonly resolve: ((image: string, version: Version, platforms: readonly string[]) => Promise<Version>) | undefined
  /** Proves an image by one entry of the settings; returns what was proved, in a sentence. */
  readonly verify: (image: string, digest: string, by: Verification, context: PlanContext) => Promise<string>
  /** The build of the version that stands at a place. */
  readonly buildAt: (file: string, names: readonly string[], version: Version) => Promise<Build | undefined>
  readonly compare: Parameters<typeof judgeOrder>[2]
}

export type CallOutcome = {
  readonly outcome: 'changed' | 'already-there' | 'superseded' | 'refused'
  readonly sites: readonly PlannedSite[]
  readonly refusals: readonly BumpRefusal[]
  /** What was proved, skipped or could not be known, in sentences. */
  readonly notes: readonly string[]
  readonly bumps: readonly CommittedBump[]
  readonly requests: readonly BumpRequest[]
}

export type PreparedBump = { readonly calls: readonly CallOutcome[]; readonly files: readonly FileChange[] }

/**
 * Plans every call. One that is refused keeps none of the others back; of two that set the same place differently, the
 * later one is left for another time.
 */
export async function prepareBump(
  calls: readonly BumpCall[],
  context: PlanContext,
  services: BumpServices,
): Promise<PreparedBump> {
  const outcomes: CallOutcome[] = []
  let accepted: readonly BumpRequest[] = []
  let files: readonly FileChange[] = []
  for (const call of calls) {
    const outcome = await prepareCall(call, context, services)
    if (outcome.outcome === 'changed') {
      const together = await planBump([...accepted, ...outcome.requests], context)
      if (together.type === 'refused') {
        outcomes.push({ ...outcome, outcome: 'refused', refusals: together.refusals })
        continue
      }
      accepted = [...accepted, ...outcome.requests]
      files = together.files
    }
    outcomes.push(outcome)
  }
  return { calls: outcomes, files }
}

async function prepareCall(call: BumpCall, context: PlanContext, services: BumpServices): Promise<CallOutcome> {
  const notes: string[] = []
  const refusals: BumpRefusal[] = []
  const going: { readonly request: BumpRequest; readonly image: string }[] = []
  let superseded = 0
  for (const asked of call.requests) {
    const ready = await complete(asked, call, context, services, notes)
    if ('refusals' in ready) refusals.push(...ready.refusals)
    else if (ready.order.type === 'superseded') {
      superseded += 1
      notes.push(`${ready.image} stays: ${ready.order.reason}`)
    } else {
      if (ready.order.note !== undefined) notes.push(ready.order.note)
      going.push(ready)
    }
  }
  const refused = (why: readonly BumpRefusal[]): CallOutcome => ({
    outcome: 'refused',
    sites: [],
    refusals: why,
    notes,
    bumps: [],
    requests: [],
  })
  if (refusals.length > 0) return refused(refusals)
  const requests = going.map(({ request }) => request)
  const plan = await planBump(requests, context)
  if (plan.type === 'refused') return refused(plan.refusals)
  const bumps = await Promise.all(
    going.map(async ({ request, image }): Promise<CommittedBump> => {
      const alone = await planBump([request], context)
      const sites = alone.type === 'plan' ? alone.sites : []
      return { image, version: request.version, build: call.build, sites }
    }),
  )
  const outcome =
    plan.files.length > 0 ? 'changed' : going.length === 0 && superseded > 0 ? 'superseded' : 'already-there'
  return { outcome, sites: plan.sites, refusals: [], notes, bumps, requests }
}

type Ready = { readonly request: BumpRequest; readonly image: string; readonly order: Order }

/** Finds out the whole version, proves it, and compares it with the build that is deployed. */
async function complete(
  asked: BumpRequest,
  call: BumpCall,
  context: PlanContext,
  services: BumpServices,
  notes: string[],
): Promise<Ready | { readonly refusals: readonly BumpRefusal[] }> {
  const found = await findSites(asked, context)
  if ('refusals' in found) return found
  const image = wholeName(asked.image, found.sites)
  notes.push(...found.notes)
  try {
    const promoted =
      asked.from === undefined ? undefined : await promotedVersion(asked, asked.from, context.state, context)
    if (promoted !== undefined && 'refusals' in promoted) return promoted
    const given = promoted?.version ?? asked.version
    if (promoted !== undefined)
      notes.push(`${image} passed its smoke test in ${asked.from} at ${promoted.passedAt} (${promoted.record})`)
    const settings = settingsOf(found.sites, context)
    const proofs = proofsFor(image, settings)
    const platforms = [...new Set(settings.flatMap((one) => one.platforms ?? []))]
    const version = services.resolve === undefined ? given : await services.resolve(image, given, platforms)
    await prove({ image, version, proofs, sites: found.sites, request: asked }, context, services, notes)
    const request = promotedRequest(asked, version)
    const order = call.allowDowngrade
      ? { type: 'newer' as const }
      : await orderOf(request, image, found.sites, call.build, services)
    return { request, image, order }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const { what, where, next } = error
    const message = `${what.replace(/\.$/, '')}${where === undefined ? '' : ` (${where})`}${next === undefined ? '' : `: ${next}`}`
    return { refusals: [{ image, message }] }
  }
}

export function settingsOf(sites: readonly LocatedSite[], context: PlanContext): readonly EnvironmentSettings[] {
  const names = [...new Set(sites.flatMap((site) => site.environments))]
  return names.flatMap((name) => (Object.hasOwn(context.environments, name) ? (context.environments[name] ?? []) : []))
}

/** What each environment demands of an image. Throws a UserError where an environment says nothing of it. */
export function proofsFor(image: string, settings: readonly EnvironmentSettings[]): readonly Verification[] {
  return settings.flatMap(({ verify }) => {
    if (verify === undefined) return []
    const by = verify.find(({ images }) => matchesPattern(images, image))
    if (by !== undefined) return [by]
    throw new UserError(`No entry of \`verify\` in the settings fits ${image}`, {
      next: 'add one that says how it is proved, or `unsigned` with the reason why it is not',
    })
  })
}

export type Claim = {
  readonly image: string
  readonly version: Version
  readonly proofs: readonly Verification[]
  readonly sites: readonly LocatedSite[]
  readonly request: BumpRequest
}

export async function prove(
  { image, version, proofs, sites, request }: Claim,
  context: PlanContext,
  services: BumpServices,
  notes: string[],
): Promise<void> {
  for (const by of proofs) {
    if (by.unsigned !== undefined) {
      notes.push(`${image} is taken without a signature: ${by.unsigned}`)
      continue
    }
    if (version.digest === undefined) {
      throw new UserError(`${image} must be verified, and its digest is not known`, {
        next: 'give the digest, or let the registry be asked for it',
      })
    }
    const loose = sites.find((located) => (pinFor(request, located, context) ?? formOf(located.site)) === 'tag')
    if (loose !== undefined) {
      throw new UserError('What is verified is a digest, and this place would hold a tag alone, which can move', {
        where: `${loose.file}:${loose.line}`,
        next: 'set `pin: tag@digest` for the environment',
      })
    }
    notes.push(await services.verify(image, version.digest, by, context))
  }
}

async function orderOf(
  request: BumpRequest,
  image: string,
  sites: readonly LocatedSite[],
  build: Build | undefined,
  services: BumpServices,
): Promise<Order> {
  if (build === undefined) return { type: 'newer' }
  let note: Order = { type: 'newer' }
  for (const { site, file } of sites) {
    const standing = versionOf(site)
    if (includesVersion(standing, request.version)) continue
    const deployed = await services.buildAt(file, [image, site.name, ...site.aliases], standing)
    const order = await judgeOrder(deployed, build, services.compare)
    if (order.type === 'superseded') return order
    if (order.note !== undefined) note = order
  }
  return note
}
