import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RootResult } from '../result/result.ts'
import { commentLimit, renderComment } from './comment.ts'
import { smallestPage } from './page-markdown.ts'
import { renderTerraformSummary, summaryLimit } from './summary.ts'
import { hostile, rootOf } from './testing/hostile.ts'
import { readMarkdown } from './testing/read-markdown.ts'
import {
  difference,
  everyField,
  makeChange,
  makePlan,
  makeRoot,
  makeTerraformReport,
  realisticReport,
} from './testing/terraform-report.ts'

const bytes = (text: string) => Buffer.byteLength(text)
const creating = (root: string, overrides: Partial<RootResult> = {}) =>
  makeRoot({ root, plan: makePlan({ changes: [makeChange()] }), ...overrides })

describe('the first line', () => {
  const pool = makePlan({
    changes: [makeChange({ action: 'replace' }), makeChange({ action: 'delete' }), makeChange()],
  })
  it.each<[string, readonly RootResult[]]>([
    ['No Terraform root is affected', []],
    ['No changes in 1 Terraform root', [makeRoot()]],
    ['No changes in 2 OpenTofu roots', [makeRoot({ tool: 'tofu' }), makeRoot({ root: 'b', tool: 'tofu' })]],
    ['1 Terraform root changes: 1 create', [creating('a'), makeRoot()]],
    ['2 roots change: 2 create', [creating('a'), creating('b', { tool: 'tofu' })]],
    [
      '2 Terraform roots change: 2 create, 1 replace, 1 destroy; 1 refused',
      [creating('a'), makeRoot({ root: 'b', plan: pool, outcome: 'blocked' })],
    ],
    ['1 of 2 Terraform roots could not be planned', [makeRoot(), makeRoot({ root: 'b', outcome: 'failed' })]],
    [
      '1 Terraform root changes: 1 create; 1 could not be planned',
      [creating('a'), creating('b', { outcome: 'errored' })],
    ],
    ['No changes in 2 Terraform roots; 1 waits for others', [makeRoot(), makeRoot({ root: 'b', outcome: 'deferred' })]],
    [
      '1 Terraform root changes: 1 create; 1 let through',
      [creating('a', { override: { by: 'octocat', how: 'a label', fingerprint: 'f' } })],
    ],
    [
      '1 Terraform root changes: 1 forget, 1 move, 1 import, 2 outputs',
      [
        makeRoot({
          plan: makePlan({
            changes: [
              makeChange({ action: 'forget' }),
              makeChange({ action: 'no-op', previousAddress: 'a.b' }),
              makeChange({ action: 'no-op', importId: 'i' }),
            ],
            outputs: [
              { name: 'a', action: 'create' },
              { name: 'b', action: 'delete' },
            ],
          }),
        }),
      ],
    ],
    // The tool says that there is something to apply, and we do not see what.
    [
      '1 Terraform root changes: see below',
      [makeRoot({ plan: makePlan({ needsApply: true, unknownFields: ['new'] }) })],
    ],
  ])('answers: %s', (answer, roots) => {
    expect(readMarkdown(renderComment(makeTerraformReport({ roots }))).heading).toBe(answer)
  })
})

describe('the table', () => {
  it('has one line a root, the worst first, as a reader wants it', () => {
    const [table = []] = readMarkdown(renderComment(realisticReport())).tables
    expect(table).toEqual([
      ['', 'Root', 'Create', 'Update', 'Replace', 'Destroy', 'Other', 'Wave', 'Guards'],
      ['❌ failed', '`monitoring`', '', '', '', '', '', '1', ''],
      [
        '⛔ refused',
        '`content-infrastructure`',
        '1',
        '1',
        '1',
        '1',
        '1 move, 1 output',
        '1',
        '`node-pool-immutable`, `stateful-type`, 1 remark',
      ],
      ['✏️ changes', '`registry`', '', '1', '', '', '', '1', ''],
      ['⏳ waits', '`dns`', '', '', '', '', '', '2, after `content-infrastructure`', ''],
      ['✅ no changes', '`identity`', '', '', '', '', '', '1', ''],
    ])
  })

  it('goes by wave, then by name, where roots stand alike', () => {
    const roots = [creating('c', { wave: 2 }), creating('b'), creating('d'), creating('a', { wave: 3 })]
    const [table = []] = readMarkdown(renderComment(makeTerraformReport({ roots }))).tables
    expect(table.slice(1).map((cells) => cells[1])).toEqual(['`b`', '`d`', '`c`', '`a`'])
  })

  it('does without waves where nothing waits', () => {
    const [table] = readMarkdown(renderComment(makeTerraformReport())).tables
    expect(table?.[0]).not.toContain('Wave')
  })

  it('has no line for what is not affected, but names it', () => {
    const unaffected = Array.from({ length: 8 }, (_, index) => `root-${index}`)
    const { prose } = readMarkdown(renderComment(makeTerraformReport({ unaffected })))
    expect(prose).toContain('Not affected: `root-0`, `root-1`, `root-2`, `root-3`, `root-4`, 3 more.')
  })

  it('holds 300 roots, and leaves room for the details of the dangerous ones', () => {
    const roots = Array.from({ length: 300 }, (_, index) =>
      index % 50 === 7
        ? makeRoot({
            root: `live/region-${String(index).padStart(3, '0')}/cluster`,
            plan: makePlan({ changes: [makeChange({ action: 'delete', address: `x.${index}` })] }),
          })
        : creating(`live/region-${index}/network`),
    )
    const page = readMarkdown(renderComment(makeTerraformReport({ roots })))
    expect(page.tables[0]).toHaveLength(301)
    const destroyed = page.fences.flatMap(({ lines }) => lines.filter((line) => line.startsWith('- x.')))
    expect(destroyed).toEqual(['- x.7', '- x.57', '- x.107', '- x.157', '- x.207', '- x.257'])
  })

  it('counts by kind what does not fit', () => {
    const roots = [
      ...Array.from({ length: 600 }, (_, index) => creating(`${'long/'.repeat(20)}${index}`)),
      ...Array.from({ length: 600 }, (_, index) => makeRoot({ root: `same-${index}` })),
      makeRoot({ plan: makePlan({ changes: [makeChange({ address: 'a.gone', action: 'delete' })] }) }),
    ]
    const { tables, prose, fences } = readMarkdown(renderComment(makeTerraformReport({ roots })))
    const listed = (tables[0]?.length ?? 0) - 1
    expect(listed).toBeGreaterThan(200)
    expect(prose).toContain(
      `And ${(1201 - listed).toLocaleString('en-US')} more: ${601 - listed} with changes, 600 without changes.`,
    )
    // However long the table is, what destroys is shown.
    expect(fences[0]?.lines).toEqual(['- a.gone'])
  })
})

describe('the details', () => {
  it('put the dangerous first', () => {
    const actions = ['create', 'read', 'update', 'other', 'no-op', 'forget', 'replace', 'delete'] as const
    const changes = actions.map((action) =>
      makeChange({ action, address: `a.${action}`, ...(action === 'no-op' && { importId: 'i' }) }),
    )
    const { fences } = readMarkdown(
      renderComment(makeTerraformReport({ roots: [makeRoot({ plan: makePlan({ changes }) })] })),
    )
    expect(fences.flatMap(({ lines }) => lines)).toEqual([
      '- a.delete',
      '-/+ a.replace (destroyed first, then created)',
      '! a.forget',
      '! a.other (actions: renovate)',
      '! a.update',
      '! a.no-op (imported from i)',
      '+ a.create',
      '  a.read',
    ])
  })

  it('say what refuses it, and how exactly this plan is let through', () => {
    const { prose } = readMarkdown(
      renderComment(realisticReport(), {
        override: ({ fingerprint }) => `set the label \`override:${fingerprint?.slice(0, 12)}\`.`,
      }),
    )
    expect(prose).toContain('**Refused for 2 reasons and 1 remark**')
    expect(prose).toContain('To let exactly this plan through: set the label `override:c0ffee012345`.')
  })

  it('show the planned half of a plan that failed', () => {
    const plan = makePlan({ errored: true, complete: false, changes: [makeChange({ address: 'a.half' })] })
    const diagnostics = [{ severity: 'error' as const, summary: 'Precondition failed', detail: 'first\nsecond' }]
    const roots = [makeRoot({ outcome: 'errored', plan, diagnostics })]
    const { fences, prose } = readMarkdown(renderComment(makeTerraformReport({ roots })))
    expect(fences.map(({ lines }) => lines)).toEqual([['Precondition failed', '  first', '  second'], ['+ a.half']])
    expect(prose).toContain('- Planning failed. What was planned until then is below; none of it can be applied.')
  })

  it('have everything that there is of a root', () => {
    const comment = renderComment(makeTerraformReport({ roots: [everyField()] }))
    for (const text of [
      'Let through by `octocat` (label terraform-allow:5eaf00d1c0ffee01)',
      'The plan is not complete',
      '`future_changes`',
      '+/- module.a.terraform_data.b["c"] (created first, then the old one destroyed; asked for with -replace; because of a[0].b; was terraform_data.b; imported from id-1)',
      '+     a[0].b = 2  # forces replacement',
      '… 3 more differences',
      'resource "terraform_data" "b" {}',
      '- terraform_data.example (is gone)',
      '`check.a` is not known before it is applied: p',
      '`terraform_data.later` (create): `count` or `for_each` is not known yet',
      '`action.a.b` (a), triggered by `terraform_data.b`',
      '`action.a.c` (a); put off: something that it needs is put off',
      '- b = 1',
      '! c\n-     a = 1\n+     a = 2',
      'workspace `blue`',
      'by `octocat`',
    ]) {
      expect(comment).toContain(text)
    }
  })

  it('count what they leave out: nothing of 5,000 changes is lost', () => {
    const changes = Array.from({ length: 5000 }, (_, index) =>
      makeChange({
        address: `terraform_data.many[${index}]`,
        differences: [difference('input', undefined, `"${index}"`)],
      }),
    )
    const more = [{ name: 'step summary', url: 'https://github.com/your-org/platform/actions/runs/1' }]
    const comment = renderComment(makeTerraformReport({ roots: [makeRoot({ plan: makePlan({ changes }) })] }), { more })
    const { fences, prose } = readMarkdown(comment)
    const shown = fences.flatMap(({ lines }) => lines.filter((line) => line.startsWith('+ '))).length - inputsOf(fences)
    const told = /^Left out: ([\d,]+) more changes, and the details of ([\d,]+)\.$/m.exec(prose.join('\n'))
    expect(shown + Number(told?.[1]?.replace(',', ''))).toBe(5000)
    expect(inputsOf(fences) + Number(told?.[2]?.replace(',', ''))).toBe(shown)
    expect(prose).toContain(
      'This is cut to what GitHub takes here. All of it: [step summary](https://github.com/your-org/platform/actions/runs/1).',
    )
    expect(bytes(comment)).toBeGreaterThan(0.9 * commentLimit)
  })

  it('share the room: a large root does not push a small one out', () => {
    const many = Array.from({ length: 3000 }, (_, index) => makeChange({ address: `a.many[${index}]` }))
    const roots = [makeRoot({ root: 'large', plan: makePlan({ changes: many }) }), creating('small')]
    const { fences } = readMarkdown(renderComment(makeTerraformReport({ roots })))
    expect(fences.at(-1)?.lines).toEqual(['+ terraform_data.example'])
  })
})

const inputsOf = (fences: readonly { readonly lines: readonly string[] }[]) =>
  fences.flatMap(({ lines }) => lines.filter((line) => line.startsWith('+     input'))).length

describe('texts of strangers', () => {
  const shape = (text: string) => {
    const comment = renderComment(
      makeTerraformReport({ roots: [rootOf(text)], unaffected: [text], head: text, base: text }),
      {
        override: () => text,
        more: [{ name: text, url: `https://example.com/${encodeURI(text.toWellFormed())}` }],
      },
    )
    const { fences, tables, summaries, prose } = readMarkdown(comment)
    return {
      fences: fences.map(({ language }) => language),
      cells: tables.map((rows) => rows.map((cells) => cells.length)),
      summaries: summaries.length,
      titles: prose.filter((line) => /^#|^\*\*|^- |^<|^[=-]{2,}$/.test(line)).length,
    }
  }

  it.each(hostile)('let %j change nothing but the text', (text) => {
    expect(shape(text)).toEqual(shape('harmless'))
  })

  it.each(hostile)('leave no control character, mention or tag of %j', (text) => {
    const comment = renderComment(makeTerraformReport({ roots: [rootOf(text)] }))
    const control = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/u
    expect(comment.replaceAll('\n', '')).not.toMatch(control)
    const { prose } = readMarkdown(comment)
    // Four spaces would make code of it.
    expect(prose.filter((line) => /^(- )? {4,}/.test(line))).toEqual([])
    const outside = prose.map((line) => line.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, '')).join('\n')
    expect(outside).not.toMatch(/@your-org|https:\/\/example|www\.example|GH-2|#1\b|<script|<img|<failure/)
  })
})

describe('any report', () => {
  const text = fc.oneof(
    fc.constantFrom(...hostile, 'network', 'terraform_data.a'),
    fc.string({ unit: 'binary', maxLength: 300 }),
  )
  const difference_ = fc
    .tuple(text, fc.option(text, { nil: undefined }), text, fc.boolean())
    .map(([path, before, after, forces]) => difference(path, before, after, forces))
  const change = fc
    .record({
      address: text,
      action: fc.constantFrom('create', 'update', 'replace', 'delete', 'forget', 'no-op', 'other', 'read'),
      differences: fc.array(difference_, { maxLength: 6 }),
      reason: text,
    })
    .map((overrides) => makeChange(overrides))
  const root = fc
    .record({
      name: text,
      outcome: fc.constantFrom('planned', 'blocked', 'errored', 'failed', 'deferred'),
      changes: fc.array(change, { maxLength: 12 }),
      messages: fc.array(text, { maxLength: 4 }),
      wave: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ name, outcome, changes, messages, wave }) =>
      makeRoot({
        root: name,
        outcome,
        wave,
        waitsFor: outcome === 'deferred' ? messages : [],
        plan: makePlan({ changes, unknownFields: messages }),
        guards: messages.map((message) => ({ guard: 'forget', severity: 'error', message })),
        diagnostics: messages.map((summary) => ({ severity: 'error', summary, detail: `${summary}\n${summary}` })),
      }),
    )
  const report = fc
    .tuple(fc.array(root, { maxLength: 15 }), fc.array(text, { maxLength: 8 }))
    .map(([roots, unaffected]) => makeTerraformReport({ roots, unaffected }))

  it('fits any budget, is well formed, and every root is in the table or counted', () => {
    fc.assert(
      fc.property(report, fc.integer({ min: smallestPage, max: 30_000 }), text, (any, limit, words) => {
        const more = [{ name: words, url: 'https://example.com/run' }]
        const comment = renderComment(any, { limit, more, override: () => words })
        expect(bytes(comment)).toBeLessThanOrEqual(limit)
        const { tables, prose } = readMarkdown(comment)
        const rows = tables[0]?.slice(1) ?? []
        const missing = /^And ([\d,]+) more: /m.exec(prose.join('\n'))?.[1] ?? '0'
        expect(rows.length + Number(missing.replace(',', ''))).toBe(any.roots.length)
        expect(new Set(tables[0]?.map((cells) => cells.length)).size).toBeLessThanOrEqual(1)
        expect(comment === renderComment(any, { limit: 10_000_000, more, override: () => words })).toBe(
          !/^This is cut to what GitHub takes here\.|^And [\d,]+ more: /m.test(prose.join('\n')),
        )
      }),
      { numRuns: 150, interruptAfterTimeLimit: 15_000 },
    )
  })
})

it('refuses a budget that has no room for the answer', () => {
  expect(() => renderComment(makeTerraformReport(), { limit: smallestPage - 1 })).toThrow(RangeError)
})

it('is the same for the same report, so that it is not written again', () => {
  expect(renderComment(realisticReport())).toBe(renderComment(realisticReport()))
  const slower = makeTerraformReport({ roots: [makeRoot({ durationMs: 9000 })] })
  expect(renderComment(slower)).toBe(renderComment(makeTerraformReport()))
})

it('shows in the summary what the comment has no room for', () => {
  const changes = Array.from({ length: 5000 }, (_, index) =>
    makeChange({
      address: `terraform_data.many[${index}]`,
      differences: [difference('input', undefined, `"${index}"`)],
    }),
  )
  const report = makeTerraformReport({ roots: [makeRoot({ plan: makePlan({ changes }) })] })
  const summary = renderTerraformSummary(report)
  expect(bytes(summary)).toBeLessThan(summaryLimit)
  expect(summary).toContain('+     input = "4999"')
  expect(summary).not.toContain('This is cut')
})

it('is the example of the documents', async () => {
  const override = () =>
    'somebody of `your-org/platform`, who is not an author, puts the label `terraform-allow:5eaf00d1c0ffee01` on this pull request; then run this job again.'
  await expect(renderComment(realisticReport(), { override })).toMatchFileSnapshot('./example-comment.md')
})
