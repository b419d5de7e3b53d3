import { describe, expect, it } from 'vitest'
import { asked, located } from './located.ts'

const files = {
  'base/kustomization.yaml': `namePrefix: shop-
configMapGenerator:
  - name: other
  - name: app
    literals:
      - MODE=slow
      - "COLOUR=red"
    files: [a/page.html, renamed=a/page.html]
    envs:
      - app.env
    options:
      labels: {own: "1"}
generatorOptions:
  annotations:
    all: "1"
`,
  'base/app.env': '\uFEFF# settings\nLIMIT=5\n  SPACED=yes\n',
  'base/a/page.html': '<p>',
  'top/kustomization.yaml': `resources: [../base]
namespace: live
configMapGenerator:
  - name: shop-app
    behavior: merge
    literals: [COLOUR=blue, EXTRA=1]
patches:
  - target: {kind: ConfigMap, name: app}
    patch: |
      - {op: add, path: /data/PATCHED, value: x}
`,
}
const object = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'shop-app-8dm5k6gcbf', namespace: 'live', labels: { own: '1' }, annotations: { all: '1' } },
  data: {
    MODE: 'slow',
    COLOUR: 'blue',
    EXTRA: '1',
    LIMIT: '5',
    SPACED: 'yes',
    'page.html': '<p>',
    renamed: '<p>',
    PATCHED: 'x',
  },
}
describe('generated objects', () => {
  it.each([
    ['', 'base/kustomization.yaml:4:5 name: app'],
    ['/data', 'base/kustomization.yaml:4:5 name: app'],
    ['/data/MISSING', 'base/kustomization.yaml:4:5 name: app'],
    ['/data/MODE', 'base/kustomization.yaml:6:9 MODE=slow'],
    ['/data/COLOUR', 'top/kustomization.yaml:6:16 COLOUR=blue'],
    ['/data/EXTRA', 'top/kustomization.yaml:6:29 EXTRA=1'],
    ['/data/page.html', 'base/kustomization.yaml:8:13 a/page.html'],
    ['/data/renamed', 'base/kustomization.yaml:8:26 renamed=a/page.html'],
    ['/data/LIMIT', 'base/app.env:2:1 LIMIT=5'],
    ['/data/SPACED', 'base/app.env:3:3 SPACED=yes'],
    ['/data/PATCHED', 'top/kustomization.yaml:10:40 value: x'],
    ['/metadata/namespace', 'top/kustomization.yaml:2:1 namespace: live'],
    ['/metadata/labels/own', 'base/kustomization.yaml:12:16 own: "1"'],
    ['/metadata/annotations/all', 'base/kustomization.yaml:15:5 all: "1"'],
  ])('%s', async (pointer, expected) => expect(await located(files, asked(object, pointer))).toBe(expected))

  it('forget what was replaced', async () => {
    const replaced = { ...files, 'top/kustomization.yaml': files['top/kustomization.yaml'].replace('merge', 'replace') }
    expect(await located(replaced, asked(object, '/data/MODE'))).toBe('top/kustomization.yaml:4:5 name: shop-app')
  })

  it('may be Secrets with a type', async () => {
    const secret = {
      apiVersion: 'v1',
      kind: 'Secret',
      type: 'Opaque',
      metadata: { name: 'login-b4d4mdm4m8' },
      data: { user: 'eA==' },
    }
    const own = {
      'top/kustomization.yaml': 'secretGenerator:\n  - name: login\n    type: Opaque\n    literals: [user=x]\n',
    }
    const at = (pointer: string) => located(own, asked(secret, pointer))
    expect(await at('/type')).toBe('top/kustomization.yaml:3:5 type: Opaque')
    expect(await at('/data/user')).toBe('top/kustomization.yaml:4:16 user=x')
  })
})
