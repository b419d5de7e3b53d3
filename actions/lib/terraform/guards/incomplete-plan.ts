import { count, listed } from '../../text/words.ts'
import type { Guard } from './define-guard.ts'

export const incompletePlan: Guard = {
  id: 'incomplete-plan',
  severity: 'error',
  what: 'Planning failed half-way; or the tool puts changes off until others are applied, or was told to look at a part only (both warnings).',
  why: 'Half of a plan cannot be reviewed. What is put off is planned, and judged, again after the apply: hence a warning.',
  allow: 'Correct what the tool reports; apply in steps; plan without `-target`.',
  judge: ({ plan }) => {
    if (plan.errored) {
      return [
        {
          message: 'Planning failed, and only its first half is known. Correct what the tool reports, and plan again.',
        },
      ]
    }
    const putOff = [
      ...plan.deferred.map(({ change }) => change.address),
      ...plan.invocations.filter(({ deferred }) => deferred !== undefined).map(({ address }) => address),
    ]
    if (putOff.length > 0) {
      const destroys = plan.deferred.filter(({ change }) => change.destroys).length
      const danger = destroys === 0 ? '' : ` ${count(destroys, 'of them destroys', 'of them destroy')} an object.`
      return [
        {
          message: `${count(putOff.length, 'change is', 'changes are')} put off until others are applied: ${listed(putOff)}.${danger} Plan again after this apply, and look at them then.`,
          severity: 'warning',
        },
      ]
    }
    if (plan.complete) return []
    return [
      {
        message:
          'The tool says that this is not the whole plan: it was told to look at some resources only, as by `-target` or `-exclude`. Plan without it before or after this is applied.',
        severity: 'warning',
      },
    ]
  },
}
