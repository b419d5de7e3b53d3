// How a root stands, in one word and one mark.
import { clip, count, listed, oneLine } from '../../text/words.ts'
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

/** The first of `reportLines`: the answer in one sentence. */
export const reportAnswer = (report: TerraformReport): string => reportLines(report)[0] ?? ''

/**
 * What a reader asks first, most important first: whether anything stands against merging, then how much changes
 * (`3 Terraform roots change: 1 destroyed, 4 created`), then what is left behind. At least one line.
 */
export function reportLines(report: TerraformReport): readonly [string, ...string[]] {
  const { roots, removed = [], base } = report
  const gone = removed.length === 0 ? [] : [goneLine(removed.length)]
  const objection = objectionOf(roots)
  if (objection !== undefined) {
    // Without a base there is nothing to merge: a schedule, or a root that somebody named.
    const answer = base === undefined ? objection : `Do not merge: ${objection}`
    return [answer, ...besideObjection(roots), ...gone]
  }
  const counts = countsLine(roots)
  // Left behind and nothing else: “no changes” would read as all-clear.
  if (gone[0] !== undefined && changingOf(roots).length === 0) return [gone[0], ...(roots.length === 0 ? [] : [counts])]
  return [counts, ...gone]
}

const mostNames = 3

/** `a and b are refused, c could not be planned`; undefined where nothing is in the way. */
function objectionOf(roots: readonly RootResult[]): string | undefined {
  const named = (standing: Standing) =>
    worstFirst(roots).flatMap((root) => (standingOf(root) === standing ? [clip(oneLine(root.root), 60)] : []))
  const [refused, failed] = [named('refused'), named('failed')]
  const parts = [
    ...(refused.length > 0 ? [`${someOf(refused, mostNames)} ${refused.length === 1 ? 'is' : 'are'} refused`] : []),
    ...(failed.length > 0 ? [`${someOf(failed, mostNames - refused.length)} could not be planned`] : []),
  ]
  return parts.length === 0 ? undefined : parts.join(', ')
}

function someOf(names: readonly string[], most: number): string {
  const left = names.length - Math.max(0, most)
  if (left === names.length) return `${left} ${left === 1 ? 'root' : 'roots'}`
  return listed(left > 0 ? [...names.slice(0, most), `${left} more`] : names, mostNames + 1)
}

/** What else there is to say of a report that something stands against. */
function besideObjection(roots: readonly RootResult[]): readonly string[] {
  const known = roots.filter(({ outcome }) => outcome === 'planned' || outcome === 'deferred' || outcome === 'blocked')
  return known.length === 0 ? [] : [countsLine(known, known.length < roots.length)]
}

const goneLine = (number: number) =>
  number === 1
    ? '1 root is taken away: what it manages stays, and nobody plans it any more'
    : `${number.toLocaleString('en-US')} roots are taken away: what they manage stays, and nobody plans them any more`

const changingOf = (roots: readonly RootResult[]) =>
  roots.filter(({ outcome, plan }) => /^(planned|blocked)$/.test(outcome) && plan?.needsApply === true)

/** `2 Terraform roots change: 1 destroyed, 2 created; 1 let through`, of roots that could be planned. */
function countsLine(roots: readonly RootResult[], areOthers = false): string {
  const tools = new Set(roots.map(({ tool }) => tool))
  const noun = tools.size > 1 ? 'root' : tools.has('tofu') ? 'OpenTofu root' : 'Terraform root'
  if (roots.length === 0) return `No ${noun} is affected`
  const of = (standing: Standing) => roots.filter((root) => standingOf(root) === standing).length
  const [through, waits] = [of('overridden'), of('waits')]
  const tail = [
    ...(through > 0 ? [`${through} let through`] : []),
    ...(waits > 0 ? [`${waits} ${waits === 1 ? 'waits' : 'wait'} for others`] : []),
  ]
  const changing = changingOf(roots)
  if (changing.length === 0) {
    // What a root that waits would change, nobody knows yet.
    const same = roots.length - waits
    if (same === 0) return `${count(waits, noun)} ${waits === 1 ? 'waits' : 'wait'} for others`
    return [`No changes in ${areOthers ? count(same, `other ${noun}`) : count(same, noun)}`, ...tail].join('; ')
  }
  const counts = countsInWords(sumCounts(changing.flatMap(({ plan }) => plan?.counts ?? [])))
  const what = counts === '' ? 'see below' : counts
  return [`${count(changing.length, noun)} ${changing.length === 1 ? 'changes' : 'change'}: ${what}`, ...tail].join(
    '; ',
  )
}

/** What is the matter with one root: `1 replaced, 2 created; refused by stateful-type`. */
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
