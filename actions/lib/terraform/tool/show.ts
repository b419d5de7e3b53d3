// `show`: what stands in a plan's file, as JSON and as text. Both hold secrets.
import { UserError } from '../../toolkit/user-error.ts'
import { variableArguments } from './init.ts'
import type { PreparedRoot } from './prepared-root.ts'
import { captureCommand, commandLine } from './run-command.ts'

/**
 * A plan as the tool's JSON, up to 200 MB. `bytes` is what the tool wrote.
 * Throws a UserError where the tool cannot read the file or says too much.
 */
export async function showPlanJson(
  prepared: PreparedRoot,
  planFile: string,
  options: { readonly maxBytes?: number } = {},
): Promise<{ readonly json: unknown; readonly bytes: Buffer }> {
  const args = ['show', '-json', ...earlyVariables(prepared), planFile]
  const bytes = await captureCommand(prepared, args, options)
  try {
    return { json: JSON.parse(bytes.toString('utf8')), bytes }
  } catch (cause) {
    throw new UserError(`${prepared.root.tool} show -json did not write JSON.`, {
      where: commandLine(prepared, args),
      next: `use ${prepared.root.tool} itself, without a wrapper (terraform_wrapper: false)`,
      cause,
    })
  }
}

/** A plan as the tool's text, without colour. Throws as `showPlanJson`. */
export async function showPlanText(prepared: PreparedRoot, planFile: string): Promise<string> {
  const bytes = await captureCommand(prepared, ['show', '-no-color', ...earlyVariables(prepared), planFile])
  return bytes.toString('utf8')
}

/** OpenTofu reads the configuration for these commands too, and variables may stand in it; Terraform takes no such argument. */
export function earlyVariables(prepared: PreparedRoot): readonly string[] {
  return prepared.root.tool === 'tofu' ? variableArguments(prepared) : []
}
