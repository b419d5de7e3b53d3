// How a root stands, in one word and one mark.
import { count } from '../../text/words.ts'
import type { RootResult, TerraformReport } from '../result/result.ts'
import { countsInWords, sumCounts } from './change-words.ts'
import type { Tone } from './page.ts'

export type Standing = 'failed' | 'refused' | 'overridden' | 'destroys' | 'risky' | 'changes' | 'waits' | 'same'

/** In the order in which they are shown. */
const standings: Readonly<
  Record<Standing, { readonly mark: string; readonly word: string; readonly counted: string }>
> = {
  failed: { mark: '❌', word: 'failed', counted: 'could not be planned' },
  refused: { mark: '⛔', word: 'refused', counted: 'refused' },
  overridden: { mark: '⚠️', word: 'let through', counted: 'let through' },
  destroys: { mark: '⚠️', word: 'destroys', counted: 'with destruction' },
  risky: { mark: '⚠️', word: 'needs a look', counted: 'with what needs a look' },
  changes: { mark: '✏️', word: 'changes', counted: 'with changes' },
  waits: { mark: '⏳', word: 'waits', counted: 'waiting for others' },
  same: { mark: '✅', word: 'no changes', counted: 'without changes' },
}

const order = Object.keys(standings) as readonly Standing[]

/** How it stands. What destroys or lets go is told apart from what only changes. */
export function standingOf({ outcome, plan, override, guards }: RootResult): Standing {
  if (outcome === 'failed' || outcome === 'errored') return 'failed'
  if (outcome === 'blocked') return 'refused'
  if (outcome === 'deferred') return 'waits'
  if (override !== undefined) return 'overridden'
  if (plan === undefined || !plan.needsApply)
    return guards.some(({ severity }) => severity === 'error') ? 'risky' : 'same'
  const destroys = plan.counts.delete > 0 || plan.changes.some(({ actions }) => actions.includes('delete'))
  if (destroys || plan.counts.replace > 0) return 'destroys'
  return plan.counts.forget > 0 || plan.counts.other > 0 || plan.unknownFields.length > 0 ? 'risky' : 'changes'
}

/** Smaller is worse. */
export const rankOf = (standing: Standing): number => order.indexOf(standing)

/** `⛔ refused`. */
export const markOf = (standing: Standing): string => `${standings[standing].mark} ${standings[standing].word}`

/** The word without the mark, for where there is no colour. */
export const wordOf = (standing: Standing): string => standings[standing].word

/** Whether it is bad, to be looked at, or fine. */
export function toneOf(standing: Standing): Tone {
  if (standing === 'failed' || standing === 'refused') return 'bad'
  return standing === 'same' || standing === 'changes' ? 'good' : 'careful'
}

/** As part of a count: `12 without changes`. */
export const countedAs = (standing: Standing): string => standings[standing].counted

/** Roots, the worst first; equal ones by wave, then by name. */
export function worstFirst(roots: readonly RootResult[]): readonly RootResult[] {
  const keyed = roots.map((root) => ({ root, rank: rankOf(standingOf(root)) }))
  const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return keyed
    .sort((a, b) => a.rank - b.rank || a.root.wave - b.root.wave || byName(a.root.root, b.root.root))
    .map(({ root }) => root)
}

/** `3 Terraform roots change: 4 create, 1 replace, 1 destroy; 1 refused`. */
export function reportAnswer(report: TerraformReport): string {
  const { roots } = report
  const tools = new Set(roots.map(({ tool }) => tool))
  const noun = tools.size > 1 ? 'root' : tools.has('tofu') ? 'OpenTofu root' : 'Terraform root'
  if (roots.length === 0) return `No ${noun} is affected`
  const of = (standing: Standing) => roots.filter((root) => standingOf(root) === standing).length
  const changing = roots.filter(({ outcome, plan }) => /^(planned|blocked)$/.test(outcome) && plan?.needsApply === true)
  const failed = of('failed')
  const tail = [
    ...(of('refused') > 0 ? [`${of('refused')} refused`] : []),
    ...(of('overridden') > 0 ? [`${of('overridden')} let through`] : []),
    ...(failed > 0 && changing.length > 0 ? [`${failed} could not be planned`] : []),
    ...(of('waits') > 0 ? [`${of('waits')} ${of('waits') === 1 ? 'waits' : 'wait'} for others`] : []),
  ]
  return [headOf(noun, roots.length, changing, failed), ...tail].join('; ')
}

function headOf(noun: string, roots: number, changing: readonly RootResult[], failed: number): string {
  if (changing.length > 0) {
    const counts = countsInWords(sumCounts(changing.flatMap(({ plan }) => plan?.counts ?? [])))
    const what = counts === '' ? 'see below' : counts
    return `${count(changing.length, noun)} ${changing.length === 1 ? 'changes' : 'change'}: ${what}`
  }
  if (failed > 0) return `${failed} of ${count(roots, noun)} could not be planned`
  return `No changes in ${count(roots, noun)}`
}

/** What is the matter with one root: `1 replace, 2 create; refused by stateful-type`. */
export function rootAnswer(result: RootResult): string {
  const { plan, outcome, waitsFor, guards, override } = result
  const counts = plan === undefined ? '' : countsInWords(plan.counts)
  const standing = standingOf(result)
  if (standing === 'failed') return counts === '' ? 'could not be planned' : `planning failed, after ${counts}`
  if (outcome === 'deferred') return waitsFor.length === 0 ? 'waits for others' : 'waits for what it depends on'
  const what = plan?.needsApply === true ? counts || 'changes' : 'no changes'
  const by = [...new Set(guards.flatMap(({ guard, severity }) => (severity === 'error' ? [guard] : [])))].join(', ')
  if (standing === 'refused') return `${what}; refused${by === '' ? '' : ` by ${by}`}`
  return override === undefined ? what : `${what}; let through by ${override.by}`
}
