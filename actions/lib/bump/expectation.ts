// Compare-and-set: whether a place still says what the asker believes it says.
import { isDigest, splitImage } from '../images/reference.ts'
import { showVersion, type Version } from '../images/version.ts'

/** A version as people type it: a tag, a digest, `tag@digest`, or a whole reference. */
export function parseVersion(text: string): Version {
  if (isDigest(text)) return { digest: text }
  const { name, tag, digest } = splitImage(text)
  // Without a colon before the sign, what stands there is the tag.
  const written = tag ?? name
  return { ...(written !== '' && { tag: written }), ...(digest !== undefined && { digest }) }
}

/** Whether everything that one version says is said by the other. */
export function includesVersion(whole: Version, part: Version): boolean {
  return (
    (part.tag !== undefined || part.digest !== undefined) &&
    (part.tag === undefined || part.tag === whole.tag) &&
    (part.digest === undefined || part.digest === whole.digest)
  )
}

/** Why a place does not stand as expected, or undefined. What says the wanted version already is as good. */
export function expectationProblem(expect: string | undefined, found: Version, wanted: Version): string | undefined {
  if (expect === undefined || includesVersion(found, parseVersion(expect)) || includesVersion(found, wanted))
    return undefined
  return `it has ${showVersion(found)}, not ${expect} as expected: somebody else changed it; look again before you set it`
}
