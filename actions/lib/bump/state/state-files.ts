// Where holds and smoke records are kept in the tree.
import { createHash } from 'node:crypto'
import { imageKey } from '../../images/reference.ts'
import type { Version } from '../../images/version.ts'

/** Folder of the state where the settings name none. */
export const defaultState = 'gitops/.seaworthy'

export const holdsFolder = (state: string): string => `${state}/holds`

/** One file an image and environment: `records/staging/ghcr.io/your-org/api.yaml`. */
export function recordPath(state: string, environment: string, image: string): string {
  return `${state}/records/${environment}/${imageKey(image).replaceAll(':', '_')}.yaml`
}

export type HoldSubject = Version & { readonly image: string; readonly environments: readonly string[] }

/** Equal for two holds of the same version of the same image in the same environments. */
export function holdKey({ image, tag, digest, environments }: HoldSubject): string {
  return JSON.stringify([imageKey(image), tag, digest, [...new Set(environments)].sort()])
}

/**
 * Where a hold goes: `holds/ghcr.io/your-org/api/1.6.0.staging.yaml`, with the digest after the tag where it is known. The
 * name is for people; what a file holds is said by its content alone.
 * @param apart with a hash of all that makes it another hold, for when another one has the plain name
 */
export function holdPath(state: string, subject: HoldSubject, apart = false): string {
  const { image, tag, digest, environments } = subject
  const folders = imageKey(image).split('/').map(safePart)
  const version = [tag, digest?.replace(':', '-')].filter((part) => part !== undefined).join('-')
  const where = environments.length === 0 ? 'everywhere' : [...new Set(environments)].sort().join('+')
  const name = safePart(apart ? `${version}.${where}.${hash(holdKey(subject))}` : `${version}.${where}`)
  return [holdsFolder(state), ...folders, `${name}.yaml`].join('/')
}

/** File systems take 255 bytes; the rest is for what tools append. */
const maxPart = 200

/**
 * One part of a path, whatever the text: no folder above, nothing hidden, no odd characters. A text that is changed in
 * more than the colon of a port, or cut, gets a hash, so that two texts stay two names.
 */
function safePart(text: string): string {
  const colons = text.replaceAll(':', '_')
  const clean = colons.replaceAll(/[^\w.+-]/g, '_').replace(/^\.+|^$/, '_')
  if (clean === colons && clean.length <= maxPart) return clean
  return `${clean.slice(0, maxPart - 20)}-${hash(text)}`
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)
