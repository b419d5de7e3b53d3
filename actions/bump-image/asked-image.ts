// The image and the version that somebody typed, judged before anything is read.
import { isDigest, isTag, parseReference, splitImage } from '../lib/images/reference.ts'
import type { Version } from '../lib/images/version.ts'
import { UserError } from '../lib/toolkit/user-error.ts'

export type AskedImage = { readonly image: string; readonly version: Version; readonly explicitDigest?: true }

/** Splits `ghcr.io/your-org/api:1.5.0@sha256:…`. @param where how the reader names the place where it is written */
export function askedImage(text: string, where: string): AskedImage {
  const { name, ...version } = splitImage(text)
  return checkedImage(name, version, where)
}

/** The same of parts. Throws a UserError for what is no image, no tag or no digest. */
export function checkedImage(image: string, version: Version, where: string): AskedImage {
  const { tag, digest } = version
  const parsed = parseReference(image)
  if (parsed === undefined || parsed.name !== image) {
    throw new UserError(`"${image}" is no name of an image.`, { where, next: nameHint(image) })
  }
  if (tag !== undefined && !isTag(tag)) {
    const next = 'letters, digits, "_", "." and "-", at most 128'
    throw new UserError(`"${tag}" is no tag.`, { where, next })
  }
  if (digest !== undefined && !isDigest(digest)) {
    throw new UserError(`"${digest}" is no digest.`, { where, next: 'give sha256: and 64 hexadecimal digits' })
  }
  return { image, version, ...(tag !== undefined && digest !== undefined && { explicitDigest: true }) }
}

/** Throws a UserError where the version is to come from the environment that it is to go to. */
export function checkPromotion(
  from: string | undefined,
  environments: readonly string[],
  where: string | undefined,
): void {
  if (from === undefined || !environments.includes(from)) return
  throw new UserError(`${from} is both where the version comes from and where it is to go.`, {
    ...(where !== undefined && { where }),
    next: 'name another environment in one of the two',
  })
}

function nameHint(image: string): string {
  const example = 'for instance ghcr.io/your-org/api:1.5.0'
  if (image === '') return `write the name before the version, ${example}`
  const [, afterScheme] = /^[a-z][a-z0-9+.-]*:\/\/(.*)$/i.exec(image) ?? []
  if (afterScheme !== undefined) {
    const rest = splitImage(afterScheme).name.toLowerCase()
    return parseReference(rest) === undefined
      ? `write it without the scheme, ${example}`
      : `write it without the scheme: ${rest}`
  }
  const lower = image.toLowerCase()
  if (lower !== image && parseReference(lower)?.name === lower) return `write it in lower case: ${lower}`
  if (parseReference(image) !== undefined) return `give one tag only, ${example}`
  return `write it in lower case, ${example}`
}
