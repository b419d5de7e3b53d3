import { expect, test } from 'vitest'
import { resourcesMissing } from './resources-missing.ts'
import { found } from './testing/world.ts'

const pod = (containers: string, rest = '') => `
apiVersion: v1
kind: Pod
metadata: {name: p}
spec: {containers: ${containers}${rest}}
`
const messages = (text: string) =>
  found(resourcesMissing, text).map(({ pointer, message }) => [pointer, message.replace(/^.*?: /, '')])

test('the message lists all that is missing, once a container', () => {
  expect(messages(pod('[{name: a}]'))).toEqual([
    ['/spec/containers/0', 'add a cpu request, a memory request, a memory limit'],
  ])
  expect(messages(pod('[{name: a, resources: {requests: {cpu: 1, memory: 1Gi}}}]'))).toEqual([
    ['/spec/containers/0/resources', 'add a memory limit'],
  ])
})

test('a limit is also the request; a cpu limit is not asked for', () => {
  expect(messages(pod('[{name: a, resources: {requests: {cpu: 100m}, limits: {memory: 1Gi}}}]'))).toEqual([])
})

test('init containers and sidecars count', () => {
  const good = '{name: a, resources: {requests: {cpu: 1}, limits: {memory: 1Gi}}}'
  expect(
    messages(pod(`[${good}]`, ', initContainers: [{name: i}, {name: s, restartPolicy: Always}]')).map(([at]) => at),
  ).toEqual(['/spec/initContainers/0', '/spec/initContainers/1'])
})

test('a LimitRange of the namespace supplies them, one of another does not', () => {
  const range = (namespace: string) => `---
apiVersion: v1
kind: LimitRange
metadata: {name: defaults, namespace: ${namespace}}
spec: {limits: [{type: Container, defaultRequest: {cpu: 50m, memory: 128Mi}, default: {memory: 256Mi}}]}
`
  expect(messages(pod('[{name: a}]') + range('shop'))).toEqual([])
  expect(messages(pod('[{name: a}]') + range('other'))).toHaveLength(1)
})

test('resources of the whole pod count for its containers', () => {
  expect(messages(pod('[{name: a}]', ', resources: {requests: {cpu: 1, memory: 1Gi}, limits: {memory: 1Gi}}'))).toEqual(
    [],
  )
})
