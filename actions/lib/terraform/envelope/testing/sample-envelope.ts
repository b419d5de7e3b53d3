// An envelope as terraform-plan makes it, for tests.
import type { SealInput } from '../seal.ts'

export const sampleKey = '3q2+7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs='
export const otherKey = '3a296190e04ff8ef3cffc692e4d66e7e7d423990f3a87463348a3cd8862b0110'

export function sampleEnvelope(changes: Partial<SealInput['envelope']> = {}): SealInput['envelope'] {
  return {
    root: 'network',
    path: 'terraform/network',
    tool: 'terraform',
    toolVersion: '1.11.4',
    workspace: 'default',
    lockHash: 'ab'.repeat(32),
    filesHash: 'cd'.repeat(32),
    repository: 'your-org/platform',
    base: '1'.repeat(40),
    head: '2'.repeat(40),
    pullRequest: 7,
    run: '1234567890',
    runAttempt: '1',
    workflow: '.github/workflows/pull-request.yml',
    event: 'pull_request',
    createdAt: '2026-11-21T10:00:00Z',
    state: { lineage: 'e4bda344-226d-c1b1-fda6-84019771f1ee', serial: 4 },
    counts: {
      create: 1,
      update: 0,
      replace: 0,
      delete: 0,
      read: 0,
      forget: 0,
      move: 0,
      import: 0,
      outputs: 0,
      invoke: 0,
      deferred: 0,
      other: 0,
      drift: 0,
      failedChecks: 0,
      unchanged: 3,
    },
    needsApply: true,
    guards: [{ guard: 'stateful-delete', severity: 'error', address: 'a.b["ü"]' }],
    fingerprint: 'ef'.repeat(32),
    ...changes,
  }
}
