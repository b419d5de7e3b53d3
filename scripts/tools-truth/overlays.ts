// Overlays made up from a seed: features of kustomize in every mixture, over manifests in every spelling.
import { stringify } from 'yaml'
import { type Random, seededRandom } from '../bench/fleet.ts'
import { manifests } from './manifests.ts'

type Kustomization = Record<string, unknown>
type Files = Map<string, string>
type Feature = (at: { readonly top: Kustomization; readonly files: Files; readonly random: Random }) => void

const list = (top: Kustomization, field: string, ...entries: readonly unknown[]) => {
  top[field] = [...((top[field] as readonly unknown[] | undefined) ?? []), ...entries]
}
const set = (top: Kustomization, field: string, value: unknown) => {
  top[field] = value
}
const pick = <T>(random: Random, options: readonly T[]): T => options[random(options.length)] as T
const text = (value: unknown) => stringify(value, { lineWidth: 0, version: '1.1' })

const webPatch = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n'
const strategic: readonly string[] = [
  `${webPatch}spec:\n  template:\n    spec:\n      containers:\n        - name: main\n          env: [{name: ON, value: "off"}, {name: NEW, value: "9007199254740993"}]\n          resources: {limits: {memory: 1Gi}}\n`,
  `${webPatch}spec:\n  template:\n    spec:\n      containers: [{name: side, $patch: delete}]\n`,
  `${webPatch}spec:\n  replicas: null\n  template: {spec: {volumes: [{name: extra, emptyDir: {}}], tolerations: [{key: a}]}}\n`,
  `${webPatch}spec:\n  template:\n    spec:\n      $setElementOrder/containers: [{name: side}, {name: main}]\n      containers: [{name: main, args: [x]}, {name: new, image: "busybox:1"}]\n`,
  `${webPatch}spec: {strategy: {$patch: replace, type: Recreate}}\n`,
  `${webPatch}$patch: delete\n`,
]
const operations: readonly string[] = [
  '[{"op": "add", "path": "/metadata/annotations/added", "value": "<&>"}]',
  '- op: add\n  path: /metadata/labels\n  value: {a~1b: "1"}\n- op: test\n  path: /kind\n  value: Deployment\n',
  '- {op: replace, path: /spec/replicas, value: 9007199254740993}\n- {op: remove, path: /spec/template/spec/initContainers}\n',
  '- {op: add, path: /spec/template/spec/containers/0/env/-, value: {name: LAST, value: "2024-01-01"}}\n- {op: copy, from: /spec/selector, path: /spec/copied}\n- {op: move, from: /spec/copied, path: /spec/moved}\n',
]
const transformers: readonly string[] = [
  'apiVersion: builtin\nkind: PrefixSuffixTransformer\nmetadata: {name: t}\nprefix: t-\nsuffix: -t\nfieldSpecs: [{path: metadata/name}]\n',
  'apiVersion: builtin\nkind: LabelTransformer\nmetadata: {name: t}\nlabels: {from: transformer}\nfieldSpecs: [{path: metadata/labels, create: true}]\n',
  'apiVersion: builtin\nkind: NamespaceTransformer\nmetadata: {name: t, namespace: other}\nsetRoleBindingSubjects: allServiceAccounts\nunsetOnly: true\nfieldSpecs: [{path: metadata/namespace, create: true}]\n',
  'apiVersion: builtin\nkind: AnnotationsTransformer\nmetadata: {name: t}\nannotations: {from: transformer}\nfieldSpecs: [{path: metadata/annotations, create: true}]\n',
  'apiVersion: builtin\nkind: ImageTagTransformer\nmetadata: {name: t}\nimageTag: {name: nginx, newTag: "9"}\n',
  'apiVersion: builtin\nkind: ReplicaCountTransformer\nmetadata: {name: t}\nreplica: {name: web, count: 9}\nfieldSpecs: [{path: spec/replicas, create: true, kind: Deployment}]\n',
  'apiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: t}\ntarget: {kind: ConfigMap}\npatch: \'[{"op": "add", "path": "/data", "value": {"patched": "yes"}}]\'\n',
]

const features: Readonly<Record<string, Feature>> = {
  namespace: ({ top }) => set(top, 'namespace', 'team-a'),
  namePrefix: ({ top }) => set(top, 'namePrefix', 'pre-'),
  nameSuffix: ({ top }) => set(top, 'nameSuffix', '-v2'),
  commonLabels: ({ top }) => set(top, 'commonLabels', { team: 'a', 'example.com/part': 'true' }),
  labels: ({ top, random }) =>
    list(
      top,
      'labels',
      { pairs: { release: 'b' }, includeSelectors: random(2) === 0 },
      { pairs: { tier: '1' }, includeTemplates: true },
      { pairs: { widget: 'x' }, fields: [{ path: 'spec/labels', kind: 'Widget', create: true }] },
    ),
  commonAnnotations: ({ top }) => set(top, 'commonAnnotations', { owner: 'team a', since: '2024-01-01', on: 'true' }),
  images: ({ top, random }) =>
    list(
      top,
      'images',
      { name: 'nginx', newTag: pick(random, ['1.27', '007', '1e3']) },
      {
        name: 'registry.example.com/side',
        newName: 'mirror.example.com:443/side',
        ...pick(random, [{ digest: `sha256:${'b'.repeat(64)}` }, { newTag: 'v1' }, {}]),
      },
      { name: 'registry.example.com:5000/tools/prepare', newTag: '2' },
    ),
  replicas: ({ top }) => list(top, 'replicas', { name: 'web', count: 4 }),
  configMapGenerator: ({ top, files, random }) => {
    files.set('top/app.properties', 'a=b\nünicode=✓\n\n# kept\n')
    files.set('top/settings.env', 'EMPTY=\nA=1\n# no\nQUOTED="x y"\nB=with=equals\n')
    list(top, 'configMapGenerator', {
      name: 'generated',
      literals: ['x=y', 'quoted="a b"', "single='c'", 'multi=a\nb'],
      files: ['app.properties', 'renamed.txt=app.properties'],
      envs: ['settings.env'],
      ...pick(random, [
        {},
        {
          options: {
            disableNameSuffixHash: true,
            labels: { generated: 'yes' },
            annotations: { a: 'b' },
            immutable: true,
          },
        },
      ]),
    })
  },
  behaviour: ({ top, random }) =>
    list(top, 'configMapGenerator', {
      name: 'settings',
      behavior: pick(random, ['merge', 'replace']),
      literals: ['level=9', 'more=1'],
    }),
  secretGenerator: ({ top, files, random }) => {
    files.set('top/blob.bin', 'binary é \u0001')
    list(top, 'secretGenerator', {
      name: 'created',
      type: pick(random, ['Opaque', 'kubernetes.io/basic-auth']),
      literals: ['password=s3'],
      files: ['blob.bin'],
    })
    list(top, 'secretGenerator', { name: 'tokens', behavior: 'merge', literals: ['token=other'] })
  },
  generatorOptions: ({ top, random }) =>
    set(top, 'generatorOptions', { labels: { all: 'yes' }, disableNameSuffixHash: random(2) === 0 }),
  strategicPatch: ({ top, files, random }) => {
    const patch = pick(random, strategic)
    if (random(2) === 0) return list(top, 'patches', { patch })
    files.set('top/strategic.yaml', patch)
    if (random(2) === 0) list(top, 'patchesStrategicMerge', 'strategic.yaml')
    else list(top, 'patches', { path: 'strategic.yaml' })
  },
  targetedPatch: ({ top, random }) =>
    list(top, 'patches', {
      target: pick(random, [
        { kind: 'Deployment' },
        { kind: 'Deployment', name: 'w.*' },
        { labelSelector: 'app=web', kind: 'Deployment' },
      ]),
      patch: pick(random, operations),
    }),
  namePatch: ({ top, random }) =>
    list(top, 'patches', {
      target: { kind: 'Service' },
      patch: 'apiVersion: v1\nkind: Service\nmetadata: {name: renamed, labels: {x: "y"}}\nspec: {type: NodePort}\n',
      ...(random(2) === 0 ? { options: { allowNameChange: true } } : {}),
    }),
  customPatch: ({ top }) =>
    list(top, 'patches', {
      patch:
        'apiVersion: example.test/v1\nkind: Widget\nmetadata: {name: widget}\nspec: {big: 9007199254740995, day: 2025-02-03, nothing: 1, defaults: {b: [z]}, added: {}}\n',
    }),
  jsonPatches: ({ top }) =>
    list(top, 'patchesJson6902', {
      target: { version: 'v1', kind: 'Service', name: 'web' },
      patch: '- {op: add, path: /spec/ports/-, value: {name: more, port: 81}}\n',
    }),
  component: ({ top, files, random }) => {
    files.set(
      'part/kustomization.yaml',
      text({
        apiVersion: 'kustomize.config.k8s.io/v1alpha1',
        kind: 'Component',
        labels: [{ pairs: { part: 'true' } }],
        configMapGenerator: [{ name: 'settings', behavior: 'merge', literals: ['part=1'] }],
        resources: ['extra.yaml'],
        ...(random(2) === 0 ? { namePrefix: 'part-' } : {}),
      }),
    )
    files.set('part/extra.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: extra}\ndata: {a: b}\n')
    list(top, 'components', '../part')
  },
  replacements: ({ top, files, random }) => {
    const replacement = {
      source: { kind: 'Service', name: 'web', fieldPath: 'metadata.name' },
      targets: [
        {
          select: { kind: 'Widget' },
          fieldPaths: ['spec.host', 'metadata.annotations.[example.com/host]'],
          options: { create: true },
        },
        { select: { kind: 'Ingress' }, fieldPaths: ['spec.rules.0.host'], options: { delimiter: '.', index: 0 } },
        {
          select: { kind: 'Deployment' },
          reject: [{ name: 'none' }],
          fieldPaths: ['spec.template.spec.containers.[name=main].env.[name=NUMBER].value'],
        },
      ],
    }
    if (random(2) === 0) return list(top, 'replacements', replacement)
    files.set('top/replacement.yaml', text(replacement))
    list(top, 'replacements', { path: 'replacement.yaml' })
  },
  numberReplacement: ({ top }) =>
    list(top, 'replacements', {
      source: { kind: 'Widget', fieldPath: 'spec.big' },
      targets: [{ select: { kind: 'ConfigMap', name: 'texts' }, fieldPaths: ['data.big'], options: { create: true } }],
    }),
  vars: ({ top }) => {
    list(top, 'vars', { name: 'NAME', objref: { kind: 'Service', name: 'web', apiVersion: 'v1' } })
    list(top, 'patches', {
      target: { kind: 'Deployment', name: 'web' },
      patch: '- {op: add, path: /spec/template/spec/containers/0/args/-, value: "http://$(NAME):80/$$(NOT)"}\n',
    })
  },
  transformers: ({ top, files, random }) => {
    const first = random(transformers.length)
    files.set('top/transformer.yaml', transformers[first] as string)
    list(top, 'transformers', 'transformer.yaml', transformers[(first + 1) % transformers.length])
  },
  generators: ({ top, files }) => {
    files.set(
      'top/generator.yaml',
      'apiVersion: builtin\nkind: ConfigMapGenerator\nmetadata: {name: by-plugin, namespace: team-a}\nliterals: [a=b]\n',
    )
    list(top, 'generators', 'generator.yaml')
  },
  sortOptions: ({ top, random }) =>
    set(
      top,
      'sortOptions',
      pick(random, [
        { order: 'fifo' },
        { order: 'legacy' },
        { order: 'legacy', legacySortOptions: { orderFirst: ['ConfigMap', 'Service'], orderLast: ['Deployment'] } },
      ]),
    ),
  buildMetadata: ({ top, random }) =>
    set(
      top,
      'buildMetadata',
      pick(random, [
        ['managedByLabel'],
        ['originAnnotations'],
        ['transformerAnnotations'],
        ['originAnnotations', 'transformerAnnotations', 'managedByLabel'],
      ]),
    ),
  crds: ({ top, files }) => {
    const reference = {
      name: { 'x-kubernetes-object-ref-api-version': 'v1', 'x-kubernetes-object-ref-kind': 'ConfigMap' },
    }
    const definition = {
      Schema: {
        properties: { spec: { $ref: 'v1.WidgetSpec' } },
        type: 'object',
        'x-kubernetes-group-version-kind': [{ group: 'example.test', version: 'v1', kind: 'Widget' }],
      },
    }
    const spec = {
      Schema: {
        properties: {
          configRef: {
            'x-kubernetes-object-ref-api-version': 'v1',
            'x-kubernetes-object-ref-kind': 'ConfigMap',
            'x-kubernetes-object-ref-name-key': 'name',
            properties: reference,
          },
        },
      },
    }
    files.set('top/crd.json', JSON.stringify({ 'v1.Widget': definition, 'v1.WidgetSpec': spec }))
    list(top, 'crds', 'crd.json')
  },
  configurations: ({ top, files }) => {
    files.set(
      'top/configuration.yaml',
      text({
        nameReference: [
          { kind: 'ConfigMap', version: 'v1', fieldSpecs: [{ path: 'spec/configRef/name', kind: 'Widget' }] },
        ],
        images: [{ path: 'spec/image', kind: 'Widget' }],
        commonLabels: [{ path: 'spec/template/metadata/labels', kind: 'Widget', create: true }],
      }),
    )
    list(top, 'configurations', 'configuration.yaml')
  },
  openapi: ({ top, files }) => {
    files.set(
      'top/schema.json',
      JSON.stringify({
        definitions: {
          Widget: {
            type: 'object',
            'x-kubernetes-group-version-kind': [{ group: 'example.test', version: 'v1', kind: 'Widget' }],
            properties: {
              spec: { type: 'object', properties: { nested: { type: 'array', items: { type: 'array' } } } },
            },
          },
        },
      }),
    )
    top.openapi = { path: 'schema.json' }
  },
}

/** What the features speak of: kustomize refuses patches and replacements without a target. */
const referredTo = ['deployment.yaml', 'service.yaml', 'ingress.yaml', 'texts.yaml', 'widget.yaml']

/** How many features there are to mix. */
export const featureCount = Object.keys(features).length

/**
 * Files of one overlay: `top/kustomization.yaml` over `base`, and what else they need. The same number gives the same bytes. The first
 * `featureCount` overlays have one feature each, over every manifest; the others mix some of both.
 */
export function overlay(number: number): ReadonlyMap<string, string> {
  const random = seededRandom(number + 1)
  for (let skipped = 0; skipped < 8; skipped += 1) random(2)
  const all = Object.keys(features)
  const single = all[number]
  const files: Files = new Map()
  const chosen = Object.keys(manifests).filter(
    (name) => single !== undefined || referredTo.includes(name) || random(3) > 0,
  )
  for (const name of chosen) files.set(`base/${name}`, manifests[name] as string)
  files.set(
    'base/kustomization.yaml',
    text({
      resources: chosen,
      configMapGenerator: [{ name: 'settings', literals: ['level=1', 'other=x'] }],
      secretGenerator: [{ name: 'tokens', literals: ['token=abc'] }],
      ...(single === undefined && random(3) === 0 ? { namePrefix: 'base-' } : {}),
      ...(single === undefined && random(4) === 0 ? { namespace: 'base' } : {}),
    }),
  )
  const top: Kustomization = { resources: ['../base'] }
  const share = 2 + random(5)
  for (const name of all)
    if (single === undefined ? random(share) === 0 : name === single) features[name]?.({ top, files, random })
  files.set('top/kustomization.yaml', text(top))
  return files
}
