// Finds kustomizations that start the helm program, above all with a configuration folder of their own.
import { kustomizations } from './kustomizations.ts'
import type { Problem, Rule } from './rule.ts'
import { field, isObject, listAt } from './values.ts'

const inflators = ['helmCharts', 'helmChartInflationGenerator'] as const

export const kustomizeHelmGlobals: Rule = {
  id: 'kustomize-helm-globals',
  severity: 'error',
  what: 'A kustomization sets helmGlobals.configHome, or inflates a chart by helmCharts (warning).',
  why: 'configHome chooses the folder from which the helm program loads plugins, so whoever writes the kustomization could run code in the repo server (GHSA-fw5c-w8rc-j7fx). helmCharts needs --enable-helm, which opens that door for all Applications.',
  mend: 'Remove configHome; deploy the chart as a Helm source of an Application, or commit its rendered manifests.',
  check: function* (world): Iterable<Problem> {
    for (const { file, document, content } of kustomizations(world, /helm/)) {
      if (!isObject(content)) continue
      const { path } = file
      const at = { file: path, document }
      if (field(content, 'helmGlobals', 'configHome') !== undefined)
        yield {
          ...at,
          pointer: '/helmGlobals/configHome',
          message: `${path} sets helmGlobals.configHome, from which helm loads plugins: remove it`,
        }
      for (const key of inflators)
        if (listAt(content, key).length > 0)
          yield {
            ...at,
            pointer: `/${key}`,
            severity: 'warning',
            message: `${path} inflates charts by ${key}, which runs helm in the repo server: use a Helm source of an Application instead`,
          }
    }
  },
}
