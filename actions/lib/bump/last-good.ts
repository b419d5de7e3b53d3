// Which version to go back to: the last that passed its smoke test in the environment, else the one before in Git.
import { type ImageSite, mainScalar, type SiteScalar } from '../images/site.ts'
import { showVersion, type Version, versionOf } from '../images/version.ts'
import { textOf, valueAtPath } from '../yaml/data.ts'
import { openYamlText } from '../yaml/text-file.ts'
import { includesVersion } from './expectation.ts'
import type { LocatedSite } from './find-sites.ts'
import type { PlanContext } from './plan.ts'
import { readRecord } from './records.ts'

/** What a file held before, the newest first: its bytes and the commit that left them so. */
export type PastVersions = (file: string) => AsyncIterable<{ readonly bytes: Uint8Array; readonly commit: string }>

export type LastGood = { readonly version: Version; readonly why: string } | { readonly message: string }

export type LastGoodRequest = {
  readonly image: string
  readonly bad: Version
  readonly located: LocatedSite
  readonly context: PlanContext
  readonly past: PastVersions
  /** Not held itself. */
  readonly isUsable: (version: Version) => boolean
}

/** Finds the version for one place, with a sentence that says why it is that one. */
export async function lastGood(request: LastGoodRequest): Promise<LastGood> {
  const { image, bad, located, context, past, isUsable } = request
  for (const environment of located.environments) {
    const record = await readRecord(context.files, context.state, environment, image)
    if ('message' in record) return { message: `${record.file}: ${record.message}` }
    const pass = record.passed.find(
      (one) => !includesVersion(one, bad) && !includesVersion(bad, versionIn(one)) && isUsable(one),
    )
    if (pass !== undefined) {
      const version = versionIn(pass)
      return {
        version,
        why: `${showVersion(version)} of ${image} is the last that passed its smoke test in ${environment}, at ${pass.at}`,
      }
    }
  }
  const scalar = mainScalar(located.site)
  for await (const { bytes, commit } of past(scalar.file)) {
    const version = versionThen(located.site, bytes)
    if (version === undefined) break
    const isBad = includesVersion(version, bad)
    const isVersion = version.tag !== undefined || version.digest !== undefined
    if (isBad || !isVersion || !isUsable(version)) continue
    const why = `${showVersion(version)} of ${image} stood in ${scalar.file} before, as of ${commit.slice(0, 12)}; no smoke test is recorded for it`
    return { version, why }
  }
  return {
    message: `no earlier version of ${image} is known here, neither from a smoke test nor from Git: say which one to go to`,
  }
}

const versionIn = ({ tag, digest }: Version): Version => ({
  ...(tag !== undefined && { tag }),
  ...(digest !== undefined && { digest }),
})

/** What the same place said in an older file; undefined where the file had another shape. */
function versionThen(site: ImageSite, bytes: Uint8Array): Version | undefined {
  const opened = openYamlText(bytes)
  if ('refusals' in opened) return undefined
  const then = (scalar: SiteScalar | undefined): SiteScalar | undefined => {
    const text = scalar && textOf(valueAtPath(opened.documents[scalar.document]?.data, scalar.path))
    return scalar === undefined || text === undefined ? undefined : { ...scalar, text }
  }
  const [image, tag, digest] = [then(site.image), then(site.tag), then(site.digest)]
  if (image === undefined && tag === undefined && digest === undefined) return undefined
  const { form, name, aliases } = site
  return versionOf({ form, name, aliases, ...(image && { image }), ...(tag && { tag }), ...(digest && { digest }) })
}
