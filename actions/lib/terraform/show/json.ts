// The report as JSON: the public contract of schemas/terraform-report.schema.json. Complete, never cut.
import type { RootResult, TerraformReport } from '../result/result.ts'
import { sumCounts } from './change-words.ts'
import { gateAnswer, isRefusing } from './gate.ts'
import { reportAnswer, standingOf } from './standing.ts'

/** Raised when a reader of the former contract would go wrong; new optional fields do not raise it. */
export const terraformReportVersion = 1

export type ReportOutcome = 'failed' | 'refused' | 'changes' | 'no-changes'

/**
 * The worst of the roots. A root that waits may have changes, and one that is taken away is a change: what it manages is left to
 * nobody, which nothing that goes by `no-changes` may let pass unseen.
 */
export function reportOutcome(roots: readonly RootResult[], removed: readonly string[] = []): ReportOutcome {
  const standings = new Set(roots.map(standingOf))
  if (standings.has('failed')) return 'failed'
  if (standings.has('refused')) return 'refused'
  return removed.length > 0 || roots.some(({ plan, outcome }) => plan?.needsApply === true || outcome === 'deferred')
    ? 'changes'
    : 'no-changes'
}

/** The object that is written. Absent values are absent, not null. */
export function toTerraformJson(report: TerraformReport) {
  const { head, base, run, roots, waves, unaffected, notAsked, removed, gate } = report
  const isGateShut = gate?.some(isRefusing) === true
  const counted = roots.flatMap(({ plan, outcome }) =>
    plan === undefined || outcome === 'errored' ? [] : [plan.counts],
  )
  return {
    version: terraformReportVersion,
    outcome: isGateShut ? ('refused' as const) : reportOutcome(roots, removed),
    answer: isGateShut ? gateAnswer(gate ?? []) : reportAnswer(report),
    ...(head !== undefined && { head }),
    ...(base !== undefined && { base }),
    ...(run !== undefined && { run }),
    counts: sumCounts(counted),
    roots,
    waves,
    unaffected,
    ...(notAsked !== undefined && { notAsked }),
    ...(removed !== undefined && { removed }),
    ...(gate !== undefined && { gate }),
  }
}

/** The text of the file, with a line end. */
export function renderTerraformJson(report: TerraformReport): string {
  return `${JSON.stringify(toTerraformJson(report), null, 2)}\n`
}
