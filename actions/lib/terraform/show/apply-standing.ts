// How an apply ended, in one word, one mark and one sentence.
import { count } from '../../text/words.ts'
import type { ApplyOutcome, ApplyReport, ApplyResult } from '../result/apply-result.ts'
import { countsInWords, sumCounts } from './change-words.ts'
import type { Tone } from './page.ts'

/** In the order in which they are shown. */
const outcomes: Readonly<
  Record<ApplyOutcome, { readonly mark: string; readonly word: string; readonly counted: string; readonly tone: Tone }>
> = {
  failed: { mark: '❌', word: 'failed', counted: 'failed', tone: 'bad' },
  interrupted: { mark: '❌', word: 'interrupted', counted: 'interrupted', tone: 'bad' },
  stale: { mark: '⛔', word: 'not as reviewed', counted: 'not as reviewed', tone: 'bad' },
  refused: { mark: '⛔', word: 'refused', counted: 'refused', tone: 'bad' },
  waiting: { mark: '⏳', word: 'waits', counted: 'waiting for approval', tone: 'careful' },
  skipped: { mark: '⏭️', word: 'not begun', counted: 'not begun', tone: 'careful' },
  applied: { mark: '✅', word: 'applied', counted: 'applied', tone: 'good' },
  'nothing-to-do': { mark: '✅', word: 'nothing to do', counted: 'with nothing to do', tone: 'good' },
}

const order = Object.keys(outcomes) as readonly ApplyOutcome[]

export const applyRank = (outcome: ApplyOutcome): number => order.indexOf(outcome)
export const applyMark = (outcome: ApplyOutcome): string => `${outcomes[outcome].mark} ${outcomes[outcome].word}`
export const applyWord = (outcome: ApplyOutcome): string => outcomes[outcome].word
export const applyTone = (outcome: ApplyOutcome): Tone => outcomes[outcome].tone
export const applyCounted = (outcome: ApplyOutcome): string => outcomes[outcome].counted

/** Results, the worst first; equal ones by wave, then by name. */
export function worstAppliesFirst(results: readonly ApplyResult[]): readonly ApplyResult[] {
  const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return [...results].sort(
    (a, b) => applyRank(a.outcome) - applyRank(b.outcome) || a.wave - b.wave || byName(a.root, b.root),
  )
}

/** `2 roots applied: 3 create, 1 destroy`; what went wrong comes first: `1 root failed, 1 not begun; 2 applied: 3 create`. */
export function applyAnswer({ results }: ApplyReport): string {
  if (results.length === 0) return 'No root to apply'
  const of = (outcome: ApplyOutcome) => results.filter((result) => result.outcome === outcome)
  const applied = of('applied')
  const counts = countsInWords(sumCounts(applied.flatMap((result) => result.counts ?? [])))
  const what = counts === '' ? '' : `: ${counts}`
  const rest = order.filter((outcome) => outcome !== 'applied' && of(outcome).length > 0)
  if (rest.length === 0) return `${count(applied.length, 'root')} applied${what}`
  if (rest.length === 1 && rest[0] === 'nothing-to-do' && applied.length === 0) {
    return `Nothing to apply in ${count(results.length, 'root')}`
  }
  const told = rest.map((outcome, index) => {
    const number = of(outcome).length
    return `${index === 0 ? count(number, 'root') : number} ${outcomes[outcome].counted}`
  })
  const begun = results.filter(({ outcome, applied: steps }) => outcome !== 'applied' && steps.length > 0)
  const done = begun.reduce((sum, { applied: steps }) => sum + steps.length, 0)
  const half = done === 0 ? [] : [`${count(done, 'step')} done before`]
  const whole = applied.length === 0 ? [] : [`${applied.length} applied${what}`]
  return `${told.join(', ')}; ${[...half, ...whole].join(', ') || 'nothing applied'}`
}

/** What became of one root: `3 of 5 steps done, then it failed`. */
export function applyRootAnswer(result: ApplyResult): string {
  const { outcome, applied, notApplied, counts, mode } = result
  const all = applied.length + notApplied.length
  const how = mode === undefined ? '' : ` (${modeWords[mode]})`
  switch (outcome) {
    case 'failed':
    case 'interrupted': {
      const end = outcome === 'failed' ? 'failed' : 'was interrupted'
      if (all === 0) return `${end}${how}`
      return applied.length === 0
        ? `${end} before anything was done${how}`
        : `${end} in the middle: ${applied.length} of ${count(all, 'step')} done${how}`
    }
    case 'applied':
      return `applied: ${(counts && countsInWords(counts)) || count(applied.length, 'step')}${how}`
    case 'stale':
      return 'nothing applied: it is not what was reviewed'
    case 'waiting':
      return 'waits for approval'
    case 'skipped':
      return 'not begun'
    case 'refused':
      return 'nothing applied: refused'
    case 'nothing-to-do':
      return 'nothing to do'
  }
}

const modeWords = {
  replay: 'the reviewed plan itself',
  reconcile: 'a new plan equal to the reviewed one',
  fresh: 'a plan made in this run',
} as const
