// Helm values in layers, read from the files of the tree.

import type { ValueFile } from '../../argocd/deployed-source.ts'
import type { Kustomization } from '../../argocd/kustomization.ts'
import { type ValuesLayer, valuesSites } from '../../images/helm-values.ts'
import type { ImageSite } from '../../images/site.ts'
import { valueAtPath } from '../../yaml/data.ts'
import type { TreeFiles } from './tree-files.ts'

/** The values of files, in their order. */
export function valueLayers(valueFiles: readonly ValueFile[], files: TreeFiles): Promise<ValuesLayer[]> {
  return Promise.all(
    valueFiles.map(async ({ file, below }): Promise<ValuesLayer> => {
      const documents = await files.documents(file)
      return { type: 'values', data: documents?.[0], file, document: 0, path: [], below }
    }),
  )
}

/** The sites of a chart that a kustomization inflates. */
export async function chartSites(
  node: Kustomization,
  { valueFiles, inline }: Kustomization['charts'][number],
  files: TreeFiles,
): Promise<readonly ImageSite[]> {
  const layers = await valueLayers(
    valueFiles.map((file) => ({ file, below: [] })),
    files,
  )
  const own: ValuesLayer[] =
    inline === undefined
      ? []
      : [
          {
            type: 'values',
            data: valueAtPath(node.data, inline),
            file: node.file,
            document: 0,
            path: inline,
            below: [],
          },
        ]
  return valuesSites([...layers, ...own])
}
