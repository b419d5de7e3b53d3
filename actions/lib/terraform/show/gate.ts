// What the gate says of files, before anything is started.

import type { Finding } from '../../findings/finding.ts'
import { place } from '../../report/headline.ts'
import { count } from '../../text/words.ts'
import { blockLine } from './change-lines.ts'
import { type BlockItem, blockSection, type Line, listSection, type Page, prose, type Section } from './page.ts'
import { pageMarkdown } from './page-markdown.ts'
import { pageText, type TextOptions } from './page-text.ts'

export type GateWords = {
  /** Why nothing is started even where the gate lets it pass, as a sentence. */
  readonly more?: string
}

/** The answer in one line. */
export function gateAnswer(findings: readonly Finding[]): string {
  const refusing = findings.filter(isRefusing).length
  if (refusing > 0)
    return `Refused before anything was started: ${count(refusing, 'file finding')} ${refusing === 1 ? 'does' : 'do'} not pass the gate`
  return findings.length === 0
    ? 'The gate lets the files pass'
    : `The gate lets the files pass, with ${count(findings.length, 'remark')}`
}

/** Markdown, at most `limit` bytes. */
export const renderGate = (
  findings: readonly Finding[],
  { limit, more, ...words }: GateWords & { readonly limit: number },
): string => pageMarkdown(gatePage(findings, { ...words, ...(more !== undefined && { more }) }), { limit })

/** Text, never cut. */
export const renderGateText = (findings: readonly Finding[], options: TextOptions & GateWords): string =>
  pageText(gatePage(findings, options), options)

/** An error that the change brings; what was there before stops nothing. */
export const isRefusing = ({ severity, status }: Finding) => severity === 'error' && status !== 'known'

function gatePage(findings: readonly Finding[], { more }: GateWords): Page {
  const refusing = findings.filter(isRefusing)
  const rest = findings.filter((finding) => !isRefusing(finding))
  return {
    answer: gateAnswer(findings),
    table: undefined,
    parts:
      findings.length === 0
        ? []
        : [
            {
              name: 'files',
              word: refusing.length > 0 ? 'refused' : 'passed',
              tone: refusing.length > 0 ? 'bad' : 'careful',
              answer: refusing.length > 0 ? count(refusing.length, 'reason') : count(rest.length, 'remark'),
              rank: 0,
              open: true,
              sections: [
                ...listSection(`Refused (${refusing.length})`, 'finding', refusing.map(findingLine)),
                ...exemptionSection(refusing),
                ...listSection(`Remarks (${rest.length})`, 'finding', rest.map(findingLine)),
              ],
              facts: [],
            },
          ],
    facts: more === undefined ? [] : [[more]],
  }
}

/** The one finding that nothing in the change itself can mend: the state is where it is. As it is written into the settings. */
function exemptionSection(refusing: readonly Finding[]): readonly Section[] {
  const files = refusing.flatMap(({ rule, at }) => (rule === 'terraform-backend-changed' ? [at.file] : []))
  const entries = [...new Set(files)].map((file): BlockItem => {
    const subject = blockLine(`    subject: { file: ${JSON.stringify(file)} }`)
    const reason = '    reason: The state was moved by hand; take this out when it is merged.'
    return { head: '  - rule: terraform-backend-changed', body: () => [subject, reason] }
  })
  if (entries.length === 0) return []
  return blockSection(
    'To let this one change through, once the state is moved',
    'exemption',
    'yaml',
    [{ head: 'exemptions:' }, ...entries],
    [
      'Merge this into ',
      { code: '.github/seaworthy.yaml' },
      ' of the base branch, on its own, then run this job again.',
    ],
  )
}

function findingLine({ rule, severity, message, at, status }: Finding): Line {
  const known = status === 'known' ? ', as in the base' : ''
  return [{ code: place(at) }, ` ${severity}${known} `, { code: rule }, ': ', ...prose(message)]
}
