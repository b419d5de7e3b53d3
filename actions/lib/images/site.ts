// A place in a file where somebody wrote which version of an image runs.
import type { Path } from '../yaml/text-file.ts'

/** One scalar of a file. `text` is what stands there, as written. */
export type SiteScalar = {
  readonly file: string
  readonly document: number
  readonly path: Path
  readonly text: string
}

export type SiteForm =
  | 'kustomize images'
  | 'Application kustomize images'
  | 'Helm values'
  | 'Helm parameter'
  | 'manifest'
  | 'target'

/**
 * The scalars that make one version. Either `image` (a whole reference in one text) or `tag` and `digest`, of which a
 * `tag` may carry the digest as well (`1.2@sha256:…`).
 */
export type ImageSite = {
  readonly form: SiteForm
  /** The image that runs, as far as the files say. */
  readonly name: string
  /** Other names by which it may be meant: the name that a kustomization replaces. */
  readonly aliases: readonly string[]
  readonly image?: SiteScalar
  readonly tag?: SiteScalar
  readonly digest?: SiteScalar
  /** Why this place can be read but not written, when it cannot. */
  readonly readOnly?: string
}

/** The scalar that stands for the site when it is shown. */
export function mainScalar(site: ImageSite): SiteScalar {
  const scalar = site.image ?? site.tag ?? site.digest
  if (scalar === undefined) throw new Error('a site has at least one scalar')
  return scalar
}

/** All scalars of a site. */
export function scalarsOf({ image, tag, digest }: ImageSite): readonly SiteScalar[] {
  return [image, tag, digest].filter((scalar) => scalar !== undefined)
}
