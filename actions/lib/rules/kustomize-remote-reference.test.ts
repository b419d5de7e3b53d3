import { expect, test } from 'vitest'
import { isRemote, kustomizeRemoteReference } from './kustomize-remote-reference.ts'
import { objects, places, source, world } from './testing/world.ts'

const inFile = (text: string) => places(kustomizeRemoteReference, { sources: [source('app/kustomization.yaml', text)] })

// What kustomize 5.8 fetches, by its documentation of remote targets; and what it reads as a local path.
test.each([
  'https://example.com/base.yaml',
  'https://github.com/your-org/base//overlay?ref=v1.2.3',
  'http://example.com/a',
  'ssh://git@example.com/your-org/base.git',
  'git::https://example.com/base',
  'git@github.com:your-org/base.git//overlay',
  'github.com/your-org/base',
  'github.com/your-org/base//overlay?ref=main',
  'gh:your-org/base',
  'git.example.com/your-org/base.git?ref=main',
  'example.com/your-org/base//path',
  'oci://example.com/chart',
])('%s is remote', (text) => expect(isRemote(text)).toBe(true))

test.each([
  '../../base',
  'deployment.yaml',
  './a/b',
  'github.yaml',
  'base.v1/app',
  'docs/git-notes',
  'a=b',
  'files/app@2x.png',
])('%s is local', (text) => expect(isRemote(text)).toBe(false))

test.each([
  ['resources: [a.yaml, "https://example.com/b.yaml"]', '/resources/1'],
  ['bases: [github.com/your-org/base]', '/bases/0'],
  ['components: ["https://github.com/your-org/c"]', '/components/0'],
  ['patches: [{path: "https://example.com/p.yaml"}]', '/patches/0/path'],
  ['patchesStrategicMerge: ["https://example.com/p.yaml"]', '/patchesStrategicMerge/0'],
  ['openapi: {path: "https://example.com/schema.json"}', '/openapi/path'],
  ['configMapGenerator: [{name: a, files: ["x=https://example.com/x"]}]', '/configMapGenerator/0/files/0'],
  ['secretGenerator: [{name: a, envs: ["https://example.com/x.env"]}]', '/secretGenerator/0/envs/0'],
  ['helmCharts: [{name: a, repo: "https://charts.example.com"}]', '/helmCharts/0/repo'],
])('%s', (text, pointer) => expect(inFile(text)).toEqual([`app/kustomization.yaml${pointer}`]))

test('a password in a URL is not told', () => {
  const text = 'resources: ["https://me:hunter2@example.com/b.yaml"]'
  const [found] = kustomizeRemoteReference.check(world({ sources: [source('app/kustomization.yaml', text)] }))
  expect(JSON.stringify(found)).toContain('https://…@example.com/b.yaml')
  expect(JSON.stringify(found)).not.toContain('hunter2')
})

test('an inline patch that mentions a URL is no reference', () => {
  expect(inFile('patches:\n  - patch: |\n      url: https://example.com\n')).toEqual([])
  expect(inFile('patchesStrategicMerge:\n  - |\n    url: https://example.com\n    kind: A\n')).toEqual([])
})

test('a component that an Application adds is found in the Application', () => {
  const text = `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: a}
spec: {source: {kustomize: {components: [../local, "https://github.com/your-org/c"]}}}
`
  expect(places(kustomizeRemoteReference, { objects: objects(text) })).toEqual(['/spec/source/kustomize/components/1'])
})
