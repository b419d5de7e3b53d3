// Images in the manifests of objects: containers wherever they are, and fields of custom resources that hold an image.
import { type Mapping, mappingOf, mappings, textOf } from '../yaml/data.ts'
import type { Path } from '../yaml/text-file.ts'
import { parseReference } from './reference.ts'
import type { ImageSite, SiteScalar } from './site.ts'

export type ManifestImage = {
  readonly site: ImageSite
  /** The field inside the document. */
  readonly path: Path
  readonly object: { readonly kind: string; readonly name: string } | undefined
  readonly container: string | undefined
  /** Whether it is the image of a container, which `images` of a kustomization reach (kustomize, LegacyFilter). */
  readonly isContainer: boolean
}

/** Fields that hold a whole reference, in built-in kinds and in most operators' (`imageName` is CloudNativePG's). */
const fields = ['image', 'imageName'] as const

/**
 * Every field of one document that is an image, in a manifest or a strategic merge patch. A volume's `image: {reference: …}`
 * and a map of repository and tag under a key that ends in `image` count too. What is no reference (an expression, an
 * empty text) is left out: it cannot be the image that somebody asks for.
 */
export function manifestImages(data: unknown, file: string, document: number): readonly ManifestImage[] {
  const { kind, metadata } = mappingOf(data)
  const name = textOf(mappingOf(metadata).name)
  const object = typeof kind === 'string' && name !== undefined ? { kind, name } : undefined
  return [...mappings(data)].flatMap(({ path, mapping }) => {
    const common = { object, container: textOf(mapping.name) }
    const key = path.at(-1)
    const isContainer = /^(initC|c)ontainers$/.test(String(path.at(-2)))
    const whole = (key === 'image' ? ['reference', ...fields] : fields).flatMap((field): ManifestImage[] => {
      const text = textOf(mapping[field])
      const reference = text === undefined ? undefined : parseReference(text)
      if (text === undefined || reference === undefined) return []
      const at = [...path, field]
      const site: ImageSite = {
        form: 'manifest',
        name: reference.name,
        aliases: [],
        image: { file, document, path: at, text },
      }
      return [{ ...common, site, path: at, isContainer: isContainer && field === 'image' }]
    })
    const parts = /image$/i.test(String(key)) ? imageParts(mapping, { file, document, path }) : undefined
    return parts === undefined ? whole : [...whole, { ...common, site: parts, path, isContainer: false }]
  })
}

/** The sites alone. */
export const manifestSites = (data: unknown, file: string, document: number): readonly ImageSite[] =>
  [...manifestImages(data, file, document), ...jsonPatchImages(data, file, document)].map(({ site }) => site)

function imageParts(
  mapping: Mapping,
  { file, document, path }: { readonly file: string; readonly document: number; readonly path: Path },
): ImageSite | undefined {
  const repository = textOf(mapping.repository)
  const scalar = (field: string): SiteScalar | undefined => {
    const text = textOf(mapping[field])
    return text === undefined ? undefined : { file, document, path: [...path, field], text }
  }
  const [tag, digest] = [scalar('tag'), scalar('digest')]
  if (repository === undefined || parseReference(repository) === undefined || (tag ?? digest) === undefined)
    return undefined
  const registry = textOf(mapping.registry)
  return {
    form: 'manifest',
    name: registry ? `${registry}/${repository}` : repository,
    aliases: registry ? [repository] : [],
    ...(tag && { tag }),
    ...(digest && { digest }),
  }
}

export type JsonPatchImage = {
  readonly site: ImageSite
  /** The field that the operation sets, in the patched object. */
  readonly path: readonly string[]
}

/** The operations of a JSON patch (RFC 6902) that set an image. */
export function jsonPatchImages(
  data: unknown,
  file: string,
  document: number,
): readonly (JsonPatchImage & ManifestImage)[] {
  if (!Array.isArray(data)) return []
  return data.flatMap((operation, index) => {
    const { op, path, value } = mappingOf(operation)
    const [target, text] = [textOf(path), textOf(value)]
    const isSet = (op === 'replace' || op === 'add') && target !== undefined && /\/image(Name)?$/.test(target)
    const reference = isSet && text !== undefined ? parseReference(text) : undefined
    if (reference === undefined || text === undefined || target === undefined) return []
    const image = { file, document, path: [index, 'value'], text }
    const names = target
      .slice(1)
      .split('/')
      .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
    const site: ImageSite = { form: 'manifest', name: reference.name, aliases: [], image }
    return [{ site, path: names, object: undefined, container: undefined, isContainer: true }]
  })
}
