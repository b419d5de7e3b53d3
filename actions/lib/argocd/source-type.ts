// How Argo CD would render a source: as the Application says, else by what stands in its directory.
import type { Tree } from '../git/tree.ts'
import type { ApplicationSource } from './application.ts'

export type SourceType = 'kustomize' | 'directory' | 'helm' | 'plugin' | 'several'

/**
 * Decides the type of a source with a path (util/app/discovery and ApplicationSource.ExplicitType, v3.5).
 * `several`: the Application names more than one, which Argo CD refuses.
 */
export async function sourceType(source: ApplicationSource, tree: Tree): Promise<SourceType> {
  const named = (['helm', 'kustomize', 'directory', 'plugin'] as const).filter((type) => source[type] !== undefined)
  if (named.length > 1) return 'several'
  if (named[0] !== undefined) return named[0]
  const beside = async (name: string) => {
    const entry = await tree.read(source.path === '' ? name : `${source.path}/${name}`)
    return entry.type === 'file' || entry.type === 'link'
  }
  if (await beside('Chart.yaml')) return 'helm'
  for (const name of ['kustomization.yaml', 'kustomization.yml', 'Kustomization'])
    if (await beside(name)) return 'kustomize'
  return 'directory'
}
