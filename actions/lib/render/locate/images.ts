// Which `images` entry of a kustomization wrote an image.
import { type ImageParts, splitImage } from '../../images/reference.ts'
import { pointerOf } from '../../yaml/pointer.ts'
import { type Claim, placeInLayer, type Wanted } from './claim.ts'
import type { Layer } from './kustomization-tree.ts'
import { resolveSteps } from './named-path.ts'
import { listOf, mapOf, textOf } from './plain.ts'

/** The entry whose name, tag and digest the rendered image has; it points at what the entry changes. */
export function imageClaims(layer: Layer, wanted: Wanted): readonly Claim[] {
  const { value, steps } = wanted
  if (typeof value !== 'string' || steps.at(-1)?.name !== 'image') return []
  const rendered = splitImage(value)
  const written = resolveSteps(wanted.base, steps)
  if (!isOfContainer(wanted) && written.depth === steps.length && written.value === value) return []
  const entries = listOf(layer.value.images).map(imageEntry)
  const index = entries.findLastIndex((entry) => entry !== undefined && made(entry, rendered))
  const entry = entries[index]
  if (entry === undefined) return []
  const field = layer.type === 'application' ? [] : [entry.digest ? 'digest' : entry.tag ? 'newTag' : 'newName']
  return [{ type: 'sets', depth: steps.length, at: placeInLayer(layer, pointerOf('images', index, ...field)) }]
}

/** Containers wherever they are (kustomize, LegacyFilter of the image transformer); elsewhere only a changed image is its work. */
function isOfContainer({ steps }: Wanted): boolean {
  return /^(init)?containers$/i.test(steps.at(-3)?.name ?? '')
}

type ImageEntry = { readonly name: string; readonly newName?: string; readonly tag?: string; readonly digest?: string }

/** An entry of a kustomization is a mapping; of an Application it is text: `name=newName:tag@digest`, where `name=` may be missing. */
function imageEntry(entry: unknown): ImageEntry | undefined {
  if (typeof entry === 'string') {
    const [first = '', second] = entry.split('=')
    const image = splitImage(second ?? first)
    const name = second === undefined ? image.name : first
    // `*` keeps what the kustomization says.
    const { tag, digest } = image
    return {
      name,
      ...(second !== undefined && image.name !== '*' && { newName: image.name }),
      ...(tag !== undefined && tag !== '*' && { tag }),
      ...(digest !== undefined && { digest }),
    }
  }
  const { name, newName, newTag, digest, tagSuffix } = mapOf(entry)
  if (textOf(name) === undefined) return undefined
  const tag = newTag === undefined ? tagSuffix : newTag
  return {
    name: String(name),
    ...(textOf(newName) && { newName: String(newName) }),
    ...(tag !== undefined && tag !== '' && { tag: String(tag) }),
    ...(textOf(digest) && { digest: String(digest) }),
  }
}

function made(entry: ImageEntry, rendered: ImageParts): boolean {
  const changes = entry.newName !== undefined || entry.tag !== undefined || entry.digest !== undefined
  if (!changes || rendered.name !== (entry.newName ?? entry.name)) return false
  if (entry.digest !== undefined) return rendered.digest === entry.digest
  return entry.tag === undefined || (rendered.tag ?? '').endsWith(entry.tag)
}
