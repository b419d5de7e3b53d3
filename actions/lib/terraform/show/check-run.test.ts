import { describe, expect, it } from 'vitest'
import type { RootResult } from '../result/result.ts'
import { checkRunOf } from './check-run.ts'
import { hostile, rootOf } from './testing/hostile.ts'
import { readMarkdown } from './testing/read-markdown.ts'
import { makeChange, makePlan, makeRoot, realisticReport } from './testing/terraform-report.ts'

const plan = makePlan({ changes: [makeChange()] })

describe('checkRunOf', () => {
  it.each<[string, string, Partial<RootResult>]>([
    ['success', 'No changes', {}],
    ['success', '1 created', { plan }],
    ['success', '1 created; let through by octocat', { plan, override: { by: 'octocat', how: 'l', fingerprint: 'f' } }],
    [
      'action_required',
      '1 created; refused by forget',
      { plan, outcome: 'blocked', guards: [{ guard: 'forget', severity: 'error', message: '' }] },
    ],
    ['failure', 'Planning failed, after 1 created', { plan, outcome: 'errored' }],
    ['neutral', 'Waits for what it depends on', { outcome: 'deferred', waitsFor: ['a'] }],
  ])('is a %s: %s', (conclusion, title, overrides) => {
    expect(checkRunOf(makeRoot(overrides))).toMatchObject({ conclusion, title, name: 'terraform plan: network' })
  })

  it('puts guards and errors beside their lines, the worst first', () => {
    const at = { file: 'main.tf', line: 3 }
    const { annotations, annotationsLeftOut } = checkRunOf(
      makeRoot({
        guards: [
          { guard: 'forget', severity: 'warning', message: 'let go', address: 'a.b', at },
          { guard: 'delete-limit', severity: 'error', message: 'has no place' },
        ],
        diagnostics: [{ severity: 'error', summary: 'Bad', detail: 'very\nbad', at }],
      }),
      { annotationLimit: 1 },
    )
    expect(annotations).toEqual([
      { file: 'main.tf', line: 3, severity: 'error', title: 'network: terraform', message: 'Bad: very bad' },
    ])
    expect(annotationsLeftOut).toBe(1)
  })

  it('has the whole root in its summary', () => {
    const [cluster = makeRoot()] = realisticReport().roots
    const { fences, heading } = readMarkdown(checkRunOf(cluster).summary)
    expect(heading).toMatch(/^content-infrastructure: 1 destroyed, 1 replaced/)
    expect(fences).toHaveLength(7)
  })

  it('stays below what GitHub takes', () => {
    const changes = Array.from({ length: 5000 }, (_, index) =>
      makeChange({ address: `a.b["${'ü'.repeat(50)}${index}"]` }),
    )
    const run = checkRunOf(makeRoot({ root: 'x'.repeat(3000), plan: makePlan({ changes }) }))
    expect(Buffer.byteLength(run.summary)).toBeLessThan(65_535)
    expect(run.name.length).toBeLessThanOrEqual(200)
    expect(run.title.length).toBeLessThanOrEqual(200)
  })

  it.each(hostile)('keeps %j one line', (text) => {
    const { name, title, annotations } = checkRunOf(rootOf(text))
    for (const line of [name, title, ...annotations.map(({ message }) => message)])
      expect(line).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
  })
})
