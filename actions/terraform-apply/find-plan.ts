// The plan of one root: found, opened and proved, or why not.

import type { FoundPlan } from '../lib/terraform/applying/apply-change.ts'
import type { ApplyContext } from '../lib/terraform/applying/apply-one.ts'
import { type ReviewedPlan, reviewedPlan } from '../lib/terraform/applying/reviewed-plan.ts'
import type { PlanKey } from '../lib/terraform/envelope/keys.ts'
import { openPlan } from '../lib/terraform/envelope/open.ts'
import { guardPolicy } from '../lib/terraform/planning/guard-policy.ts'
import { isRefused, judgePlan } from '../lib/terraform/planning/judge-plan.ts'
import { lockHashOf } from '../lib/terraform/planning/lock-hash.ts'
import type { Change } from '../lib/terraform/planning/open-change.ts'
import type { RootToPlan } from '../lib/terraform/planning/planning-context.ts'
import { rootHash } from '../lib/terraform/planning/root-hash.ts'
import type { Override } from '../lib/terraform/result/result.ts'
import { UserError } from '../lib/toolkit/user-error.ts'
import type { SealedPlan } from './pull-plans.ts'

export type Opening = {
  readonly change: Change
  readonly context: ApplyContext
  readonly keys: readonly PlanKey[]
  /** Whether plans in clear may pass. */
  readonly unencrypted: boolean
  /** Who lets a refused plan through. */
  readonly overrideFor: (
    root: string,
    fingerprint: string,
  ) => Promise<Override | { readonly reasons: readonly string[] }>
}

/**
 * Opens a sealed plan whose way here is proved, and proves that it is of what is checked out and that no guard refuses it.
 * Throws nothing that a user could have caused.
 */
export async function openProved(opening: Opening, entry: RootToPlan, sealed: SealedPlan): Promise<FoundPlan> {
  try {
    const { keys, unencrypted, change } = opening
    const plan = reviewedPlan(openPlan(sealed.bytes, keys, { unencrypted, where: sealed.file }))
    const differences = await differencesOf(change, entry, plan)
    if (differences.length > 0) return { type: 'refused', reason: differences.join(' ') }
    const context = { ...opening.context, key: fingerprintKeyOf(plan, opening) }
    const refusal = await guardRefusal(opening, entry, plan, context)
    return refusal === undefined ? { type: 'proved', plan, context } : { type: 'refused', reason: refusal }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { type: 'refused', reason: [error.what, error.next ?? ''].join(' ').trim() }
  }
}

/** Why a plan is not of what is checked out now. */
async function differencesOf(
  change: Change,
  { root }: RootToPlan,
  { envelope }: ReviewedPlan,
): Promise<readonly string[]> {
  const reading = change.reading(root)
  const [files, lock] = [await rootHash(change.head, reading, root), await lockHashOf(change.head, reading)]
  return [
    ...(lock === envelope.lockHash ? [] : ['The lock file is another one than that of the plan: plan again.']),
    ...(files === envelope.filesHash || lock !== envelope.lockHash
      ? []
      : [
          'The files of the root, or what the settings say of it, are not those that were planned: the branch has moved on in a way that touches it. Plan the merged state in a new run, and have it approved.',
        ]),
    ...((root.workspace ?? 'default') === envelope.workspace
      ? []
      : [`The plan is for the workspace ${envelope.workspace}, not for ${root.workspace ?? 'default'}.`]),
    ...(root.tool === envelope.tool
      ? []
      : [`The plan was made by ${envelope.tool}, and the root is for ${root.tool}.`]),
  ]
}

function fingerprintKeyOf({ envelope }: ReviewedPlan, { keys, context }: Opening): Uint8Array {
  const { encryption } = envelope
  return encryption.cipher === 'none'
    ? context.key
    : (keys.find(({ id }) => id === encryption.keyId)?.fingerprint ?? context.key)
}

/** Guards are asked again, by the rules that hold now: what a plan says of itself was judged by the rules of its day. */
async function guardRefusal(
  { change, overrideFor }: Opening,
  entry: RootToPlan,
  plan: ReviewedPlan,
  context: ApplyContext,
): Promise<string | undefined> {
  const policy = guardPolicy(change.policy)
  const { guards, fingerprint } = judgePlan(plan.json, { ...entry.sides, policy }, { key: context.key, secrets: [] })
  if (!isRefused(guards)) return undefined
  const override = await overrideFor(entry.root.name, fingerprint)
  if (!('reasons' in override)) {
    context.log.info(`${entry.root.name}: let through by ${override.by} (${override.how})`)
    return undefined
  }
  const refusing = guards.filter(({ severity }) => severity === 'error')
  const [first] = refusing
  const more = refusing.length > 1 ? ` And ${refusing.length - 1} more.` : ''
  const tried = override.reasons.length === 0 ? '' : ` ${override.reasons.join(' ')}`
  return `The guard \`${first?.guard}\` refuses it, and nobody who may has let it through: ${first?.message}${more}${tried}`
}
