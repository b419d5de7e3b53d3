// Finds kustomization fields that make the repo server fetch something from the network.
import type { JsonValue } from '../kubernetes/object.ts'
import { kustomizations } from './kustomizations.ts'
import { lookup } from './lookup.ts'
import { describe, problem } from './objects.ts'
import type { Problem, Rule } from './rule.ts'
import { isObject, matchPath, pointer, type Segment } from './values.ts'

/** Fields whose text kustomize loads. The last column: the text may be `key=path`. */
const loaded: readonly (readonly [readonly Segment[], 'keyed'?])[] = [
  ...['resources', 'bases', 'components', 'crds', 'configurations'].map((key) => [[key, '*']] as const),
  ...['generators', 'transformers', 'validators', 'patchesStrategicMerge'].map((key) => [[key, '*']] as const),
  ...['patches', 'patchesJson6902', 'replacements'].map((key) => [[key, '*', 'path']] as const),
  [['openapi', 'path']],
  ...['configMapGenerator', 'secretGenerator'].flatMap((key) => [
    [[key, '*', 'files', '*'], 'keyed'] as const,
    [[key, '*', 'envs', '*']] as const,
    [[key, '*', 'env']] as const,
  ]),
  [['helmCharts', '*', 'repo']],
  [['helmCharts', '*', 'valuesFile']],
  [['helmCharts', '*', 'additionalValuesFiles', '*']],
  [['helmChartInflationGenerator', '*', 'chartRepoUrl']],
  [['helmChartInflationGenerator', '*', 'values']],
]

/**
 * Whether kustomize would take the text for something to fetch.
 * Source: kustomize api/internal/git/repospec.go and api/internal/loader/fileloader.go.
 */
export const isRemote = (text: string): boolean =>
  /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ||
  /^[a-z]+::/i.test(text) ||
  /^[\w.-]+@[\w.-]+[:/]/.test(text) ||
  /^(gh:|github\.com[/:]|gitlab\.com[/:]|bitbucket\.org[/:])/i.test(text) ||
  /^[\w-]+(\.[\w-]+)+\/.*(\.git([/?]|$)|\/\/|_git\/)/.test(text) ||
  /[?&](ref|version|submodules|timeout)=/.test(text)

/** Without the user and the password that a URL may carry. */
const withoutUser = (text: string): string => text.replace(/:\/\/[^/\s@]*@/g, '://…@')

/** What every remote reference has in it. */
const remoteHint =
  /\/\/|::|@|gh:|github\.com|gitlab\.com|bitbucket\.org|\.git|_git\/|[?&](ref|version|submodules|timeout)=/i

/** A patch or an inline resource is not a path. */
const isPath = (text: string): boolean => !text.includes('\n') && text.length < 2048

const why = 'is fetched from the network while the repo server renders; copy what it needs into this repository'

const inKustomization = function* (file: string, document: number, content: JsonValue): Iterable<Problem> {
  if (!isObject(content)) return
  for (const [pattern, keyed] of loaded)
    for (const { value, path } of matchPath(content, pattern)) {
      if (typeof value !== 'string' || !isPath(value)) continue
      const text = keyed === undefined ? value : value.replace(/^[-._a-zA-Z0-9]+=(?=.)/, '')
      if (!isRemote(text)) continue
      const shown = withoutUser(text)
      yield {
        file,
        document,
        pointer: pointer(...path),
        message: `${path[0]} of ${file}: ${shown} ${why}`,
        value: shown,
      }
    }
}

/** Components that an Application adds to its kustomize source are loaded in the same way. */
const applicationPatterns: readonly (readonly Segment[])[] = [
  ['spec', 'source', 'kustomize', 'components', '*'],
  ['spec', 'sources', '*', 'kustomize', 'components', '*'],
]

export const kustomizeRemoteReference: Rule = {
  id: 'kustomize-remote-reference',
  severity: 'error',
  what: 'A kustomization loads a resource, base, component, patch, generator file, OpenAPI schema or chart from a URL.',
  why: 'The result depends on a host outside the repository and its review; a crafted remote reference ran commands in the repo server of Argo CD before 3.3.15 and 3.4.10 (CVE-2026-113708).',
  mend: 'Copy the remote content into the repository, or deploy it through an Application of its own that pins a revision.',
  check: function* (world) {
    for (const { file, document, content } of kustomizations(world, remoteHint))
      yield* inKustomization(file.path, document, content)
    for (const item of lookup(world).ofKind('argoproj.io/Application'))
      for (const pattern of applicationPatterns)
        for (const { value, path } of matchPath(item.object, pattern))
          if (typeof value === 'string' && isRemote(value))
            yield problem(item, pointer(...path), `${describe(item)}: component ${withoutUser(value)} ${why}`, {
              value: withoutUser(value),
            })
  },
}
