import { matchesPattern } from '../../text/pattern.ts'
import type { ResourceChange } from '../plan/plan.ts'
import { addressSteps } from './address.ts'
import { type Guard, judged } from './define-guard.ts'

export const protectedAddress: Guard = {
  id: 'protected-address',
  severity: 'error',
  what: 'An object whose address is listed under `protect` is destroyed, replaced or forgotten. `*` stands for any text; `module.db` covers all that is in it, `aws_db_instance.main` all of its instances. The address before a move counts too.',
  why: 'Somebody wrote down that this one must stay.',
  allow: 'Take it out of `protect` in a change of its own, or override.',
  judge: (context) =>
    context.plan.changes
      .filter(({ destroys, forgets, mode }) => mode === 'managed' && (destroys || forgets))
      .flatMap((change) => {
        const pattern = context.policy.protect.find((one) => covers(one, change))
        if (pattern === undefined) return []
        const done = change.action === 'replace' ? 'replaced' : change.destroys ? 'destroyed' : 'forgotten'
        const by = pattern === change.address ? '' : ` by \`${pattern}\``
        const message = `${change.address} would be ${done}, and is protected${by} in the settings. Change the configuration so that it stays.`
        return [judged(change, context, message)]
      }),
}

/** Patterns are tried against the address, and the address without instance keys: as it is, and each module that it is in. */
function covers(pattern: string, { address, previousAddress }: ResourceChange): boolean {
  return [address, ...(previousAddress === undefined ? [] : [previousAddress])].some((one) => {
    if (matchesPattern(pattern, one) || one.startsWith(`${pattern}.`) || one.startsWith(`${pattern}[`)) return true
    const steps = addressSteps(one)
    return steps.some((_, index) => index % 2 === 1 && matchesPattern(pattern, steps.slice(0, index + 1).join('.')))
  })
}
