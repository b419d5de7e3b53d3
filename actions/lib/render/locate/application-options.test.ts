import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { KubernetesObject } from '../../kubernetes/object.ts'
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

  const withOptions = (top: string, kustomize: string, object: KubernetesObject, pointer: string) => {
    const text = `spec:\n  source:\n    kustomize: ${kustomize}\n`
    const value = (parse(text) as { spec: { source: { kustomize: never } } }).spec.source.kustomize
    const source = { type: 'kustomize', path: 'top', kustomize: value } as const
    const application = { file: 'apps/web.yaml', pointer: '/spec/source' }
    const changed = { ...files, 'apps/web.yaml': text, 'top/kustomization.yaml': `resources: [../base]\n${top}` }
    return located(changed, asked(object, pointer, { source, application }))
  }

  it('take the place of the same field of the top kustomization', async () => {
    const at = (pointer: string) =>
      withOptions('namePrefix: b-\nnamespace: old\n', '{namePrefix: a-, namespace: live}', object, pointer)
    expect(await at('/metadata/name')).toBe('apps/web.yaml:3:17 namePrefix: a-')
    expect(await at('/spec/replicas')).toBe('base/web.yaml:6:3 replicas: 1')
  })

  it('run together with the top kustomization: its images come after their patches', async () => {
    const options = `{patches: [{target: {kind: Deployment}, patch: '[{"op":"replace","path":"${container}/image","value":"web:7"}]'}]}`
    const at = (top: string, image: string) =>
      withOptions(top, options, deployment({ container: { image } }), `${container}/image`)
    expect(await at('images: [{name: web, newTag: "8"}]\n', 'web:8')).toBe('top/kustomization.yaml:2:22 newTag: "8"')
    expect(await at('', 'web:7')).toBe(`apps/web.yaml:3:129 "value":"web:7"`)
  })

  it('label and annotate as they say', async () => {
    const labels = { tier: 'front' }
    const object = deployment({
      metadata: { labels, annotations: { app: 'web-prod' } },
      spec: { selector: { matchLabels: labels } },
    })
    const options =
      '{commonLabels: {tier: front}, labelWithoutSelector: true, commonAnnotations: {app: $ARGOCD_APP_NAME}}'
    const at = (pointer: string) => withOptions('', options, object, pointer)
    expect(await at('/metadata/labels/tier')).toBe('apps/web.yaml:3:32 tier: front')
    expect(await at('/spec/selector/matchLabels/tier')).toBe('base/web.yaml:5:1 spec')
    expect(await at('/metadata/annotations/app')).toBe('apps/web.yaml:3:94 app: $ARGOCD_APP_NAME')
  })

  it.each([
    ['web=other:*', 'web:1', 'base/web.yaml:11:11 image: web:1'],
    ['web=*:3', 'web:3', 'apps/web.yaml:3:26 web=*:3'],
    ['web@sha256:abc', 'web@sha256:abc', 'apps/web.yaml:3:26 web@sha256:abc'],
  ])('image %s makes %s', async (entry, image, expected) => {
    const object = deployment({ container: { image } })
    expect(await withOptions('', `{images: ["${entry}"]}`, object, `${container}/image`)).toBe(
      expected.replace(entry, `"${entry}"`),
    )
  })
})
