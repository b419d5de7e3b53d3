// What is read from a state: its identity and its outputs that are no secret.
import { UserError } from '../../toolkit/user-error.ts'
import type { ApplyOutput } from '../result/apply-result.ts'
import type { PreparedRoot } from './prepared-root.ts'
import { field, isRecord, numberField, parseJson, textField } from './record.ts'
import { captureCommand, commandLine } from './run-command.ts'
import { earlyVariables } from './show.ts'

export type StateIdentity = { readonly lineage: string; readonly serial: number }

/** Lineage and serial of the state; undefined where there is none yet. Throws a UserError where it cannot be read. */
export async function readStateIdentity(prepared: PreparedRoot): Promise<StateIdentity | undefined> {
  const args = ['state', 'pull', ...earlyVariables(prepared)]
  const text = (await captureCommand(prepared, args)).toString('utf8').trim()
  if (text === '') return undefined
  const state = parseJson(text)
  const [lineage, serial] = [textField(state, 'lineage'), numberField(state, 'serial')]
  if (lineage === undefined || serial === undefined) {
    throw new UserError(`The state of ${prepared.root.name} has no lineage and serial.`, {
      where: commandLine(prepared, args),
      next: 'see what the backend answers: it is no state',
    })
  }
  return { lineage, serial }
}

/** Outputs, with the values of those that are not sensitive. Throws a UserError where they cannot be read. */
export async function readOutputs(prepared: PreparedRoot): Promise<readonly ApplyOutput[]> {
  const args = ['output', '-json', ...earlyVariables(prepared)]
  const outputs = parseJson((await captureCommand(prepared, args)).toString('utf8'))
  if (!isRecord(outputs)) return []
  return Object.keys(outputs)
    .sort()
    .map((name) => {
      const output = field(outputs, name)
      // Anything but a plain `false` is taken for a secret.
      if (field(output, 'sensitive') !== false) return { name, sensitive: true }
      return { name, sensitive: false, value: field(output, 'value') }
    })
}
