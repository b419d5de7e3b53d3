// Images in the manifests of objects: containers wherever they are, and fields of custom resources that hold an image.
import { type Mapping, mappingOf, mappings, textOf } from '../yaml/data.ts'
import { parseReference } from './reference.ts'
import type { ImageSite } from './site.ts'

/** Fields that hold a whole reference, in built-in kinds and in most operators' (`imageName` is CloudNativePG's). */
const fields = ['image', 'imageName'] as const

/**
 * Every field of one document that is an image, in a manifest, a strategic merge patch or a JSON patch. A volume's
 * `image: {reference: …}` counts too. What is no reference (an expression, an empty text) is left out: it cannot be the
 * image that somebody asks for.
 */
export function manifestSites(data: unknown, file: string, document: number): readonly ImageSite[] {
  const object = ownerName(data)
  const sites: ImageSite[] = []
  for (const { path, mapping } of mappings(data)) {
    for (const field of imageFields(mapping, path.at(-1))) {
      const text = textOf(mapping[field])
      const reference = text === undefined ? undefined : parseReference(text)
      if (text === undefined || reference === undefined) continue
      const container = textOf(mapping.name)
      const image = { file, document, path: [...path, field], text }
      const owner = object === undefined || container === undefined ? {} : { owner: `${object}/${container}` }
      sites.push({ form: 'manifest', name: reference.name, aliases: [], image, ...owner })
    }
  }
  return sites
}

function imageFields(mapping: Mapping, key: string | number | undefined): readonly string[] {
  const isPatchOperation = typeof mapping.op === 'string' && /\/image(Name)?$/.test(String(mapping.path))
  if (isPatchOperation) return ['value']
  return key === 'image' ? ['reference', ...fields] : fields
}

function ownerName(data: unknown): string | undefined {
  const { kind, metadata } = mappingOf(data)
  const name = textOf(mappingOf(metadata).name)
  return typeof kind === 'string' && name !== undefined ? `${kind}/${name}` : undefined
}
