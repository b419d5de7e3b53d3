import { describe, expect, it } from 'vitest'
import type { ObjectRef } from './finding.ts'
import { type FingerprintParts, fingerprintOf } from './fingerprint.ts'
import { namedPointer } from './named-pointer.ts'
import { isRuleId, ruleIds } from './rule-ids.ts'

const subject: ObjectRef = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  namespace: 'web',
  name: 'shop',
  application: 'shop',
}
const parts = (overrides: Partial<FingerprintParts> = {}): FingerprintParts => ({
  rule: 'schema',
  subject,
  pointer: '/spec/replicas',
  value: '"2"',
  ...overrides,
})

describe('a fingerprint', () => {
  it('is 16 hex digits and the same for the same finding, whatever the version of the API', () => {
    expect(fingerprintOf(parts())).toMatch(/^[0-9a-f]{16}$/)
    expect(fingerprintOf(parts({ subject: { ...subject, apiVersion: 'apps/v1beta1' } }))).toBe(fingerprintOf(parts()))
  })

  it.each<[string, Partial<FingerprintParts>]>([
    ['rule', { rule: 'crd-rule' }],
    ['pointer', { pointer: '/spec' }],
    ['value', { value: '"3"' }],
    ['file', { file: 'a.yaml' }],
    ['name', { subject: { ...subject, name: 'shop2' } }],
    ['namespace', { subject: { ...subject, namespace: 'web2' } }],
    ['group', { subject: { ...subject, apiVersion: 'extensions/v1beta1' } }],
    ['application', { subject: { ...subject, application: 'other' } }],
    ['cluster', { subject: { ...subject, cluster: 'north' } }],
    ['a border between parts', { pointer: '/spec/replicas"2', value: '' }],
  ])('differs by %s', (_part, overrides) => {
    expect(fingerprintOf(parts(overrides))).not.toBe(fingerprintOf(parts()))
  })
})

describe('a named pointer', () => {
  const root = {
    spec: { containers: [{ name: 'a', ports: [{ containerPort: 80 }] }, { image: 'b' }], 'x/y': { a: 1 } },
  }
  it.each([
    ['', ''],
    ['/spec/containers/0/ports/0/protocol', '/spec/containers/name=a/ports/containerPort=80/protocol'],
    ['/spec/containers/1/image', '/spec/containers/1/image'],
    ['/spec/containers/7/image', '/spec/containers/7/image'],
    ['/spec/x~1y/a', '/spec/x~1y/a'],
    ['/nothing/0/here', '/nothing/0/here'],
  ])('of %j', (pointer, named) => expect(namedPointer(root, pointer)).toBe(named))
})

it('rule ids are plain words, each once', () => {
  expect(new Set(ruleIds).size).toBe(ruleIds.length)
  expect(ruleIds.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([])
  expect([isRuleId('schema'), isRuleId('toString')]).toEqual([true, false])
})
