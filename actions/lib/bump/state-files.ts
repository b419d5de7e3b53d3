// Where holds and smoke records are kept in the tree.
import { imageKey } from '../images/reference.ts'
import { showVersion, type Version } from '../images/version.ts'

/** Folder of the state where the settings name none. */
export const defaultState = 'gitops/.seaworthy'

export const holdsFolder = (state: string): string => `${state}/holds`

/** One file an image and environment: `records/staging/ghcr.io/your-org/api.yaml`. */
export function recordPath(state: string, environment: string, image: string): string {
  return `${state}/records/${environment}/${imageKey(image).replaceAll(':', '_')}.yaml`
}

/** One file a hold, named after what it holds, so that the same roll-back twice is one file. */
export function holdPath(state: string, image: string, version: Version, environments: readonly string[]): string {
  const name = imageKey(image).split('/').at(-1) ?? image
  const which = showVersion(version)
    .replaceAll(/[^\w.-]+/g, '-')
    .replace(/-+$/, '')
  return `${holdsFolder(state)}/${[name, which, ...environments].join('.')}.yaml`
}
