// The record of an apply: what was done, what not, who holds the lock, how to go on.
import { shortRevision } from '../../report/headline.ts'
import type { ApplyReport, ApplyResult, ApplyStep } from '../result/apply-result.ts'
import {
  applyAnswer,
  applyCounted,
  applyMark,
  applyRank,
  applyRootAnswer,
  applyTone,
  applyWord,
  worstAppliesFirst,
} from './apply-standing.ts'
import { blockLine, blockLines } from './change-lines.ts'
import {
  type BlockItem,
  blockSection,
  type Line,
  listSection,
  type More,
  type Page,
  type Part,
  prose,
  type Section,
} from './page.ts'
import { pageMarkdown } from './page-markdown.ts'
import { pageText, type TextOptions } from './page-text.ts'
import { diagnosticSections, diagnosticsToTell, lockSection, shortFingerprint, splitReason } from './root-sections.ts'

const number = (value: number) => value.toLocaleString('en-US')

/** The record in Markdown, for a comment or a step summary. At most `limit` bytes. */
export function renderApplyRecord(
  report: ApplyReport,
  options: { readonly limit: number; readonly more?: More },
): string {
  return pageMarkdown(applyPage(report), options)
}

/** The record as text, never cut. */
export function renderApplyText(report: ApplyReport, options: TextOptions): string {
  return pageText(applyPage(report), options)
}

function applyPage(report: ApplyReport): Page {
  const results = worstAppliesFirst(report.results)
  const { head } = report
  return {
    answer: applyAnswer(report),
    table:
      results.length === 0
        ? undefined
        : {
            columns: ['', 'Root', 'Applied', 'Not applied', 'Wave', 'Environment'],
            rows: results.map((result) => ({
              kind: applyCounted(result.outcome),
              cells: [
                [applyMark(result.outcome)],
                [{ code: result.root }],
                [result.applied.length === 0 ? '' : number(result.applied.length)],
                [result.notApplied.length === 0 ? '' : number(result.notApplied.length)],
                [number(result.wave)],
                result.environment === undefined ? [''] : [{ code: result.environment }],
              ],
            })),
          },
    parts: results.map(applyPart),
    facts: head === undefined ? [] : [['Commit ', { code: shortRevision(head) }, '.']],
  }
}

function applyPart(result: ApplyResult): Part {
  const { root, outcome, fingerprint } = result
  const tone = applyTone(outcome)
  return {
    name: root,
    word: applyWord(outcome),
    tone,
    answer: applyRootAnswer(result),
    rank: applyRank(outcome),
    open: tone === 'bad',
    sections: applySections(result),
    facts: fingerprint === undefined ? [] : [['Plan ', { code: shortFingerprint(fingerprint) }, '.']],
  }
}

function applySections(result: ApplyResult): readonly Section[] {
  const { differences, applied, notApplied, lock, next, outputs } = result
  const diagnostics = diagnosticsToTell(result)
  const { reason, advice } = splitReason(result.reason, diagnostics)
  return [
    ...listSection('', 'reason', [...(reason === undefined ? [] : [prose(reason)]), ...halfReplaced(result)]),
    ...listSection(`Not as reviewed (${number(differences.length)})`, 'difference', differences.map(prose)),
    ...diagnosticSections(diagnostics, 'error', advice === undefined ? undefined : prose(advice)),
    ...(lock === undefined ? [] : lockSection(lock)),
    ...blockSection('To continue', 'command', 'sh', next === undefined ? [] : [{ head: blockLine(next) }]),
    ...blockSection(`Not applied (${number(notApplied.length)})`, 'step', 'diff', notApplied.map(stepItem)),
    ...blockSection(`Applied (${number(applied.length)})`, 'step', 'diff', applied.map(stepItem)),
    ...blockSection(`Outputs (${number(outputs.length)})`, 'output', 'text', outputs.map(outputItem)),
    ...diagnosticSections(diagnostics, 'warning'),
  ]
}

/** The worst place to stop: destroyed, and not created again. */
function halfReplaced({ applied, notApplied }: ApplyResult): readonly Line[] {
  const destroyed = new Set(applied.flatMap(({ address, action }) => (action === 'delete' ? [address] : [])))
  const missing = notApplied.filter(({ address, action }) => action === 'create' && destroyed.has(address))
  return missing.map(
    ({ address }): Line => [{ code: address }, ' was destroyed to be replaced and is not created again yet.'],
  )
}

const stepSigns: Readonly<Partial<Record<ApplyStep['action'], string>>> = { create: '+', delete: '-', replace: '-/+' }

function stepItem({ address, action }: ApplyStep): BlockItem {
  return {
    head: blockLine(`${stepSigns[action] ?? '!'} ${address} (${action === 'delete' ? 'destroy' : action})`),
  }
}

function outputItem({ name, sensitive, value }: ApplyResult['outputs'][number]): BlockItem {
  if (sensitive) return { head: blockLine(`${name} = (sensitive)`) }
  const [first = '', ...rest] = blockLines(JSON.stringify(value, null, 2) ?? 'null', 40)
  return { head: blockLine(`${name} = ${first}`), ...(rest.length > 0 && { body: () => rest }) }
}
