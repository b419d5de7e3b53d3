import { expect, test } from 'vitest'
import { apiServerRefusal as rule } from './api-server-refusal.ts'
import { isSchedule } from './cron.ts'
import { healthy, places } from './testing/world.ts'

const c = '/spec/template/spec/containers/0'

// One fault at a time in a healthy workload; each is refused by a check of k8s.io/kubernetes pkg/apis/*/validation.
test.each([
  ['image: ghcr.io/your-org/api:1.4.2', 'stdin: false', c],
  ['cpu: 100m, memory: 256Mi', 'cpu: 100m, memory: 2Gi', `${c}/resources/requests/memory`],
  ['containerPort: 8001', 'containerPort: 99999', `${c}/ports/0/containerPort`],
  ['port: 80,', 'port: 99999,', '/spec/ports/0/port'],
  ['readinessProbe: {httpGet:', 'readinessProbe: {tcpSocket: {port: 1}, httpGet:', `${c}/readinessProbe`],
  ['livenessProbe: {httpGet: {path: /health, port: http}}', 'livenessProbe: {periodSeconds: 5}', `${c}/livenessProbe`],
  ['[{name: http, port: 80, targetPort: http}]', '[{name: http, port: 80}, {port: 81}]', '/spec/ports/1'],
  [
    '    spec:\n      containers',
    '    spec:\n      restartPolicy: Never\n      containers',
    '/spec/template/spec/restartPolicy',
  ],
  [
    '    spec:\n      containers',
    '    spec:\n      volumes: [{name: v, emptyDir: {}, configMap: {name: x}}]\n      containers',
    '/spec/template/spec/volumes/0',
  ],
  [
    '  template:',
    '  strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 0}}\n  template:',
    '/spec/strategy/rollingUpdate',
  ],
])('%s changed to %s', (from, to, expected) => {
  expect(healthy).toContain(from)
  expect(places(rule, healthy.replace(from, to))).toEqual([expected])
})

test.each([
  [
    '{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: h}, spec: {minReplicas: 5, maxReplicas: 2}}',
    '/spec/maxReplicas',
  ],
  [
    '{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: b}, spec: {minAvailable: 1, maxUnavailable: 1}}',
    '/spec/maxUnavailable',
  ],
  [
    '{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: r}, rules: [{resources: [pods], verbs: [get]}]}',
    '/rules/0',
  ],
  ['{apiVersion: batch/v1, kind: CronJob, metadata: {name: j}, spec: {schedule: "0 0 0 * * *"}}', '/spec/schedule'],
])('%s', (text, expected) => expect(places(rule, text)).toEqual([expected]))

test.each(['*/5 * * * *', '0 3 * * 1-5', '0 0 1,15 jan-mar sun', '@daily', '@every 1h30m', '0 22 * * ?'])(
  '%s is a schedule',
  (text) => expect(isSchedule(text)).toBe(true),
)
test.each(['* * * *', '60 * * * *', '0 24 * * *', '0 0 * * 7', '0 5-3 * * *', '*/0 * * * *', '@sometimes'])(
  '%s is none',
  (text) => expect(isSchedule(text)).toBe(false),
)
