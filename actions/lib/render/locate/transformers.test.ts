import { describe, expect, it } from 'vitest'
import type { KubernetesObject } from '../../kubernetes/object.ts'
import { asked, container, deployment, located, webYaml } from './located.ts'

function at(kustomization: string, object: KubernetesObject, pointer: string, written = webYaml): Promise<string> {
  const files = {
    'top/kustomization.yaml': `resources: [../base]\n${kustomization}`,
    'base/kustomization.yaml': 'resources: [web.yaml]\n',
    'base/web.yaml': written,
    'top/r.yaml':
      '- source: {kind: Service}\n  targets:\n    - select: {kind: Deployment}\n      fieldPaths: [spec.replicas]\n',
  }
  return located(files, asked(object, pointer))
}

describe('images', () => {
  const image = (name: string) => deployment({ container: { image: name } })
  it.each([
    ['{name: web, newTag: "2"}', 'web:2', '3:17 newTag: "2"'],
    ['{name: web, newName: other, newTag: "2"}', 'other:2', '3:33 newTag: "2"'],
    ['{name: web, newName: host:5000/other}', 'host:5000/other:1', '3:17 newName: host:5000/other'],
    ['{name: web, digest: sha256:abc}', 'web@sha256:abc', '3:17 digest: sha256:abc'],
  ])('%s makes %s', async (entry, rendered, expected) => {
    const text = `images:\n  - ${entry}\n`
    expect(await at(text, image(rendered), `${container}/image`)).toBe(`top/kustomization.yaml:${expected}`)
  })
  it('leave other images', async () => {
    expect(await at('images: [{name: api, newTag: "2"}]\n', image('web:1'), `${container}/image`)).toBe(
      'base/web.yaml:11:11 image: web:1',
    )
  })
})

describe('replicas, names, namespace', () => {
  it('replicas', async () => {
    const text = 'namePrefix: a-\nreplicas:\n  - name: web\n    count: 7\n'
    expect(await at(text, deployment({ name: 'a-web', spec: { replicas: 7 } }), '/spec/replicas')).toBe(
      'top/kustomization.yaml:5:5 count: 7',
    )
  })
  it('names', async () => {
    const text = 'namePrefix: a-\nnameSuffix: -z\n'
    expect(await at(text, deployment({ name: 'a-web-z' }), '/metadata/name')).toBe(
      'top/kustomization.yaml:3:1 nameSuffix: -z',
    )
    expect(await at('namePrefix: a-\n', deployment({ name: 'a-web' }), '/metadata/name')).toBe(
      'top/kustomization.yaml:2:1 namePrefix: a-',
    )
    expect(await at('', deployment(), '/metadata/name')).toBe('base/web.yaml:4:3 name: web')
  })
  it('namespace, also of subjects and of a Namespace', async () => {
    const text = 'namespace: live\n'
    expect(await at(text, deployment({ metadata: { namespace: 'live' } }), '/metadata/namespace')).toBe(
      'top/kustomization.yaml:2:1 namespace: live',
    )
    const binding = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: 'web' },
      subjects: [{ kind: 'ServiceAccount', name: 'x', namespace: 'live' }],
    }
    const written =
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: web}\nsubjects:\n  - {kind: ServiceAccount, name: x, namespace: old}\n'
    expect(await at(text, binding, '/subjects/0/namespace', written)).toBe('top/kustomization.yaml:2:1 namespace: live')
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'live' } }
    const space = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: old}\n'
    expect(await at(text, namespace, '/metadata/name', space)).toBe('top/kustomization.yaml:2:1 namespace: live')
    expect(await at(text, deployment({ metadata: { namespace: 'own' } }), '/metadata/namespace')).toBe(
      'base/web.yaml:3:1 metadata',
    )
  })
})

describe('labels and annotations', () => {
  const labels = { tier: 'front' }
  const object = deployment({
    metadata: { labels, annotations: { team: 'a' } },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels } } },
  })
  const anywhere = ['/metadata/labels/tier', '/spec/template/metadata/labels/tier', '/spec/selector/matchLabels/tier']
  const missing = 'base/web.yaml'
  it.each([
    [
      'commonLabels:\n  tier: front\n',
      [
        'top/kustomization.yaml:3:3 tier: front',
        'top/kustomization.yaml:3:3 tier: front',
        'top/kustomization.yaml:3:3 tier: front',
      ],
    ],
    [
      'labels:\n  - pairs: {tier: front}\n',
      ['top/kustomization.yaml:3:13 tier: front', `${missing}:7:3 template`, `${missing}:5:1 spec`],
    ],
    [
      'labels:\n  - pairs: {tier: front}\n    includeTemplates: true\n',
      ['top/kustomization.yaml:3:13 tier: front', 'top/kustomization.yaml:3:13 tier: front', `${missing}:5:1 spec`],
    ],
    [
      'labels:\n  - pairs: {tier: front}\n    fields: [{path: spec/selector/matchLabels, create: true}]\n',
      ['top/kustomization.yaml:3:13 tier: front', `${missing}:7:3 template`, 'top/kustomization.yaml:3:13 tier: front'],
    ],
  ])('%s', async (text, expected) => {
    expect(await Promise.all(anywhere.map((pointer) => at(text, object, pointer)))).toEqual(expected)
  })
  it('annotations, and the mapping that they made', async () => {
    expect(await at('commonAnnotations: {team: a}\n', object, '/metadata/annotations/team')).toBe(
      'top/kustomization.yaml:2:21 team: a',
    )
    expect(await at('commonAnnotations: {team: a}\n', object, '/metadata/annotations')).toBe(
      'top/kustomization.yaml:2:1 commonAnnotations',
    )
  })
})

describe('replacements', () => {
  const target = (select: string, ...paths: string[]) =>
    `replacements:\n  - source: {kind: Service}\n    targets:\n      - select: ${select}\n        fieldPaths:\n${paths.map((path) => `          - ${path}\n`).join('')}`
  const object = deployment({
    container: { env: [{ name: 'A', value: 'b' }] },
    metadata: { annotations: { 'a.b/c': 'd' } },
  })
  it.each([
    ['spec.replicas', '/spec/replicas', '7:13 spec.replicas'],
    [
      '"spec.template.spec.containers.[name=web].env.[name=A].value"',
      `${container}/env/0/value`,
      '7:13 "spec.template.spec.containers.[name=web].env.[name=A].value"',
    ],
    ['spec.template.spec.containers.*.image', `${container}/image`, '7:13 spec.template.spec.containers.*.image'],
    ['metadata.annotations.a\\.b/c', '/metadata/annotations/a.b~1c', '7:13 metadata.annotations.a\\.b/c'],
    ['"metadata.annotations.[a.b/c]"', '/metadata/annotations/a.b~1c', '7:13 "metadata.annotations.[a.b/c]"'],
    ['spec.template.spec.containers.0.image', `${container}/image`, '7:13 spec.template.spec.containers.0.image'],
  ])('%s', async (path, pointer, expected) => {
    expect(await at(target('{kind: Deployment, name: web}', path), object, pointer)).toBe(
      `top/kustomization.yaml:${expected}`,
    )
  })
  it('of other objects or fields say nothing', async () => {
    expect(await at(target('{kind: Service}', 'spec.replicas'), object, '/spec/replicas')).toBe(
      'base/web.yaml:6:3 replicas: 1',
    )
    expect(await at(target('{kind: Deployment}', 'spec.paused'), object, '/spec/replicas')).toBe(
      'base/web.yaml:6:3 replicas: 1',
    )
  })
  it('may be files', async () => {
    expect(await at('replacements: [{path: r.yaml}]\n', object, '/spec/replicas')).toBe('top/r.yaml:4:20 spec.replicas')
  })
})
