// What a place said in an older version of its file, found by names and not by position.
import type { ImageSite, SiteScalar } from '../../images/site.ts'
import { type Version, versionOf } from '../../images/version.ts'
import { listOf, mappingOf, textOf, valueAtPath } from '../../yaml/data.ts'
import { openYamlText, type Path } from '../../yaml/text-file.ts'

/** Fields that say of which image, or of which thing, the version beside them is. */
const namingFields = ['name', 'newName', 'repository', 'registry'] as const

/**
 * The version that the same place had in older bytes; undefined where the file had no such place, or another image there.
 * @param documents of the file as it is now, in which the site was found
 */
export function pastVersion(site: ImageSite, documents: readonly unknown[], bytes: Uint8Array): Version | undefined {
  const opened = openYamlText(bytes)
  if ('refusals' in opened) return undefined
  const older = opened.documents.map(({ data }) => data)
  const then = (scalar: SiteScalar | undefined): SiteScalar | undefined => {
    if (scalar === undefined) return undefined
    const text = textThen(scalar, documents, older, scalar === site.image)
    return text === undefined ? undefined : { ...scalar, text }
  }
  const [image, tag, digest] = [then(site.image), then(site.tag), then(site.digest)]
  if (image === undefined && tag === undefined && digest === undefined) return undefined
  if (image !== undefined && site.image !== undefined && nameIn(image.text) !== nameIn(site.image.text))
    return undefined
  const { form, name, aliases } = site
  return versionOf({ form, name, aliases, ...(image && { image }), ...(tag && { tag }), ...(digest && { digest }) })
}

function textThen(
  { document, path }: SiteScalar,
  documents: readonly unknown[],
  older: readonly unknown[],
  namesItself: boolean,
): string | undefined {
  const now = documents[document]
  const id = objectId(now)
  const then = id === undefined ? older[document] : older.find((data) => objectId(data) === id)
  const pathThen = samePath(now, then, path)
  if (pathThen === undefined) return undefined
  const [beside, besideThen] = [valueAtPath(now, path.slice(0, -1)), valueAtPath(then, pathThen.slice(0, -1))]
  const isSame = namingFields.every((field) => mappingOf(beside)[field] === mappingOf(besideThen)[field])
  return isSame || namesItself ? textOf(valueAtPath(then, pathThen)) : undefined
}

/** Items that have a name, or are a reference, are followed by it: an entry that was put before them moves them. */
function samePath(now: unknown, then: unknown, path: Path): Path | undefined {
  const found: (string | number)[] = []
  for (const [depth, part] of path.entries()) {
    const list = valueAtPath(now, path.slice(0, depth))
    if (!Array.isArray(list)) {
      found.push(part)
      continue
    }
    const wanted = itemId(list[Number(part)])
    const items = listOf(valueAtPath(then, found))
    const index = wanted === undefined ? Number(part) : items.findIndex((item) => itemId(item) === wanted)
    if (index < 0) return undefined
    found.push(index)
  }
  return found
}

function itemId(item: unknown): string | undefined {
  const text = textOf(item)
  if (text !== undefined) return nameIn(text)
  const { name, op, path } = mappingOf(item)
  return textOf(name) ?? (textOf(op) === undefined ? undefined : textOf(path))
}

/** Everything before the version in `name=newName:tag@digest`. */
const nameIn = (text: string) => text.replace(/@.*$/, '').replace(/:[^:/]*$/, '')

/** Undefined for what is no object. */
function objectId(data: unknown): string | undefined {
  const { kind, metadata } = mappingOf(data)
  const { name, namespace } = mappingOf(metadata)
  return textOf(kind) === undefined || textOf(name) === undefined ? undefined : JSON.stringify([kind, name, namespace])
}
