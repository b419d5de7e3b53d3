import { describe, expect, it } from 'vitest'
import type { RootResult, ShownPlan } from '../result/result.ts'
import { explainStatus, renderExplain } from './explain.ts'
import { makeChange, makeCounts, makePlan, makeRoot } from './testing/terraform-report.ts'

const explain = (plan: ShownPlan, overrides: Partial<RootResult> = {}) =>
  renderExplain(makeRoot({ root: 'plan.json', plan, ...overrides }), { color: false })
const drift = [makeChange({ action: 'update' })]
const output = { name: 'a', action: 'create' as const, after: '1' }

it.each<[string, string | undefined, ShownPlan]>([
  ['Nothing to apply', 'what is there is what the configuration asks for', makePlan()],
  ['Nothing to apply', 'objects were changed by others, and the configuration asks for no change', makePlan({ drift })],
  // The counts are the reason.
  ['Must be applied: 1 created', undefined, makePlan({ changes: [makeChange()] })],
  ['Must be applied: 1 created, 1 output', undefined, makePlan({ changes: [makeChange()], outputs: [output] })],
  ['Must be applied: 1 output', 'outputs change: 1', makePlan({ outputs: [output] })],
  [
    'Must be applied: 1 forgotten',
    'the state changes: 1 forgotten',
    makePlan({ changes: [makeChange({ action: 'forget' })] }),
  ],
  [
    'Must be applied: 1 moved, 1 imported',
    'the state changes: 1 moved, 1 imported',
    makePlan({ changes: [makeChange({ action: 'no-op', previousAddress: 'a.c', importId: 'i' })] }),
  ],
  [
    'Must be applied: 1 invoked',
    'actions are invoked: 1',
    makePlan({ invocations: [{ address: 'action.a.b', type: 'a' }] }),
  ],
  [
    'Must be applied: see below',
    'data is read while applying: 1',
    makePlan({ changes: [makeChange({ action: 'read' })] }),
  ],
  ['Must be applied: see below', 'the tool says so, without a change that is listed', makePlan({ needsApply: true })],
  [
    'Must be applied: 1 unknown',
    'actions that Seaworthy does not know: 1',
    makePlan({ changes: [makeChange({ action: 'other' })] }),
  ],
])('%s: %s', (answer, reason, plan) => {
  const text = explain(plan)
  expect(text.split('\n')[0]).toBe(answer)
  if (reason === undefined) expect(text).not.toContain('Why')
  else expect(text).toContain(`  - ${reason}\n`)
})

describe('what the first line does not say', () => {
  const hidden = /^ {2}- it (destroys|lets) something/gm

  it('is told: what an action does that its count does not tell', () => {
    const changes = [
      makeChange({ action: 'other', actions: ['delete', 'renovate'] }),
      makeChange({ action: 'other', forgets: true }),
    ]
    expect(explain(makePlan({ changes, counts: makeCounts({ other: 2 }) })).match(hidden)).toHaveLength(2)
    expect(explain(makePlan({ changes: [makeChange({ action: 'replace' })] }))).not.toMatch(hidden)
    expect(explain(makePlan({ changes: [makeChange({ action: 'forget' })] }))).not.toMatch(hidden)
  })

  it.each<[RootResult['outcome'], 0 | 1, string]>([
    ['planned', 0, 'Must be applied: 1 created'],
    ['blocked', 1, 'Refused: 1 created'],
    ['errored', 1, 'Cannot be applied: planning failed'],
  ])('and nothing else: a plan that is %s', (outcome, status, answer) => {
    const result = makeRoot({ outcome, plan: makePlan({ changes: [makeChange()], errored: outcome === 'errored' }) })
    expect(explainStatus(result)).toBe(status)
    const text = renderExplain(result, { color: false })
    expect(text.split('\n')[0]).toBe(answer)
    expect(text).not.toMatch(/: (yes|no)$/m)
  })
})
