import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { asked, container, deployment, located, webYaml } from './located.ts'

const application = `apiVersion: v1
kind: ConfigMap
---
apiVersion: argoproj.io/v1alpha1
kind: Application
spec:
  source:
    path: top
    kustomize:
      namePrefix: a-
      namespace: live
      images:
        - web=mirror/web:9
        - api:2
      replicas:
        - name: web
          count: 6
      commonLabels: {tier: front}
      commonAnnotations: {team: b}
      components: [../part]
      patches:
        - target: {kind: Deployment}
          patch: |-
            - op: add
              path: /spec/paused
              value: true
`
const options = (parse(application.split('---\n')[1] ?? '') as { spec: { source: { kustomize: object } } }).spec.source
  .kustomize
const files = {
  'apps/web.yaml': application,
  'top/kustomization.yaml': 'resources: [../base]\nimages: [{name: web, newTag: "8"}]\n',
  'base/kustomization.yaml': 'resources: [web.yaml]\n',
  'base/web.yaml': webYaml,
  'part/kustomization.yaml': 'patches: [{path: p.yaml}]\n',
  'part/p.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {minReadySeconds: 4}\n',
}
const object = deployment({
  name: 'a-web',
  metadata: { namespace: 'live', labels: { tier: 'front' }, annotations: { team: 'b' } },
  container: { image: 'mirror/web:9' },
  spec: {
    replicas: 6,
    paused: true,
    minReadySeconds: 4,
    template: { spec: { containers: [{ name: 'web', image: 'mirror/web:9' }] } },
  },
})

describe('options of an Application', () => {
  it.each([
    ['/metadata/name', 'apps/web.yaml:10:7 namePrefix: a-'],
    ['/metadata/namespace', 'apps/web.yaml:11:7 namespace: live'],
    [`${container}/image`, 'apps/web.yaml:13:11 web=mirror/web:9'],
    ['/spec/replicas', 'apps/web.yaml:17:11 count: 6'],
    ['/metadata/labels/tier', 'apps/web.yaml:18:22 tier: front'],
    ['/metadata/annotations/team', 'apps/web.yaml:19:27 team: b'],
    ['/spec/paused', 'apps/web.yaml:26:15 value: true'],
    ['/spec/minReadySeconds', 'part/p.yaml:4:8 minReadySeconds: 4'],
    [`${container}/resources/limits/memory`, 'base/web.yaml:14:15 memory: 1Gi'],
  ])('%s', async (pointer, expected) => {
    const source = { type: 'kustomize', path: 'top', kustomize: options as never } as const
    const place = { file: 'apps/web.yaml', line: 4, pointer: '/spec/source' }
    expect(await located(files, asked(object, pointer, { source, application: place }))).toBe(expected)
  })

  it('that were generated point at their entry, not into text that is not there', async () => {
    const source = {
      type: 'kustomize',
      path: 'top',
      kustomize: {
        patches: [{ target: { kind: 'Deployment' }, patch: '[{"op":"add","path":"/spec/paused","value":true}]' }],
      },
    } as const
    const place = { file: 'apps/web.yaml', line: 4, pointer: '/spec/source' }
    expect(await located(files, asked(object, '/spec/paused', { source, application: place }))).toBe(
      'apps/web.yaml:23:11 patch',
    )
  })
})
