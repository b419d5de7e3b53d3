// What the terraform-apply action reads and sets. action.yml says the same in words; a contract test compares the two.
import { githubExpression, type RunPlace, runPlace } from '../lib/toolkit/gitops-inputs.ts'
import { defineInputs, flag, type InputKind, type InputsOf, list, path, secret, text } from '../lib/toolkit/inputs.ts'
import { defineOutputs } from '../lib/toolkit/outputs.ts'
import { confinedPath } from '../lib/toolkit/paths.ts'
import { keysInput, mirrorInput, revisionInput, wholeNumber } from '../lib/toolkit/terraform-inputs.ts'

const workflowFile: InputKind<string> = {
  ...text({ default: '.github/workflows/pull-request.yml' }),
  allowed: 'a file of `.github/workflows`',
  parse: (value) => (/^\.github\/workflows\/[\w.-]+\.ya?ml$/.test(value) ? value : undefined),
}

/** Plans are never in the workspace, where the change itself could put files. */
const runnerFolder: InputKind<string | undefined> = {
  ...path(),
  allowed: 'a path inside the temporary folder of the runner',
  parse: (value) => {
    const temporary = process.env.RUNNER_TEMP
    return temporary ? confinedPath(temporary, value) : undefined
  },
}

export const inputs = defineInputs({
  base: revisionInput,
  roots: list(),
  environment: text(),
  'plan-workflow': workflowFile,
  'plans-folder': runnerFolder,
  'approval-environment': text(),
  'encryption-keys': keysInput,
  token: { ...secret(), default: githubExpression('github.token') },
  'team-token': secret(),
  comment: flag({ default: true }),
  'provider-mirror': mirrorInput,
  parallel: wholeNumber({ from: 1, to: 32, default: 4 }),
  'timeout-minutes': wholeNumber({ from: 1, to: 360, default: 60 }),
})

export const outputs = defineOutputs({
  outcome: 'failed',
  applied: '[]',
  waiting: '[]',
  waves: '[]',
  outputs: '{}',
  'plans-folder': '',
  'artifact-name': '',
  'report-folder': '',
  'json-file': '',
})

export type Inputs = InputsOf<typeof inputs.kinds> & { readonly place: RunPlace }

/** Reads everything once. Throws a UserError that lists every bad value. */
export function readInputs(environment: NodeJS.ProcessEnv = process.env): Inputs {
  return { ...inputs.read(environment), place: runPlace(environment) }
}
