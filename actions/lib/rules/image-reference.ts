// Reads image references and tells tags that name one image from tags that move.
import { splitImage } from '../images/reference.ts'

export type ImageReference = {
  readonly repository: string
  readonly tag: string | undefined
  readonly digest: string | undefined
}

/** Splits a reference; what was not written is undefined. */
export const parseImage = (text: string): ImageReference => {
  const { name, tag, digest } = splitImage(text)
  return { repository: name, tag, digest }
}

/** Projects whose full version has two parts, such as PostgreSQL 18.6. */
const twoPartVersions = /(^|\/)(postgres|postgresql|postgis|pause|timescaledb|pgbouncer)$/

const exact = [
  /\d+\.\d+\.\d+/,
  // a date: 20261121, 2026-11-21, 2026.11
  /(^|[^0-9])20\d\d[-._]?[01]\d([-._]?[0-3]\d)?([^0-9]|$)/,
  // a commit: hexadecimal with at least one digit
  /(^|[-_.])(?=[0-9a-f]*\d)[0-9a-f]{7,40}($|[-_.])/,
  /^v?\d+\.\d+[-.]?(rc|alpha|beta)[-.]?\d+/i,
]

/** Why a tag does not name one image, or undefined when it does. */
export const movingTag = (repository: string, tag: string): string | undefined => {
  if (tag === 'latest') return 'tag latest moves with every release'
  if (exact.some((pattern) => pattern.test(tag))) return undefined
  if (/^v?\d+\.\d+/.test(tag))
    return twoPartVersions.test(repository) ? undefined : `tag ${tag} has no patch version and moves with every patch`
  if (/^v?\d+([-_.+][a-z].*)?$/i.test(tag)) return `tag ${tag} is a major version only and moves`
  if (!/\d/.test(tag) || /^(release|branch|feature|pr)[-_.]/i.test(tag))
    return `tag ${tag} is a branch or channel and moves`
  return undefined
}
