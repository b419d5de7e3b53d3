// From a plan's JSON to all that is said of it: read, guarded, fingerprinted, and free of secrets from here on.
import type { CanonicalPlan } from '../fingerprint/canonical.ts'
import { withExactNumbers } from '../fingerprint/exact-json.ts'
import { fingerprintPlan } from '../fingerprint/fingerprint-plan.ts'
import type { GuardFinding, GuardInput } from '../guards/guard.ts'
import { judgeGuards } from '../guards/judge-guards.ts'
import { parsePlanText } from '../plan/parse-plan-text.ts'
import type { Plan } from '../plan/plan.ts'
import { readPlan } from '../plan/read-plan.ts'
import { secretsOfPlan } from '../redact/collect-secrets.ts'
import { createRedactor } from '../redact/create-redactor.ts'
import type { Redactor } from '../redact/redactor.ts'
import type { ShownPlan } from '../result/result.ts'
import { showPlan } from '../result/show-plan.ts'

export type ReadPlan = {
  /** Holds secrets. */
  readonly plan: Plan
  readonly shown: ShownPlan
  /** Free of secrets. */
  readonly guards: readonly GuardFinding[]
  /** Knows every secret of the plan and those that were given. */
  readonly redactor: Redactor
}

export type JudgedPlan = ReadPlan & {
  readonly fingerprint: string
  /** Free of secrets in clear, not of other values. */
  readonly canonical: CanonicalPlan
}

/**
 * Judges the output of `show -json`.
 * @param sides the configuration and lock files that guards compare, and their policy
 * @param secrets further ones, of the environment
 * @throws UserError for what is no plan
 */
export function judgePlan(
  json: string,
  sides: Omit<GuardInput, 'plan'>,
  { key, secrets }: { readonly key: Uint8Array; readonly secrets: readonly string[] },
): JudgedPlan {
  const parsed = parsePlanText(json)
  return { ...readAndGuard(parsed, sides, secrets), ...fingerprintPlan(withExactNumbers(json, parsed), { key }) }
}

/**
 * The same without a fingerprint, for where nothing is compared.
 * @param parsed as by `parsePlanText`
 */
export function readAndGuard(
  parsed: unknown,
  sides: Omit<GuardInput, 'plan'>,
  secrets: readonly string[] = [],
): ReadPlan {
  const plan = readPlan(parsed)
  const redactor = createRedactor([...secretsOfPlan(parsed), ...secrets])
  return {
    plan,
    shown: showPlan(plan, redactor),
    guards: judgeGuards({ ...sides, plan }).map((finding) => redactor.value(finding)),
    redactor,
  }
}

/** Whether a guard refuses it. */
export const isRefused = (guards: readonly GuardFinding[]): boolean =>
  guards.some(({ severity }) => severity === 'error')
