// What is told of one root: what refuses it and what to do next, what failed, then its plan.
import { place } from '../../report/headline.ts'
import { clip, count, oneLine } from '../../text/words.ts'
import type { GuardFinding } from '../guards/guard.ts'
import { summarySentence } from '../result/diagnostic-words.ts'
import type { Diagnostic, LockInfo, RootResult } from '../result/result.ts'
import { readLockInfo } from '../tool/lock-info.ts'
import { blockLine, blockLines } from './change-lines.ts'
import { blockSection, joined, type Line, listSection, type Part, plain, prose, type Section } from './page.ts'
import { planSections } from './plan-sections.ts'
import { rankOf, rootAnswer, standingOf, toneOf, wordOf } from './standing.ts'

export type RootWords = {
  /**
   * How a refused plan can be let through; undefined where the settings let nobody. Backticks mean code. Absent where the question
   * makes no sense, as on a terminal.
   */
  readonly override?: ((result: RootResult) => string | undefined) | undefined
  /** What reviewers have to know of approvals, as a sentence: shown below the counts. Backticks mean code. */
  readonly approval?: string | undefined
  /** The other roots of the report: one that waits says what became of those that it waits for. */
  readonly roots?: readonly RootResult[] | undefined
}

const severityRank = { error: 0, warning: 1, note: 2 } as const

/** A root as a part of a page. */
export function rootPart(result: RootResult, words: RootWords = {}): Part {
  const standing = standingOf(result)
  return {
    name: result.root,
    word: wordOf(standing),
    tone: toneOf(standing),
    answer: rootAnswer(result),
    rank: rankOf(standing),
    open: standing === 'failed' || standing === 'refused' || standing === 'overridden' || standing === 'destroys',
    sections: rootSections(result, words),
    facts: [rootFacts(result)],
  }
}

/** All sections of a root, the most urgent first. */
export function rootSections(result: RootResult, words: RootWords = {}): readonly Section[] {
  const { plan, lock } = result
  const guards = guardsToTell(result)
  const told = diagnosticsToTell(result)
  const { reason, advice } = splitReason(result.reason, told)
  const foot = advice === undefined ? undefined : prose(advice)
  return [
    ...listSection('', 'reason', [...(reason === undefined ? [] : [prose(reason)]), ...waitLines(result, words.roots)]),
    ...listSection(guardTitle(guards), 'finding', guardLines(guards, result), overrideLine(result, words)),
    ...diagnosticSections(told, 'error', foot),
    ...(lock === undefined ? [] : lockSection(lock)),
    ...(plan === undefined ? [] : planSections(plan)),
    ...diagnosticSections(told, 'warning'),
  ]
}

/** What the tool says of a lock is in the section on the lock, there without its advice to do without one. */
export const diagnosticsToTell = ({ lock, diagnostics }: Pick<RootResult, 'lock' | 'diagnostics'>) =>
  lock === undefined ? diagnostics : diagnostics.filter((one) => readLockInfo([one]) === undefined)

/** A reason whose first sentence is an error that is shown with its detail: only what we add to it is left, for below the errors. */
export function splitReason(
  reason: string | undefined,
  diagnostics: readonly Diagnostic[],
): { readonly reason?: string; readonly advice?: string } {
  if (reason === undefined) return {}
  for (const diagnostic of diagnostics) {
    const told = summarySentence(diagnostic)
    if (diagnostic.severity !== 'error' || !reason.startsWith(told)) continue
    const advice = reason.slice(told.length).trim()
    return advice === '' ? {} : { advice }
  }
  return { reason }
}

/** That planning failed is told once: the guard only repeats it. */
export const guardsToTell = ({ guards, outcome }: RootResult): readonly GuardFinding[] =>
  outcome === 'errored' ? guards.filter(({ guard }) => guard !== 'incomplete-plan') : guards

function waitLines(result: RootResult, roots: readonly RootResult[] = []): readonly Line[] {
  const { outcome, waitsFor } = result
  if (outcome !== 'deferred') return []
  const hindrances = hindrancesOf(result, roots)
  if (hindrances.length > 0) {
    return hindrances
      .slice(0, 10)
      .map((root) => [
        'Waits for ',
        { code: root.root },
        standingOf(root) === 'refused' ? ', which is refused' : ', which could not be planned',
        ': mend that first.',
      ])
  }
  const names = joined(
    waitsFor.slice(0, 10).map((name) => [{ code: name }]),
    ', ',
  ).concat(waitsFor.length > 10 ? [` and ${waitsFor.length - 10} more`] : [])
  const who: Line = waitsFor.length === 0 ? ['It'] : ['Waits for ', ...names, ': it']
  return [
    [...who, ` is planned once ${waitsFor.length > 1 ? 'these are' : 'that is'} applied, on what is really there.`],
  ]
}

/** Roots without a plan that could be applied, among those that a root waits for directly or through others. */
function hindrancesOf({ waitsFor }: RootResult, roots: readonly RootResult[]): readonly RootResult[] {
  const byName = new Map(roots.map((root) => [root.root, root]))
  const seen = new Set(waitsFor)
  // A set goes on to what is added while it is walked.
  for (const name of seen) for (const next of byName.get(name)?.waitsFor ?? []) seen.add(next)
  return [...seen].flatMap((name) => {
    const root = byName.get(name)
    return root !== undefined && (standingOf(root) === 'refused' || standingOf(root) === 'failed') ? [root] : []
  })
}

function guardTitle(guards: readonly GuardFinding[]): string {
  const errors = guards.filter(({ severity }) => severity === 'error').length
  const rest = guards.length - errors
  // A remark refuses nothing.
  return [
    ...(errors > 0 ? [`Refused for ${count(errors, 'reason')}`] : []),
    ...(rest > 0 ? [count(rest, 'remark')] : []),
  ].join('; ')
}

function guardLines(guards: readonly GuardFinding[], { override }: RootResult): readonly Line[] {
  const sorted = [...guards].sort((a, b) => severityRank[a.severity] - severityRank[b.severity])
  return [
    ...sorted.map(guardLine),
    ...(override === undefined
      ? []
      : [['Let through by ', { code: override.by }, ` (${override.how}), for exactly this plan.`]]),
  ]
}

function overrideLine(result: RootResult, { override }: RootWords): Line | undefined {
  if (result.outcome !== 'blocked' || override === undefined) return undefined
  const how = override(result)
  return how === undefined
    ? ['Nobody may let it through: the settings name nobody under ', { code: 'terraform.overrides' }, '.']
    : ['To let exactly this plan through: ', ...prose(how)]
}

function guardLine({ guard, severity, message, address, at }: GuardFinding): Line {
  // Most messages begin with the address.
  const told = address !== undefined && address !== '' && message.startsWith(address)
  return [
    `${severity} `,
    { code: guard },
    ...(address === undefined || told ? [] : [' ', { code: address }]),
    ...(at === undefined ? [] : [' at ', { code: place(at) }]),
    ': ',
    ...(told ? [{ code: address }, ...prose(message.slice(address.length))] : prose(message)),
  ]
}

/** Errors (or warnings) of the tool, with their words. */
export function diagnosticSections(
  all: readonly Diagnostic[],
  severity: Diagnostic['severity'],
  foot?: Line,
): readonly Section[] {
  const some = all.filter((diagnostic) => diagnostic.severity === severity)
  const title = `${severity === 'error' ? 'Errors' : 'Warnings'} of the tool (${some.length})`
  return blockSection(
    title,
    severity,
    'text',
    some.map(({ summary, detail, address, at }) => ({
      head: blockLine(
        [...(at === undefined ? [] : [place(at)]), ...(address === undefined ? [] : [address]), summary].join(': '),
      ),
      ...(detail !== undefined && { body: () => blockLines(detail).map((line) => `  ${line}`) }),
    })),
    foot,
  )
}

/** Who holds the lock. */
export function lockSection({ id, path, operation, who, created, info }: LockInfo): readonly Section[] {
  const fact = (name: string, value: string | undefined): readonly Line[] =>
    value === undefined || value === '' ? [] : [[`${name} `, { code: value }]]
  return listSection('The state is locked', 'fact', [
    ...fact('by', who),
    ...fact('since', created),
    ...fact('for', operation),
    ...fact('lock', id),
    ...fact('state', path),
    ...fact('note', info),
  ])
}

/** Why it is planned, where, by what, and by what the plan is known. */
export function rootFacts(result: RootResult): Line {
  const { path, root, tool, toolVersion, workspace, environment, fingerprint, reasons, outcome } = result
  const [why] = reasons
  const facts: readonly Line[] = [
    ...(path === root || why?.startsWith(`${path}/`) === true ? [] : [[{ code: path }]]),
    [`${tool === 'tofu' ? 'OpenTofu' : 'Terraform'}${toolVersion === undefined ? '' : ` ${toolVersion}`}`],
    ...(workspace === undefined || workspace === 'default' ? [] : [['workspace ', { code: workspace }]]),
    ...(environment === undefined ? [] : [['environment ', { code: environment }]]),
    ...(fingerprint === undefined ? [] : [['plan ', { code: shortFingerprint(fingerprint) }]]),
  ]
  const about = clipLine(joined(facts, ', '), 800)
  if (why === undefined) return [...about, '.']
  const verb = outcome === 'failed' || outcome === 'deferred' ? 'Affected' : 'Planned'
  return [`${verb} because `, ...prose(clip(oneLine(why), 200)), ' (', ...about, ').']
}

/** Enough of a fingerprint to tell plans apart. */
export const shortFingerprint = (fingerprint: string): string => fingerprint.replace(/^[a-z0-9-]+:/, '').slice(0, 12)

function clipLine(line: Line, limit: number): Line {
  return plain(line).length <= limit ? line : [clip(plain(line), limit)]
}
