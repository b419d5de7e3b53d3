// Fields that somebody chose by hand, by file and path.
import { fileSites } from '../../images/file-images.ts'
import { isDigest, matchName, parseReference, splitImage } from '../../images/reference.ts'
import { type ImageSite, type SiteScalar, scalarsOf } from '../../images/site.ts'
import { mappingOf, textOf, valueAtPath } from '../../yaml/data.ts'
import { explainFieldPath, parseFieldPath, resolveFieldPath } from '../../yaml/field-path.ts'
import type { YamlText } from '../../yaml/text-file.ts'
import type { BumpRefusal, FieldTarget } from '../request.ts'
import { namedSites } from './application-sites.ts'
import type { TreeFiles } from './tree-files.ts'

/** The site of every target. What is not found, found twice, or belongs to another image is a refusal. */
export async function fieldSites(
  image: string,
  targets: readonly FieldTarget[],
  files: TreeFiles,
  refusals: BumpRefusal[],
): Promise<readonly ImageSite[]> {
  const sites: ImageSite[] = []
  for (const target of targets) {
    const found = await findField(target, files)
    const site = 'message' in found ? found : siteOf(image, found.scalar, found.yaml)
    if ('message' in site) refusals.push({ image, file: target.file, ...site })
    else sites.push(site)
  }
  return sites
}

type Problem = { readonly message: string; readonly line?: number }
type Found = { readonly scalar: SiteScalar; readonly yaml: YamlText }

async function findField(target: FieldTarget, files: TreeFiles): Promise<Found | Problem> {
  const field = parseFieldPath(target.field)
  if ('error' in field) return { message: `the field ${target.field} cannot be read: ${field.error}` }
  const opened = await files.open(target.file)
  if (opened.type === 'missing') return { message: 'there is no such file' }
  if (opened.type === 'refused') return { ...(opened.refusals[0] ?? { message: 'it cannot be read' }) }
  const { documents } = opened.yaml
  const objects = documents.filter(({ data }) => isObject(data, target.object))
  if (objects.length === 0) return { message: `there is no object ${target.object} in it` }
  const found = documents.flatMap(({ data }, document): SiteScalar[] => {
    if (!isObject(data, target.object)) return []
    return resolveFieldPath(data, field).flatMap((path) => {
      const text = textOf(valueAtPath(data, path))
      return text === undefined ? [] : [{ file: opened.path, document, path, text }]
    })
  })
  const [first, ...more] = found
  const name = target.object === undefined ? target.field : `${target.field} of ${target.object}`
  if (first === undefined) {
    const [only, ...others] = objects
    const why = only === undefined || others.length > 0 ? '' : `: ${explainFieldPath(only.data, field)}`
    return { message: `there is no text at ${name}${why}` }
  }
  if (more.length === 0) return { scalar: first, yaml: opened.yaml }
  const lines = found.map(({ document, path }) => documents[document]?.placeOf(path).line)
  return {
    message: `${name} is there ${found.length} times, in lines ${lines.join(', ')}: say which by the object, Kind/name, or by a selector such as [name=…]`,
    ...(lines[0] !== undefined && { line: lines[0] }),
  }
}

function isObject(data: unknown, wanted: string | undefined): boolean {
  if (wanted === undefined) return true
  const { kind, metadata } = mappingOf(data)
  const name = textOf(mappingOf(metadata).name)
  return name !== undefined && (wanted === name || wanted === `${String(kind)}/${name}`)
}

/**
 * A field of a known form is the site that it belongs to, with its name. Of any other field, what it says now decides what it
 * will say: a reference to this image, a digest, else a tag; then only the whole name tells which image is meant.
 */
function siteOf(image: string, scalar: SiteScalar, yaml: YamlText): ImageSite | Problem {
  const known = fileSites(
    yaml.documents.map(({ data }) => data),
    scalar.file,
  ).find((site) =>
    scalarsOf(site).some(({ document, path }) => document === scalar.document && String(path) === String(scalar.path)),
  )
  const line = yaml.documents[scalar.document]?.placeOf(scalar.path).line
  const at = line === undefined ? {} : { line }
  if (known !== undefined) {
    return namedSites(image, [known]).length > 0
      ? known
      : { message: `this field belongs to another image, ${known.name}`, ...at }
  }
  const { name, tag } = splitImage(scalar.text)
  const isReference = parseReference(scalar.text) !== undefined && (tag !== undefined || name.includes('/'))
  if (isReference && matchName(image, name) === undefined) {
    return { message: `this field holds another image, ${scalar.text}`, ...at }
  }
  if (/^(repository|registry|name|newName)$/.test(String(scalar.path.at(-1)))) {
    return { message: 'this field holds a name, not a version: choose the tag or the digest beside it', ...at }
  }
  if (!isReference && !image.includes('/')) {
    return { message: `nothing here says which image is meant: give its whole name instead of ${image}`, ...at }
  }
  const common = { form: 'target' as const, aliases: [] }
  if (isReference) return { ...common, name, image: scalar }
  return isDigest(scalar.text) ? { ...common, name: image, digest: scalar } : { ...common, name: image, tag: scalar }
}
