// A plan that exists, judged: what it would do, what refuses it, whether it must be applied and why.
import type { RootResult, ShownPlan } from '../result/result.ts'
import { countsInWords } from './change-words.ts'
import { type Line, listSection, type Page, type Section } from './page.ts'
import { pageText, type TextOptions } from './page-text.ts'
import { rootPart } from './root-sections.ts'
import { standingOf } from './standing.ts'

/** Exit status of `seaworthy terraform explain`: 1 where the plan failed or a guard refuses it, else 0. */
export function explainStatus(result: RootResult): 0 | 1 {
  const standing = standingOf(result)
  return standing === 'failed' || standing === 'refused' ? 1 : 0
}

/** The text for a terminal: the answer, why something or nothing is to be applied where counts do not tell, then the plan. */
export function renderExplain(result: RootResult, options: TextOptions): string {
  const part = rootPart(result)
  const { plan } = result
  const sections = plan === undefined ? part.sections : [...reasonSections(plan), ...part.sections]
  const page: Page = { answer: explainAnswer(result), table: undefined, parts: [{ ...part, sections }], facts: [] }
  return pageText(page, options)
}

function explainAnswer(result: RootResult): string {
  const { plan } = result
  if (plan === undefined || standingOf(result) === 'failed') return 'Cannot be applied: planning failed'
  if (!plan.needsApply) return 'Nothing to apply'
  const counts = countsInWords(plan.counts)
  const what = counts === '' ? 'see below' : counts
  return standingOf(result) === 'refused' ? `Refused: ${what}` : `Must be applied: ${what}`
}

/** What the first line does not say: what an action does that its count does not tell, and why there is something to apply. */
function reasonSections(plan: ShownPlan): readonly Section[] {
  const { counts, changes } = plan
  const destroys = counts.delete + counts.replace === 0 && changes.some(({ actions }) => actions.includes('delete'))
  const forgets = counts.forget === 0 && changes.some((change) => change.forgets)
  return [
    ...listSection('Not in these counts', 'flag', [
      ...(destroys ? [['it destroys something']] : []),
      ...(forgets ? [['it lets something go, which stays and is no longer managed']] : []),
    ]),
    ...listSection(
      plan.needsApply ? 'Why it must be applied' : 'Why there is nothing to apply',
      'reason',
      applyReasons(plan),
    ),
  ]
}

function applyReasons(plan: ShownPlan): readonly Line[] {
  const { counts, needsApply, changes } = plan
  if (!needsApply) {
    return [
      ...(plan.drift.length > 0 ? [['objects were changed by others, and the configuration asks for no change']] : []),
      ...(plan.errored || plan.drift.length > 0 ? [] : [['what is there is what the configuration asks for']]),
    ]
  }
  const objects = countsInWords(counts, ['create', 'update', 'replace', 'delete'])
  const state = countsInWords(counts, ['move', 'import', 'forget'])
  const reads = changes.filter(({ action }) => action === 'read').length
  // Objects that change need no reason but the counts of the first line.
  if (objects !== '') return []
  return [
    ...(state === '' ? [] : [[`the state changes: ${state}`]]),
    ...(counts.outputs > 0 ? [[`outputs change: ${counts.outputs}`]] : []),
    ...(counts.invoke > 0 ? [[`actions are invoked: ${counts.invoke}`]] : []),
    ...(counts.other > 0 ? [[`actions that Seaworthy does not know: ${counts.other}`]] : []),
    ...(reads > 0 ? [[`data is read while applying: ${reads}`]] : []),
    ...(state === '' && counts.outputs + counts.invoke + counts.other + reads === 0
      ? [['the tool says so, without a change that is listed']]
      : []),
  ]
}
