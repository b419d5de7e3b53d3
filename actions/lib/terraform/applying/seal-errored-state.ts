// A state that its backend did not take is the only record of what was done, and a runner is thrown away: it leaves sealed.
import type { PlanKey } from '../envelope/keys.ts'
import { sealPlan } from '../envelope/seal.ts'
import { countChanges } from '../plan/count-changes.ts'
import type { PlanOrigin } from '../planning/seal-made.ts'
import type { PreparedRoot } from '../tool/prepared-root.ts'

/** Stands where a plan has a hash: nothing that is sealed so can be applied. */
const none = '0'.repeat(64)

/** The state in the container of a plan, as what it is. `seaworthy terraform open` takes it out again. */
export function sealErroredState(
  { root, executable }: PreparedRoot,
  state: Uint8Array,
  { origin, key }: { readonly origin: PlanOrigin; readonly key: PlanKey | 'unencrypted' },
): Uint8Array {
  return sealPlan({
    envelope: {
      ...origin,
      root: root.name,
      path: root.path,
      tool: executable.tool,
      toolVersion: executable.version,
      workspace: root.workspace ?? 'default',
      filesHash: none,
      createdAt: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
      counts: countChanges({
        changes: [],
        drift: [],
        outputs: [],
        checks: [],
        deferred: [],
        invocations: [],
        unchanged: 0,
      }),
      needsApply: false,
      guards: [],
      fingerprint: none,
    },
    parts: [{ kind: 'state', bytes: state }],
    key,
  })
}
