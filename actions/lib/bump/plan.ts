// From requests to the exact bytes that change: all of them, or a refusal with every reason and nothing at all.
import { formOf, type Pin, spellVersion, type Version, versionOf } from '../images/version.ts'
import { editFiles, scalarKey, type WantedText } from './edit-files.ts'
import { expectationProblem } from './expectation.ts'
import { findSites, type LocatedSite, type SiteContext } from './places/find-sites.ts'
import { promotedRequest, promotedVersion, promotionSource } from './promotion.ts'
import type { BumpPlan, BumpRefusal, BumpRequest } from './request.ts'
import { describeHold, findHold, type WrittenHold } from './state/holds.ts'

/** Files that decide what may be written. */
export const guardedBy =
  ({ state, trustRoot, keyFiles }: PlanContext) =>
  (path: string): boolean =>
    path.startsWith('.github/') || path.startsWith(`${state}/`) || path === trustRoot || keyFiles.includes(path)

export type PlanContext = SiteContext & {
  /** Public keys that the settings name. */
  readonly keyFiles: readonly string[]
  /** Folder of holds and records. */
  readonly state: string
  /** Path of the Sigstore trust root, if the settings name one. */
  readonly trustRoot: string | undefined
  readonly holds: readonly WrittenHold[]
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Plans every request on one state of the tree. Reads only; the answer is complete. */
export async function planBump(requests: readonly BumpRequest[], context: PlanContext): Promise<BumpPlan> {
  const refusals: BumpRefusal[] = []
  const wanted: WantedText[] = []
  const notes: string[] = []
  for (const asked of requests) {
    const promoted = await withVersion(asked, context)
    if ('refusals' in promoted) {
      refusals.push(...promoted.refusals)
      continue
    }
    const { request } = promoted
    const found = await findSites(request, context)
    if ('refusals' in found) refusals.push(...found.refusals)
    else {
      notes.push(...found.notes)
      for (const site of found.sites) collect(request, site, context, wanted, refusals)
    }
  }
  const edited = await editFiles(wanted, context.files, guardedBy(context))
  refusals.push(...edited.refusals)
  if (refusals.length > 0) return { type: 'refused', refusals }
  return { type: 'plan', sites: edited.sites, files: edited.files, notes: [...new Set(notes)] }
}

async function withVersion(
  request: BumpRequest,
  context: PlanContext,
): Promise<{ readonly request: BumpRequest } | { readonly refusals: readonly BumpRefusal[] }> {
  if (request.from === undefined) return { request }
  const promoted = await promotedVersion(request, request.from, context.state, context)
  return 'refusals' in promoted ? promoted : { request: promotedRequest(request, promoted.version) }
}

/** Why an environment takes no version that was not proved in the one before it. */
function promotionProblem(
  image: string,
  request: BumpRequest,
  environments: readonly string[],
  context: PlanContext,
): string | undefined {
  for (const environment of environments) {
    const settings = Object.hasOwn(context.environments, environment) ? context.environments[environment] : undefined
    const before = promotionSource(settings, image)
    if (before !== undefined && request.promotedFrom !== before) {
      return `${environment} takes versions only from ${before}, as the settings say: promote it (\`from: ${before}\`)`
    }
  }
  return undefined
}

/** The form in which a version is written: as the settings say, the caller, or what stands there. */
export function pinFor(
  request: BumpRequest,
  { site, environments }: LocatedSite,
  context: SiteContext,
): Pin | undefined {
  const both = request.explicitDigest === true && formOf(site) === 'tag' ? ('tag@digest' as const) : undefined
  return context.pinOf(environments) ?? request.pin ?? both
}

function collect(
  request: BumpRequest,
  site: LocatedSite,
  context: PlanContext,
  wanted: WantedText[],
  refusals: BumpRefusal[],
): void {
  const image = site.site.name
  const refuse = (message: string) =>
    refusals.push({ image, message, file: site.file, line: site.line, column: site.column })
  if (site.site.readOnly !== undefined) return void refuse(site.site.readOnly)
  const unproved = promotionProblem(image, request, site.environments, context)
  if (unproved !== undefined) return void refuse(unproved)
  const unexpected = expectationProblem(request.expect, versionOf(site.site), request.version)
  if (unexpected !== undefined) return void refuse(unexpected)
  const names = [image, ...site.site.aliases]
  const form = pinFor(request, site, context) ?? formOf(site.site)
  const heldAs = (version: Version) => findHold(context.holds, names, version, site.holdScope, context.now)
  // Where a tag alone is written, the tag is all that will be known of it.
  const { tag } = request.version
  const held = heldAs(request.version) ?? (form === 'tag' && tag !== undefined ? heldAs({ tag }) : undefined)
  if (held !== undefined) return void refuse(describeHold(held))
  const settled = context.pinOf(site.environments)
  if (request.pin !== undefined && settled !== undefined && request.pin !== settled) {
    return void refuse(`the settings of ${site.environments.join(', ')} want \`pin: ${settled}\`, not ${request.pin}`)
  }
  const texts = spellVersion(site.site, request.version, pinFor(request, site, context))
  if ('refused' in texts) return void refuse(texts.refused)
  for (const text of texts) {
    const same = wanted.find(({ scalar }) => scalarKey(scalar) === scalarKey(text.scalar))
    if (same === undefined) wanted.push({ ...text, image, site })
    else if (same.value !== text.value)
      refuse(`two requests want different versions here: ${same.value} and ${text.value}`)
  }
}
