// Which version to go back to: the last that passed its smoke test in the environment, else the one before in Git.
import { mainScalar } from '../../images/site.ts'
import { showVersion, type Version } from '../../images/version.ts'
import type { LocatedSite } from '../places/find-sites.ts'
import type { PlanContext } from '../plan.ts'
import { readRecord } from '../state/records.ts'
import { pastVersion } from './past-version.ts'

/** What a file held before, the newest first: its bytes and the commit that left them so. */
export type PastVersions = (file: string) => AsyncIterable<{ readonly bytes: Uint8Array; readonly commit: string }>

export type LastGood =
  | { readonly version: Version; readonly why: string; readonly isTested: boolean }
  | { readonly message: string }

export type LastGoodRequest = {
  readonly image: string
  readonly located: LocatedSite
  readonly context: PlanContext
  readonly past: PastVersions
  /** Adds the digest or the tag that commits tell of a version. */
  readonly complete: (version: Version) => Version
  /** Neither bad nor held, and not what stands there already. */
  readonly isUsable: (version: Version) => boolean
}

/** Finds the version for one place, with a sentence that says why it is that one. */
export async function lastGood(request: LastGoodRequest): Promise<LastGood> {
  const { image, located, context, past, complete, isUsable } = request
  for (const environment of located.environments) {
    const record = await readRecord(context.files, context.state, environment, image)
    if ('message' in record) return { message: `${record.file}: ${record.message}` }
    for (const pass of record.passed) {
      const version = complete(versionIn(pass))
      if (!isUsable(version)) continue
      const why = `${showVersion(version)} of ${image} is the last that passed its smoke test in ${environment}, at ${pass.at}`
      return { version, why, isTested: true }
    }
  }
  for await (const { version: stood, commit } of versionsBefore(located, context, past)) {
    const version = complete(stood)
    if (!isUsable(version)) continue
    const why = `${showVersion(version)} of ${image} stood in ${located.file} before, as of ${commit.slice(0, 12)}; no smoke test is recorded for it`
    return { version, why, isTested: false }
  }
  return {
    message: `no earlier version of ${image} is known here, neither from a smoke test nor from Git: give the version to go to as input \`to\``,
  }
}

const versionIn = ({ tag, digest }: Version): Version => ({
  ...(tag !== undefined && { tag }),
  ...(digest !== undefined && { digest }),
})

/** What stood in a place, the newest first, as far back as the file had that place. */
export async function* versionsBefore(
  { site }: LocatedSite,
  { files }: PlanContext,
  past: PastVersions,
): AsyncGenerator<{ readonly version: Version; readonly commit: string }> {
  const { file } = mainScalar(site)
  const documents = (await files.documents(file)) ?? []
  for await (const { bytes, commit } of past(file)) {
    const version = pastVersion(site, documents, bytes)
    if (version === undefined) return
    if (version.tag !== undefined || version.digest !== undefined) yield { version, commit }
  }
}
