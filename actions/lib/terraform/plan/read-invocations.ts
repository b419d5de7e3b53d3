// Actions that the plan invokes (Terraform ≥ 1.14), now or later.
import { isObject, listAt, objectAt, optionalTextAt, textAt } from './json-fields.ts'
import type { ActionInvocation } from './plan.ts'
import { defined } from './read-resource-change.ts'

/** Invocations in the tool's order, those that are put off last. @param now `action_invocations` @param later `deferred_action_invocations` */
export function readInvocations(now: unknown, later: unknown): readonly ActionInvocation[] {
  return [
    ...listAt(now, 'action_invocations').map((entry, index) => readInvocation(entry, `action_invocations[${index}]`)),
    ...listAt(later, 'deferred_action_invocations').map((entry, index) => {
      const place = `deferred_action_invocations[${index}]`
      const deferred = objectAt(entry, place)
      return {
        ...readInvocation(deferred.action_invocation, `${place}.action_invocation`),
        deferred: optionalTextAt(deferred.reason, `${place}.reason`) ?? 'unknown',
      }
    }),
  ]
}

function readInvocation(json: unknown, place: string): ActionInvocation {
  const invocation = objectAt(json, place)
  const lifecycle = invocation.lifecycle_action_trigger
  const asked = invocation.invoke_action_trigger
  const trigger = isObject(lifecycle)
    ? optionalTextAt(
        lifecycle.triggering_resource_address,
        `${place}.lifecycle_action_trigger.triggering_resource_address`,
      )
    : isObject(asked)
      ? optionalTextAt(asked.calling_resource_address, `${place}.invoke_action_trigger.calling_resource_address`)
      : undefined
  return {
    address: textAt(invocation.address, `${place}.address`),
    type: optionalTextAt(invocation.type, `${place}.type`) ?? '',
    provider: optionalTextAt(invocation.provider_name, `${place}.provider_name`) ?? '',
    ...defined('trigger', trigger),
  }
}
