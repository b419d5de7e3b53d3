// Fields that somebody chose by hand, by file and path.
import { isDigest, matchName, parseReference, splitImage } from '../images/reference.ts'
import type { ImageSite, SiteScalar } from '../images/site.ts'
import { mappingOf, textOf, valueAtPath } from '../yaml/data.ts'
import { explainFieldPath, parseFieldPath, resolveFieldPath } from '../yaml/field-path.ts'
import type { BumpRefusal, BumpRequest, FieldTarget } from './request.ts'
import type { TreeFiles } from './tree-files.ts'

/** The site of every target of a request. What is not found, or found twice, is a refusal. */
export async function fieldSites(
  { image, scope }: BumpRequest,
  files: TreeFiles,
  refusals: BumpRefusal[],
): Promise<readonly ImageSite[]> {
  const sites: ImageSite[] = []
  for (const target of scope.targets) {
    const found = await findField(target, files)
    if ('message' in found) refusals.push({ image, file: target.file, ...found })
    else {
      const site = siteOf(image, found)
      if (site !== undefined) sites.push(site)
      else refusals.push({ image, file: target.file, message: `${target.field} holds another image, ${found.text}` })
    }
  }
  return sites
}

async function findField(
  target: FieldTarget,
  files: TreeFiles,
): Promise<SiteScalar | { readonly message: string; readonly line?: number }> {
  const field = parseFieldPath(target.field)
  if ('error' in field) return { message: `the field ${target.field} cannot be read: ${field.error}` }
  const opened = await files.open(target.file)
  if (opened.type === 'missing') return { message: 'there is no such file' }
  if (opened.type === 'refused') return { ...(opened.refusals[0] ?? { message: 'it cannot be read' }) }
  const found = opened.yaml.documents.flatMap(({ data }, document): SiteScalar[] =>
    isObject(data, target.object)
      ? resolveFieldPath(data, field).flatMap((path) => {
          const text = textOf(valueAtPath(data, path))
          return text === undefined ? [] : [{ file: opened.path, document, path, text }]
        })
      : [],
  )
  const [first, ...more] = found
  const name = target.object === undefined ? target.field : `${target.field} of ${target.object}`
  if (first === undefined) {
    const [only, ...others] = opened.yaml.documents.filter(({ data }) => isObject(data, target.object))
    const why = only === undefined || others.length > 0 ? '' : `: ${explainFieldPath(only.data, field)}`
    return { message: `there is no text at ${name}${why}` }
  }
  if (more.length === 0) return first
  const lines = found.map(({ document, path }) => opened.yaml.documents[document]?.placeOf(path).line)
  return {
    message: `${name} is there ${found.length} times, in lines ${lines.join(', ')}: say which by \`object: Kind/name\`, or by a selector such as [name=…]`,
    ...(lines[0] !== undefined && { line: lines[0] }),
  }
}

function isObject(data: unknown, wanted: string | undefined): boolean {
  if (wanted === undefined) return true
  const { kind, metadata } = mappingOf(data)
  const name = textOf(mappingOf(metadata).name)
  return name !== undefined && (wanted === name || wanted === `${String(kind)}/${name}`)
}

/** What the text is now says what it will be: a reference to this image, a digest, else a tag. Undefined: another image. */
function siteOf(image: string, scalar: SiteScalar): ImageSite | undefined {
  const common = { form: 'target' as const, aliases: [] }
  if (isDigest(scalar.text)) return { ...common, name: image, digest: scalar }
  const { name, tag } = splitImage(scalar.text)
  if (parseReference(scalar.text) !== undefined && matchName(image, name) !== undefined) {
    return { ...common, name, image: scalar }
  }
  return name.includes('/') || tag !== undefined ? undefined : { ...common, name: image, tag: scalar }
}
