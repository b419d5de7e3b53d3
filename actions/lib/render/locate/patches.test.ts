import { describe, expect, it } from 'vitest'
import { asked, container, deployment, located, webYaml } from './located.ts'

const base = { 'base/kustomization.yaml': 'resources: [web.yaml]\n', 'base/web.yaml': webYaml }
const identity = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n'
const merged = `${identity}spec:
  replicas: 3
  template:
    spec:
      containers:
        - name: extra
          image: extra:1
        - name: web
          resources:
            limits:
              memory: 2Gi
          args: [a, b]
`

function withPatch(entry: string, patch = '') {
  return { ...base, 'top/kustomization.yaml': `resources: [../base]\n${entry}`, 'top/p.yaml': patch }
}

const rendered = deployment({
  spec: {
    replicas: 3,
    template: {
      spec: {
        containers: [
          { name: 'web', image: 'web:1', args: ['a', 'b'], resources: { limits: { memory: '2Gi' } } },
          { name: 'extra', image: 'extra:1' },
        ],
      },
    },
  },
})

describe('strategic merge patches', () => {
  const files = withPatch('patches: [{path: p.yaml}]\n', merged)
  it.each([
    ['sets a scalar', '/spec/replicas', 'top/p.yaml:6:3 replicas: 3'],
    ['sets a scalar of an element by its name', `${container}/resources/limits/memory`, 'top/p.yaml:15:15 memory: 2Gi'],
    ['leaves a scalar', `${container}/image`, 'base/web.yaml:11:11 image: web:1'],
    ['adds to a mapping that the base has', `${container}/resources`, 'base/web.yaml:12:11 resources'],
    ['misses what nobody wrote', `${container}/resources/requests`, 'base/web.yaml:12:11 resources'],
    ['adds an element', '/spec/template/spec/containers/1/image', 'top/p.yaml:11:11 image: extra:1'],
    [
      'misses a field of an element that it added',
      '/spec/template/spec/containers/1/resources',
      'top/p.yaml:10:11 name: extra',
    ],
    ['sets a list', `${container}/args/1`, 'top/p.yaml:16:21 b'],
    ['sets a whole list', `${container}/args`, 'top/p.yaml:16:11 args'],
    ['never sets what it is found by', '/kind', 'base/web.yaml:2:1 kind: Deployment'],
  ])('%s', async (_, pointer, expected) => expect(await located(files, asked(rendered, pointer))).toBe(expected))

  it('replace and remove on demand', async () => {
    const replaced = withPatch(
      'patches: [{path: p.yaml}]\n',
      `${identity}spec:\n  template:\n    $patch: replace\n    spec: {hostNetwork: true}\n`,
    )
    const object = deployment({ spec: { template: { spec: { hostNetwork: true } } } })
    expect(await located(replaced, asked(object, '/spec/template/spec/containers'))).toBe('top/p.yaml:8:5 spec')
    expect(await located(replaced, asked(object, '/spec/template'))).toBe('top/p.yaml:6:3 template')
    const removed = withPatch('patches: [{path: p.yaml}]\n', `${identity}spec:\n  replicas: null\n`)
    expect(await located(removed, asked(deployment({ spec: { replicas: undefined } }), '/spec/replicas'))).toBe(
      'top/p.yaml:6:3 replicas: null',
    )
  })

  it('replace the lists of kinds that kustomize has no schema of', async () => {
    const gadget = 'apiVersion: example.com/v1\nkind: Gadget\nmetadata: {name: web}\nparts:\n'
    const files = {
      ...withPatch('patches: [{path: p.yaml}]\n', `${gadget}  - name: one\n`),
      'base/web.yaml': `${gadget}  - name: one\n    size: 1\n`,
    }
    const object = { apiVersion: 'example.com/v1', kind: 'Gadget', metadata: { name: 'web' }, parts: [{ name: 'one' }] }
    expect(await located(files, asked(object, '/parts/0/size'))).toBe('top/p.yaml:5:5 name: one')
  })

  it('may be inline, several in one file, or of the old field', async () => {
    const inline = withPatch(
      `patchesStrategicMerge:\n  - p.yaml\n  - |-\n    ${merged.replaceAll('\n', '\n    ').trimEnd()}\n`,
      `kind: Other\n---\n${merged.replace('3', '2')}`,
    )
    expect(await located(inline, asked(rendered, '/spec/replicas'))).toBe('top/kustomization.yaml:10:7 replicas: 3')
    const several = withPatch('patches: [{path: p.yaml}]\n', `kind: Other\n---\n${merged}`)
    expect(await located(several, asked(rendered, '/spec/replicas'))).toBe('top/p.yaml:8:3 replicas: 3')
  })

  it('tell ports apart by number and protocol', async () => {
    const ports = (list: string) =>
      `${identity}spec:\n  template:\n    spec:\n      containers:\n        - name: web\n          ports:\n${list}`
    const files = {
      ...withPatch(
        'patches: [{path: p.yaml}]\n',
        ports('            - {containerPort: 53, protocol: UDP, name: udp}\n'),
      ),
      'base/web.yaml': ports('            - {containerPort: 53, name: tcp}\n'),
    }
    const object = deployment({
      container: {
        ports: [
          { containerPort: 53, protocol: 'UDP', name: 'udp' },
          { containerPort: 53, name: 'tcp' },
        ],
      },
    })
    const at = (pointer: string) => located(files, asked(object, `${container}/ports/${pointer}`))
    expect(await at('0/hostPort')).toBe('top/p.yaml:11:15 {')
    expect(await at('1/hostPort')).toBe('base/web.yaml:11:15 {')
    expect(await at('1/name')).toBe('base/web.yaml:11:35 name: tcp')
    const emptied = { ...files, 'top/p.yaml': ports('').replace('ports:', 'ports: []') }
    expect(await located(emptied, asked(object, `${container}/ports/1/name`))).toBe('base/web.yaml:11:35 name: tcp')
  })

  it('say nothing when they are broken, missing or remote', async () => {
    for (const entry of [
      'patches: [{path: gone.yaml}]\n',
      'patches: [{path: "https://host.example/p.yaml"}]\n',
      'patches: [{path: p.yaml}]\n',
      'patches: 7\n',
      'patches: [null, {}]\n',
    ]) {
      expect(await located(withPatch(entry, 'a: [\nb: }'), asked(rendered, '/spec/replicas'))).toBe(
        'base/web.yaml:6:3 replicas: 1',
      )
    }
  })
})

describe('the outermost patch', () => {
  it('has the last word, components before their kustomization', async () => {
    const component = 'kind: Component\npatches: [{path: c.yaml}]\n'
    const files = {
      ...withPatch('components: [../part]\npatches: [{path: p.yaml}]\n', `${identity}spec: {paused: true}\n`),
      'part/kustomization.yaml': component,
      'part/c.yaml': `${identity}spec:\n  paused: false\n  replicas: 5\n`,
      'base/kustomization.yaml': 'resources: [web.yaml]\npatches:\n  - path: b.yaml\n',
      'base/b.yaml': `${identity}spec:\n  replicas: 4\n  minReadySeconds: 1\n`,
    }
    const object = deployment({ spec: { replicas: 5, paused: true, minReadySeconds: 1 } })
    expect(await located(files, asked(object, '/spec/paused'))).toBe('top/p.yaml:5:8 paused: true')
    expect(await located(files, asked(object, '/spec/replicas'))).toBe('part/c.yaml:7:3 replicas: 5')
    expect(await located(files, asked(object, '/spec/minReadySeconds'))).toBe('base/b.yaml:7:3 minReadySeconds: 1')
  })
})

describe('targets', () => {
  const object = deployment({
    name: 'web',
    metadata: { labels: { tier: 'front' }, annotations: { a: 'b' }, namespace: 'shop' },
  })
  const at = (target: string) =>
    located(
      withPatch(
        `patches:\n  - path: p.yaml\n    target: ${target}\n`,
        '- {op: replace, path: /spec/replicas, value: 1}\n',
      ),
      asked(object, '/spec/replicas'),
    )
  it.each([
    '{}',
    '{kind: Deployment}',
    '{kind: Deploy.*, name: w.b}',
    '{group: apps, version: v1}',
    '{name: api|web}',
    '{namespace: sho.}',
    '{labelSelector: tier=front}',
    '{labelSelector: "tier in (back, front),!other"}',
    '{labelSelector: tier!=back}',
    '{annotationSelector: a}',
  ])('%s selects', async (target) => expect(await at(target)).toBe('top/p.yaml:1:39 value: 1'))
  it.each([
    '{kind: Deploy}',
    '{name: we}',
    '{group: batch}',
    '{namespace: other}',
    '{labelSelector: tier=back}',
    '{labelSelector: tier notin (front)}',
    '{annotationSelector: "!a"}',
    '{name: "(w+)+x"}',
    '{name: "["}',
    'nonsense',
  ])('%s does not', async (target) => expect(await at(target)).toBe('base/web.yaml:6:3 replicas: 1'))
})

describe('JSON 6902 patches', () => {
  const at = async (operations: string, pointer: string, object = rendered) =>
    located(withPatch('patches:\n  - {path: p.yaml, target: {kind: Deployment}}\n', operations), asked(object, pointer))

  it('the last operation on a field counts', async () => {
    const twice = '- op: replace\n  path: /spec/replicas\n  value: 2\n- op: add\n  path: /spec/replicas\n  value: 3\n'
    expect(await at(twice, '/spec/replicas')).toBe('top/p.yaml:6:3 value: 3')
  })
  it('a replaced ancestor holds its fields, also the missing ones', async () => {
    const whole =
      '- op: replace\n  path: /spec/template/spec/containers/0/resources\n  value:\n    limits:\n      memory: 2Gi\n'
    expect(await at(whole, `${container}/resources/limits/memory`)).toBe('top/p.yaml:5:7 memory: 2Gi')
    expect(await at(whole, `${container}/resources/requests`)).toBe('top/p.yaml:3:3 value')
  })
  it('an element at the end is known by its name', async () => {
    const appended =
      '- op: add\n  path: /spec/template/spec/containers/-\n  value:\n    name: extra\n    image: extra:1\n'
    expect(await at(appended, '/spec/template/spec/containers/1/image')).toBe('top/p.yaml:5:5 image: extra:1')
    expect(await at(appended, `${container}/image`)).toBe('base/web.yaml:11:11 image: web:1')
  })
  it('what was removed is shown where it was removed', async () => {
    const object = deployment({ spec: { replicas: undefined } })
    expect(await at('- op: remove\n  path: /spec/replicas\n', '/spec/replicas', object)).toBe(
      'top/p.yaml:2:3 path: /spec/replicas',
    )
  })
  it('may be JSON, and of the old field', async () => {
    const files = withPatch(
      'patchesJson6902:\n  - target: {kind: Deployment, name: web, version: v1}\n    path: p.yaml\n',
      '[\n\t{"op": "add", "path": "/metadata/annotations/a~1b", "value": "c"}\n]\n',
    )
    const object = deployment({ metadata: { annotations: { 'a/b': 'c' } } })
    expect(await located(files, asked(object, '/metadata/annotations/a~1b'))).toBe('top/p.yaml:2:54 "value": "c"')
  })
})

describe('inline patches', () => {
  it.each([
    ['literal', 'patch: |\n      - op: add\n        path: /spec/replicas\n        value: 3\n', '7:9 value: 3'],
    [
      'literal with an indentation',
      'patch: |2-\n        - op: add\n          path: /spec/replicas\n          value: 3\n',
      '7:11 value: 3',
    ],
    ['folded', 'patch: >\n      [{op: add, path: /spec/replicas,\n      value: 3}]\n', '6:7 value: 3'],
    [
      'folded with blank lines',
      'patch: >-\n\n      - op: add\n\n        path: /spec/replicas\n\n        value: 3\n',
      '10:9 value: 3',
    ],
    [
      'single quoted',
      `patch: '[{"op": "add", "path": "/spec/replicas", "note": "it''s", "value": 3}]'\n`,
      '4:71 "value": 3',
    ],
    [
      'double quoted',
      'patch: "- op: add\\n  path: /spec/replicas\\n  note: \\"\\u0041\\"\\n  value: 3"\n',
      '4:70 value: 3',
    ],
    [
      'double quoted over lines',
      'patch: "[{op: add, path: /spec/re\\\n      plicas,\n      value: 3}]"\n',
      '6:7 value: 3',
    ],
    ['plain', 'patch: >-\n      [{"op": "add", "path": "/spec/replicas", "value": 3}]\n', '5:48 "value": 3'],
  ])('%s', async (_, patch, expected) => {
    const files = withPatch(`patches:\n  - target: {kind: Deployment}\n    ${patch}`)
    expect(await located(files, asked(rendered, '/spec/replicas'))).toBe(`top/kustomization.yaml:${expected}`)
    const windows = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]),
    )
    expect(await located(windows, asked(rendered, '/spec/replicas'))).toBe(`top/kustomization.yaml:${expected}`)
  })
})
