import { count, listed } from '../../text/words.ts'
import type { Guard } from './define-guard.ts'

export const deleteLimit: Guard = {
  id: 'delete-limit',
  severity: 'error',
  what: 'More objects are destroyed than `max-delete` allows. Replacements count by themselves.',
  why: 'A limit that somebody set is meant to hold. Without one, any number is let through.',
  allow: 'Raise `max-delete`, or override.',
  judge: ({ plan, policy }) => {
    // An unknown action that destroys counts here: better twice than never.
    const deleted = plan.changes.filter(
      ({ mode, destroys, action }) => mode === 'managed' && destroys && action !== 'replace',
    )
    if (policy.maxDelete === undefined || deleted.length <= policy.maxDelete) return []
    const names = listed(deleted.map(({ address }) => address))
    return [
      {
        message: `${count(deleted.length, 'object')} would be destroyed, and the settings allow ${policy.maxDelete}: ${names}. Check that each is meant to go; then raise \`max-delete\`.`,
      },
    ]
  },
}
