// A version that somebody asks to go back to must be as good as one that is bumped: there, proved, and not new.

import { showVersion, type Version } from '../../images/version.ts'
import { matchesPattern } from '../../text/pattern.ts'
import { UserError } from '../../toolkit/user-error.ts'
import type { LocatedSite } from '../places/find-sites.ts'
import type { PlanContext } from '../plan.ts'
import { type BumpServices, proofsFor, prove, settingsOf } from '../prepare.ts'
import { promotionSource } from '../promotion.ts'
import type { BumpRequest } from '../request.ts'
import { readRecord } from '../state/records.ts'
import { type PastVersions, versionsBefore } from './last-good.ts'
import { compareVersions } from './same-version.ts'

/**
 * Completes and proves it as a bump does. Throws a UserError for what must not be written.
 * @param sites the places that would get it
 */
export async function checkTarget(
  asked: BumpRequest,
  sites: readonly LocatedSite[],
  context: PlanContext,
  services: BumpServices,
  notes: string[],
): Promise<BumpRequest> {
  const { image } = asked
  const settings = settingsOf(sites, context)
  const proofs = proofsFor(image, settings)
  const platforms = [...new Set(settings.flatMap((one) => one.platforms ?? []))]
  const version =
    services.resolve === undefined ? asked.version : await services.resolve(image, asked.version, platforms)
  await prove({ image, version, proofs, sites, request: asked }, context, services, notes)
  return { ...asked, version }
}

/** Whether the settings of a place want an image to be proved before it is written there. */
export function demandsProof(image: string, located: LocatedSite, context: PlanContext): boolean {
  return settingsOf([located], context).some(
    ({ verify }) =>
      verify !== undefined && verify.find(({ images }) => matchesPattern(images, image))?.unsigned === undefined,
  )
}

/**
 * Why an environment with `promote-from` does not take a version: it has passed neither there nor here, and never stood in
 * this place. Undefined where it may go there.
 */
export async function unprovedIn(
  image: string,
  version: Version,
  located: LocatedSite,
  context: PlanContext,
  past: PastVersions,
): Promise<string | undefined> {
  for (const environment of located.environments) {
    const [settings] = settingsOf([{ ...located, environments: [environment] }], context)
    const before = promotionSource(settings, image)
    if (before === undefined) continue
    if (await hasPassed(image, version, [before, environment], context)) continue
    if (await hasStood(version, located, context, past)) continue
    return `${showVersion(version)} has passed its smoke test neither in ${before} nor in ${environment}, and never stood here; ${environment} takes only what was proved in ${before}, as the settings say: give another one as \`to\`, or leave \`to\` out`
  }
  return undefined
}

async function hasPassed(
  image: string,
  version: Version,
  environments: readonly string[],
  { files, state }: PlanContext,
): Promise<boolean> {
  for (const environment of environments) {
    const record = await readRecord(files, state, environment, image)
    if ('message' in record) throw new UserError(record.message, { where: record.file })
    if (record.passed.some((one) => compareVersions(one, version) === 'same')) return true
  }
  return false
}

async function hasStood(
  version: Version,
  located: LocatedSite,
  context: PlanContext,
  past: PastVersions,
): Promise<boolean> {
  for await (const { version: stood } of versionsBefore(located, context, past)) {
    if (compareVersions(stood, version) === 'same') return true
  }
  return false
}
