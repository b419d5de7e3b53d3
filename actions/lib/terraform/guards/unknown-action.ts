import { listed, oneLine } from '../../text/words.ts'
import { type Guard, type Judgement, judged } from './define-guard.ts'

export const unknownAction: Guard = {
  id: 'unknown-action',
  severity: 'error',
  what: 'The plan has an action that this version does not know; or, as a warning, a field that it does not know.',
  why: 'Nobody can say what an unknown action does. An unknown field may mean nothing: hence a warning; it is part of the fingerprint all the same.',
  allow: 'Use a version of Seaworthy that knows it, or an older one of the tool; or override.',
  judge: (context) => {
    const { plan } = context
    const risky = [...plan.changes, ...plan.deferred.map(({ change }) => change)].filter(
      ({ action }) => action === 'other',
    )
    const ofResources = risky.map((change): Judgement => {
      const actions = oneLine(change.actions.join(', ')) || 'none'
      const message = `${change.address}: the plan says \`${actions}\`, which this version of Seaworthy does not know. Read what the tool does there; then update Seaworthy.`
      return judged(change, context, message)
    })
    const ofOutputs = plan.outputs
      .filter(({ action }) => action === 'other')
      .map(
        ({ name }): Judgement => ({
          message: `Output ${name}: the plan has an action for it that this version of Seaworthy does not know. Update Seaworthy.`,
          address: `output.${name}`,
        }),
      )
    const fields: readonly Judgement[] =
      plan.unknownFields.length === 0
        ? []
        : [
            {
              message: `The plan has fields that this version of Seaworthy does not know: ${listed(plan.unknownFields.map(oneLine))}. They are not shown. Read the tool’s own output, and update Seaworthy.`,
              severity: 'warning',
            },
          ]
    return [...ofResources, ...ofOutputs, ...fields]
  },
}
