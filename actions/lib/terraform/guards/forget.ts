import { type Guard, judged } from './define-guard.ts'

export const forget: Guard = {
  id: 'forget',
  severity: 'warning',
  what: 'An object is taken out of the state and goes on to exist.',
  why: 'Nothing is destroyed, and an import brings it back: hence a warning. But from then on nobody manages it, pays attention to it or sees it drift.',
  allow: 'Nothing needs to be done. Set `forget: error` where it must not happen unseen.',
  judge: (context) =>
    context.plan.changes
      .filter(({ forgets, mode }) => forgets && mode === 'managed')
      .map((change) => {
        const instead = change.action === 'replace' ? ' A new one is created beside it.' : ''
        const message = `${change.address} would be forgotten: it goes on to exist, and Terraform knows it no more.${instead} Write down who looks after it, or delete it by hand once nothing uses it.`
        return judged(change, context, message)
      }),
}
