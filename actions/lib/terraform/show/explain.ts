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

/** The text for a terminal: the answer, flags with the exit status, why it must be applied, then the plan. */
export function renderExplain(result: RootResult, options: TextOptions): string {
  const part = rootPart(result)
  const { plan } = result
  const sections = plan === undefined ? part.sections : [...flagSections(plan, result), ...part.sections]
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

function flagSections(plan: ShownPlan, result: RootResult): readonly Section[] {
  const { counts } = plan
  const yes = (value: boolean) => (value ? 'yes' : 'no')
  const destroys = plan.changes.some(({ actions }) => actions.includes('delete'))
  const flags: readonly Line[] = [
    [`must be applied: ${yes(plan.needsApply)}`],
    [`destroys something: ${yes(destroys)}`],
    [`lets something go: ${yes(counts.forget > 0 || plan.changes.some(({ forgets }) => forgets))}`],
    [`complete: ${yes(plan.complete)}`],
    [`planning failed: ${yes(plan.errored)}`],
    [`exit status: ${explainStatus(result)}`],
  ]
  return [
    ...listSection('Flags', 'flag', flags),
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
      ...(plan.errored ? [['planning failed, so it cannot be applied']] : []),
      ...(plan.drift.length > 0 ? [['objects were changed by others, and the configuration asks for no change']] : []),
      ...(plan.errored || plan.drift.length > 0 ? [] : [['what is there is what the configuration asks for']]),
    ]
  }
  const objects = countsInWords(counts, ['create', 'update', 'replace', 'delete'])
  const state = countsInWords(counts, ['move', 'import', 'forget'])
  const reads = changes.filter(({ action }) => action === 'read').length
  return [
    ...(objects === '' ? [] : [[`objects change: ${objects}`]]),
    ...(state === '' ? [] : [[`the state changes: ${state}`]]),
    ...(counts.outputs > 0 ? [[`outputs change: ${counts.outputs}`]] : []),
    ...(counts.invoke > 0 ? [[`actions are invoked: ${counts.invoke}`]] : []),
    ...(counts.other > 0 ? [[`actions that Seaworthy does not know: ${counts.other}`]] : []),
    ...(reads > 0 && objects === '' ? [[`data is read while applying: ${reads}`]] : []),
    ...(objects === '' && state === '' && counts.outputs + counts.invoke + counts.other + reads === 0
      ? [['the tool says so, without a change that is listed']]
      : []),
  ]
}
