// CRDs that a team keeps beside its settings, for kinds that neither its tree nor the bundle describes.
import type { Engine } from '../../kubeconform-wasm/src/index.ts'
import type { JsonObject } from '../../kubeconform-wasm/src/protocol.ts'
import type { Tree } from '../git/tree.ts'
import { UserError } from '../toolkit/user-error.ts'
import type { VerdictSettings } from './settings.ts'

/** Reads the CRDs below `schemas/crds`. Throws a UserError for a file there that cannot be read. */
export async function userCrds(tree: Tree, engine: Engine, settings: VerdictSettings): Promise<readonly JsonObject[]> {
  const paths = tree.list(settings.crdsPath).filter((path) => /\.(ya?ml|json)$/.test(path))
  if (paths.length === 0) return []
  const { objects, failures } = await engine.documents(tree, { paths })
  const [failure] = failures
  if (failure !== undefined) {
    throw new UserError(`A CRD cannot be read: ${failure.message}`, {
      where: failure.line === undefined ? (failure.file ?? settings.crdsPath) : `${failure.file}:${failure.line}`,
      next: `mend the file, or remove it from ${settings.crdsPath}`,
    })
  }
  return objects.filter(({ object }) => object.kind === 'CustomResourceDefinition').map(({ object }) => object)
}
