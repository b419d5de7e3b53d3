// What the roll-back action reads and sets. action.yml says the same in words; a contract test compares the two.
import { gitopsInputs, type RunPlace, requireTarget, scopeInputs } from '../lib/toolkit/gitops-inputs.ts'
import { defineInputs, flag, type InputKind, type InputsOf, list, secret, text } from '../lib/toolkit/inputs.ts'
import { defineOutputs } from '../lib/toolkit/outputs.ts'

const days: InputKind<number | undefined> = {
  ...text(),
  absent: undefined,
  allowed: 'a number of days from 1 to 365',
  parse: (value) => (/^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= 365 ? Number(value) : undefined),
}

export const inputs = defineInputs({
  images: { ...list(), required: true },
  to: text(),
  ...scopeInputs,
  reason: text({ required: true }),
  hold: flag({ default: true }),
  'hold-days': days,
  'check-registry': flag({ default: true }),
  'registry-host': text(),
  'registry-username': text(),
  'registry-password': secret(),
  ...gitopsInputs,
  'dry-run': flag({ default: false }),
})

export const outputs = defineOutputs({
  outcome: 'refused',
  changed: 'false',
  commit: '',
  'commit-url': '',
  verified: 'false',
  attempts: '0',
  to: '[]',
  holds: '',
})

export type Inputs = InputsOf<typeof inputs.kinds> & {
  readonly repository: string
  readonly token: string
  readonly run: RunPlace
}

/** Reads everything once. Throws a UserError that lists every bad value. */
export function readInputs(environment: NodeJS.ProcessEnv = process.env): Inputs {
  const read = inputs.read(environment)
  return { ...read, ...requireTarget(read, environment) }
}
