// `images` of a kustomization, and the same option in an Argo CD Application.

import { listOf, mappingOf, textOf } from '../yaml/data.ts'
import type { Path } from '../yaml/text-file.ts'
import { splitImage } from './reference.ts'
import type { ImageSite, SiteScalar } from './site.ts'

/** An entry of `images`: what it replaces, by which name, and where it sets the version, if it does. */
export type ImageEntry = {
  readonly name: string
  readonly newName: string | undefined
  readonly site: ImageSite | undefined
}

/** The entries of a kustomization's `images`. */
export function kustomizationEntries(data: unknown, file: string, document: number): readonly ImageEntry[] {
  return listOf(mappingOf(data).images).flatMap((item, index): ImageEntry[] => {
    const entry = mappingOf(item)
    const name = textOf(entry.name)
    if (name === undefined) return []
    const newName = textOf(entry.newName) || undefined
    const scalar = (field: string): SiteScalar | undefined => {
      const text = textOf(entry[field])
      return text === undefined ? undefined : { file, document, path: ['images', index, field], text }
    }
    const [tag, digest] = [scalar('newTag'), scalar('digest')]
    const site: ImageSite | undefined =
      tag === undefined && digest === undefined
        ? undefined
        : {
            form: 'kustomize images',
            name: newName ?? name,
            aliases: newName === undefined ? [] : [name],
            ...(tag && { tag }),
            ...(digest && { digest }),
            ...(textOf(entry.tagSuffix) && {
              readOnly: '`tagSuffix` is added to the tag here, so that another version would run: take it out',
            }),
          }
    return [{ name, newName, site }]
  })
}

/** The entries of `kustomize.images` of an Application's source: `image:tag`, or `name=image:tag`. */
export function optionEntries(
  images: unknown,
  at: { readonly file: string; readonly document: number; readonly path: Path },
): readonly ImageEntry[] {
  return listOf(images).flatMap((item, index): ImageEntry[] => {
    const text = textOf(item)
    if (text === undefined) return []
    const sign = text.indexOf('=')
    const image = splitImage(text.slice(sign + 1))
    const name = sign < 0 ? image.name : text.slice(0, sign)
    // `*` keeps what the kustomization says.
    const newName = sign < 0 || image.name === '*' ? undefined : image.name
    const sets = (image.tag !== undefined && image.tag !== '*') || image.digest !== undefined
    const scalar = { file: at.file, document: at.document, path: [...at.path, index], text }
    const site: ImageSite = {
      form: 'Application kustomize images',
      name: newName ?? name,
      aliases: newName === undefined ? [] : [name],
      image: scalar,
    }
    return [{ name, newName, site: sets ? site : undefined }]
  })
}
