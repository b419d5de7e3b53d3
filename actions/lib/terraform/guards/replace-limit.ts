import { count, listed } from '../../text/words.ts'
import type { Guard } from './define-guard.ts'

export const replaceLimit: Guard = {
  id: 'replace-limit',
  severity: 'error',
  what: 'More objects are replaced (destroyed and created, in either order) than `max-replace` allows.',
  why: 'A limit that somebody set is meant to hold. Without one, any number is let through.',
  allow: 'Raise `max-replace`, or override.',
  judge: ({ plan, policy }) => {
    const replaced = plan.changes.filter(({ action, destroys }) => action === 'replace' && destroys)
    if (policy.maxReplace === undefined || replaced.length <= policy.maxReplace) return []
    const names = listed(replaced.map(({ address }) => address))
    return [
      {
        message: `${count(replaced.length, 'object')} would be replaced, and the settings allow ${policy.maxReplace}: ${names}. Look at what forces each replacement; then raise \`max-replace\`.`,
      },
    ]
  },
}
