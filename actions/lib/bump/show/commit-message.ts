// The message of a bump's commit: for people first, with trailers that later bumps read.
import { formatTrailers } from '../../github/trailers.ts'
import { showVersion, type Version } from '../../images/version.ts'
import { clip, oneLine } from '../../text/words.ts'
import { type Build, bumpTrailer, formatBumpTrailer } from '../build.ts'
import type { PlannedSite } from '../request.ts'

export type CommittedBump = {
  /** Whole name of the image. */
  readonly image: string
  readonly version: Version
  readonly build: Build | undefined
  readonly sites: readonly PlannedSite[]
}

/** More places than this are counted, not listed. */
const listed = 100

/** Headline and body. The headline fits into 72 characters unless a name alone is longer. */
export function bumpMessage(
  bumps: readonly CommittedBump[],
  verb: 'Bump' | 'Promote' | 'Roll back',
): { readonly headline: string; readonly body: string } {
  const sites = bumps.flatMap((bump) => bump.sites).filter(({ changed }) => changed)
  const environments = [...new Set(sites.flatMap((site) => site.environments))]
  const where = environments.length === 0 ? '' : ` in ${environments.join(', ')}`
  const [first] = bumps
  const what =
    bumps.length === 1 && first !== undefined
      ? `${lastPart(first.image)} to ${first.version.tag ?? showVersion(first.version)}`
      : `${bumps.length} images`
  const lines = sites
    .slice(0, listed)
    .map(({ file, line, old, new: next }) => clip(oneLine(`- ${file}:${line}: ${old || 'nothing'} → ${next}`), 500))
  if (sites.length > listed) lines.push(`- and ${sites.length - listed} more places`)
  const trailers = bumps.map((bump) => ({
    key: bumpTrailer,
    value: formatBumpTrailer(bump.image, bump.version, bump.build, bumpedEnvironments(bump)),
  }))
  return { headline: `${verb} ${what}${where}`, body: `${lines.join('\n')}\n\n${formatTrailers(trailers)}` }
}

/** Environments in which a bump changes something; where it changes nothing, all of its own. */
export function bumpedEnvironments({ sites }: Pick<CommittedBump, 'sites'>): readonly string[] {
  const changed = sites.filter((site) => site.changed)
  return [...new Set((changed.length > 0 ? changed : sites).flatMap(({ environments }) => environments))]
}

const lastPart = (image: string) => image.split('/').at(-1) ?? image
