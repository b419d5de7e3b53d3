// All guards on one plan.
import { allGuards } from './all-guards.ts'
import type { GuardFinding, GuardInput, GuardSeverity } from './guard.ts'
import { createLocator } from './locate-resource.ts'

const ranks: Readonly<Record<GuardSeverity, number>> = { error: 0, warning: 1, note: 2 }

/**
 * What is dangerous in a plan, the worst first, else in the order of the guards and of the plan. Errors refuse the plan unless
 * somebody overrides them. A severity of the settings holds for all cases of its guard; `off` leaves it out.
 */
export function judgeGuards(input: GuardInput): readonly GuardFinding[] {
  const context = { ...input, locate: createLocator(input.head.configuration) }
  const findings = allGuards.flatMap((guard): readonly GuardFinding[] => {
    const setting = Object.hasOwn(input.policy.severities, guard.id) ? input.policy.severities[guard.id] : undefined
    if (setting === 'off') return []
    return guard.judge(context).map(({ message, address, at, severity }) => ({
      guard: guard.id,
      severity: setting ?? severity ?? guard.severity,
      message,
      ...(address === undefined ? {} : { address }),
      ...(at === undefined ? {} : { at }),
    }))
  })
  return findings.toSorted((a, b) => ranks[a.severity] - ranks[b.severity])
}
