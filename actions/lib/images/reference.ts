// Image references: splitting them, and telling whether two of them mean the same repository of a registry.

export type ImageParts = {
  /** Everything before the tag and the digest, as written. */
  readonly name: string
  readonly tag?: string
  readonly digest?: string
}

export type ImageReference = ImageParts & {
  /** Host, with its port when it has one; `docker.io` where the name has none. */
  readonly registry: string
  /** Path below the registry, such as `library/nginx`. */
  readonly repository: string
}

/** Splits `registry:5000/name:tag@sha256:…` without judging its parts. Source: the grammar of distribution/reference. */
export function splitImage(text: string): ImageParts {
  const at = text.indexOf('@')
  const digest = at < 0 ? undefined : text.slice(at + 1)
  const named = at < 0 ? text : text.slice(0, at)
  const colon = named.lastIndexOf(':')
  const tagged = colon > named.lastIndexOf('/')
  return {
    name: tagged ? named.slice(0, colon) : named,
    ...(tagged && { tag: named.slice(colon + 1) }),
    ...(digest !== undefined && { digest }),
  }
}

/** The opposite of `splitImage`. */
export function joinImage({ name, tag, digest }: ImageParts): string {
  return `${name}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`
}

const hostName = /^(?:localhost|[\w-]+(?:\.[\w-]+)+|\[[0-9a-f:]+\])(?::\d{1,5})?$|^[\w-]+:\d{1,5}$/i
const pathPart = /^[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*$/
const tagForm = /^\w[\w.-]{0,127}$/
const digestForm = /^sha256:[0-9a-f]{64}$/

/** Whether a text can be a tag (distribution/reference). */
export const isTag = (text: string): boolean => tagForm.test(text)

/** Whether a text is a SHA-256 digest, the only kind that registries give. */
export const isDigest = (text: string): boolean => digestForm.test(text)

/**
 * Reads a whole reference, or returns undefined for what is none. A name without a host belongs to `docker.io`, a name
 * of one part there to `library/` (distribution/reference, ParseNormalizedNamed).
 */
export function parseReference(text: string): ImageReference | undefined {
  const { name, tag, digest } = splitImage(text)
  const slash = name.indexOf('/')
  const first = slash < 0 ? '' : name.slice(0, slash)
  const hosted = hostName.test(first)
  const written = hosted ? name.slice(slash + 1) : name
  if (name.length > 255 || !written.split('/').every((part) => pathPart.test(part))) return undefined
  if ((tag !== undefined && !isTag(tag)) || (digest !== undefined && !isDigest(digest))) return undefined
  const registry = hosted && !/^(index\.)?docker\.io$/i.test(first) ? first.toLowerCase() : 'docker.io'
  const repository = registry === 'docker.io' && !written.includes('/') ? `library/${written}` : written
  return { registry, repository, name, ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) }
}

/** `registry/repository`: equal for two spellings of one image. What is no reference stands for itself. */
export function imageKey(name: string): string {
  const parsed = parseReference(name)
  return parsed === undefined ? name : `${parsed.registry}/${parsed.repository}`
}

/**
 * How a name that somebody asked for fits the name of an image: `exact`, or `short` when only the end of the path was given
 * (`api` or `your-org/api` for `ghcr.io/your-org/api`).
 */
export function matchName(asked: string, name: string): 'exact' | 'short' | undefined {
  if (imageKey(asked) === imageKey(name)) return 'exact'
  return name.endsWith(`/${asked}`) ? 'short' : undefined
}
