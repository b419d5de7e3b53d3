// The settings out of their text, with every problem at its line.
import { parseSettings, type Settings } from '../../contracts/settings.ts'
import type { TerraformOptions } from '../../contracts/terraform-settings.ts'
import { UserError } from '../../toolkit/user-error.ts'
import type { GuardPolicy, GuardSeverity } from '../guards/guard.ts'

export const settingsFile = '.github/seaworthy.yaml'

/** Throws a UserError with every problem at its line. */
export function settingsOf(text: string, file = settingsFile): Settings {
  const { settings, problems } = parseSettings(text, file)
  if (settings !== undefined) return settings
  const lines = problems.map(({ file: at, line, column, message }) => `  ${at}:${line}:${column} ${message}`)
  throw new UserError(`The settings are not valid:\n${lines.join('\n')}`, {
    next: 'mend them; schemas/seaworthy.schema.json of Seaworthy’s repository describes every field',
  })
}

/** What guards go by. The schema has let pass no name that is none of a guard. */
export const guardPolicy = ({ guards }: Pick<TerraformOptions, 'guards'>): GuardPolicy => ({
  ...guards,
  severities: guards.severities as Readonly<Record<string, GuardSeverity | 'off'>>,
})
