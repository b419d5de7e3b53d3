// What the terraform-plan action reads and sets. action.yml says the same in words; a contract test compares the two.
import { githubExpression, type RunPlace, runPlace } from '../lib/toolkit/gitops-inputs.ts'
import { choice, defineInputs, flag, type InputsOf, list, secret } from '../lib/toolkit/inputs.ts'
import { defineOutputs } from '../lib/toolkit/outputs.ts'
import { keysInput, mirrorInput, revisionInput, wholeNumber } from '../lib/toolkit/terraform-inputs.ts'

export const inputs = defineInputs({
  mode: choice(['plan', 'gate', 'drift'], { default: 'plan' }),
  base: revisionInput,
  roots: list(),
  'encryption-keys': keysInput,
  token: { ...secret(), default: githubExpression('github.token') },
  'team-token': secret(),
  comment: flag({ default: true }),
  'check-runs': flag({ default: true }),
  'provider-mirror': mirrorInput,
  parallel: wholeNumber({ from: 1, to: 32, default: 4 }),
  'timeout-minutes': wholeNumber({ from: 1, to: 360, default: 30 }),
})

export const outputs = defineOutputs({
  outcome: 'failed',
  changes: 'false',
  roots: '[]',
  waves: '[]',
  'plans-folder': '',
  'artifact-name': '',
  'report-folder': '',
  'json-file': '',
  'comment-url': '',
})

export type Inputs = InputsOf<typeof inputs.kinds> & { readonly place: RunPlace }

/** Reads everything once. Throws a UserError that lists every bad value. */
export function readInputs(environment: NodeJS.ProcessEnv = process.env): Inputs {
  return { ...inputs.read(environment), place: runPlace(environment) }
}
