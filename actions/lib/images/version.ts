// A version of an image, and how each form of a site spells it.
import { joinImage, splitImage } from './reference.ts'
import type { ImageSite, SiteScalar } from './site.ts'

/** At least one of the two. */
export type Version = { readonly tag?: string; readonly digest?: string }

export const pins = ['tag', 'digest', 'tag@digest'] as const
/** What is written: the tag alone, the digest alone, or both. */
export type Pin = (typeof pins)[number]

export type ScalarText = { readonly scalar: SiteScalar; readonly value: string }

/** `1.5.0@sha256:0123456789ab…`, for people. */
export function showVersion({ tag, digest }: Version): string {
  const short = digest === undefined ? undefined : `${digest.slice(0, 'sha256:'.length + 12)}…`
  return [tag, short].filter((part) => part !== undefined).join('@') || 'no version'
}

/** What a site says now. An empty text counts as absent: charts use it for "not set". */
export function versionOf(site: ImageSite): Version {
  const parts = site.image === undefined ? splitTag(site.tag?.text) : splitImage(imagePart(site.image.text).reference)
  const digest = site.digest?.text || parts.digest
  return { ...(parts.tag && { tag: parts.tag }), ...(digest && { digest }) }
}

/**
 * The texts that make a site say a version.
 * @param pin undefined: in the form that the site has now
 * @returns the scalars with their texts, or why this site cannot say it
 */
export function spellVersion(
  site: ImageSite,
  wanted: Version,
  pin: Pin | undefined,
): readonly ScalarText[] | { readonly refused: string } {
  const form = pin ?? formOf(site)
  const version: Version = {
    ...(form !== 'digest' && wanted.tag !== undefined && { tag: wanted.tag }),
    ...(form !== 'tag' && wanted.digest !== undefined && { digest: wanted.digest }),
  }
  const missing = missingPart(form, version, pin)
  if (missing !== undefined) return { refused: missing }
  if (site.image !== undefined) return [{ scalar: site.image, value: spellImage(site.image.text, version) }]
  if (pin === 'tag@digest' && site.tag === undefined) {
    return { refused: `there is no tag here to set, and pin is \`${pin}\`: add one to the file, or pin \`digest\`` }
  }
  return spellFields(site, version)
}

/** The form that a site has now; one without any version gets the tag. */
export function formOf(site: ImageSite): Pin {
  const { tag, digest } = versionOf(site)
  if (digest === undefined) return site.tag === undefined && site.digest !== undefined ? 'digest' : 'tag'
  return tag === undefined ? 'digest' : 'tag@digest'
}

function missingPart(form: Pin, { tag, digest }: Version, pin: Pin | undefined): string | undefined {
  const why = pin === undefined ? 'this place has one now' : `pin is \`${pin}\``
  if (form !== 'tag' && digest === undefined) {
    return pin === undefined && form === 'tag@digest'
      ? 'it pins a digest beside the tag, and the tag alone would be ignored: give the digest too'
      : `a digest is needed, because ${why}: give it, as name:tag@sha256:…`
  }
  if (form !== 'digest' && tag === undefined) return `a tag is needed, because ${why}: give it`
  return undefined
}

function spellFields({ tag, digest, form }: ImageSite, version: Version): ReturnType<typeof spellVersion> {
  const separate = digest !== undefined
  // Without a field of its own, a digest is carried by the tag: both kustomize and `repository:tag` take it.
  if (tag === undefined && version.tag !== undefined && version.digest === undefined) {
    return { refused: 'there is only a digest here, and no tag to set: give the digest, or add a tag to the file' }
  }
  if (!separate && version.tag === undefined) {
    return { refused: `there is no digest here to set: add \`digest:\` to these ${form}, or pin \`tag@digest\`` }
  }
  if (separate && digest.text !== '' && version.digest === undefined) {
    return {
      refused:
        'a digest stands beside the tag, and the tag alone would be ignored: give the digest too, or remove it from the file',
    }
  }
  const texts: ScalarText[] = []
  if (tag !== undefined && version.tag !== undefined) {
    const carried = separate ? undefined : version.digest
    texts.push({ scalar: tag, value: carried === undefined ? version.tag : `${version.tag}@${carried}` })
  } else if (tag !== undefined && tag.text !== '') {
    return { refused: 'a tag stands beside the digest, and would tell a version that does not run: pin `tag@digest`' }
  }
  if (separate && version.digest !== undefined) texts.push({ scalar: digest, value: version.digest })
  return texts
}

function spellImage(text: string, version: Version): string {
  const { prefix, reference } = imagePart(text)
  return prefix + joinImage({ name: splitImage(reference).name, ...version })
}

/** An Application's kustomize option may say `name=newName:tag`; what is before the sign stays. */
function imagePart(text: string): { readonly prefix: string; readonly reference: string } {
  const sign = text.indexOf('=')
  return { prefix: text.slice(0, sign + 1), reference: text.slice(sign + 1) }
}

function splitTag(text: string | undefined): Version {
  if (text === undefined || text === '') return {}
  const at = text.indexOf('@')
  return at < 0 ? { tag: text } : { tag: text.slice(0, at), digest: text.slice(at + 1) }
}
