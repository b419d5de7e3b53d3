// Texts that try to become markup, and a root that has nothing else.
import { hostileTexts } from '../../../report/report-factory.ts'
import type { RootResult } from '../../result/result.ts'
import { difference, everyField, makeChange, makePlan } from './terraform-report.ts'

const fenceBreakers = [
  '```',
  'a\n```\n# out',
  '~~~~',
  '````js',
  '\u061c\u202e\u2066',
  '</details>\n\n# out',
  '      # indented',
  '- list',
  '1. list',
  'a ` b',
]
/** What a stranger may write into a name or a value to take over a page. */
export const hostile: readonly string[] = [...hostileTexts, ...fenceBreakers]

/** A root in which every text of a stranger's is this one. */
export function rootOf(text: string): RootResult {
  const at = { file: text, line: 1 }
  return {
    ...everyField(),
    root: text,
    path: text,
    workspace: text,
    environment: text,
    waitsFor: [text],
    reasons: [text],
    reason: text,
    toolVersion: text,
    artifact: text,
    fingerprint: text,
    outcome: 'blocked',
    override: { by: text, how: text, fingerprint: text },
    guards: [{ guard: 'forget', severity: 'error', message: text, address: text, at }],
    diagnostics: [
      { severity: 'error', summary: text, detail: text, address: text, at },
      { severity: 'warning', summary: text },
    ],
    lock: { id: text, who: text, info: text },
    plan: makePlan({
      changes: [
        makeChange({
          address: text,
          previousAddress: text,
          action: 'other',
          actions: [text],
          reason: text,
          importId: text,
          replacePaths: [[text, text]],
          differences: [difference(text, text, `${text}!`, true), difference(text, text, text)],
          generatedConfig: text,
        }),
      ],
      drift: [makeChange({ address: text, action: 'update', differences: [difference(text, text, '')] })],
      outputs: [{ name: text, action: 'update', before: text, after: `${text}!` }],
      checks: [{ address: text, kind: text, status: 'fail', problems: [text] }],
      deferred: [{ address: text, reason: text, action: 'create' }],
      invocations: [{ address: text, type: text, trigger: text, deferred: text }],
      unknownFields: [text],
    }),
  }
}
