// How the row tests get objects: through the product's own engine, which has to render what Argo CD would.

import { fileURLToPath } from 'node:url'
import { type Engine, startEngine } from '../../actions/kubeconform-wasm/src/index.ts'
import type { Source } from '../../actions/kubeconform-wasm/src/protocol.ts'
import { findRepository } from '../../actions/lib/git/repository.ts'
import type { Tree } from '../../actions/lib/git/tree.ts'
import { openDirectoryTree, openWorkingTree } from '../../actions/lib/git/working-tree.ts'
import type { KubernetesObject } from '../../actions/lib/kubernetes/object.ts'

/** Takes a path from the root of the repository, returns the objects that Argo CD would sync from it. */
export type RenderApplication = (path: string) => Promise<readonly KubernetesObject[]>

export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

export type Renderer = {
  readonly kustomize: RenderApplication
  /** A plain directory with `recurse`. */
  readonly directory: RenderApplication
  readonly close: () => Promise<void>
}

/** Starts an engine over the working tree of this repository. */
export async function startRenderer(): Promise<Renderer> {
  const engine = startEngine({ workload: 'short' })
  const repository = await findRepository(repositoryRoot)
  const tree = await (repository === undefined ? openDirectoryTree(repositoryRoot) : openWorkingTree(repository))
  return {
    kustomize: (path) => render(engine, tree, { type: 'kustomize', path }),
    directory: (path) => render(engine, tree, { type: 'directory', path, directory: { recurse: true } }),
    close: engine.close,
  }
}

async function render(engine: Engine, tree: Tree, source: Source): Promise<readonly KubernetesObject[]> {
  const { objects, failure } = await engine.render(tree, { source, kubernetesVersions: [] })
  if (failure !== undefined) throw new Error(`${source.path}: ${failure.message}`)
  return objects.map(({ object }) => object as KubernetesObject)
}
