import { groupBy } from '../../text/group-by.ts'
import { listed } from '../../text/words.ts'
import type { ResourceChange } from '../plan/plan.ts'
import { type Guard, judged } from './define-guard.ts'
import { isObject, maxDepth, member, same, writtenPath } from './plain-values.ts'

export const driftInChange: Guard = {
  id: 'drift-in-change',
  severity: 'warning',
  what: 'The plan changes what somebody changed outside of it: an attribute that drifted is set again, or an object that drifted is replaced, destroyed, or created again.',
  why: 'The outside change may be an emergency repair that the apply would undo. Setting drift right is also what applying is for: hence a warning.',
  allow: 'Nothing needs to be done, or take the outside change into the configuration.',
  judge: (context) => {
    const changes = groupBy(context.plan.changes, ({ address }) => address)
    const moved = groupBy(context.plan.changes, ({ previousAddress }) => previousAddress)
    return context.plan.drift
      .filter(({ mode }) => mode === 'managed')
      .flatMap((drift) => {
        const candidates = changes.get(drift.address) ?? moved.get(drift.address) ?? []
        const change = candidates.find(({ deposed }) => deposed === drift.deposed)
        const said = change === undefined ? undefined : sentence(drift, change)
        return change === undefined || said === undefined ? [] : [judged(change, context, said)]
      })
  },
}

function sentence(drift: ResourceChange, change: ResourceChange): string | undefined {
  const { address } = change
  if (drift.destroys) {
    if (change.action !== 'create') return undefined
    return `${address} was deleted outside of Terraform, and would be created again. Find out who deleted it and why; take it out of the configuration if it is to stay away.`
  }
  const drifted = paths(drift.before, drift.after, false)
  if (drifted.length === 0) return undefined
  const ends = change.action === 'replace' ? 'replaced' : change.destroys ? 'destroyed' : undefined
  if (ends !== undefined) {
    return `${address} was changed outside of Terraform (${listed(drifted.map(writtenPath))}), and would be ${ends}. Find out what that change was for before it is lost.`
  }
  const undone = drifted.filter((path) => isChanged(path, change))
  if (undone.length === 0) return undefined
  return `${address} was changed outside of Terraform, and would be set back or changed again in ${listed(undone.map(writtenPath))}. Find out what that change was for; take it into the configuration if it is to stay.`
}

/** Whether the plan gives the place another value than it has now. */
function isChanged(path: readonly (string | number)[], { before, after, afterUnknown }: ResourceChange): boolean {
  let [now, then, unknown] = [before, after, afterUnknown]
  for (const step of path) {
    if (unknown === true) return true
    ;[now, then, unknown] = [member(now, step), member(then, step), member(unknown, step)]
  }
  return unknown === true || !same(now, then)
}

/** Where two values differ. Lists are told as one: their order may not mean anything. */
function paths(
  before: unknown,
  after: unknown,
  isNested: boolean,
  path: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] {
  if (same(before, after)) return []
  if (!isObject(before) || !isObject(after) || path.length > maxDepth) return isNested ? [path] : []
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap((key) => paths(member(before, key), member(after, key), true, [...path, key]))
}
