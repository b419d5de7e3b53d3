// The kustomize options of an Application, as the commands that Argo CD runs for them.
// Source: argo-cd v3.5 util/kustomize/kustomize.go, Build.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import type { Random } from '../bench/fleet.ts'

export type Options = {
  readonly namePrefix?: string
  readonly nameSuffix?: string
  readonly namespace?: string
  readonly images?: readonly string[]
  readonly replicas?: readonly { readonly name: string; readonly count: number | string }[]
  readonly commonLabels?: Readonly<Record<string, string>>
  readonly forceCommonLabels?: boolean
  readonly labelWithoutSelector?: boolean
  readonly labelIncludeTemplates?: boolean
  readonly commonAnnotations?: Readonly<Record<string, string>>
  readonly forceCommonAnnotations?: boolean
  readonly patches?: readonly Readonly<Record<string, unknown>>[]
  readonly components?: readonly string[]
}

/** Options made up from a random source; some contradict the kustomization, and are refused. */
export function randomOptions(random: Random): Options {
  const some = <T extends object>(value: T): Partial<T> => (random(2) === 0 ? value : {})
  const one = <T>(...values: readonly T[]): T => values[random(values.length)] as T
  const withoutSelector = random(2) === 0
  return {
    ...some({ namePrefix: 'app-' }),
    ...some({ nameSuffix: '-app' }),
    ...some({ namespace: 'destination' }),
    ...some({
      images: [
        one(
          'nginx:2.0',
          'nginx=mirror.example.com:5000/nginx',
          `nginx@sha256:${'c'.repeat(64)}`,
          'nginx=*:3',
          'nginx=other:*',
        ),
        one('registry.example.com:5000/tools/prepare:9', `registry.example.com/side=side:1@sha256:${'d'.repeat(64)}`),
      ],
    }),
    ...some({ replicas: [{ name: 'web', count: one<number | string>(7, '8') }] }),
    ...some({ commonLabels: { app: 'labelled', team: one('b', '1') }, forceCommonLabels: random(3) > 0 }),
    labelWithoutSelector: withoutSelector,
    labelIncludeTemplates: withoutSelector && random(2) === 0,
    ...some({ commonAnnotations: { owner: 'team b', number: '1' }, forceCommonAnnotations: random(3) > 0 }),
    ...some({
      patches: [
        {
          target: { kind: 'Service' },
          patch: '- {op: add, path: /metadata/annotations, value: {patched: "by application"}}\n',
        },
        { patch: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {paused: true}\n', options: {} },
      ],
    }),
    ...some({ components: ['../extra-component'] }),
  }
}

/** The commands, in Argo CD's order; patches are written into the file between the two groups. */
export function editCommands(options: Options): { readonly before: string[][]; readonly after: string[][] } {
  const pairs = (map: Readonly<Record<string, string>>) => Object.entries(map).map(([key, value]) => `${key}:${value}`)
  const before: string[][] = []
  if (options.namePrefix) before.push(['set', 'nameprefix', '--', options.namePrefix])
  if (options.nameSuffix) before.push(['set', 'namesuffix', '--', options.nameSuffix])
  if (options.images) before.push(['set', 'image', ...options.images])
  if (options.replicas)
    before.push(['set', 'replicas', ...options.replicas.map(({ name, count }) => `${name}=${count}`)])
  if (options.commonLabels)
    before.push([
      'add',
      'label',
      ...(options.forceCommonLabels ? ['--force'] : []),
      ...(options.labelWithoutSelector ? ['--without-selector'] : []),
      ...(options.labelIncludeTemplates ? ['--include-templates'] : []),
      ...pairs(options.commonLabels),
    ])
  if (options.commonAnnotations)
    before.push([
      'add',
      'annotation',
      ...(options.forceCommonAnnotations ? ['--force'] : []),
      ...pairs(options.commonAnnotations),
    ])
  if (options.namespace) before.push(['set', 'namespace', '--', options.namespace])
  return { before, after: options.components ? [['add', 'component', ...options.components]] : [] }
}

/** Appends patches to a kustomization on the disk, as Argo CD does: it rewrites the file as data. */
export function writePatches(directory: string, patches: NonNullable<Options['patches']>): void {
  const file = join(directory, 'kustomization.yaml')
  const read = parse(readFileSync(file, 'utf8'))
  const all = [...(read.patches ?? []), ...patches]
  writeFileSync(file, stringify({ ...read, patches: all }, { version: '1.1', lineWidth: 0 }))
}
