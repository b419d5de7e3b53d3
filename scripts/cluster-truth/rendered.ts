// What Seaworthy renders for every Application of a repository.
import { afterAll } from 'vitest'
import { startEngine } from '../../actions/kubeconform-wasm/src/index.ts'
import type { KubernetesObject } from '../../actions/lib/kubernetes/object.ts'
import { identityOf } from '../../actions/lib/verdict/identity.ts'
import { judgeTree } from '../../actions/lib/verdict/judge-tree.ts'
import { openTrees } from '../../actions/lib/verdict/open-trees.ts'
import { loadSettings } from '../../actions/lib/verdict/settings.ts'

export type RenderedApplication = {
  readonly name: string
  readonly namespace: string | undefined
  /** As it is declared. */
  readonly declared: KubernetesObject
  readonly objects: readonly KubernetesObject[]
  /** Why it could not be rendered; empty when it could. */
  readonly failures: readonly string[]
}

/** Starts an engine that ends with the test file. The function renders the working tree of a repository, in the order of names. */
export function rendering(): (repository: string) => Promise<readonly RenderedApplication[]> {
  const engine = startEngine({ workers: 2, workload: 'short' })
  afterAll(() => engine.close())
  return async (repository) => {
    const trees = await openTrees({ repository })
    try {
      const settings = await loadSettings(trees.head, { repository })
      const identity = await identityOf(trees.repository, settings, {})
      const { kubernetesVersions, roots } = settings
      const context = { engine, identity, kubernetesVersions, tree: trees.head, known: async () => undefined }
      const side = await judgeTree(context, roots, () => {})
      return side.applications.map(({ application, declared, objects, sources, gaps }) => ({
        name: application.name,
        namespace: application.destinationNamespace,
        declared: declared.object,
        objects: objects.map(({ written }) => written.object),
        failures: [
          ...gaps.map(({ reason }) => reason),
          ...sources.flatMap(({ answer }) => (answer?.failure === undefined ? [] : [answer.failure.message])),
        ],
      }))
    } finally {
      await trees.head.close()
    }
  }
}
