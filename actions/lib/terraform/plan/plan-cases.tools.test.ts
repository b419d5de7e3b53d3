// Records every plan anew with every tool that can be had, and holds the recordings and the table to it.
import { describe, expect, it } from 'vitest'
import { describePlan, expectedOf, expectedPlan } from './testing/describe-plan.ts'
import { toolMakers } from './testing/real-tools.ts'
import { recordingsOf } from './testing/record-plans.ts'
import { runPlanCases } from './testing/run-plan-case.ts'

describe.each(Object.entries(toolMakers))('%s', async (name, make) => {
  const tool = await make()

  it.skipIf(tool === undefined)(
    'plans every case as the table says, and as it is recorded',
    { timeout: 900_000 },
    async () => {
      if (tool === undefined) throw new Error('skipped')
      const recorded = recordingsOf(name)
      const recordings = await runPlanCases(tool.cases, tool)
      const wrong: unknown[] = []
      for (const [index, recording] of recordings.entries()) {
        const planCase = tool.cases[index]
        if (planCase === undefined) throw new Error('a case is missing')
        const expected = expectedOf(planCase, name)
        const found = describePlan(recording, expected)
        const wanted = expectedPlan(expected, name)
        const before = recorded.get(recording.name)
        try {
          expect(found, recording.name).toEqual(wanted)
          // Other versions of a tool may write other fields.
          if (before !== undefined && versionOf(before.plan) === versionOf(recording.plan)) {
            expect(recording).toEqual(before)
          }
        } catch (error) {
          wrong.push(error)
        }
      }
      expect(wrong).toEqual([])
    },
  )
})

const versionOf = (plan: unknown) => (plan as { terraform_version?: string } | undefined)?.terraform_version
