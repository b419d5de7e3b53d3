// Finding the Applications that stand in files, before anything is rendered.
import type { Engine } from '../../kubeconform-wasm/src/index.ts'
import { isApplication, isApplicationSet } from '../argocd/application.ts'
import type { Tree } from '../git/tree.ts'
import type { KubernetesObject } from '../kubernetes/object.ts'
import type { Written } from './side.ts'

export type Discovered = {
  readonly applications: readonly Written[]
  readonly applicationSets: readonly Written[]
}

const manifestName = /\.(ya?ml|json)$/
/** A manifest that large holds no Application that a person wrote. */
const maxBytes = 1024 * 1024
const marker = Buffer.from('argoproj.io/')
const kindMarker = Buffer.from('Application')

/**
 * Reads every manifest below the roots that can hold an Application or ApplicationSet.
 * @param roots paths from the root of the tree; '' is all of it
 */
export async function discover(tree: Tree, engine: Engine, roots: readonly string[]): Promise<Discovered> {
  const candidates = new Set(roots.flatMap((root) => (tree.files.has(root) ? [root] : tree.list(root))))
  const paths: string[] = []
  const reading = [...candidates].filter(
    (path) => manifestName.test(path) && (tree.files.get(path)?.size ?? 0) <= maxBytes,
  )
  for (let start = 0; start < reading.length; start += 128) {
    const slice = reading.slice(start, start + 128)
    const mentions = await Promise.all(slice.map((path) => mentionsApplications(tree, path)))
    paths.push(...slice.filter((_, index) => mentions[index]))
  }
  if (paths.length === 0) return { applications: [], applicationSets: [] }
  const { objects } = await engine.documents(tree, { paths })
  const written = objects.map(({ object, origin }): Written => {
    return { object: object as KubernetesObject, origin, source: { type: 'directory', path: '' }, by: undefined }
  })
  return {
    applications: written.filter((one) => isApplication(one.object) && isNamed(one.object)),
    applicationSets: written.filter((one) => isApplicationSet(one.object) && isNamed(one.object)),
  }
}

async function mentionsApplications(tree: Tree, path: string): Promise<boolean> {
  const entry = await tree.read(path)
  if (entry.type !== 'file') return false
  const bytes = Buffer.from(entry.bytes.buffer, entry.bytes.byteOffset, entry.bytes.byteLength)
  return bytes.includes(marker) && bytes.includes(kindMarker)
}

function isNamed(object: KubernetesObject): boolean {
  return typeof object.metadata === 'object' && typeof object.metadata?.name === 'string' && object.metadata.name !== ''
}
