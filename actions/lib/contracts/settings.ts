// `.github/seaworthy.yaml`: what a repository says about how it wants to be judged.
import schema from '../../../schemas/seaworthy.schema.json' with { type: 'json' }
import type { Severity } from '../findings/finding.ts'
import type { RuleId } from '../findings/rule-ids.ts'
import { type Contract, type ContractProblem, checkContract } from './contract.ts'

/** Which findings an exemption covers: all fields that are given must match, `*` stands for any text. */
export type ExemptionSubject = {
  readonly application?: string
  readonly kind?: string
  readonly name?: string
  readonly namespace?: string
  readonly file?: string
}

export type Exemption = {
  readonly rule: RuleId
  readonly subject: ExemptionSubject
  readonly reason: string
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly until?: string
}

/** Absent fields were not written. */
export type Settings = {
  readonly repository?: readonly string[]
  readonly kubernetesVersions?: readonly string[]
  readonly roots?: readonly string[]
  readonly failOn?: 'new' | 'any' | 'never'
  readonly severities?: Readonly<Partial<Record<RuleId, Severity | 'off'>>>
  readonly exemptions?: readonly Exemption[]
}

/** Field of the file → field of `Settings`. A test holds the schema to it. */
export const settingsFields = {
  repository: 'repository',
  'kubernetes-versions': 'kubernetesVersions',
  roots: 'roots',
  'fail-on': 'failOn',
  severities: 'severities',
  exemptions: 'exemptions',
} as const satisfies Readonly<Record<string, keyof Settings>>

/** All values of the settings are text; a minor such as 1.30 must not be read as the number 1.3. */
export const settingsContract: Contract = { schema, scalars: 'text' }

/** Reads the settings. With problems, `settings` is undefined; an empty file says nothing and is right. */
export function parseSettings(
  text: string,
  file: string,
): { readonly settings: Settings | undefined; readonly problems: readonly ContractProblem[] } {
  const { value, problems } = checkContract(settingsContract, text, file)
  if (problems.length > 0) return { settings: undefined, problems }
  const written = (value ?? {}) as Readonly<Record<string, unknown>>
  const entries = Object.entries(settingsFields).flatMap(([name, field]) =>
    Object.hasOwn(written, name) ? [[field, written[name]] as const] : [],
  )
  // Checked against the schema, which a test holds equal to the type.
  return { settings: Object.fromEntries(entries) as Settings, problems: [] }
}
