import { expect, test } from 'vitest'
import { deleteHook } from './delete-hook.ts'
import type { WorldApplication } from './rule.ts'
import { application, found, objects } from './testing/world.ts'

const hook = (phases: string) => `
apiVersion: batch/v1
kind: Job
metadata: {name: clean, annotations: {argocd.argoproj.io/hook: "${phases}"}}
`
const severities = (overrides: Partial<WorldApplication>) =>
  found(deleteHook, { objects: objects(hook('PostDelete')), applications: [application(overrides)] }).map(
    ({ severity }) => severity ?? deleteHook.severity,
  )

test.each([['PreDelete'], ['PostDelete'], ['Sync, PostDelete']])('%s is found at its annotation', (phases) => {
  expect(found(deleteHook, hook(phases)).map(({ pointer }) => pointer)).toEqual([
    '/metadata/annotations/argocd.argoproj.io~1hook',
  ])
})

test('hooks of a sync are ordinary', () => {
  expect(found(deleteHook, hook('PreSync,PostSync,SyncFail'))).toEqual([])
})

test.each([
  [{}, 'warning'],
  [{ project: 'tenants' }, 'error'],
  [{ project: 'tenant-acme' }, 'error'],
  [{ paths: ['gitops/tenants/acme/manifests'] }, 'error'],
  [{ namespace: 'tenant-acme' }, 'error'],
  [{ labels: { 'toolkit.example.com/tenant': 'acme' } }, 'error'],
  [{ project: 'lieutenant' }, 'warning'],
])('%o makes it a %s', (overrides, severity) => expect(severities(overrides)).toEqual([severity]))
