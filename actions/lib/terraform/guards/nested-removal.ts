import { listed } from '../../text/words.ts'
import { type Guard, judged } from './define-guard.ts'
import { lostParts } from './lost-parts.ts'

export const nestedRemoval: Guard = {
  id: 'nested-removal',
  severity: 'warning',
  what: 'An update removes a nested block, an item of a list or set of objects, or a key of a map. What is known only after apply is not taken for removed.',
  why: 'It counts as an update, yet takes something away: a firewall rule, a route, a permission. It is often meant: hence a warning.',
  allow: 'Nothing needs to be done. Set `nested-removal: error` where it must not happen unseen.',
  judge: (context) =>
    context.plan.changes
      .filter(({ action, mode }) => action === 'update' && mode === 'managed')
      .flatMap((change) => {
        const parts = lostParts(change.before, change.after, change.afterUnknown)
        if (parts.length === 0) return []
        const message = `${change.address} would be updated in place, and loses ${listed(parts)}. Check that nothing needs ${parts.length === 1 ? 'it' : 'them'} any more.`
        return [judged(change, context, message)]
      }),
}
