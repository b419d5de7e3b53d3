import { describe, expect, it } from 'vitest'
import type { RootResult, ShownPlan } from '../result/result.ts'
import { explainStatus, renderExplain } from './explain.ts'
import { makeChange, makeCounts, makePlan, makeRoot } from './testing/terraform-report.ts'

const explain = (plan: ShownPlan, overrides: Partial<RootResult> = {}) =>
  renderExplain(makeRoot({ root: 'plan.json', plan, ...overrides }), { color: false })
const drift = [makeChange({ action: 'update' })]
const output = { name: 'a', action: 'create' as const, after: '1' }

it.each<[string, string, ShownPlan]>([
  ['Nothing to apply', 'what is there is what the configuration asks for', makePlan()],
  ['Nothing to apply', 'objects were changed by others, and the configuration asks for no change', makePlan({ drift })],
  ['Must be applied: 1 create', 'objects change: 1 create', makePlan({ changes: [makeChange()] })],
  ['Must be applied: 1 output', 'outputs change: 1', makePlan({ outputs: [output] })],
  [
    'Must be applied: 1 forget',
    'the state changes: 1 forget',
    makePlan({ changes: [makeChange({ action: 'forget' })] }),
  ],
  [
    'Must be applied: 1 move, 1 import',
    'the state changes: 1 move, 1 import',
    makePlan({ changes: [makeChange({ action: 'no-op', previousAddress: 'a.c', importId: 'i' })] }),
  ],
  [
    'Must be applied: 1 invoke',
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
  expect(text).toContain(`  - ${reason}\n`)
})

describe('flags', () => {
  const flags = (text: string) =>
    Object.fromEntries([...text.matchAll(/^ {2}- ([\w ]+): (yes|no|[01])$/gm)].map(([, name, value]) => [name, value]))

  it('say what a plan does that counts alone do not', () => {
    const changes = [
      makeChange({ action: 'other', actions: ['delete', 'renovate'] }),
      makeChange({ action: 'replace', forgets: true }),
    ]
    expect(flags(explain(makePlan({ changes, complete: false, counts: makeCounts() })))).toEqual({
      'must be applied': 'yes',
      'destroys something': 'yes',
      'lets something go': 'yes',
      complete: 'no',
      'planning failed': 'no',
      'exit status': '0',
    })
  })

  it.each<[RootResult['outcome'], 0 | 1, string]>([
    ['planned', 0, 'Must be applied: 1 create'],
    ['blocked', 1, 'Refused: 1 create'],
    ['errored', 1, 'Cannot be applied: planning failed'],
  ])('of a plan that is %s', (outcome, status, answer) => {
    const result = makeRoot({ outcome, plan: makePlan({ changes: [makeChange()], errored: outcome === 'errored' }) })
    expect(explainStatus(result)).toBe(status)
    const text = renderExplain(result, { color: false })
    expect(text.split('\n')[0]).toBe(answer)
    expect(flags(text)['exit status']).toBe(`${status}`)
  })
})
