// The table of plans: every case as real tools recorded it, and some as the tool plans them now.
import { describe, expect, it } from 'vitest'
import { describePlan, expectedOf, expectedPlan } from './testing/describe-plan.ts'
import { planCases, thousand } from './testing/plan-cases.ts'
import { providerCases } from './testing/provider-cases.ts'
import { terraform } from './testing/real-tools.ts'
import { recordingsOf } from './testing/record-plans.ts'
import { runPlanCase, runPlanCases } from './testing/run-plan-case.ts'

/** `plan-cases.tools.test.ts` records all of them anew. */
describe.each([
  { tool: 'terraform', cases: planCases },
  { tool: 'terraform-next', cases: planCases },
  { tool: 'tofu', cases: planCases },
  { tool: 'provider', cases: providerCases },
])('as $tool recorded it', ({ tool, cases }) => {
  const recorded = recordingsOf(tool)

  it('every case is there, under a name of its own', () => {
    expect([...recorded.keys()]).toEqual(cases.map(({ name }) => name))
    expect(recorded.size).toBe(cases.length)
  })

  it.each(cases)('$name', (planCase) => {
    const recording = recorded.get(planCase.name)
    if (recording === undefined) throw new Error('not recorded')
    const expected = expectedOf(planCase, tool)
    expect(describePlan(recording, expected)).toEqual(expectedPlan(expected, tool))
  })
})

describe('as terraform plans it now', () => {
  const kinds = [
    'everything at once',
    'one that is only forgotten',
    'one that is only moved',
    'one that is only imported',
    'only an output that changes',
    'replacements in both orders, one by a member',
    'a check of three, of which one fails',
    'a nested block that is lost in an update',
    'a sensitive value that changes',
  ]

  it('the kinds that nothing but the JSON tells apart', async () => {
    const cases = planCases.filter(({ name }) => kinds.includes(name))
    expect(cases).toHaveLength(kinds.length)
    const recordings = await runPlanCases(cases, terraform)
    for (const [index, recording] of recordings.entries()) {
      const expected = cases[index]?.expected ?? thousand.expected
      expect(describePlan(recording, expected), recording.name).toEqual(expectedPlan(expected))
    }
  })

  it('a thousand resources', async () => {
    const recording = await runPlanCase(thousand, terraform)
    expect(describePlan(recording, thousand.expected)).toEqual(expectedPlan(thousand.expected))
  })
})
