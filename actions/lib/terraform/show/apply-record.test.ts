import { describe, expect, it } from 'vitest'
import type { ApplyResult, ApplyStep } from '../result/apply-result.ts'
import { renderApplyRecord, renderApplyText } from './apply-record.ts'
import { hostile } from './testing/hostile.ts'
import { readMarkdown } from './testing/read-markdown.ts'
import { makeCounts } from './testing/terraform-report.ts'

const limit = 60_000
const steps = (...list: readonly [string, ApplyStep['action']][]) =>
  list.map(([address, action]) => ({ address, action }))

function makeApply(overrides: Partial<ApplyResult> = {}): ApplyResult {
  return {
    root: 'network',
    path: 'terraform/network',
    wave: 1,
    outcome: 'applied',
    mode: 'replay',
    differences: [],
    counts: makeCounts({ create: 1 }),
    fingerprint: 'c0ffee0123456789',
    applied: steps(['a.b', 'create']),
    notApplied: [],
    diagnostics: [],
    outputs: [],
    durationMs: 1,
    ...overrides,
  }
}

const failed = makeApply({
  root: 'content',
  outcome: 'failed',
  reason: '`terraform apply` ended with exit code 1.',
  applied: steps(['a.pool', 'delete'], ['a.lan', 'update']),
  notApplied: steps(['a.pool', 'create'], ['a.late', 'create']),
  lock: { id: '0f9c2a7e', who: 'runner@host', created: '2026-11-01T00:00:00Z', path: 'content.tfstate' },
  next: "gh workflow run main.yml -f 'root=content'",
  diagnostics: [{ severity: 'error', summary: 'Error creating the pool', detail: 'The API answered 503.' }],
})
const { mode: _mode, counts: _counts, ...begun } = makeApply()
const skipped: ApplyResult = {
  ...begun,
  root: 'dns',
  wave: 2,
  outcome: 'skipped',
  reason: '`content` was not applied.',
  applied: [],
}
const nothing = makeApply({ outcome: 'nothing-to-do', applied: [], counts: makeCounts() })

describe('the first line', () => {
  it.each<[string, readonly ApplyResult[]]>([
    ['No root to apply', []],
    ['1 root applied: 1 created', [makeApply()]],
    ['2 roots applied: 2 created', [makeApply(), makeApply({ root: 'b' })]],
    ['Nothing to apply in 1 root', [nothing]],
    ['1 root failed, 1 not begun; 2 steps done before, 1 applied: 1 created', [makeApply(), skipped, failed]],
    ['1 root not as reviewed; nothing applied', [makeApply({ outcome: 'stale', applied: [] })]],
    ['1 root waiting for approval; nothing applied', [makeApply({ outcome: 'waiting', applied: [] })]],
    ['1 root with nothing to do; 1 applied: 1 created', [makeApply(), nothing]],
  ])('answers: %s', (answer, results) => {
    expect(readMarkdown(renderApplyRecord({ results }, { limit })).heading).toBe(answer)
  })
})

describe('renderApplyRecord', () => {
  it('tells of a failed apply what was done, what not, who holds the lock and how to go on', () => {
    const { tables, summaries, fences, prose } = readMarkdown(
      renderApplyRecord({ results: [makeApply(), skipped, failed] }, { limit }),
    )
    expect(tables[0]).toEqual([
      ['', 'Root', 'Applied', 'Not applied', 'Wave', 'Environment'],
      ['❌ failed', '`content`', '2', '2', '1', ''],
      ['⏭️ not begun', '`dns`', '', '', '2', ''],
      ['✅ applied', '`network`', '1', '', '1', ''],
    ])
    expect(summaries[0]).toBe('<b>content</b>: failed in the middle: 2 of 4 steps done (the reviewed plan itself)')
    expect(fences.slice(0, 4).map(({ lines }) => lines)).toEqual([
      ['Error creating the pool', '  The API answered 503.'],
      ["gh workflow run main.yml -f 'root=content'"],
      ['+ a.pool (create)', '+ a.late (create)'],
      ['- a.pool (destroy)', '! a.lan (update)'],
    ])
    expect(prose).toContain('- `a.pool` was destroyed to be replaced and is not created again yet.')
    expect(prose).toContain('- by `runner@host`')
    expect(prose).toContain('- lock `0f9c2a7e`')
  })

  it('does not say half replaced of what was only deleted or only created', () => {
    const result = makeApply({
      outcome: 'failed',
      applied: steps(['a.x', 'delete']),
      notApplied: steps(['a.y', 'create']),
    })
    expect(renderApplyRecord({ results: [result] }, { limit })).not.toContain('destroyed to be replaced')
  })

  it('says in words why a plan is not the reviewed one', () => {
    const differences = ['`a.b`: was update, is now replace']
    const { prose } = readMarkdown(
      renderApplyRecord({ results: [makeApply({ outcome: 'stale', applied: [], differences })] }, { limit }),
    )
    expect(prose).toContain('**Not as reviewed (1)**')
    expect(prose).toContain('- `a.b`: was update, is now replace')
  })

  it('shows outputs, the sensitive ones by name alone', () => {
    const outputs = [
      { name: 'address', sensitive: false, value: '10.0.0.1' },
      { name: 'nested', sensitive: false, value: { a: [1] } },
      { name: 'token', sensitive: true, value: 'must not be here' },
    ]
    const { fences } = readMarkdown(renderApplyRecord({ results: [makeApply({ outputs })] }, { limit }))
    expect(fences.at(-1)?.lines).toEqual([
      'address = "10.0.0.1"',
      'nested = {',
      '  "a": [',
      '    1',
      '  ]',
      '}',
      'token = (sensitive)',
    ])
  })

  it('says the same in a terminal', () => {
    const text = renderApplyText({ results: [skipped, failed] }, { color: false })
    expect(text.split('\n').slice(0, 4)).toEqual([
      '1 root failed, 1 not begun; 2 steps done before',
      '',
      'failed     content  failed in the middle: 2 of 4 steps done (the reviewed plan itself)',
      'not begun  dns      not begun',
    ])
    expect(text).toContain("  To continue\n  gh workflow run main.yml -f 'root=content'\n")
  })

  it.each(hostile)('lets %j change nothing but the text', (text) => {
    const shape = (value: string) => {
      const result = makeApply({
        root: value,
        environment: value,
        outcome: 'failed',
        reason: value,
        differences: [value],
        applied: [{ address: value, action: 'delete' }],
        notApplied: [{ address: value, action: 'create' }],
        lock: { id: value, who: value },
        next: value,
        diagnostics: [{ severity: 'error', summary: value, detail: 'one line' }],
        outputs: [{ name: value, sensitive: false, value: 1 }],
      })
      const page = readMarkdown(renderApplyRecord({ results: [result], head: value }, { limit }))
      return {
        fences: page.fences.map(({ lines }) => lines.length),
        cells: page.tables.map((rows) => rows.map((cells) => cells.length)),
        prose: page.prose.length,
      }
    }
    expect(shape(text)).toEqual(shape('harmless'))
  })
})
