// What the bump-image action reads and sets. action.yml says the same in words; a contract test compares the two.
import { pins } from '../lib/images/version.ts'
import {
  githubExpression,
  gitopsInputs,
  type RunPlace,
  repositoryInput,
  requireTarget,
  scopeInputs,
} from '../lib/toolkit/gitops-inputs.ts'
import {
  choice,
  defineInputs,
  flag,
  type InputKind,
  type InputsOf,
  list,
  path,
  secret,
  text,
} from '../lib/toolkit/inputs.ts'
import { defineOutputs } from '../lib/toolkit/outputs.ts'
import { confinedPath } from '../lib/toolkit/paths.ts'

/** A file to write: in the workspace, or in the runner's own temporary folder. */
const resultFile: InputKind<string | undefined> = {
  ...path(),
  allowed: 'a path inside the workspace or the temporary folder of the runner',
  parse: (value, { workspace }) => {
    const temporary = process.env.RUNNER_TEMP
    return confinedPath(workspace, value) ?? (temporary ? confinedPath(temporary, value) : undefined)
  },
}

/** Several lines of text, taken as they are. */
const block: InputKind<string | undefined> = { ...text(), allowed: 'YAML or JSON', parse: (value) => value }

export const inputs = defineInputs({
  images: list(),
  ...scopeInputs,
  request: block,
  from: text(),
  expect: text(),
  pin: choice(pins),
  platforms: list({ each: /^[a-z0-9]+\/[a-z0-9]+(\/[a-z0-9]+)?$/, allowed: 'platforms such as `linux/amd64`' }),
  'check-registry': flag({ default: true }),
  'registry-host': text(),
  'registry-username': text(),
  'registry-password': secret(),
  ...gitopsInputs,
  mode: choice(['commit', 'pull-request'], { default: 'commit' }),
  group: text(),
  'auto-merge': flag({ default: false }),
  labels: list(),
  'source-repository': repositoryInput,
  'source-commit': {
    ...text(),
    allowed: 'a full commit id',
    parse: (value: string) => (/^[0-9a-f]{40}$/.test(value) ? value : undefined),
  },
  'source-run': {
    ...text(),
    allowed: 'the id of a run',
    parse: (value: string) => (/^\d{1,20}$/.test(value) ? value : undefined),
  },
  'source-token': { ...secret(), default: githubExpression('github.token') },
  'allow-downgrade': flag({ default: false }),
  'take-waiting': flag({ default: false }),
  'report-status': flag({ default: false }),
  'dry-run': flag({ default: false }),
  'json-file': resultFile,
})

export const outputs = defineOutputs({
  outcome: 'refused',
  changed: 'false',
  commit: '',
  'commit-url': '',
  verified: 'false',
  attempts: '0',
  'pull-request': '',
  'pull-request-url': '',
  sites: '[]',
  'json-file': '',
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
