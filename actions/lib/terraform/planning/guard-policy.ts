// What guards go by, out of the settings.
import type { TerraformOptions } from '../../contracts/terraform-settings.ts'
import type { GuardPolicy, GuardSeverity } from '../guards/guard.ts'

/** The schema has let pass no name that is none of a guard. */
export const guardPolicy = ({ guards }: Pick<TerraformOptions, 'guards'>): GuardPolicy => ({
  ...guards,
  severities: guards.severities as Readonly<Record<string, GuardSeverity | 'off'>>,
})
