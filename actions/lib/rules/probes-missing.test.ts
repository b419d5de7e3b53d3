import { expect, test } from 'vitest'
import { probesMissing } from './probes-missing.ts'
import { found, healthy } from './testing/world.ts'

const readiness = /^.*readinessProbe.*\n/m
const liveness = /^.*livenessProbe.*\n/m
const summary = (text: string) =>
  found(probesMissing, text).map(({ pointer, severity, message }) => [
    pointer,
    severity ?? 'warning',
    message.replace(/^.*?: /, ''),
  ])

test('a container behind a Service needs readiness', () => {
  expect(summary(healthy.replace(readiness, ''))).toEqual([
    ['/spec/template/spec/containers/0', 'warning', 'add a readinessProbe, since Service shop/api sends it traffic'],
  ])
})

test('without a Service nobody asks for readiness, and liveness is a note', () => {
  const alone = (healthy.split('---')[0] ?? '').replace(readiness, '')
  expect(summary(alone)).toEqual([])
  expect(summary(alone.replace(liveness, ''))).toEqual([
    ['/spec/template/spec/containers/0', 'note', 'add a livenessProbe'],
  ])
})

test('jobs end by themselves', () => {
  const job = healthy.replace('apps/v1', 'batch/v1').replace('kind: Deployment', 'kind: Job')
  expect(summary(job.replace(readiness, '').replace(liveness, ''))).toEqual([])
})

test('of several containers only the one that the Service leads to is asked', () => {
  const helper = healthy.replace(
    '      containers:\n',
    '      containers:\n        - {name: helper, image: "h:1.0.0"}\n',
  )
  expect(summary(helper)).toEqual([])
  expect(summary(helper.replace(readiness, '')).map(([at]) => at)).toEqual(['/spec/template/spec/containers/1'])
})
