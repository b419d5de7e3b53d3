// What a scheduled plan found: what others changed, told apart from configuration that was never applied.

import { count } from '../../text/words.ts'
import type { RootResult, ShownChange, ShownPlan } from '../result/result.ts'
import { changeItem, driftItem } from './change-lines.ts'
import { commentLimit } from './comment.ts'
import { blockSection, type Line, listSection, type More, type Page, type Section } from './page.ts'
import { pageMarkdown } from './page-markdown.ts'
import { pageText, type TextOptions } from './page-text.ts'
import { rootFacts, rootSections } from './root-sections.ts'

export type DriftSplit = {
  /** Changed by others; an apply puts it back. */
  readonly putBack: readonly ShownChange[]
  /** Changed by others; an apply leaves it, since the configuration does not say otherwise. */
  readonly left: readonly ShownChange[]
  /** Planned changes of objects that nobody else touched, or of attributes that nobody else touched. */
  readonly unapplied: readonly ShownChange[]
  /** Outputs that would change; a consequence of one or the other. */
  readonly outputs: number
}

export type DriftKind = 'clean' | 'drift' | 'unapplied' | 'both' | 'unknown'

/**
 * Drift of an object is put back where the plan changes that object; what the plan changes beyond the attributes that drifted is
 * configuration. A plan that failed, or none, tells neither.
 */
export function splitDrift({ changes, drift }: Pick<ShownPlan, 'changes' | 'drift'>, outputs = 0): DriftSplit {
  const drifted = new Map(drift.map((object) => [object.address, object]))
  const matched = new Set<ShownChange>()
  const unapplied: ShownChange[] = []
  for (const change of changes) {
    if (change.action === 'read') continue
    const object = drifted.get(change.address) ?? drifted.get(change.previousAddress ?? change.address)
    const putsBack = object !== undefined && change.action !== 'no-op'
    if (putsBack) matched.add(object)
    if (!putsBack || goesBeyond(change, object)) unapplied.push(change)
  }
  return {
    putBack: drift.filter((object) => matched.has(object)),
    left: drift.filter((object) => !matched.has(object)),
    unapplied,
    outputs,
  }
}

/** Whether a change does more than to put back what drifted. */
function goesBeyond(change: ShownChange, drift: ShownChange): boolean {
  if (change.action === 'delete' || change.action === 'forget' || change.action === 'other') return true
  if (change.previousAddress !== undefined || change.importId !== undefined) return true
  // Gone, and created again: every attribute is new.
  if (drift.action === 'delete') return false
  const paths = drift.differences.map(({ path }) => path)
  const known = ({ path, after }: { path: string; after?: string }) =>
    after === '(known after apply)' || paths.some((other) => related(path, other))
  return change.differences.some((difference) => !known(difference))
}

const related = (a: string, b: string) => a === b || inside(a, b) || inside(b, a)
const inside = (path: string, outer: string) => path.startsWith(outer) && /^[.[]/.test(path.slice(outer.length))

/** What was found, in one word. */
export function driftKind({ plan, outcome }: RootResult): DriftKind {
  if (plan === undefined || outcome === 'failed' || outcome === 'errored' || plan.errored) return 'unknown'
  const { putBack, left, unapplied, outputs } = splitDrift(plan, plan.outputs.length)
  const drift = putBack.length + left.length > 0
  const configuration = unapplied.length > 0 || plan.invocations.length > 0 || (!drift && outputs > 0)
  if (drift && configuration) return 'both'
  return drift ? 'drift' : configuration ? 'unapplied' : 'clean'
}

/** Title of a root's issue. The same whatever is found, so that the issue is found again. */
export const driftTitle = (root: string): string => `Drift of ${root}`

export type DriftOptions = {
  readonly limit?: number
  readonly more?: More
  readonly head?: string
}

/** Body of a root's issue in Markdown, also for a root that is clean. At most `limit` bytes. */
export function renderDrift(result: RootResult, { limit = commentLimit, more, head }: DriftOptions = {}): string {
  return pageMarkdown(driftPage(result, head), { limit, ...(more !== undefined && { more }) })
}

/** The same for a terminal or a log. */
export function renderDriftText(result: RootResult, options: TextOptions): string {
  return pageText(driftPage(result, undefined), options)
}

function driftPage(result: RootResult, head: string | undefined): Page {
  const kind = driftKind(result)
  const { root, plan } = result
  const sections = kind === 'unknown' || plan === undefined ? rootSections(result) : driftSections(plan)
  const tone = kind === 'unknown' ? 'bad' : kind === 'clean' ? 'good' : 'careful'
  const answer = driftAnswer(result, kind)
  return {
    answer: `${root}: ${answer}`,
    table: undefined,
    parts: [{ name: root, word: kind, tone, answer, rank: 0, open: true, sections, facts: [rootFacts(result)] }],
    facts: head === undefined ? [] : [['Compared with commit ', { code: head }, '.']],
  }
}

function driftAnswer({ plan }: RootResult, kind: DriftKind): string {
  if (plan === undefined || kind === 'unknown') return 'could not be compared'
  if (kind === 'clean') return 'what is there is what was applied'
  const { putBack, left, unapplied, outputs } = splitDrift(plan, plan.outputs.length)
  const drifted = putBack.length + left.length
  const parts = [
    ...(drifted > 0 ? [`${count(drifted, 'object')} changed by others`] : []),
    ...(unapplied.length > 0 ? [`${count(unapplied.length, 'change')} of the configuration never applied`] : []),
    ...(unapplied.length === 0 && drifted === 0 && outputs > 0 ? [`${count(outputs, 'output')} never applied`] : []),
    ...(plan.invocations.length > 0 ? [`${count(plan.invocations.length, 'action')} never invoked`] : []),
  ]
  return parts.join('; ')
}

function driftSections(plan: ShownPlan): readonly Section[] {
  const { putBack, left, unapplied } = splitDrift(plan)
  const next: readonly Line[] = [
    ...(putBack.length > 0
      ? [['To put back what others changed, apply. To keep it, write it into the configuration and apply that.']]
      : []),
    ...(left.length > 0 ? [['What is left alone needs nothing; the next apply takes it into the state.']] : []),
    ...(unapplied.length > 0
      ? [['Configuration that was never applied was merged without an apply, or its apply failed: run it again.']]
      : []),
  ]
  return [
    ...blockSection(
      `Changed by others, an apply puts it back (${putBack.length})`,
      'object',
      'diff',
      putBack.map(driftItem),
    ),
    ...blockSection(`Changed by others, an apply leaves it (${left.length})`, 'object', 'diff', left.map(driftItem)),
    ...blockSection(
      `Configuration that was never applied (${unapplied.length})`,
      'change',
      'diff',
      unapplied.map(changeItem),
    ),
    ...listSection('What to do', 'step', next),
  ]
}
