// What one image of a roll-back comes to: which places have the bad version, and what each of them gets.
import { matchName } from '../../images/reference.ts'
import { showVersion, type Version, versionOf } from '../../images/version.ts'
import { UserError } from '../../toolkit/user-error.ts'
import type { WantedText } from '../edit-files.ts'
import { includesVersion } from '../expectation.ts'
import { findSites, type LocatedSite, wholeName } from '../places/find-sites.ts'
import type { PlanContext } from '../plan.ts'
import type { BumpRefusal, Scope } from '../request.ts'
import { checkTarget } from './check-target.ts'
import { goodVersion, type RollBackServices, refuse, type Said } from './good-version.ts'
import { judgePlace } from './judge-place.ts'
import { compareVersions } from './same-version.ts'
import { completeVersion, type ToldVersion, toldVersions } from './told-versions.ts'

export type RollBackRequest = {
  readonly image: string
  /** The version to take back. Without it, what runs now. */
  readonly bad: Version | undefined
  /** The version to go to. Without it, the last that passed its smoke test, else the one before in Git. */
  readonly to: Version | undefined
  readonly scope: Scope
}

export type Move = { readonly bad: Version; readonly to: Version; readonly wanted: readonly WantedText[] }
export type Draft = {
  readonly image: string
  /** Everything that is known of the bad version; several where a tag was pushed again. */
  readonly bads: readonly Version[]
  readonly moves: readonly Move[]
  readonly environments: readonly string[]
}
/** Drafts one request. What is refused is said, and nothing comes of it. @param all of the same roll-back: what any of them takes back is no way out */
export async function draftRollBack(
  request: RollBackRequest,
  all: readonly RollBackRequest[],
  context: PlanContext,
  services: RollBackServices,
  said: Said,
): Promise<Draft[]> {
  const { image: asked, bad: given, to, scope } = request
  const found = await findSites({ image: asked, version: {}, scope }, context)
  if ('refusals' in found) {
    said.refusals.push(...found.refusals)
    return []
  }
  const { sites } = found
  const image = wholeName(asked, sites)
  said.notes.push(...found.notes)
  const bad = given ?? onlyVersion(image, sites, said.refusals)
  if (bad === undefined) return []
  const messages = new Map<string, readonly string[]>()
  for (const { file } of sites) if (!messages.has(file)) messages.set(file, await services.messagesOf(file))
  const names = [...new Set([image, ...sites.flatMap(({ site }) => [site.name, ...site.aliases])])]
  // What the file itself tells comes before what others do.
  const toldIn = (file: string): readonly ToldVersion[] =>
    [file, ...messages.keys()].flatMap((path) => toldVersions(messages.get(path) ?? [], names))

  const before = said.refusals.length
  const standing: { readonly located: LocatedSite; readonly bad: Version }[] = []
  for (const located of sites) {
    const judged = await judgePlace({ image, bad, located, told: toldIn(located.file), resolve: services.resolve })
    if (judged.type === 'other') said.notes.push(judged.note)
    else if (judged.type === 'refused') refuse(said, image, located, judged.message)
    else if (located.site.readOnly !== undefined) refuse(said, image, located, located.site.readOnly)
    else standing.push({ located, bad: judged.version })
  }
  if (said.refusals.length > before) return []
  const told = toldIn(sites[0]?.file ?? '')
  const bads = standing.length > 0 ? distinct(standing.map((one) => one.bad)) : [completeVersion(bad, told)]
  const alsoBad = all.flatMap((one) => (matchName(one.image, image) === undefined ? [] : (one.bad ?? [])))
  const isBad = (version: Version) => [...bads, ...alsoBad].some((one) => compareVersions(one, version) === 'same')
  const environments = [...new Set(sites.flatMap((site) => site.environments))]
  const result: Draft = { image, bads, moves: [], environments }
  // A tag that was pushed again may be asked for: the registry says which digest it is now.
  const mayBeAnother = to?.digest === undefined && services.resolve !== undefined && bads.every((one) => one.digest)
  if (to !== undefined && !mayBeAnother && isBad(completeVersion(to, told))) {
    said.refusals.push({ image, message: `${showVersion(to)} is the version to take back: give another one as \`to\`` })
    return [result]
  }
  try {
    const target =
      to === undefined || standing.length === 0
        ? undefined
        : await checkTarget(
            { image, version: completed(to, told, services), scope, explicitDigest: hasBoth(to) },
            standing.map(({ located }) => located),
            context,
            services,
            said.notes,
          )
    if (target !== undefined && isBad(target.version)) {
      throw new UserError(`${showVersion(target.version)} is the version to take back`, {
        next: 'give another one as `to`',
      })
    }
    const moves: Move[] = []
    for (const { located, bad: badHere } of standing) {
      const complete = (version: Version) => completeVersion(version, toldIn(located.file))
      const good = await goodVersion({ image, target, located, isBad, complete }, context, services, said)
      if (good === undefined) continue
      const wanted = good.texts.map((text) => ({ ...text, image, site: located }))
      moves.push({ bad: badHere, to: good.version, wanted })
    }
    return [{ ...result, moves }]
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const { what, where, next } = error
    const message = `${what.replace(/\.$/, '')}${where === undefined ? '' : ` (${where})`}${next === undefined ? '' : `: ${next}`}`
    said.refusals.push({ image, message: to === undefined ? message : `${showVersion(to)} (input \`to\`): ${message}` })
    return [result]
  }
}

const hasBoth = ({ tag, digest }: Version) => tag !== undefined && digest !== undefined

/** Where no registry is asked, what commits tell is all that is known of a version. */
const completed = (to: Version, told: readonly ToldVersion[], { resolve }: RollBackServices): Version =>
  resolve === undefined ? completeVersion(to, told) : to

/** What runs now, when it is one version everywhere. */
function onlyVersion(image: string, sites: readonly LocatedSite[], refusals: BumpRefusal[]): Version | undefined {
  const versions = new Map(sites.map((located) => [JSON.stringify(versionOf(located.site)), located] as const))
  const [first, second] = [...versions.values()]
  if (first !== undefined && second === undefined) return versionOf(first.site)
  const list = [...versions.values()].map(({ site, file, line }) => `${showVersion(versionOf(site))} (${file}:${line})`)
  const message = `several versions run, ${list.join(', ')}: say which one is bad in \`images\`, as ${image}:TAG or ${image}@DIGEST`
  refusals.push({ image, message })
  return undefined
}

/** Without those of which another one says everything, and more. */
function distinct(versions: readonly Version[]): readonly Version[] {
  const different = [...new Map(versions.map((one) => [JSON.stringify([one.tag, one.digest]), one] as const)).values()]
  return different.filter((one) => !different.some((other) => other !== one && includesVersion(other, one)))
}
