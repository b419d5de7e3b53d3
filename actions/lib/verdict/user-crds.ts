// CRDs that a team keeps beside its settings, for kinds that neither its tree nor the bundle describes.
import type { Engine } from '../../kubeconform-wasm/src/index.ts'
import type { JsonObject } from '../../kubeconform-wasm/src/protocol.ts'
import type { Tree } from '../git/tree.ts'
import { UserError } from '../toolkit/user-error.ts'
import type { VerdictSettings } from './settings.ts'

/**
 * Reads the CRDs below `schemas/crds` and makes them known to the engine.
 * @param isFresh nobody has told the engine of other CRDs before, so that without any there is nothing to replace
 * Throws a UserError for a file there that cannot be read, and for a CRD that cannot be used.
 */
export async function userCrds(
  tree: Tree,
  engine: Engine,
  settings: VerdictSettings,
  isFresh: boolean,
): Promise<readonly JsonObject[]> {
  const paths = tree.list(settings.crdsPath).filter((path) => /\.(ya?ml|json)$/.test(path))
  const { objects, failures } = paths.length === 0 ? nothing : await engine.documents(tree, { paths })
  const [failure] = failures
  if (failure !== undefined) {
    throw new UserError(`A CRD cannot be read: ${failure.message}`, {
      where: failure.line === undefined ? (failure.file ?? settings.crdsPath) : `${failure.file}:${failure.line}`,
      next: `mend the file, or remove it from ${settings.crdsPath}`,
    })
  }
  const crds = objects.filter(({ object }) => object.kind === 'CustomResourceDefinition')
  if (crds.length === 0 && isFresh) return []
  const { problems } = await engine.crds({ crds: crds.map(({ object }) => object) })
  const [problem] = problems
  if (problem !== undefined) {
    const { file = settings.crdsPath, line } = crds[problem.crd]?.origin ?? {}
    throw new UserError(`A CRD cannot be used: ${problem.message}`, {
      where: `${line === undefined ? file : `${file}:${line}`} ${problem.pointer}`.trimEnd(),
      next: `mend the file, or remove it from ${settings.crdsPath}`,
    })
  }
  return crds.map(({ object }) => object)
}

const nothing = { objects: [], failures: [] }
