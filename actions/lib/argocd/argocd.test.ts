import { describe, expect, it } from 'vitest'
import type { Tree, TreeEntry } from '../git/tree.ts'
import type { KubernetesObject } from '../kubernetes/object.ts'
import { isApplication, isNamed, readApplication } from './application.ts'
import { substituteBuildVariables } from './build-variables.ts'
import { isSameRepository, repositoryKey } from './repository-url.ts'
import { sourceType } from './source-type.ts'

const application = (spec: unknown, metadata: unknown = { name: 'web' }) =>
  ({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata, spec }) as unknown as KubernetesObject

describe('addresses of repositories', () => {
  it.each([
    'https://github.com/your-org/platform',
    'https://github.com/Your-Org/Platform.git',
    'https://user:word@github.com/your-org/platform/',
    'ssh://git@github.com:22/your-org/platform.git',
    'git@github.com:your-org/platform.git',
    'github.com:your-org/platform',
  ])('%s is the same', (address) => {
    expect(repositoryKey(address)).toBe('github.com/your-org/platform')
    expect(isSameRepository(address, ['your-org/platform'])).toBe(true)
  })

  it.each([
    'https://github.com/your-org/platform-two',
    'https://github.com/not-your-org/platform',
    'https://github.example.com/your-org/platforms',
    '',
  ])('%j is another', (address) => {
    expect(isSameRepository(address, ['https://github.com/your-org/platform', 'your-org/platform'])).toBe(false)
  })
})

describe('reading an Application', () => {
  it('takes Argo CD’s defaults', () => {
    expect(readApplication(application({ source: { repoURL: 'x', path: './a//b/' } }))).toMatchObject({
      namespace: 'argocd',
      project: 'default',
      cluster: 'https://kubernetes.default.svc',
      destinationNamespace: undefined,
      sources: [{ pointer: '/spec/source', revision: 'HEAD', path: 'a/b' }],
    })
  })

  it('prefers sources to source, and in-cluster by either name', () => {
    const spec = {
      source: { path: 'a' },
      sources: [{ path: 'b' }, null, { ref: 'v' }],
      destination: { name: 'in-cluster' },
    }
    const read = readApplication(application(spec))
    expect(read.sources.map(({ pointer }) => pointer)).toEqual(['/spec/sources/0', '/spec/sources/2'])
    expect(read.cluster).toBe('https://kubernetes.default.svc')
  })

  it.each([[null], [7], [[]], [{ name: 7, namespace: [], labels: 'x' }]])('stands metadata of %j', (metadata) => {
    const object = application({ source: 7, destination: null }, metadata)
    expect(readApplication(object)).toMatchObject({ name: '', namespace: 'argocd', sources: [] })
    expect(isNamed(object)).toBe(false)
  })

  it('knows an Application from a patch of one', () => {
    expect(isApplication(application({ source: {} }))).toBe(true)
    expect(isApplication(application({ syncPolicy: {} }))).toBe(false)
    expect(isApplication({ ...application({ source: {} }), apiVersion: 'app.k8s.io/v1' })).toBe(false)
  })
})

it('substitutes build variables where Argo CD does', () => {
  const read = readApplication(
    application({ source: { repoURL: 'r', path: 'p', targetRevision: 'main' }, destination: { namespace: 'ns' } }),
  )
  const options = {
    images: ['a=$ARGOCD_APP_NAME', '$OTHER'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Argo CD's own syntax
    commonLabels: { app: '${ARGOCD_APP_NAMESPACE}' },
    commonAnnotations: { a: '$ARGOCD_APP_NAME' },
    namePrefix: '$ARGOCD_APP_NAME',
  }
  const source = read.sources[0]
  if (source === undefined) throw new Error('no source')
  expect(substituteBuildVariables(options, read, source)).toEqual({
    images: ['a=web', '$OTHER'],
    commonLabels: { app: 'ns' },
    commonAnnotations: { a: '$ARGOCD_APP_NAME' },
    namePrefix: '$ARGOCD_APP_NAME',
  })
  expect(substituteBuildVariables({ ...options, commonAnnotationsEnvsubst: true }, read, source)).toMatchObject({
    commonAnnotations: { a: 'web' },
  })
})

describe('the type of a source', () => {
  const tree = (files: readonly string[]): Tree => ({
    id: 't',
    files: new Map(),
    read: async (path): Promise<TreeEntry> =>
      files.includes(path) ? { type: 'file', bytes: new Uint8Array() } : { type: 'missing' },
    list: () => files,
    close: async () => {},
  })
  it.each([
    [{}, ['a/kustomization.yaml'], 'kustomize'],
    [{}, ['a/Kustomization'], 'kustomize'],
    [{}, ['a/Chart.yaml', 'a/kustomization.yaml'], 'helm'],
    [{}, ['a/deployment.yaml'], 'directory'],
    [{ directory: {} }, ['a/kustomization.yaml'], 'directory'],
    [{ plugin: {} }, [], 'plugin'],
    [{ kustomize: {}, helm: {} }, [], 'several'],
  ])('%j with %j: %s', async (fields, files, type) => {
    const [source] = readApplication(application({ source: { repoURL: 'x', path: 'a', ...fields } })).sources
    if (source === undefined) throw new Error('no source')
    expect(await sourceType(source, tree(files))).toBe(type)
  })
})
