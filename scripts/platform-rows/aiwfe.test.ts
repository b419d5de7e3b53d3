// Every row of platform C that the README maps is proved on what `gitops/` renders to.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { KubernetesObject } from '../../actions/lib/kubernetes/object.ts'
import { aiwfeFacts, aiwfeLayout } from './aiwfe.ts'
import { findObject, valueAt } from './fact.ts'
import { renderFacts, rowCells } from './fact-table.ts'
import { loosePods } from './pods.ts'
import { record, records, text } from './read.ts'
import { brokenRoutes, danglingReferences, idleSelectors } from './references.ts'
import { repositoryRoot, startRenderer } from './render.ts'

const synced = ['gitops/aiwfe/overlays/prod', 'gitops/aiwfe/overlays/staging', 'gitops/aiwfe/monitoring']
const optional = 'gitops/aiwfe/overlays/prod-mesh'
const rendered = new Map<string, readonly KubernetesObject[]>()
const objectsOf = (path: string) => rendered.get(path) ?? []

beforeAll(async () => {
  const renderer = await startRenderer()
  try {
    const kustomizations = [...synced, optional].map(async (path) => [path, await renderer.kustomize(path)] as const)
    for (const [path, objects] of await Promise.all(kustomizations)) rendered.set(path, objects)
    rendered.set('gitops/argocd', await renderer.directory('gitops/argocd'))
  } finally {
    await renderer.close()
  }
}, 60_000)

describe('rows of platform C', () => {
  test.each(aiwfeFacts)('$row $object $pointer', ({ application, object, pointer, expected }) => {
    const value = valueAt(findObject(objectsOf(application), object), pointer)
    if ('is' in expected) expect(value).toEqual(expected.is)
    else expect(value).toContain(expected.contains)
  })

  test('the layout of C-25 is there', () => {
    for (const path of Object.values(aiwfeLayout)) expect(existsSync(join(repositoryRoot, path)), path).toBe(true)
  })

  test('every file that a row names exists', () => {
    const missing = aiwfeFacts.filter((fact) => !existsSync(join(repositoryRoot, fact.file)))
    expect(missing).toEqual([])
  })
})

describe('README', () => {
  const readme = readFileSync(join(repositoryRoot, 'gitops/aiwfe/README.md'), 'utf8')
  const rows = rowCells(readme, 'C-').filter((cells) => cells.length === 4)
  const ids = Array.from({ length: 26 }, (_, index) => `C-${String(index + 1).padStart(2, '0')}`)

  test('says for each of the 26 rows who carries it', () => {
    expect(rows.map(([id]) => id)).toEqual(ids)
  })

  test('marks as carried by a manifest exactly the rows that have facts', () => {
    const marked = rows.filter(([, , carrier]) => carrier?.startsWith('manifest')).map(([id]) => id)
    const withFacts = new Set([...aiwfeFacts.map((fact) => fact.row), 'C-25'])
    expect(marked).toEqual([...withFacts].sort())
  })

  test('carries the table of facts as the data has it (node scripts/platform-rows/write-tables.ts)', () => {
    expect(readme).toContain(renderFacts(aiwfeFacts))
  })
})

describe('the tree as a whole', () => {
  const all = () => synced.flatMap(objectsOf)

  test('nothing refers to what is not there', () => {
    expect([...danglingReferences(all()), ...idleSelectors(all()), ...brokenRoutes(all())]).toEqual([])
  })

  test('nor with the mesh turned on', () => {
    const withMesh = [...objectsOf(optional), ...objectsOf('gitops/aiwfe/monitoring')]
    expect([...danglingReferences(withMesh), ...idleSelectors(withMesh), ...brokenRoutes(withMesh)]).toEqual([])
  })

  test('every container is bounded, probed, locked down and exactly tagged', () => {
    expect(all().flatMap(loosePods)).toEqual([])
  })

  test('only the log collector gets a token', () => {
    const withToken = all().filter(
      (object) => valueAt(object, '/spec/template/spec/automountServiceAccountToken') === true,
    )
    expect(withToken.map((object) => object.metadata.name)).toEqual(['alloy'])
  })

  test('no Secret stands in Git, nor an address or id of real infrastructure', () => {
    const objects = [...all(), ...objectsOf('gitops/argocd')]
    expect(objects.filter((object) => object.kind === 'Secret')).toEqual([])
    const source = JSON.stringify(objects)
    expect(source).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/)
    const addresses = new Set(source.match(/\b\d{1,3}(\.\d{1,3}){3}\b/g))
    const notPublic = /^(0\.|10\.|172\.16\.|192\.168\.|169\.254\.)/
    expect([...addresses].filter((address) => !notPublic.test(address))).toEqual([])
  })

  test('each Application points at a folder that renders, within what its project allows', () => {
    const argocd = objectsOf('gitops/argocd')
    const applications = argocd.filter((object) => object.kind === 'Application')
    expect(applications.map((object) => text(valueAt(object, '/spec/source/path'))).sort()).toEqual(
      ['gitops/argocd', ...synced].sort(),
    )
    for (const application of applications) {
      const spec = record(application.spec)
      const project = record(findObject(argocd, `argoproj.io/v1alpha1/AppProject argocd/${text(spec.project)}`).spec)
      expect(project.sourceRepos).toContain(record(spec.source).repoURL)
      const namespaces = records(project.destinations).map((destination) => destination.namespace)
      const path = text(record(spec.source).path)
      const used = new Set(objectsOf(path).flatMap((object) => object.metadata.namespace ?? []))
      expect([...used].filter((namespace) => !namespaces.includes(namespace))).toEqual([])
      const clusterScoped = new Set(
        objectsOf(path)
          .filter((object) => object.metadata.namespace === undefined)
          .map((object) => object.kind),
      )
      const allowed = records(project.clusterResourceWhitelist).map((entry) => entry.kind)
      expect([...clusterScoped].filter((kind) => !allowed.includes(kind))).toEqual([])
    }
  })

  test('what holds data is neither pruned nor deleted without a confirmation', () => {
    const kinds = ['Namespace', 'Cluster', 'ObjectStore', 'StatefulSet']
    const holding = all().filter((object) => kinds.includes(object.kind))
    const unguarded = holding.filter(
      (object) => object.metadata.annotations?.['argocd.argoproj.io/sync-options'] !== 'Prune=confirm,Delete=confirm',
    )
    expect(holding.length).toBeGreaterThan(8)
    expect(unguarded.map((object) => object.metadata.name)).toEqual([])
  })
})
