import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addCrds } from './add.ts'
import { readCrds } from './crds.ts'

const crd = (change: (text: string) => string = (text) => text) =>
  change(`
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: oxen.shop.example
spec:
  group: shop.example
  names: {kind: Ox, plural: oxen}
  scope: Namespaced
  versions:
  - name: v1
    served: true
    storage: true
    subresources: {status: {}}
    schema:
      openAPIV3Schema:
        description: prose
        type: object
        properties:
          spec:
            type: object
            description: prose
            properties:
              description: {type: string, description: prose}
              title: {type: string}
              example: {type: string, example: prose}
              properties:
                type: object
                additionalProperties: {type: string, description: prose}
            x-kubernetes-validations:
            - rule: self.title == oldSelf.title
              message: the title stays
  - name: v1beta1
    served: false
    storage: false
    deprecated: true
    schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
`)

describe('CustomResourceDefinitions', () => {
  test('keep rules and fields that are named like prose, and lose prose', () => {
    const kinds = readCrds(crd(), 'ox.yaml', 'shop v1.0.0')
    expect(Object.fromEntries(kinds)).toEqual({
      'shop.example/v1/Ox': {
        plural: 'oxen',
        namespaced: true,
        served: true,
        source: 'shop v1.0.0',
        subresources: { status: {} },
        schema: {
          type: 'object',
          properties: {
            spec: {
              type: 'object',
              properties: {
                description: { type: 'string' },
                title: { type: 'string' },
                example: { type: 'string' },
                properties: { type: 'object', additionalProperties: { type: 'string' } },
              },
              'x-kubernetes-validations': [{ rule: 'self.title == oldSelf.title', message: 'the title stays' }],
            },
          },
        },
      },
      'shop.example/v1beta1/Ox': {
        plural: 'oxen',
        namespaced: true,
        served: false,
        deprecated: 'shop.example/v1beta1 Ox is deprecated',
        source: 'shop v1.0.0',
        schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
      },
    })
  })

  test.each([
    [
      'an old API version',
      (text: string) => text.replace('k8s.io/v1', 'k8s.io/v1beta1'),
      'only apiextensions.k8s.io/v1 is served',
    ],
    [
      'a name that does not fit',
      (text: string) => text.replace('name: oxen.shop', 'name: ox.shop'),
      'must be named oxen.shop.example',
    ],
    ['no schema', (text: string) => text.replace('openAPIV3Schema', 'openAPI'), 'has no schema for version v1'],
    ['a wrong scope', (text: string) => text.replace('Namespaced', 'Global'), 'must be Namespaced or Cluster'],
    ['broken YAML', (text: string) => `${text}\n  - [`, 'This is not a CustomResourceDefinition'],
    ['twice the same', (text: string) => `${text}\n---\n${text}`, 'is defined twice'],
  ])('%s is refused by name', (_, change, message) => {
    expect(() => readCrds(crd(change), 'ox.yaml', 'x')).toThrow(message)
    expect(() => readCrds(crd(change), 'ox.yaml', 'x')).toThrow('ox.yaml')
  })
})

describe('add', () => {
  const folder = () => mkdtempSync(join(tmpdir(), 'crds-'))
  const written = (text: string) => {
    const file = join(folder(), 'in.yaml')
    writeFileSync(file, text)
    return file
  }

  test('writes each definition under its own name, and says when it replaced one', () => {
    const target = folder()
    const file = written(`kind: Namespace\n---${crd()}`)
    expect(addCrds(file, target)).toEqual(['added oxen.shop.example.yaml'])
    expect(addCrds(file, target)).toEqual(['replaced oxen.shop.example.yaml'])
    const text = readFileSync(join(target, 'oxen.shop.example.yaml'), 'utf8')
    expect(readCrds(text, 'x', 'x')).toEqual(readCrds(crd(), 'x', 'x'))
  })

  test.each([
    ['a file without a definition', 'kind: Namespace\n', 'no CustomResourceDefinition'],
    ['a name that leaves the folder', crd((text) => text.replaceAll('oxen', '../../oxen')), 'is no name'],
  ])('%s is refused and nothing is written', (_, text, message) => {
    const target = folder()
    expect(() => addCrds(written(text), target)).toThrow(message)
    expect(readdirSync(target)).toEqual([])
  })

  test('a missing file is said', () =>
    expect(() => addCrds('/nowhere.yaml', folder())).toThrow('There is no such file'))
})
