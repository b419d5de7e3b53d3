// Promotion: the version that runs, and has passed its smoke test, in one environment becomes the request for another.
import type { EnvironmentSettings } from '../contracts/settings.ts'
import { imageKey } from '../images/reference.ts'
import { type ImageSite, mainScalar } from '../images/site.ts'
import { showVersion, type Version, versionOf } from '../images/version.ts'
import { matchesPattern } from '../text/pattern.ts'
import { findSites, type SiteContext } from './places/find-sites.ts'
import type { BumpRefusal, BumpRequest } from './request.ts'
import { findPass, readRecord } from './state/records.ts'

export type Promoted =
  | { readonly version: Version; readonly record: string; readonly passedAt: string }
  | { readonly refusals: readonly BumpRefusal[] }

/** Finds what runs in `from` and whether it may be promoted. Refused without a record of a smoke test that passed there. */
export async function promotedVersion(
  request: BumpRequest,
  from: string,
  state: string,
  context: SiteContext,
): Promise<Promoted> {
  const { image } = request
  const scope = { environments: [from], applications: [], files: [], targets: [] }
  const found = await findSites({ image, version: {}, scope }, context)
  if ('refusals' in found) return found
  const versions = new Map(found.sites.map((located) => [showAll(located.site), located] as const))
  const [first, second] = [...versions.values()]
  if (first === undefined) throw new Error('sites were found')
  if (second !== undefined) {
    const list = [...versions].map(([version, { file, line }]) => `${version} (${file}:${line})`).join(', ')
    return {
      refusals: [{ image, message: `${from} runs several versions, ${list}: bump them to one before you promote it` }],
    }
  }
  const version = versionOf(first.site)
  const { file, line, column } = first
  const name = first.site.name
  const record = await readRecord(context.files, state, from, name)
  if ('message' in record) return { refusals: [{ image, ...record }] }
  const pass = findPass(record.passed, version)
  if (pass === undefined) {
    const message = `${showVersion(version)} of ${name} has no smoke test that passed in ${from} (${record.file} has ${record.passed.length === 0 ? 'none at all' : `${record.passed.length} of other versions`}): let the smoke test of ${from} run first`
    return { refusals: [{ image, message, file, line, column }] }
  }
  // The record knows both; the file of the environment may say only one.
  const whole = {
    ...(pass.tag !== undefined && { tag: pass.tag }),
    ...(pass.digest !== undefined && { digest: pass.digest }),
  }
  return { version: { ...whole, ...version }, record: record.file, passedAt: pass.at }
}

const showAll = (site: ImageSite): string => {
  const { tag, digest } = versionOf(site)
  return [tag, digest].filter((part) => part !== undefined).join('@') || mainScalar(site).text
}

/** The request once its version has been found. */
export function promotedRequest({ from, ...request }: BumpRequest, version: Version): BumpRequest {
  return { ...request, version, ...(from !== undefined && { promotedFrom: from }) }
}

/** The environment from which an environment takes this image, when it takes it from one alone. */
export function promotionSource(settings: EnvironmentSettings | undefined, image: string): string | undefined {
  const patterns = settings?.['promote-images'] ?? ['*']
  const holds = patterns.some((pattern) => matchesPattern(pattern, image) || matchesPattern(pattern, imageKey(image)))
  return holds ? settings?.['promote-from'] : undefined
}
