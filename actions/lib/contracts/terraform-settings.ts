// The section `terraform` of the settings: as it is written, and as it is used, with every default filled in.

export type TerraformTool = 'terraform' | 'tofu'

export type GuardLevel = 'error' | 'warning' | 'note' | 'off'

/** One entry of `terraform.roots`, as written. */
export type TerraformRootSettings = {
  readonly path: string
  readonly name?: string
  readonly tool?: TerraformTool
  readonly version?: string
  readonly workspace?: string
  readonly 'var-files'?: readonly string[]
  readonly 'backend-config'?: readonly string[]
  readonly environment?: string
  readonly inputs?: readonly string[]
  readonly carry?: readonly string[]
  readonly 'depends-on'?: readonly string[]
}

/** The section as written; every value is text. */
export type TerraformSettings = {
  readonly roots?: readonly TerraformRootSettings[]
  readonly exclude?: readonly string[]
  readonly tool?: TerraformTool
  readonly providers?: readonly string[]
  readonly modules?: readonly string[]
  readonly variables?: readonly string[]
  readonly 'lock-timeout'?: string
  readonly guards?: {
    readonly 'max-delete'?: string
    readonly 'max-replace'?: string
    readonly protect?: readonly string[]
    readonly 'protect-types'?: readonly string[]
    /** By the name of a guard. */
    readonly severities?: Readonly<Record<string, GuardLevel>>
  }
  readonly overrides?: { readonly teams?: readonly string[]; readonly users?: readonly string[] }
  readonly approvals?: {
    readonly required?: string
    readonly teams?: readonly string[]
    readonly 'after-plan'?: 'true' | 'false'
  }
  readonly apply?: {
    readonly mode?: 'auto' | 'replay' | 'reconcile'
    readonly 'missing-plan'?: 'refuse' | 'plan'
    readonly deferred?: 'wait' | 'apply'
  }
  readonly encryption?: 'required' | 'off'
}

/** The section with its defaults. What is optional here has no default: it says nothing where it is absent. */
export type TerraformOptions = {
  readonly roots: readonly TerraformRootSettings[]
  readonly exclude: readonly string[]
  readonly tool?: TerraformTool
  /** Absent: any provider, each noted. */
  readonly providers?: readonly string[]
  /** Absent: any remote module that is pinned. */
  readonly modules?: readonly string[]
  readonly variables: readonly string[]
  readonly lockTimeout: string
  /** Fits `GuardPolicy`. */
  readonly guards: {
    readonly maxDelete?: number
    readonly maxReplace?: number
    readonly protect: readonly string[]
    readonly protectTypes: readonly string[]
    readonly severities: Readonly<Record<string, GuardLevel>>
  }
  readonly overrides: { readonly teams: readonly string[]; readonly users: readonly string[] }
  readonly approvals: { readonly required: number; readonly teams: readonly string[]; readonly afterPlan: boolean }
  readonly apply: {
    readonly mode: 'auto' | 'replay' | 'reconcile'
    readonly missingPlan: 'refuse' | 'plan'
    readonly deferred: 'wait' | 'apply'
  }
  readonly encryption: 'required' | 'off'
}

/** Fills in the defaults, which are those that the schema names. Takes a section that was checked against the schema, or none. */
export function terraformOptions(written: TerraformSettings = {}): TerraformOptions {
  const { guards = {}, overrides = {}, approvals = {}, apply = {} } = written
  const [maxDelete, maxReplace] = [guards['max-delete'], guards['max-replace']]
  return {
    roots: written.roots ?? [],
    exclude: written.exclude ?? ['**/examples', '**/tests'],
    ...(written.tool !== undefined && { tool: written.tool }),
    ...(written.providers !== undefined && { providers: written.providers }),
    ...(written.modules !== undefined && { modules: written.modules }),
    variables: written.variables ?? [],
    lockTimeout: written['lock-timeout'] ?? '5m',
    guards: {
      ...(maxDelete !== undefined && { maxDelete: Number(maxDelete) }),
      ...(maxReplace !== undefined && { maxReplace: Number(maxReplace) }),
      protect: guards.protect ?? [],
      protectTypes: guards['protect-types'] ?? [],
      severities: guards.severities ?? {},
    },
    overrides: { teams: overrides.teams ?? [], users: overrides.users ?? [] },
    approvals: {
      required: Number(approvals.required ?? '1'),
      teams: approvals.teams ?? [],
      afterPlan: (approvals['after-plan'] ?? 'true') === 'true',
    },
    apply: {
      mode: apply.mode ?? 'auto',
      missingPlan: apply['missing-plan'] ?? 'refuse',
      deferred: apply.deferred ?? 'wait',
    },
    encryption: written.encryption ?? 'required',
  }
}
