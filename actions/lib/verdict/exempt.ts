// Exemptions: findings that the settings accept for a while, and exemptions that no longer do anything.
import type { Exemption } from '../contracts/settings.ts'
import { matchesPattern } from '../text/pattern.ts'
import type { UnplacedFinding } from './findings.ts'
import type { RawProblem } from './side.ts'

export type Exempted = {
  readonly findings: readonly UnplacedFinding[]
  readonly exempted: readonly UnplacedFinding[]
  /** Exemptions that are past their date, and those that match nothing: findings themselves. */
  readonly problems: readonly RawProblem[]
}

/**
 * Takes the exempted findings out.
 * @param fileOf looks up the file that a finding points at, asked only where an exemption names files
 * @param today date as `YYYY-MM-DD`; an exemption holds through its last day
 */
export async function applyExemptions(
  findings: readonly UnplacedFinding[],
  exemptions: readonly Exemption[],
  settingsFile: string,
  today: string,
  fileOf: (finding: UnplacedFinding) => Promise<string>,
): Promise<Exempted> {
  const left: UnplacedFinding[] = []
  const exempted: UnplacedFinding[] = []
  const used = new Set<Exemption>()
  for (const finding of findings) {
    const matching: Exemption[] = []
    for (const exemption of exemptions) if (await matches(exemption, finding, fileOf)) matching.push(exemption)
    for (const exemption of matching) used.add(exemption)
    if (matching.some((exemption) => !isPast(exemption, today))) exempted.push(finding)
    else left.push(finding)
  }
  const problems = exemptions.flatMap((exemption, index): RawProblem[] => {
    const at = { file: settingsFile, document: 0 }
    const pointer = `/exemptions/${index}`
    const value = JSON.stringify([exemption.rule, exemption.subject])
    if (isPast(exemption, today)) {
      const message = `the exemption from ${exemption.rule} ended on ${exemption.until}; mend what it covers, or give it a new date and reason`
      return [{ rule: 'exemption-expired', message, pointer: `${pointer}/until`, value, at }]
    }
    // Terraform's rules are asked by the actions for Terraform alone.
    if (exemption.rule.startsWith('terraform-')) return []
    if (used.has(exemption)) return []
    return [
      {
        rule: 'exemption-unused',
        message: `the exemption from ${exemption.rule} matches nothing; remove it`,
        pointer,
        value,
        at,
      },
    ]
  })
  return { findings: left, exempted, problems }
}

function isPast(exemption: Exemption, today: string): boolean {
  return exemption.until !== undefined && exemption.until < today
}

async function matches(
  exemption: Exemption,
  finding: UnplacedFinding,
  fileOf: (finding: UnplacedFinding) => Promise<string>,
): Promise<boolean> {
  if (exemption.rule !== finding.rule) return false
  const { file, ...subject } = exemption.subject
  const actual: Readonly<Record<string, string | undefined>> = { ...finding.subject }
  const fits = Object.entries(subject).every(
    ([key, pattern]) => pattern === undefined || matchesPattern(pattern, actual[key] ?? ''),
  )
  return fits && (file === undefined || matchesPattern(file, await fileOf(finding)))
}
