// A plan that was made here, as bytes that can leave the runner.
import { readFile } from 'node:fs/promises'
import type { Tree } from '../../git/tree.ts'
import { collectCarried } from '../envelope/carry.ts'
import type { Envelope } from '../envelope/envelope.ts'
import type { PlanKey } from '../envelope/keys.ts'
import { readPlanFile } from '../envelope/plan-state.ts'
import { sealPlan } from '../envelope/seal.ts'
import type { RootReading } from '../roots/files-of-root.ts'
import { lockHashOf } from './lock-hash.ts'
import type { MadePlan } from './plan-one.ts'
import { rootHash } from './root-hash.ts'

/** Where a plan is made, as the envelope says it. */
export type PlanOrigin = Pick<
  Envelope,
  'repository' | 'base' | 'head' | 'pullRequest' | 'run' | 'runAttempt' | 'workflow' | 'event'
>

/**
 * Seals plan, JSON and text of a root together with what proves where they come from.
 * @param tree what was planned
 * @throws UserError where a file to be carried is missing, or it is too large
 */
export async function sealMade(
  made: MadePlan,
  about: {
    readonly tree: Tree
    readonly reading: RootReading
    readonly origin: PlanOrigin
    readonly key: PlanKey | 'unencrypted'
  },
): Promise<Uint8Array> {
  const { prepared, judged, planFile } = made
  const { root, executable } = prepared
  const bytes = await readFile(planFile)
  const facts = readPlanFile(bytes, root.name)
  const state = facts.type === 'readable' ? facts.state : undefined
  const lockHash = await lockHashOf(about.tree, about.reading)
  return sealPlan({
    envelope: {
      ...about.origin,
      root: root.name,
      path: root.path,
      tool: executable.tool,
      toolVersion: executable.version,
      workspace: root.workspace ?? 'default',
      ...(lockHash !== undefined && { lockHash }),
      filesHash: await rootHash(about.tree, about.reading, root),
      createdAt: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
      ...(state !== undefined && { state }),
      counts: judged.shown.counts,
      needsApply: judged.shown.needsApply,
      guards: judged.guards.map(({ guard, severity, address }) => ({
        guard,
        severity,
        ...(address !== undefined && { address }),
      })),
      fingerprint: judged.fingerprint,
    },
    parts: [
      { kind: 'plan', bytes },
      { kind: 'json', bytes: made.json },
      { kind: 'text', bytes: Buffer.from(await made.text()) },
      ...(await collectCarried(prepared.folder, root.carry)),
    ],
    key: about.key,
  })
}
