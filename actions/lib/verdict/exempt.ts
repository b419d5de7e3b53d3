// Exemptions: findings that the settings accept for a while, and exemptions that no longer do anything.
import type { Exemption } from '../contracts/settings.ts'
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
 * @param today date as `YYYY-MM-DD`; an exemption holds through its last day
 */
export function applyExemptions(
  findings: readonly UnplacedFinding[],
  exemptions: readonly Exemption[],
  settingsFile: string,
  today: string,
): Exempted {
  const left: UnplacedFinding[] = []
  const exempted: UnplacedFinding[] = []
  const used = new Set<Exemption>()
  for (const finding of findings) {
    const matching = exemptions.filter((exemption) => matches(exemption, finding))
    for (const exemption of matching) used.add(exemption)
    if (matching.some((exemption) => !isPast(exemption, today))) exempted.push(finding)
    else left.push(finding)
  }
  const problems = exemptions.flatMap((exemption, index): RawProblem[] => {
    const at = { file: settingsFile, document: 0 }
    const pointer = `/exemptions/${index}`
    const value = JSON.stringify([exemption.rule, exemption.subject ?? null])
    if (isPast(exemption, today)) {
      const message = `the exemption from ${exemption.rule} ended on ${exemption.until}; mend what it covers, or give it a new date and reason`
      return [{ rule: 'exemption-expired', message, pointer: `${pointer}/until`, value, at }]
    }
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

function matches(exemption: Exemption, finding: UnplacedFinding): boolean {
  if (exemption.rule !== finding.rule) return false
  const wanted = exemption.subject
  if (wanted === undefined) return true
  const file =
    finding.problem.at?.file ??
    finding.problem.object?.written.origin.file ??
    finding.problem.application?.declared.origin.file
  const actual: Readonly<Record<string, string | undefined>> = { ...finding.subject, file }
  return Object.entries(wanted).every(
    ([key, pattern]) => pattern === undefined || wildcard(pattern).test(actual[key] ?? ''),
  )
}

/** `*` stands for any text, within one exemption's field. */
function wildcard(pattern: string): RegExp {
  return new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    's',
  )
}
