import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { functionName, readEnums, withEnums } from './enums.ts'
import { completeLifecycle, parseLifecycle } from './lifecycle.ts'
import { readOpenApi, strict } from './openapi.ts'
import { expandCustom, readReviewed } from './reviewed.ts'

describe('strict schemas', () => {
  const convert = (schema: Readonly<Record<string, unknown>>) => strict(schema, () => {})

  test('closes objects, drops prose, keeps what strategic merge and lists need', () => {
    expect(
      convert({
        type: 'object',
        description: 'prose',
        properties: {
          ports: {
            type: 'array',
            default: {},
            items: { type: 'integer', format: 'int32', description: 'prose', default: 0 },
            'x-kubernetes-list-type': 'map',
            'x-kubernetes-list-map-keys': ['port'],
            'x-kubernetes-patch-merge-key': 'port',
          },
          protocol: { type: 'string', default: 'TCP' },
        },
      }),
    ).toEqual({
      type: 'object',
      properties: {
        ports: {
          type: 'array',
          items: { type: 'integer', format: 'int32', minimum: -2147483648, maximum: 2147483647 },
          'x-kubernetes-list-type': 'map',
          'x-kubernetes-list-map-keys': ['port'],
          'x-kubernetes-patch-merge-key': 'port',
        },
        protocol: { type: 'string', default: 'TCP' },
      },
      additionalProperties: false,
    })
  })

  test('fields that are named like keywords stay', () => {
    const { properties } = convert({
      properties: {
        description: { type: 'string' },
        title: { type: 'string' },
        properties: { type: 'object' },
        default: { type: 'string', default: '' },
      },
    })
    expect(Object.keys(properties as object)).toEqual(['description', 'title', 'properties', 'default'])
  })

  test('maps, free objects and preserved fields stay open', () => {
    expect(convert({ type: 'object' })).toEqual({ type: 'object' })
    expect(convert({ type: 'object', additionalProperties: { type: 'string' } }).additionalProperties).toEqual({
      type: 'string',
    })
    const preserved = convert({ properties: {}, 'x-kubernetes-preserve-unknown-fields': true })
    expect(preserved.additionalProperties).toBeUndefined()
  })

  test('a reference in allOf, as OpenAPI v3 writes it, is a reference', () => {
    const referred: string[] = []
    const schema = {
      default: {},
      description: 'x',
      allOf: [{ $ref: '#/components/schemas/io.k8s.Spec' }],
      'x-kubernetes-map-type': 'atomic',
    }
    expect(strict(schema, (name) => referred.push(name))).toEqual({
      $ref: '#/definitions/io.k8s.Spec',
      'x-kubernetes-map-type': 'atomic',
    })
    expect(referred).toEqual(['io.k8s.Spec'])
  })
})

test('kinds come from the paths: plural and scope as served, subresources left out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'openapi-'))
  const gvk = (kind: string) => ({ group: 'shop.example', version: 'v1', kind })
  const post = (kind: string) => ({ post: { 'x-kubernetes-group-version-kind': gvk(kind) } })
  const schema = (kind: string) => ({ type: 'object', 'x-kubernetes-group-version-kind': [gvk(kind)] })
  const document = {
    paths: {
      '/apis/shop.example/v1/namespaces/{namespace}/oxen': post('Ox'),
      '/apis/shop.example/v1/namespaces/{namespace}/oxen/{name}/eviction': post('Eviction'),
      '/apis/shop.example/v1/fields': post('Field'),
    },
    components: {
      schemas: { 'a.Ox': schema('Ox'), 'a.Field': schema('Field'), 'a.Eviction': schema('Eviction'), 'a.Unused': {} },
    },
  }
  writeFileSync(join(folder, 'apis__shop.example__v1_openapi.json'), JSON.stringify(document))
  writeFileSync(join(folder, 'apis__shop.example_openapi.json'), '{}')
  const { kinds, definitions } = readOpenApi(folder)
  expect(Object.fromEntries(kinds)).toEqual({
    'shop.example/v1/Ox': { definition: 'a.Ox', plural: 'oxen', namespaced: true },
    'shop.example/v1/Field': { definition: 'a.Field', plural: 'fields', namespaced: false },
  })
  expect([...definitions.keys()].sort()).toEqual(['a.Field', 'a.Ox'])
})

describe('enums', () => {
  // Pairs as they stand in Kubernetes' generated code.
  test.each([
    ['io.k8s.api.core.v1.Container', 'k8sio_api_core_v1_Container'],
    ['io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta', 'pkg_apis_meta_v1_ObjectMeta'],
    ['io.k8s.apimachinery.pkg.api.resource.Quantity', 'apimachinery_pkg_api_resource_Quantity'],
    ['io.k8s.apimachinery.pkg.runtime.RawExtension', 'k8sio_apimachinery_pkg_runtime_RawExtension'],
    ['io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIService', 'pkg_apis_apiregistration_v1_APIService'],
  ])('%s', (definition, name) => expect(functionName(definition)).toBe(name))

  test('go to the field, to the items of a list, and allow the empty string', () => {
    const enums = readEnums(
      [
        'func schema_k8sio_api_core_v1_Thing(ref common.ReferenceCallback) common.OpenAPIDefinition {',
        '\t\t\t\t\t"policy": {',
        '\t\t\t\t\t\tSchemaProps: spec.SchemaProps{',
        '\t\t\t\t\t\t\tEnum:        []interface{}{"Always", "Never"},',
        '\t\t\t\t\t"modes": {',
        '\t\t\t\t\t\t\t\t\t\tEnum:        []interface{}{"ReadOnce"},',
        'func schema_k8sio_api_core_v1_Configuration(ref common.ReferenceCallback) common.OpenAPIDefinition {',
        '\t\t\t\t\t"level": {',
        '\t\t\t\t\t\t\tEnum:        []interface{}{"High"},',
      ].join('\n'),
    )
    const thing = { properties: { policy: { type: 'string' }, modes: { type: 'array', items: { type: 'string' } } } }
    const { definitions, unused } = withEnums(new Map([['io.k8s.api.core.v1.Thing', thing]]), enums)
    expect(definitions.get('io.k8s.api.core.v1.Thing')).toEqual({
      properties: {
        policy: { type: 'string', enum: ['', 'Always', 'Never'] },
        modes: { type: 'array', items: { type: 'string', enum: ['', 'ReadOnce'] } },
      },
    })
    expect(unused).toEqual(['k8sio_api_core_v1_Configuration.level'])
  })
})

describe('lifecycle', () => {
  test('is read from the generated functions, lists left out', () => {
    const method = (kind: string, name: string, value: string) =>
      `func (in *${kind}) APILifecycle${name}() (x) {\n\treturn ${value}\n}\n`
    const source = [
      method('Budget', 'Introduced', '1, 5'),
      method('Budget', 'Deprecated', '1, 21'),
      method('Budget', 'Removed', '1, 25'),
      method('Budget', 'Replacement', 'schema.GroupVersionKind{Group: "policy", Version: "v1", Kind: "Budget"}'),
      method('BudgetList', 'Removed', '1, 25'),
    ].join('\n')
    expect(Object.fromEntries(parseLifecycle(source))).toEqual({
      Budget: { deprecatedIn: '1.21', removedIn: '1.25', replacement: 'policy/v1' },
    })
  })

  test('is completed by what the minors serve', () => {
    const kinds = {
      'a.io/v1/Old': { versions: ['1.34', '1.35'] },
      'a.io/v2/Old': { versions: ['1.34', '1.35', '1.36'] },
      'a.io/v3beta1/Old': { versions: ['1.36'] },
    }
    const told = {
      'a.io/v1alpha1/Old': { removedIn: '1.30', replacement: 'a.io/v1' },
      'a.io/v1/Gone': { removedIn: '1.20' },
    }
    expect(completeLifecycle(told, kinds, ['1.34', '1.35', '1.36'])).toEqual({
      'a.io/v1/Gone': { removedIn: '1.20' },
      'a.io/v1/Old': { removedIn: '1.36', replacement: 'a.io/v2' },
      'a.io/v1alpha1/Old': { removedIn: '1.30', replacement: 'a.io/v2' },
    })
  })

  test('a reviewed row without kinds holds for all of its group', () => {
    const { custom } = readReviewed(
      'custom: [{ apiVersion: a.io/v1beta1, except: [Filter], verdict: warn, message: write v1, source: notes }]',
    )
    const known = ['a.io/v1/Route', 'a.io/v1alpha1/Filter', 'a.io/v1beta1/Route', 'b.io/v1/Other']
    expect(expandCustom(custom, known)).toEqual({ 'a.io/v1beta1/Route': { verdict: 'warn', message: 'write v1' } })
    expect(() => expandCustom(custom, [])).toThrow('the bundle has no kind of a.io/v1beta1')
    expect(() => readReviewed('custom: [{ apiVersion: a.io/v1, verdict: warn, message: x }]')).toThrow(
      'lacks something',
    )
  })
})
