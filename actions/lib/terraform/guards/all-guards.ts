// Every guard, in the order of the list of names.
import type { Guard } from './define-guard.ts'
import { deleteLimit } from './delete-limit.ts'
import { driftInChange } from './drift-in-change.ts'
import { failedCheck } from './failed-check.ts'
import { forget } from './forget.ts'
import { type GuardId, guardIds } from './guard.ts'
import { incompletePlan } from './incomplete-plan.ts'
import { nestedRemoval } from './nested-removal.ts'
import { nodePoolImmutable } from './node-pool-immutable.ts'
import { preventDestroyRemoved } from './prevent-destroy-removed.ts'
import { protectedAddress } from './protected-address.ts'
import { providerDowngrade } from './provider-downgrade.ts'
import { replaceLimit } from './replace-limit.ts'
import { statefulType } from './stateful-type.ts'
import { unknownAction } from './unknown-action.ts'

/** By name, so that the compiler demands each. */
const byId: Readonly<Record<GuardId, Guard>> = {
  'delete-limit': deleteLimit,
  'replace-limit': replaceLimit,
  'protected-address': protectedAddress,
  'stateful-type': statefulType,
  forget,
  'nested-removal': nestedRemoval,
  'prevent-destroy-removed': preventDestroyRemoved,
  'node-pool-immutable': nodePoolImmutable,
  'provider-downgrade': providerDowngrade,
  'drift-in-change': driftInChange,
  'unknown-action': unknownAction,
  'incomplete-plan': incompletePlan,
  'failed-check': failedCheck,
}

export const allGuards: readonly Guard[] = guardIds.map((id) => byId[id])
