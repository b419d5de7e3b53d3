// Which version one place gets in a roll-back, and how it is written there.
import { type ScalarText, showVersion, spellVersion, type Version, versionOf } from '../../images/version.ts'
import { listed } from '../../text/words.ts'
import type { LocatedSite } from '../places/find-sites.ts'
import { type PlanContext, pinFor } from '../plan.ts'
import type { BumpServices } from '../prepare.ts'
import type { BumpRefusal, BumpRequest } from '../request.ts'
import { describeHold, findHold } from '../state/holds.ts'
import { demandsProof, unprovedIn } from './check-target.ts'
import { lastGood, type PastVersions } from './last-good.ts'

export type RollBackServices = BumpServices & {
  readonly past: PastVersions
  /** Messages of the commits that touched a file, the newest first. */
  readonly messagesOf: (file: string) => Promise<readonly string[]>
}

/** What a roll-back says as it is planned. */
export type Said = { readonly refusals: BumpRefusal[]; readonly notes: string[] }

type GoodQuestion = {
  readonly image: string
  /** What was asked for. */
  readonly target: BumpRequest | undefined
  readonly located: LocatedSite
  readonly isBad: (version: Version) => boolean
  readonly complete: (version: Version) => Version
}

/** Undefined when it is refused, which is said then. */
export async function goodVersion(
  { image, target, located, isBad, complete }: GoodQuestion,
  context: PlanContext,
  { past }: RollBackServices,
  said: Said,
): Promise<{ readonly version: Version; readonly texts: readonly ScalarText[] } | undefined> {
  const { site, environments, holdScope } = located
  const names = [image, site.name, ...site.aliases]
  const holdOf = (version: Version) => findHold(context.holds, names, version, holdScope, context.now)
  // What was asked for follows the settings as a bump does; what comes back by itself keeps the form of its place.
  const pin = target === undefined ? undefined : pinFor(target, located, context)
  const spell = (version: Version) => spellVersion(site, version, pin)
  const changesNothing = (version: Version) => {
    const texts = spell(version)
    return !('refused' in texts) && texts.every(({ scalar, value }) => scalar.text === value)
  }
  const spelled = (version: Version) => {
    const texts = spell(version)
    if (!('refused' in texts)) return { version, texts }
    const next = target === undefined ? '; it can be given as `to`, as tag@digest' : ''
    return void refuse(said, image, located, `it cannot say ${showVersion(version)}: ${texts.refused}${next}`)
  }
  if (target !== undefined) {
    const { version } = target
    const held = holdOf(version)
    const problem =
      held !== undefined
        ? describeHold(held)
        : ((await unprovedIn(image, version, located, context, past)) ??
          (changesNothing(version)
            ? `it says ${showVersion(versionOf(site))} already, which is the version to take back: give another one as \`to\``
            : undefined))
    return problem === undefined ? spelled(version) : void refuse(said, image, located, problem)
  }
  const isUsable = (version: Version) => !isBad(version) && holdOf(version) === undefined && !changesNothing(version)
  const good = await lastGood({ image, located, context, past, complete, isUsable })
  if ('message' in good) return void refuse(said, image, located, good.message)
  const result = spelled(good.version)
  if (result === undefined) return undefined
  said.notes.push(good.why)
  if (!good.isTested && good.version.digest === undefined && demandsProof(image, located, context)) {
    said.notes.push(
      `the settings demand \`verify\` for ${image} in ${listed(environments)}, and ${showVersion(good.version)} was not proved again, because its digest is not known; give it as \`to\` to have it proved`,
    )
  }
  return result
}

/** Says why a place keeps the roll-back from being written. */
export function refuse({ refusals }: Said, image: string, { file, line, column }: LocatedSite, message: string): void {
  refusals.push({ image, message, file, line, column })
}
