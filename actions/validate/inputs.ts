// What the validate action reads and sets. action.yml says the same in words; a contract test compares the two.
import { join } from 'node:path'
import { choice, defineInputs, type InputKind, type InputsOf, list, path, text } from '../lib/toolkit/inputs.ts'
import { defineOutputs } from '../lib/toolkit/outputs.ts'
import { confinedPath } from '../lib/toolkit/paths.ts'
import type { RepositoryPlace } from './github-link.ts'

/** A revision goes to git as an argument: one word that is no option. */
const revision: InputKind<string | undefined> = {
  ...text(),
  allowed: 'a commit, branch or tag: one word that does not begin with "-"',
  parse: (value) => (/^[^-\s]\S*$/.test(value) ? value : undefined),
}

/** A file to write: in the workspace, or in the runner's own temporary folder. */
const reportFile: InputKind<string | undefined> = {
  ...path(),
  allowed: 'a path inside the workspace or the temporary folder of the runner',
  parse: (value, { workspace }) => {
    const temporary = process.env.RUNNER_TEMP
    return confinedPath(workspace, value) ?? (temporary ? confinedPath(temporary, value) : undefined)
  },
}

export const inputs = defineInputs({
  path: path({ default: '.' }),
  base: revision,
  head: revision,
  'kubernetes-versions': list({ each: /^1\.\d{1,3}$/, allowed: 'minors such as `1.35, 1.36`' }),
  'fail-on': choice(['new', 'any', 'never'], { default: 'new' }),
  'json-file': reportFile,
  'sarif-file': reportFile,
  'junit-file': reportFile,
})

export const outputs = defineOutputs({
  verdict: 'unjudged',
  errors: '0',
  warnings: '0',
  notes: '0',
  new: '0',
  known: '0',
  fixed: '0',
  applications: '0',
  objects: '0',
  'objects-checked': '0',
  'json-file': '',
  'sarif-file': '',
  'junit-file': '',
})

export type Inputs = Omit<InputsOf<typeof inputs.kinds>, 'jsonFile' | 'sarifFile' | 'junitFile'> & {
  readonly jsonFile: string
  readonly sarifFile: string
  readonly junitFile: string
  /** Names by which Applications may call this repository and the branch under judgement. */
  readonly repositoryNames: readonly string[]
  readonly branches: readonly string[]
  /** Where places of the repository can be looked at; undefined outside GitHub. */
  readonly repositoryPlace: RepositoryPlace | undefined
}

/** Reads everything once. Throws a UserError that lists every bad value. */
export function readInputs(environment: NodeJS.ProcessEnv = process.env): Inputs {
  const read = inputs.read(environment)
  const folder = join(environment.RUNNER_TEMP || read.path, 'seaworthy')
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = environment
  const { GITHUB_BASE_REF: base, GITHUB_HEAD_REF: head, GITHUB_REF: ref } = environment
  const pushed = ref?.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined
  return {
    ...read,
    repositoryNames: repository ? [repository] : [],
    branches: [base, head, pushed].flatMap((name) => (name ? [name] : [])),
    jsonFile: read.jsonFile ?? join(folder, 'report.json'),
    sarifFile: read.sarifFile ?? join(folder, 'report.sarif'),
    junitFile: read.junitFile ?? join(folder, 'report.xml'),
    repositoryPlace: server && repository && commit ? { server, repository, commit } : undefined,
  }
}
