import { expect, test } from 'vitest'
import { places } from './testing/world.ts'
import { volumeDeadlock } from './volume-deadlock.ts'

const deployment = (spec: string, mode = 'ReadWriteOnce') => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: db}
spec:
  ${spec}
  template: {spec: {volumes: [{name: tmp, emptyDir: {}}, {name: data, persistentVolumeClaim: {claimName: data}}]}}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data}
spec: {accessModes: [${mode}]}
`
const at = ['/spec/template/spec/volumes/1/persistentVolumeClaim/claimName']

test.each([
  ['replicas: 1', 'ReadWriteOnce'],
  ['replicas: 1', 'ReadWriteOncePod'],
  ['strategy: {rollingUpdate: {maxSurge: 1}}', 'ReadWriteOnce'],
  ['{replicas: 3, strategy: {type: Recreate}}'.slice(1, -1).replace(', ', '\n  '), 'ReadWriteOnce'],
])('%s with %s hangs', (spec, mode) => expect(places(volumeDeadlock, deployment(spec, mode))).toEqual(at))

test.each([
  ['strategy: {type: Recreate}', 'ReadWriteOnce'],
  ['strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}', 'ReadWriteOnce'],
  ['replicas: 3', 'ReadWriteMany'],
  ['replicas: 3', 'ReadOnlyMany'],
  ['replicas: 0', 'ReadWriteOnce'],
])('%s with %s is fine', (spec, mode) => expect(places(volumeDeadlock, deployment(spec, mode))).toEqual([]))
