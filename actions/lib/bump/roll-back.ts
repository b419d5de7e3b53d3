// Taking a version back: every place that still holds it gets the last good one; what has moved on is left alone.
import type { Hold } from '../contracts/hold.ts'
import { showVersion, spellVersion, type Version, versionOf } from '../images/version.ts'
import { editFiles, type WantedText } from './edit-files.ts'
import { includesVersion } from './expectation.ts'
import { findSites, type LocatedSite } from './find-sites.ts'
import { describeHold, findHold } from './holds.ts'
import { lastGood, type PastVersions } from './last-good.ts'
import type { PlanContext } from './plan.ts'
import type { BumpRefusal, BumpRequest, FileChange, PlannedSite, Scope } from './request.ts'
import { holdPath } from './state-files.ts'
import { renderHold, utcTime } from './write-hold.ts'

export type RollBackRequest = {
  readonly image: string
  /** The version to take back. Without it, what runs now. */
  readonly bad: Version | undefined
  /** The version to go to. Without it, the last that passed its smoke test, else the one before in Git. */
  readonly to: Version | undefined
  readonly scope: Scope
}

export type HoldOptions = {
  readonly reason: string
  readonly by: string | undefined
  /** Milliseconds since 1970; undefined: until somebody removes it. */
  readonly until: number | undefined
}

export type RolledBack = {
  readonly image: string
  readonly bad: Version
  readonly to: Version | undefined
  readonly sites: readonly PlannedSite[]
}

export type RollBackPlan = {
  readonly rolledBack: readonly RolledBack[]
  readonly files: readonly FileChange[]
  readonly refusals: readonly BumpRefusal[]
  readonly notes: readonly string[]
  /** Paths of the holds that this writes, or that stand there already. */
  readonly holds: readonly string[]
}

type Draft = {
  readonly image: string
  readonly bad: Version
  to: Version | undefined
  readonly wanted: WantedText[]
  readonly environments: readonly string[]
}

/** Plans every image together: all of it can be done, or nothing is. @param hold undefined: none is written */
export async function planRollBack(
  requests: readonly RollBackRequest[],
  hold: HoldOptions | undefined,
  context: PlanContext,
  past: PastVersions,
): Promise<RollBackPlan> {
  const refusals: BumpRefusal[] = []
  const notes: string[] = []
  const drafts: Draft[] = []
  for (const request of requests) drafts.push(...(await draft(request, context, past, refusals, notes)))
  const edited = await editFiles(
    drafts.flatMap(({ wanted }) => wanted),
    context.files,
  )
  refusals.push(...edited.refusals)
  if (refusals.length > 0) return { rolledBack: [], files: [], refusals, notes, holds: [] }
  const held = hold === undefined ? [] : await Promise.all(drafts.map((one) => holdFile(one, hold, context)))
  const rolledBack = drafts.map(({ image, bad, to, wanted }) => ({
    image,
    bad,
    to,
    sites: edited.sites.filter((site) =>
      wanted.some(({ site: located, image: of }) => of === site.image && located.line === site.line),
    ),
  }))
  return {
    rolledBack,
    files: [...edited.files, ...held.flatMap(({ change }) => change ?? [])],
    refusals,
    notes,
    holds: held.map(({ path }) => path),
  }
}

async function draft(
  { image: asked, bad: given, to, scope }: RollBackRequest,
  context: PlanContext,
  past: PastVersions,
  refusals: BumpRefusal[],
  notes: string[],
): Promise<Draft[]> {
  const request: BumpRequest = { image: asked, version: {}, scope }
  const found = await findSites(request, context)
  if ('refusals' in found) {
    refusals.push(...found.refusals)
    return []
  }
  const image = asked.includes('/') ? asked : (found.sites[0]?.site.name ?? asked)
  const bad = given ?? onlyVersion(image, found.sites, refusals)
  if (bad === undefined) return []
  const environments = [...new Set(found.sites.flatMap((site) => site.environments))]
  const result: Draft = { image, bad, to, wanted: [], environments }
  for (const located of found.sites) {
    const standing = versionOf(located.site)
    const place = { image, file: located.file, line: located.line, column: located.column }
    if (!includesVersion(standing, bad)) {
      notes.push(
        `${located.file}:${located.line} has ${showVersion(standing)}, not ${showVersion(bad)}, and is left alone`,
      )
      continue
    }
    if (located.site.readOnly !== undefined) {
      refusals.push({ ...place, message: located.site.readOnly })
      continue
    }
    const good = await goodVersion({ image, bad, to }, located, context, past, notes)
    if (typeof good === 'string') {
      refusals.push({ ...place, message: good })
      continue
    }
    const texts = spellVersion(located.site, good, undefined)
    if ('refused' in texts) refusals.push({ ...place, message: `it cannot say ${showVersion(good)}: ${texts.refused}` })
    else {
      result.to ??= good
      result.wanted.push(...texts.map((text) => ({ ...text, image, site: located })))
    }
  }
  return [result]
}

async function goodVersion(
  { image, bad, to }: { readonly image: string; readonly bad: Version; readonly to: Version | undefined },
  located: LocatedSite,
  context: PlanContext,
  past: PastVersions,
  notes: string[],
): Promise<Version | string> {
  const names = [image, located.site.name, ...located.site.aliases]
  const holdOf = (version: Version) => findHold(context.holds, names, version, located.environments, context.now)
  if (to !== undefined) {
    const held = holdOf(to)
    if (held !== undefined) return describeHold(held)
    return includesVersion(to, bad) ? `${showVersion(to)} is the version to take back: go to another one` : to
  }
  const good = await lastGood({
    image,
    bad,
    located,
    context,
    past,
    isUsable: (version) => holdOf(version) === undefined,
  })
  if ('message' in good) return good.message
  notes.push(good.why)
  return good.version
}

/** What runs now, when it is one version everywhere. */
function onlyVersion(image: string, sites: readonly LocatedSite[], refusals: BumpRefusal[]): Version | undefined {
  const versions = new Map(sites.map((located) => [JSON.stringify(versionOf(located.site)), located] as const))
  const [first, second] = [...versions.values()]
  if (first !== undefined && second === undefined) return versionOf(first.site)
  const list = [...versions.values()].map(({ site, file, line }) => `${showVersion(versionOf(site))} (${file}:${line})`)
  refusals.push({ image, message: `several versions run, ${list.join(', ')}: say which one is bad` })
  return undefined
}

async function holdFile(
  { image, bad, environments }: Draft,
  { reason, by, until }: HoldOptions,
  { files, state, now }: PlanContext,
): Promise<{ readonly path: string; readonly change: FileChange | undefined }> {
  const path = holdPath(state, image, bad, environments)
  const hold: Hold = {
    image,
    ...bad,
    environments,
    reason,
    ...(by !== undefined && { by }),
    since: utcTime(now),
    ...(until !== undefined && { until: utcTime(until) }),
  }
  const there = await files.tree.read(path)
  const before = there.type === 'file' ? there.bytes : undefined
  // A hold that stands already keeps its time; only a run-out one is written anew.
  const stands = before !== undefined && !/^until: "?(.+?)"?$/m.test(new TextDecoder().decode(before))
  return { path, change: stands ? undefined : { path, before, after: new TextEncoder().encode(renderHold(hold)) } }
}
