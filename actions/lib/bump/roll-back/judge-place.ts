// Whether the bad version of a roll-back stands in a place, also where one says a tag and the other a digest.
import { showVersion, type Version, versionOf } from '../../images/version.ts'
import { UserError } from '../../toolkit/user-error.ts'
import type { LocatedSite } from '../places/find-sites.ts'
import type { BumpServices } from '../prepare.ts'
import { compareVersions } from './same-version.ts'
import { completeVersion, type ToldVersion } from './told-versions.ts'

export type JudgedPlace =
  /** `version`: everything that is known of the bad version there. */
  | { readonly type: 'bad'; readonly version: Version }
  | { readonly type: 'other'; readonly note: string }
  | { readonly type: 'refused'; readonly message: string }

export type PlaceQuestion = {
  readonly image: string
  readonly bad: Version
  readonly located: LocatedSite
  /** What commits of the file tell, the newest first. */
  readonly told: readonly ToldVersion[]
  readonly resolve: BumpServices['resolve']
}

/** Compares by what is written, else by what commits tell, else by what the registry says now. */
export async function judgePlace({ image, bad, located, told, resolve }: PlaceQuestion): Promise<JudgedPlace> {
  const standing = versionOf(located.site)
  const place = `${located.file}:${located.line}`
  const other = (why = ''): JudgedPlace => ({
    type: 'other',
    note: `${place} has ${showVersion(standing)}, not ${showVersion(bad)}${why}, and is left alone`,
  })
  const found = (): JudgedPlace => ({ type: 'bad', version: completeVersion({ ...bad, ...standing }, told) })
  if (standing.tag === undefined && standing.digest === undefined) return other()
  const written = compareVersions(standing, bad)
  if (written !== 'unknown') return written === 'same' ? found() : other()

  const [tag, digest] = [standing.tag ?? bad.tag, standing.digest ?? bad.digest]
  // A digest may have had several tags. A tag that was pushed again is what it was told to be last, where it stands alone.
  const ofTag = told.filter((one) => one.tag === tag)
  const isTold = (standing.tag === undefined ? ofTag : ofTag.slice(0, 1)).some((one) => one.digest === digest)
  if (isTold) return found()
  let silent = 'the registry is not asked (`check-registry: false`)'
  if (resolve !== undefined && tag !== undefined) {
    try {
      const now = await resolve(image, { tag }, [])
      if (now.digest === digest) return found()
      return other(`: the registry says that ${showVersion({ tag, ...now })} is ${tag} now`)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      silent = `the registry does not tell: ${error.what.replace(/\.$/, '')}`
    }
  }
  if (ofTag.length > 0 || told.some((one) => one.digest === digest)) return other(', as earlier commits tell')
  return {
    type: 'refused',
    message: `it has ${showVersion(standing)}, and nothing tells whether that is ${showVersion(bad)}: no commit of this file does, and ${silent}: give the bad version as it stands here (${image}${standing.digest === undefined ? `:${standing.tag}` : `@${standing.digest}`}), or both as tag@digest, in \`images\``,
  }
}
