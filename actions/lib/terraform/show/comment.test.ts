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
    ['1 Terraform root changes: 1 created', [creating('a'), makeRoot()]],
    ['2 roots change: 2 created', [creating('a'), creating('b', { tool: 'tofu' })]],
    [
      '2 Terraform roots change: 1 destroyed, 1 replaced, 2 created',
      [creating('a'), makeRoot({ root: 'b', plan: pool })],
    ],
    ['No changes in 1 Terraform root; 1 waits for others', [makeRoot(), makeRoot({ root: 'b', outcome: 'deferred' })]],
    ['1 Terraform root waits for others', [makeRoot({ outcome: 'deferred' })]],
    [
      '1 Terraform root changes: 1 created; 1 let through',
      [creating('a', { override: { by: 'octocat', how: 'a label', fingerprint: 'f' } })],
    ],
    [
      '1 Terraform root changes: 1 forgotten, 1 moved, 1 imported, 2 outputs',
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

  const refused = (root: string) => creating(root, { outcome: 'blocked' })
  const failed = (root: string) => creating(root, { outcome: 'failed' })
  const failedHalf = (root: string) => creating(root, { outcome: 'errored' })
  it.each<[string, string | undefined, readonly RootResult[]]>([
    ['a is refused', '1 Terraform root changes: 1 created.', [refused('a'), makeRoot()]],
    ['a and b are refused', '3 Terraform roots change: 3 created.', [refused('b'), refused('a'), creating('c')]],
    ['a, b, c and 2 more are refused', '5 Terraform roots change: 5 created.', [...'edcba'].map(refused)],
    ['a could not be planned', 'No changes in 1 other Terraform root.', [makeRoot(), failed('a')]],
    ['a could not be planned', undefined, [failedHalf('a')]],
    ['a is refused, b could not be planned', '1 Terraform root changes: 1 created.', [failed('b'), refused('a')]],
    [
      'a and b are refused, c and 2 more could not be planned',
      '2 Terraform roots change: 2 created.',
      [...[...'ab'].map(refused), ...[...'cde'].map(failedHalf)],
    ],
    [
      'a, b and c are refused, 2 roots could not be planned',
      '4 Terraform roots change: 4 created; 1 waits for others.',
      [
        ...[...'abc'].map(refused),
        ...[...'de'].map(failed),
        creating('f'),
        makeRoot({ root: 'g', outcome: 'deferred' }),
      ],
    ],
  ])('says that it is not to be merged, and the next how much changes: %s', (objection, counts, roots) => {
    const { heading, prose } = readMarkdown(renderComment(makeTerraformReport({ roots })))
    expect(heading).toBe(`Do not merge: ${objection}`)
    // Directly below, before the table.
    const below = prose.slice(1).find((line) => line !== '')
    if (counts === undefined) expect(below).toMatch(/^\|/)
    else expect(below).toBe(counts)
    const { base: _, ...named } = makeTerraformReport({ roots })
    expect(readMarkdown(renderComment(named)).heading).toBe(objection)
  })

  it.each<[readonly string[], readonly RootResult[], readonly string[]]>([
    [['1 root is taken away: what it manages stays, and nobody plans it any more'], [], ['infra/old']],
    [
      [
        '2 roots are taken away: what they manage stays, and nobody plans them any more',
        'No changes in 1 Terraform root.',
      ],
      [makeRoot()],
      ['infra/old', 'infra/older'],
    ],
    [
      [
        '1 Terraform root changes: 1 created',
        '1 root is taken away: what it manages stays, and nobody plans it any more.',
      ],
      [creating('a')],
      ['infra/old'],
    ],
    [
      [
        'Do not merge: a is refused',
        '1 Terraform root changes: 1 created.',
        '1 root is taken away: what it manages stays, and nobody plans it any more.',
      ],
      [refused('a')],
      ['infra/old'],
    ],
  ])('does not let what is left behind pass for no change: %j', (lines, roots, removed) => {
    const { heading, prose } = readMarkdown(renderComment(makeTerraformReport({ roots, removed })))
    expect([heading, ...prose.slice(1).filter((line) => line !== '')].slice(0, lines.length)).toEqual(lines)
    expect(prose.at(-4)).toMatch(/^Taken out of the tree, with their states left behind: `infra\/old`/)
  })

  it('says right below the counts what has to be known of approvals', () => {
    const approval = 'Approve now: only approvals given after this plan (`c0ffee`) count.'
    const { prose } = readMarkdown(renderComment(realisticReport(), { approval }))
    expect(prose.filter((line) => line !== '').slice(1, 3)).toEqual([
      '2 Terraform roots change: 1 destroyed, 1 replaced, 2 updated, 1 created, 1 moved, 1 output; 1 waits for others.',
      approval,
    ])
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
        '1 moved, 1 output',
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

  it('names roots without changes in one line where there are more than three', () => {
    const same = [...'abcd'].map((root) => makeRoot({ root }))
    const remarked = makeRoot({ root: 'e', diagnostics: [{ severity: 'warning', summary: 'Deprecated' }] })
    const { tables, prose } = readMarkdown(
      renderComment(makeTerraformReport({ roots: [...same, remarked, creating('f')] })),
    )
    expect(tables[0]?.slice(1).map((cells) => cells[1])).toEqual(['`f`', '`e`'])
    expect(prose).toContain('No changes: `a`, `b`, `c`, `d`.')
    const few = readMarkdown(renderComment(makeTerraformReport({ roots: [...same.slice(1), creating('f')] })))
    expect(few.tables[0]).toHaveLength(5)
    expect(few.prose.join('\n')).not.toContain('No changes:')
    expect(readMarkdown(renderComment(makeTerraformReport({ roots: same }))).tables).toEqual([])
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
    expect(prose).toContain(`And ${601 - listed} more: ${601 - listed} with changes.`)
    expect(prose).toContain('No changes: `same-0`, `same-1`, `same-10`, `same-100`, `same-101`, 595 more.')
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
    const title = prose.indexOf('**Refused for 2 reasons; 1 remark**')
    // Title, the three lines, and at once how to go on.
    expect(prose.slice(title).filter((line) => line !== '')[4]).toBe(
      'To let exactly this plan through: set the label `override:c0ffee012345`.',
    )
  })

  it('say that nobody may, where the settings name nobody, and nothing where nobody asks', () => {
    const nobody = 'Nobody may let it through: the settings name nobody under `terraform.overrides`.'
    expect(readMarkdown(renderComment(realisticReport(), { override: () => undefined })).prose).toContain(nobody)
    expect(renderComment(realisticReport())).not.toMatch(/let it through|let exactly this plan through/)
  })

  it('tell an error of the tool once, and below it only what is ours', () => {
    const at = { file: 'main.tf', line: 3, column: 1 }
    const summary = 'No value for required variable'
    const diagnostics = [{ severity: 'error' as const, summary, detail: 'The root variable "a" is not set.', at }]
    const reason = `${summary}. Next: give it a value.`
    const comment = renderComment(
      makeTerraformReport({ roots: [creating('a', { outcome: 'failed', reason, diagnostics })] }),
    )
    expect(comment.split(summary)).toHaveLength(2)
    const { prose, fences } = readMarkdown(comment)
    expect(fences[0]?.lines).toEqual([`main.tf:3:1: ${summary}`, '  The root variable "a" is not set.'])
    expect(prose).toContain('Next: give it a value.')
    const other = renderComment(
      makeTerraformReport({
        roots: [creating('a', { outcome: 'failed', reason: 'It was interrupted.', diagnostics })],
      }),
    )
    expect(readMarkdown(other).prose).toContain('- It was interrupted.')
  })

  it('tell who holds a lock, without the tool’s advice to do without one', () => {
    const detail =
      'Error message: resource temporarily unavailable\nLock Info:\n  ID:        9db590f1\n  Who:       octocat@runner\n\nUse -lock=false to disable locking.'
    const diagnostics = [{ severity: 'error' as const, summary: 'Error acquiring the state lock', detail }]
    const failing = { outcome: 'failed' as const, diagnostics, reason: 'The state of a is locked by octocat@runner.' }
    const lock = { id: '9db590f1', who: 'octocat@runner' }
    const told = renderComment(makeTerraformReport({ roots: [creating('a', { ...failing, lock })] }))
    expect(told).not.toContain('-lock=false')
    expect(told).toContain('- by `octocat@runner`')
    // Where we cannot tell who holds it, its own words are all there is.
    expect(renderComment(makeTerraformReport({ roots: [creating('a', failing)] }))).toContain('-lock=false')
  })

  it('of a plan that failed do not refuse it for having failed', () => {
    const guards = [
      { guard: 'incomplete-plan' as const, severity: 'error' as const, message: 'Planning failed half-way.' },
      { guard: 'forget' as const, severity: 'error' as const, message: 'let go' },
    ]
    const { prose, tables } = readMarkdown(
      renderComment(makeTerraformReport({ roots: [creating('a', { outcome: 'errored', guards })] })),
    )
    expect(prose).toContain('**Refused for 1 reason**')
    expect(tables[0]?.[1]?.at(-1)).toBe('`forget`')
  })

  it.each<[string, RootResult['outcome'], string]>([
    ['applied once it is', 'planned', 'Waits for `mid`: it is planned once that is applied, on what is really there.'],
    ['planned', 'failed', 'Waits for `base`, which could not be planned: mend that first.'],
    ['planned whole', 'errored', 'Waits for `base`, which could not be planned: mend that first.'],
    ['let through', 'blocked', 'Waits for `base`, which is refused: mend that first.'],
  ])('of a root that waits, also through another, for one that must be %s', (_, outcome, line) => {
    const waiting = (root: string, of: string) => makeRoot({ root, outcome: 'deferred', wave: 2, waitsFor: [of] })
    const roots = [waiting('top', 'mid'), waiting('mid', 'base'), creating('base', { outcome })]
    const { prose, summaries } = readMarkdown(renderComment(makeTerraformReport({ roots })))
    expect(summaries).toHaveLength(3)
    expect(prose).toContain(`- ${line}`)
    if (outcome !== 'planned') expect(prose.filter((text) => text === `- ${line}`)).toHaveLength(2)
  })

  it.each<[string, Partial<RootResult>]>([
    ['Planned because infra/app/main.tf changed (Terraform 1.11.4, plan `e3c13d365087`).', {}],
    [
      'Planned because you named it (`infra/app`, Terraform 1.11.4, plan `e3c13d365087`).',
      { reasons: ['you named it'] },
    ],
    ['`infra/app`, Terraform 1.11.4, plan `e3c13d365087`.', { reasons: [] }],
    ['Affected because infra/app/main.tf changed (Terraform 1.11.4, plan `e3c13d365087`).', { outcome: 'failed' }],
  ])('end with one reason and the plan: %s', (line, overrides) => {
    const root = creating('app', {
      path: 'infra/app',
      toolVersion: '1.11.4',
      fingerprint: 'v1:e3c13d365087aaaaaaaa',
      reasons: ['infra/app/main.tf changed', 'infra/app/other.tf changed'],
      reason: 'a reason',
      ...overrides,
    })
    expect(readMarkdown(renderComment(makeTerraformReport({ roots: [root] }))).prose).toContain(line)
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
        const quiet = any.roots.filter(
          ({ outcome, plan, guards }) => outcome === 'planned' && plan?.changes.length === 0 && guards.length === 0,
        )
        const named = quiet.length > 3 ? quiet.length : 0
        expect(rows.length + named + Number(missing.replace(',', ''))).toBe(any.roots.length)
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
