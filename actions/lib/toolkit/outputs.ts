// An action's outputs: declared once, with the values that are safe to read when the action dies early.
import * as core from '@actions/core'

export type OutputsDefinition<Name extends string> = {
  readonly defaults: Readonly<Record<Name, string>>
  /** Writes every safe default; `run` calls it before `main`. */
  readonly setDefaults: () => void
  /** Writes the real values, all of them, once. */
  readonly set: (values: Readonly<Record<Name, string | number | boolean>>) => void
}

/** Declares the outputs of an action by their names in action.yml, each with its safe default. */
export function defineOutputs<const Name extends string>(
  defaults: Readonly<Record<Name, string>>,
): OutputsDefinition<Name> {
  // Outside GitHub there is nobody to read outputs, and the toolkit would print them as workflow commands.
  const write = (values: Readonly<Record<string, unknown>>) => {
    if (!process.env.GITHUB_OUTPUT) return
    for (const [name, value] of Object.entries(values)) core.setOutput(name, value)
  }
  return { defaults, setDefaults: () => write(defaults), set: write }
}
