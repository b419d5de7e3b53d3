// Which digest a tag was, and which tag a digest had, as the trailers of earlier bumps tell it.
import { imageKey, isDigest, isTag } from '../../images/reference.ts'
import type { Version } from '../../images/version.ts'
import { toldBumps } from '../build.ts'

export type ToldVersion = { readonly tag: string; readonly digest: string }

/**
 * Pairs of tag and digest of an image.
 * @param messages of commits, the newest first; so are the pairs
 * @param names every name that the image is known by
 */
export function toldVersions(messages: readonly string[], names: readonly string[]): readonly ToldVersion[] {
  const keys = names.map(imageKey)
  return messages.flatMap((message) =>
    toldBumps(message).flatMap((value) => {
      const fields = new Map(value.split(/\s+/).map((field) => [field.split('=', 1)[0], field.replace(/^[^=]*=?/, '')]))
      const [image, tag, digest] = ['image', 'tag', 'digest'].map((key) => fields.get(key))
      if (image === undefined || !keys.includes(imageKey(image))) return []
      return tag !== undefined && isTag(tag) && digest !== undefined && isDigest(digest) ? [{ tag, digest }] : []
    }),
  )
}

/** The version with what was told of it, the newest first. What it says itself stays. */
export function completeVersion(version: Version, told: readonly ToldVersion[]): Version {
  const { tag, digest } = version
  if ((tag === undefined) === (digest === undefined)) return version
  return told.find((one) => (digest === undefined ? one.tag === tag : one.digest === digest)) ?? version
}
