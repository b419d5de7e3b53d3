// Holds the committed bundle to facts of the Kubernetes API. Ajv judges, which had no part in making it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { type Catalogue, catalogueOf } from './catalogue.ts'
import type { CustomKind } from './crds.ts'
import { isRecord } from './json.ts'
import type { KubernetesBundle } from './kubernetes-bundle.ts'
import { verify } from './lock.ts'
import type { CustomLifecycle } from './reviewed.ts'
import { bundleFolder } from './sources.ts'

const read = (name: string) => JSON.parse(readFileSync(join(bundleFolder, name), 'utf8'))
const kubernetes: KubernetesBundle = read('kubernetes.json')
const crds: { kinds: Record<string, CustomKind>; lifecycle: Record<string, CustomLifecycle> } = read('crds.json')
const catalogue: Catalogue = read('catalogue.json')

test('bundle, lock and pins agree', () => expect(verify()).toEqual([]))
test('the catalogue is made of the bundle', () => expect(catalogueOf(kubernetes, crds)).toEqual(catalogue))

test('every reference of every minor leads somewhere, and every kind has its definition', () => {
  for (const version of kubernetes.versions) {
    const names = kubernetes.names[version] ?? {}
    const used = Object.values(names).map((index) => kubernetes.definitions[index])
    const references = [...JSON.stringify(used).matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g)].map(
      ([, name]) => name ?? '',
    )
    expect(references.filter((name) => !(name in names))).toEqual([])
    const kinds = Object.values(kubernetes.kinds).filter(({ versions }) => versions.includes(version))
    expect(kinds.filter(({ definition }) => !(definition in names))).toEqual([])
  }
})

describe.each(kubernetes.versions)('Kubernetes %s', (version) => {
  const names = kubernetes.names[version] ?? {}
  const definitions = Object.fromEntries(
    Object.entries(names).map(([name, index]) => [name, kubernetes.definitions[index]]),
  )
  const ajv = new Ajv({ strict: false, validateFormats: false, schemas: [{ $id: 'k', definitions }] })
  const judge = (key: string, object: unknown) =>
    ajv.compile({ $ref: `k#/definitions/${kubernetes.kinds[key]?.definition}` })(object)

  const deployment = (container: object, spec: object = {}) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'cart', labels: { app: 'cart' } },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: 'cart' } },
      template: {
        metadata: { labels: { app: 'cart' } },
        spec: { containers: [{ name: 'cart', image: 'cart:1', ...container }] },
      },
      ...spec,
    },
  })

  test.each([
    ['plain', {}],
    ['quantities', { resources: { requests: { cpu: 0.5, memory: '1.5Gi' }, limits: { cpu: '500m', memory: '1e9' } } }],
    ['a probe by number', { livenessProbe: { httpGet: { path: '/', port: 8080 } } }],
    ['a probe by name', { livenessProbe: { httpGet: { path: '/', port: 'http' } } }],
    ['an empty enum', { imagePullPolicy: '' }],
  ])('accepts a Deployment: %s', (_, container) =>
    expect(judge('apps/v1/Deployment', deployment(container))).toBe(true),
  )

  test.each([
    ['an unknown field', { imagePullPolice: 'Always' }, {}],
    ['a value that is not allowed', { imagePullPolicy: 'Sometimes' }, {}],
    ['a number for text', { image: 1 }, {}],
    ['no quantity', { resources: { limits: { memory: '1 GB' } } }, {}],
    ['a port beyond int32', { ports: [{ containerPort: 3_000_000_000 }] }, {}],
    ['a port that is neither', { livenessProbe: { httpGet: { port: 1.5 } } }, {}],
    ['a protocol that is not allowed', { ports: [{ containerPort: 80, protocol: 'HTTP' }] }, {}],
    ['text for a number', {}, { replicas: 'two' }],
    ['no selector', {}, { selector: undefined }],
    ['a strategy that is not allowed', {}, { strategy: { type: 'Rolling' } }],
  ])('refuses a Deployment: %s', (_, container, spec) => {
    const object = JSON.parse(JSON.stringify(deployment(container, spec)))
    expect(judge('apps/v1/Deployment', object)).toBe(false)
  })

  test('checks base64 of a Secret, line ends allowed', () => {
    const secret = (value: string) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'x' }, data: { value } })
    for (const value of ['', 'YQ==', 'YWI=', 'YWJj\nYWJj\n'])
      expect(judge('v1/Secret', secret(value)), value).toBe(true)
    for (const value of ['plain text', 'YQ', 'YQ=', '****'])
      expect(judge('v1/Secret', secret(value)), value).toBe(false)
  })

  test('leaves free objects free', () => {
    const crd = {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'oxen.shop.example' },
      spec: {
        group: 'shop.example',
        scope: 'Cluster',
        names: { kind: 'Ox', plural: 'oxen' },
        versions: [
          {
            name: 'v1',
            served: true,
            storage: true,
            schema: {
              openAPIV3Schema: {
                type: 'object',
                properties: { a: { default: { b: [1] }, enum: ['x', 1] } },
                additionalProperties: true,
              },
            },
          },
        ],
      },
    }
    expect(judge('apiextensions.k8s.io/v1/CustomResourceDefinition', crd)).toBe(true)
  })
})

describe('custom kinds', () => {
  test('keep their CEL rules', () => {
    const rules = (key: string) => JSON.stringify(crds.kinds[key]?.schema).split('"rule":').length - 1
    expect(rules('gateway.networking.k8s.io/v1/HTTPRoute')).toBeGreaterThan(20)
    const all = Object.keys(crds.kinds).reduce((sum, key) => sum + rules(key), 0)
    expect(all).toBeGreaterThan(1000)
  })

  test('have no prose left at any schema position', () => {
    const prose: string[] = []
    const visit = (schema: unknown, path: string) => {
      if (!isRecord(schema)) return
      for (const key of ['description', 'example', 'externalDocs']) if (key in schema) prose.push(`${path}/${key}`)
      const { properties, items, additionalProperties } = schema
      if (isRecord(properties)) for (const [name, inner] of Object.entries(properties)) visit(inner, `${path}/${name}`)
      visit(items, `${path}/*`)
      visit(additionalProperties, `${path}/*`)
    }
    for (const [key, { schema }] of Object.entries(crds.kinds)) visit(schema, key)
    expect(prose).toEqual([])
  })

  test('keep fields that are named like keywords', () => {
    const application = JSON.stringify(crds.kinds['argoproj.io/v1alpha1/AppProject']?.schema)
    expect(application).toContain('"description":{"type":"string"')
  })
})
