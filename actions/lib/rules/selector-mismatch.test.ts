import { expect, test } from 'vitest'
import { selectorMismatch } from './selector-mismatch.ts'
import { application, found, healthy, objects, places } from './testing/world.ts'

test('a workload must select its own template', () => {
  expect(places(selectorMismatch, healthy.replace('matchLabels: {app: api}', 'matchLabels: {app: web}'))).toEqual([
    '/spec/selector/matchLabels/app',
  ])
})

test.each([
  ['{key: app, operator: In, values: [api, web]}', 0],
  ['{key: app, operator: NotIn, values: [api]}', 1],
  ['{key: app, operator: Exists}', 0],
  ['{key: tier, operator: Exists}', 1],
  ['{key: tier, operator: DoesNotExist}', 0],
  ['{key: constructor, operator: Exists}', 1],
])('matchExpressions %s gives %i findings', (expression, count) => {
  const text = healthy.replace('{matchLabels: {app: api}}', `{matchExpressions: [${expression}]}`)
  expect(found(selectorMismatch, text)).toHaveLength(count)
})

const policy = (labels: string) => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: p}
spec: {podSelector: {matchLabels: ${labels}}}
`

test('a NetworkPolicy for no pod is a warning; for all pods, or an operator’s, nothing', () => {
  expect(found(selectorMismatch, `${healthy}---${policy('{app: web}')}`).map(({ severity }) => severity)).toEqual([
    'warning',
  ])
  expect(found(selectorMismatch, `${healthy}---${policy('{}')}`)).toEqual([])
  const cluster = '---\napiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: {name: pg}\n'
  expect(found(selectorMismatch, `${policy('{cnpg.io/cluster: pg}')}${cluster}`)).toEqual([])
  expect(found(selectorMismatch, `${policy('{cnpg.io/cluster: other}')}${cluster}`)).toHaveLength(1)
})

test('it is a note where an Application was not rendered', () => {
  const applications = [application(), application({ name: 'chart', rendered: false })]
  const problems = found(selectorMismatch, { objects: objects(policy('{app: web}')), applications })
  expect(problems.map(({ severity }) => severity)).toEqual(['note'])
  expect(problems[0]?.message).toContain('Application chart was not rendered')
})
