// The gate for a change: by the rules of the base, and nothing that the base has already refuses it.
import type { Exemption } from '../../contracts/settings.ts'
import type { Finding } from '../../findings/finding.ts'
import { matchesPattern } from '../../text/pattern.ts'
import { checkFiles } from '../gate/check-files.ts'
import { isRefusing } from '../show/gate.ts'
import type { Change } from './open-change.ts'

export type GateVerdict = {
  /** Those that refuse it come first. */
  readonly findings: readonly Finding[]
  readonly refused: boolean
}

/**
 * Looks at files alone. Severities and exemptions are those of the base.
 * @param today `YYYY-MM-DD`; an exemption holds through its last day
 * @throws UserError for a tree with too much configuration
 */
export async function gateChange(change: Change, today: string): Promise<GateVerdict> {
  const { providers, modules } = change.policy
  const { severities = {}, exemptions = [] } = change.rules
  const { roots, impacts } = change.selection
  // Without a base nothing is known of before: what another root has must not keep those that were named.
  const judged = change.base === undefined ? impacts.map(({ root }) => root) : roots
  const found = await checkFiles({
    roots: judged.map((root) => ({ root, files: change.reading(root) })),
    head: change.head,
    ...(change.base !== undefined && { base: change.base }),
    allow: { ...(providers !== undefined && { providers }), ...(modules !== undefined && { modules }) },
    severities,
  })
  const counted = found.filter((finding) => !exemptions.some((exemption) => covers(exemption, finding, today)))
  const findings = [...counted].sort((a, b) => Number(isRefusing(b)) - Number(isRefusing(a)))
  return { findings, refused: findings.some(isRefusing) }
}

/** Of what an exemption can name, files have a rule and a path. */
function covers({ rule, subject, until }: Exemption, finding: Finding, today: string): boolean {
  const { file, ...others } = subject
  if (rule !== finding.rule || Object.keys(others).length > 0) return false
  return (file === undefined || matchesPattern(file, finding.at.file)) && (until === undefined || until >= today)
}
