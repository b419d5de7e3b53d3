// `.github/seaworthy.yaml`: what a repository says about how it wants to be judged.
import schema from '../../../schemas/seaworthy.schema.json' with { type: 'json' }
import type { Severity } from '../findings/finding.ts'
import type { RuleId } from '../findings/rule-ids.ts'
import { type Contract, type ContractProblem, checkContract } from './contract.ts'
import type { TerraformSettings } from './terraform-settings.ts'

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

/** What must be proved of images; exactly one of the last four. */
export type Verification = {
  /** `*` stands for any text. */
  readonly images: string
  readonly provenance?: {
    readonly repository: string
    readonly workflow?: string
    readonly ref?: string
    readonly signer?: string
    /** Text, as every value of the settings. */
    readonly hosted?: 'true' | 'false'
  }
  readonly keyless?: { readonly issuer: string; readonly subject: string }
  readonly key?: { readonly files: readonly string[] }
  /** Why these images are taken without a signature. */
  readonly unsigned?: string
}

/** What belongs to an environment, and what must hold before an image is bumped there. */
export type EnvironmentSettings = {
  readonly applications?: readonly string[]
  readonly files?: readonly string[]
  /** Fields whose image no file tells. */
  readonly targets?: readonly {
    readonly image: string
    readonly file: string
    readonly object?: string
    readonly field: string
  }[]
  readonly pin?: 'tag' | 'digest' | 'tag@digest'
  readonly platforms?: readonly string[]
  readonly 'promote-from'?: string
  /** Which images that holds for; absent: all. */
  readonly 'promote-images'?: readonly string[]
  readonly verify?: readonly Verification[]
}

/** Absent fields were not written. */
export type Settings = {
  readonly repository?: readonly string[]
  readonly kubernetesVersions?: readonly string[]
  readonly roots?: readonly string[]
  readonly failOn?: 'new' | 'any' | 'never'
  readonly severities?: Readonly<Partial<Record<RuleId, Severity | 'off'>>>
  readonly exemptions?: readonly Exemption[]
  readonly environments?: Readonly<Record<string, EnvironmentSettings>>
  readonly state?: string
  readonly trustRoot?: string
  readonly terraform?: TerraformSettings
}

/** Field of the file → field of `Settings`. A test holds the schema to it. */
export const settingsFields = {
  repository: 'repository',
  'kubernetes-versions': 'kubernetesVersions',
  roots: 'roots',
  'fail-on': 'failOn',
  severities: 'severities',
  exemptions: 'exemptions',
  environments: 'environments',
  state: 'state',
  'trust-root': 'trustRoot',
  terraform: 'terraform',
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
