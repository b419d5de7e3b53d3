// What is told of one root: what refuses it and what to do next, what failed, then its plan.
import { place } from '../../report/headline.ts'
import { clip, count, listed, oneLine } from '../../text/words.ts'
import type { GuardFinding } from '../guards/guard.ts'
import type { Diagnostic, LockInfo, RootResult } from '../result/result.ts'
import { blockLine, blockLines } from './change-lines.ts'
import { blockSection, joined, type Line, listSection, type Part, plain, prose, type Section } from './page.ts'
import { planSections } from './plan-sections.ts'
import { rankOf, rootAnswer, standingOf, toneOf, wordOf } from './standing.ts'

export type RootWords = {
  /** How a refused plan can be let through, where the settings allow it. Backticks mean code. */
  readonly override?: ((result: RootResult) => string | undefined) | undefined
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
    sections: rootSections(result),
    facts: [...overrideLine(result, words), rootFacts(result)],
  }
}

/** All sections of a root, the most urgent first. */
export function rootSections(result: RootResult): readonly Section[] {
  const { guards, plan, diagnostics, lock } = result
  return [
    ...listSection('', 'reason', reasonLines(result)),
    ...listSection(guardTitle(guards), 'finding', guardLines(result)),
    ...diagnosticSections(diagnostics, 'error'),
    ...(lock === undefined ? [] : lockSection(lock)),
    ...(plan === undefined ? [] : planSections(plan)),
    ...diagnosticSections(diagnostics, 'warning'),
  ]
}

function reasonLines({ outcome, reason, waitsFor }: RootResult): readonly Line[] {
  const names = (list: readonly string[]) =>
    joined(
      list.slice(0, 10).map((name) => [{ code: name }]),
      ', ',
    ).concat(list.length > 10 ? [` and ${list.length - 10} more`] : [])
  return [
    ...(reason === undefined ? [] : [prose(reason)]),
    ...(outcome === 'deferred'
      ? [
          [
            ...(waitsFor.length === 0 ? ['It'] : ['Waits for ', ...names(waitsFor), ': it']),
            ' is planned once that is applied, on what is really there.',
          ],
        ]
      : []),
  ]
}

function guardTitle(guards: readonly GuardFinding[]): string {
  const errors = guards.filter(({ severity }) => severity === 'error').length
  const rest = guards.length - errors
  return listed([
    ...(errors > 0 ? [`Refused for ${count(errors, 'reason')}`] : []),
    ...(rest > 0 ? [count(rest, 'remark')] : []),
  ])
}

function guardLines(result: RootResult): readonly Line[] {
  const sorted = [...result.guards].sort((a, b) => severityRank[a.severity] - severityRank[b.severity])
  const { override } = result
  return [
    ...sorted.map(guardLine),
    ...(override === undefined
      ? []
      : [['Let through by ', { code: override.by }, ` (${override.how}), for exactly this plan.`]]),
  ]
}

function overrideLine(result: RootResult, words: RootWords): readonly Line[] {
  const how = result.outcome === 'blocked' ? words.override?.(result) : undefined
  return how === undefined ? [] : [['To let exactly this plan through: ', ...prose(how)]]
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
export function diagnosticSections(all: readonly Diagnostic[], severity: Diagnostic['severity']): readonly Section[] {
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

/** Where it runs, what made the plan, and by what it is known. */
export function rootFacts(result: RootResult): Line {
  const { path, root, tool, toolVersion, workspace, environment, fingerprint, artifact, reasons } = result
  const why = listed(reasons.map(oneLine), 3)
  const facts: readonly Line[] = [
    ...(path === root ? [] : [[{ code: path }]]),
    [`${tool === 'tofu' ? 'OpenTofu' : 'Terraform'}${toolVersion === undefined ? '' : ` ${toolVersion}`}`],
    ...(workspace === undefined || workspace === 'default' ? [] : [['workspace ', { code: workspace }]]),
    ...(environment === undefined ? [] : [['environment ', { code: environment }]]),
    ...(fingerprint === undefined ? [] : [['plan ', { code: shortFingerprint(fingerprint) }]]),
    ...(artifact === undefined ? [] : [['artifact ', { code: artifact }]]),
    ...(why === '' ? [] : [[`because ${why}`]]),
  ]
  return [...clipLine(joined(facts, ', '), 800), '.']
}

/** Enough of a fingerprint to tell plans apart. */
export const shortFingerprint = (fingerprint: string): string => fingerprint.replace(/^[a-z0-9-]+:/, '').slice(0, 12)

function clipLine(line: Line, limit: number): Line {
  return plain(line).length <= limit ? line : [clip(plain(line), limit)]
}
