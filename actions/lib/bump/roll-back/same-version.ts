// Whether two versions are one and the same, as far as tags and digests can tell.
import type { Version } from '../../images/version.ts'

/**
 * Digests decide where both are known: a tag that was pushed again is another image. Else tags decide. A tag and a digest
 * alone cannot be compared: `unknown`.
 */
export function compareVersions(one: Version, other: Version): 'same' | 'other' | 'unknown' {
  if (one.digest !== undefined && other.digest !== undefined) return one.digest === other.digest ? 'same' : 'other'
  if (one.tag !== undefined && other.tag !== undefined) return one.tag === other.tag ? 'same' : 'other'
  return 'unknown'
}
