import { describe, expect, it } from 'vitest'
import type { KubernetesObject } from '../../kubernetes/object.ts'
import { asked, container, deployment, located, seen, webYaml } from './located.ts'
import { createLocator } from './locator.ts'

const object = (kind: string, name: string) => ({ apiVersion: 'v1', kind, metadata: { name } }) as KubernetesObject
const source = { type: 'directory', path: 'plain' } as const

const several = `# first
apiVersion: v1
kind: ConfigMap
metadata:
  name: one
---

apiVersion: v1
kind: List
items:
  - kind: Secret
    metadata: {name: two}
  - kind: Secret
    metadata: {name: three}
`

describe('plain directories', () => {
  it.each([
    [{ line: 2 }, '/metadata/name', 'plain/a.yaml:5:3 name: one'],
    [{ line: 2 }, '/data/missing', 'plain/a.yaml:2:1 apiVersion: v1'],
    [{ line: 8, item: 1 }, '/metadata/name', 'plain/a.yaml:14:16 name: three'],
    [{ line: 8, item: 0 }, '', 'plain/a.yaml:11:5 kind: Secret'],
    [{}, '/metadata/name', 'plain/a.yaml'],
  ])('document of %j at %s', async (place, pointer, expected) => {
    const origin = { file: 'plain/a.yaml', ...place }
    const request = { origin, object: object('Any', 'any'), pointer, source }
    expect(await located({ 'plain/a.yaml': several }, request)).toBe(expected)
  })

  it('says the file alone when it is missing or broken', async () => {
    const request = { origin: { file: 'gone.yaml', line: 1 }, object: object('Any', 'any'), pointer: '', source }
    expect(await located({}, request)).toBe('gone.yaml')
    const throwing = createLocator(() => Promise.reject(new Error('unreadable')))
    expect(await throwing.locate(request)).toEqual({ file: 'gone.yaml' })
  })

  it('marks the end of what it names', async () => {
    const locator = createLocator(async () => several)
    expect(await locator.locateInFile('a', { line: 2, pointer: '/metadata/name' })).toEqual({
      file: 'a',
      line: 5,
      column: 3,
      endLine: 5,
      endColumn: 12,
    })
  })

  it('finds documents by line, by index, and the only one', async () => {
    const locator = createLocator(async () => several)
    const at = async (place: object) =>
      seen({ a: several }, await locator.locateInFile('a', { pointer: '/kind', ...place }))
    expect(await at({ line: 9 })).toBe('a:9:1 kind: List')
    expect(await at({ document: 0 })).toBe('a:3:1 kind: ConfigMap')
    expect(await at({ document: 7 })).toBe('a')
    expect(await at({})).toBe('a')
  })
})

describe('the base of a kustomize build', () => {
  const top = (text: string) => ({
    'top/kustomization.yaml': text,
    'base/kustomization.yaml': 'resources: [web.yaml]\n',
  })

  it('is found through prefixes and suffixes, whole names before parts of names', async () => {
    const files = {
      ...top('namePrefix: a-\nnameSuffix: -z\nresources: [../base]\n'),
      'base/web.yaml': `${webYaml}---\n${webYaml.replace('name: web', 'name: web-a')}---\n${webYaml.replace('name: web', 'name: a-web')}`,
    }
    const at = (name: string) => located(files, asked(deployment({ name }), '/spec/replicas'))
    expect(await at('a-web-z')).toBe('base/web.yaml:6:3 replicas: 1')
    expect(await at('a-web-a-z')).toBe('base/web.yaml:21:3 replicas: 1')
    expect(await at('a-a-web-z')).toBe('base/web.yaml:36:3 replicas: 1')
  })

  it('is the only one of its kind when no name fits', async () => {
    const files = { ...top('resources: [../base]\n'), 'base/web.yaml': `${webYaml}---\n${several}` }
    expect(await located(files, asked(deployment({ name: 'other' }), '/spec/replicas'))).toBe(
      'base/web.yaml:6:3 replicas: 1',
    )
  })

  it('is told apart by namespace', async () => {
    const other = webYaml.replace('name: web\n', 'name: web\n  namespace: blue\n')
    const files = { ...top('resources: [../base]\n'), 'base/web.yaml': `${webYaml}---\n${other}` }
    const blue = deployment({ metadata: { namespace: 'blue' } })
    expect(await located(files, asked(blue, '/spec/replicas'))).toBe('base/web.yaml:22:3 replicas: 1')
    expect(await located(files, asked(deployment(), '/spec/replicas'))).toBe('base/web.yaml:6:3 replicas: 1')
  })

  it('is the object itself where a field is missing: the deepest part that exists', async () => {
    const files = { ...top('resources: [../base]\n'), 'base/web.yaml': webYaml }
    const at = (pointer: string) =>
      located(files, asked(deployment({ container: { resources: { limits: { memory: '1Gi' } } } }), pointer))
    expect(await at(`${container}/resources/requests/cpu`)).toBe('base/web.yaml:12:11 resources')
    expect(await at(`${container}/livenessProbe`)).toBe('base/web.yaml:10:11 name: web')
    expect(await at('')).toBe('base/web.yaml:1:1 apiVersion: apps/v1')
  })

  it('is read by name, not by place, where lists were reordered', async () => {
    const files = { ...top('resources: [../base]\n'), 'base/web.yaml': webYaml }
    const spec = { template: { spec: { containers: [{ name: 'first' }, { name: 'web', image: 'web:1' }] } } }
    expect(await located(files, asked(deployment({ spec }), '/spec/template/spec/containers/1/image'))).toBe(
      'base/web.yaml:11:11 image: web:1',
    )
  })

  it('stays a file when it is broken, unknown or loops', async () => {
    const broken = { ...top('resources: [../base]\n'), 'base/web.yaml': 'a: [\nb: }' }
    expect(await located(broken, asked(deployment(), '/spec'))).toBe('top/kustomization.yaml')
    const loop = {
      'top/kustomization.yaml': 'resources: [../base]\n',
      'base/kustomization.yaml': 'resources: [../top]\n',
    }
    expect(await located(loop, asked(deployment(), '/spec'))).toBe('top/kustomization.yaml')
    const unreached = { 'top/kustomization.yaml': ': [', 'base/web.yaml': webYaml }
    expect(await located(unreached, asked(deployment(), '/spec/replicas'))).toBe('top')
  })

  it('reads every file once', async () => {
    const files: Record<string, string> = {
      ...top('resources: [../base]\npatches: [{path: p.yaml}]\n'),
      'base/web.yaml': webYaml,
      'top/p.yaml': webYaml,
    }
    const reads: string[] = []
    const locator = createLocator(async (path) => {
      reads.push(path)
      return files[path]
    })
    for (const pointer of ['/spec/replicas', '/spec', container]) await locator.locate(asked(deployment(), pointer))
    expect(reads.length).toBe(new Set(reads).size)
  })

  it('survives towers of kustomizations that use each other twice', async () => {
    const files: Record<string, string> = {
      'base/web.yaml': webYaml,
      'k30/kustomization.yaml': 'resources: [../base/web.yaml]\n',
    }
    for (let level = 0; level < 30; level += 1) {
      const below = `../k${level + 1}`
      files[`k${level}/kustomization.yaml`] = `resources: [${below}, ${below}/]\n`
    }
    const request = asked(deployment(), '/spec/replicas', { source: { type: 'kustomize', path: 'k0' } })
    expect(await located(files, request)).toBe('base/web.yaml:6:3 replicas: 1')
  })

  it('takes a file of thousands of documents in its stride', async () => {
    const many = Array.from({ length: 5000 }, (_, index) => webYaml.replace('name: web', `name: web-${index}`)).join(
      '---\n',
    )
    const files = { ...top('resources: [../base]\n'), 'base/web.yaml': many }
    const locator = createLocator(async (path) => files[path as keyof typeof files])
    for (let index = 0; index < 5000; index += 50) {
      const at = await locator.locate(asked(deployment({ name: `web-${index}` }), '/spec/replicas'))
      expect(at.line).toBe(index * 15 + 6)
    }
  })
})
