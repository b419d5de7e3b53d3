// Finds Jsonnet in what Argo CD reads.
import { lookup } from './lookup.ts'
import { describe, problem } from './objects.ts'
import type { Rule } from './rule.ts'
import { isObject, matchPath, pointer } from './values.ts'

const settings = [
  ['spec', 'source', 'directory', 'jsonnet'],
  ['spec', 'sources', '*', 'directory', 'jsonnet'],
] as const

export const jsonnetSource: Rule = {
  id: 'jsonnet-source',
  severity: 'error',
  what: 'An Application reads a .jsonnet or .libsonnet file, or carries Jsonnet settings.',
  why: 'A Jsonnet import could read any file of the repo server, those of other teams included (GHSA-m3vr-7329-44ww); and nobody can review what it will produce.',
  mend: 'Commit plain manifests or a kustomization; where Jsonnet is meant, exempt the file by name in the settings.',
  check: function* (world) {
    for (const { path } of world.sources)
      if (/\.(jsonnet|libsonnet)$/i.test(path))
        yield {
          file: path,
          message: `${path} is Jsonnet, which can read files of the repo server: commit plain manifests`,
        }
    for (const item of lookup(world).ofKind('argoproj.io/Application'))
      for (const pattern of settings)
        for (const { value, path } of matchPath(item.object, pattern))
          if (isObject(value) && Object.keys(value).length > 0)
            yield problem(item, pointer(...path), `${describe(item)} renders Jsonnet: commit plain manifests`)
  },
}
