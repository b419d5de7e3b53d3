import { expect, test } from 'vitest'
import { type GuardPolicy, guardIds } from '../terraform/guards/guard.ts'
import { parseSettings, settingsContract } from './settings.ts'
import { type TerraformRootSettings, type TerraformSettings, terraformOptions } from './terraform-settings.ts'

const file = '.github/seaworthy.yaml'
const { $defs } = settingsContract.schema

/** A type without optional marks: the compiler then asks for every field. */
type All<T> = { readonly [K in keyof T]-?: string }
type Section<K extends keyof TerraformSettings> = All<NonNullable<TerraformSettings[K]>>

test('the schema and the types have the same fields', () => {
  const section: All<TerraformSettings> = {
    roots: '',
    exclude: '',
    tool: '',
    providers: '',
    modules: '',
    variables: '',
    'lock-timeout': '',
    guards: '',
    overrides: '',
    approvals: '',
    apply: '',
    encryption: '',
  }
  const root: All<TerraformRootSettings> = {
    path: '',
    name: '',
    tool: '',
    version: '',
    workspace: '',
    'var-files': '',
    'backend-config': '',
    environment: '',
    inputs: '',
    carry: '',
    'depends-on': '',
  }
  const guards: Section<'guards'> = {
    'max-delete': '',
    'max-replace': '',
    protect: '',
    'protect-types': '',
    severities: '',
  }
  const overrides: Section<'overrides'> = { teams: '', users: '' }
  const approvals: Section<'approvals'> = { required: '', teams: '', 'after-plan': '' }
  const apply: Section<'apply'> = { mode: '', 'missing-plan': '', deferred: '' }
  const { properties } = $defs.terraform
  const names = (fields: object) => Object.keys(fields).sort()
  expect(names(properties)).toEqual(names(section))
  expect(names($defs.terraformRoot.properties)).toEqual(names(root))
  expect(names($defs.terraformGuards.properties)).toEqual(names(guards))
  expect(names(properties.overrides.properties)).toEqual(names(overrides))
  expect(names(properties.approvals.properties)).toEqual(names(approvals))
  expect(names(properties.apply.properties)).toEqual(names(apply))
  expect(Object.keys($defs.terraformGuards.properties.severities.properties)).toEqual([...guardIds])
})

test('the defaults are those that the schema names', () => {
  const { properties } = $defs.terraform
  const options = terraformOptions()
  expect(options).toMatchObject({
    exclude: properties.exclude.default,
    lockTimeout: properties['lock-timeout'].default,
    approvals: {
      required: properties.approvals.properties.required.default,
      afterPlan: properties.approvals.properties['after-plan'].default,
    },
    apply: {
      mode: properties.apply.properties.mode.default,
      missingPlan: properties.apply.properties['missing-plan'].default,
      deferred: properties.apply.properties.deferred.default,
    },
    encryption: properties.encryption.default,
  })
  expect(options.guards).toEqual({ protect: [], protectTypes: [], severities: {} })
})

test('reads every field, and guards fit their policy', () => {
  const text = `
terraform:
  roots:
    - path: terraform/content-platform/infrastructure
      name: content-infrastructure
      tool: terraform
      version: 1.11.4
      workspace: default
      var-files: [terraform/production.tfvars]
      backend-config: [terraform/backend.hcl, "bucket=a=b"]
      environment: production
      inputs: ["functions/**"]
      carry: ["build/*.zip"]
      depends-on: [terraform/network]
  exclude: ["**/examples"]
  tool: tofu
  providers: [registry.terraform.io/ionos-cloud/ionoscloud, hashicorp/*]
  modules: ["git::https://github.com/your-org/*?ref=v*"]
  variables: [IONOS_*, AWS_REGION]
  lock-timeout: 1m30s
  guards:
    max-delete: 0
    max-replace: 007
    protect: ['module.database["a"].*']
    protect-types: [ionoscloud_server, "!ionoscloud_volume"]
    severities: { forget: warning, drift-in-change: off }
  overrides: { teams: [your-org/platform], users: [octocat, "dependabot[bot]"] }
  approvals: { required: 2, teams: [your-org/platform], after-plan: false }
  apply: { mode: replay, missing-plan: plan, deferred: apply }
  encryption: off
`
  const { settings, problems } = parseSettings(text, file)
  expect(problems).toEqual([])
  const options = terraformOptions(settings?.terraform)
  const policy: GuardPolicy = options.guards
  expect(policy).toEqual({
    maxDelete: 0,
    maxReplace: 7,
    protect: ['module.database["a"].*'],
    protectTypes: ['ionoscloud_server', '!ionoscloud_volume'],
    severities: { forget: 'warning', 'drift-in-change': 'off' },
  })
  expect(options).toMatchObject({
    roots: [{ version: '1.11.4', 'backend-config': ['terraform/backend.hcl', 'bucket=a=b'] }],
    tool: 'tofu',
    lockTimeout: '1m30s',
    approvals: { required: 2, afterPlan: false },
    apply: { mode: 'replay', missingPlan: 'plan', deferred: 'apply' },
    encryption: 'off',
  })
})

test.each([
  ['terraform: []', '1:1 `terraform` must be a mapping, not []'],
  ['terraform:\n  lock_timeout: 5m', '2:3 unknown key `lock_timeout`: did you mean `lock-timeout`?'],
  ['terraform:\n  lock-timeout: 5 minutes', '2:3 `terraform.lock-timeout` is "5 minutes", not a duration, such as 5m'],
  ['terraform:\n  roots:\n    - name: a', '3:7 `terraform.roots.0` lacks `path`'],
  [
    'terraform:\n  roots:\n    - path: ../a',
    '3:7 `terraform.roots.0.path` is "../a", not a path relative to the root of the repository, without "..", such as terraform/cluster',
  ],
  [
    'terraform:\n  roots:\n    - path: a\n      version: ">= 1.11"',
    '4:7 `terraform.roots.0.version` is ">= 1.11", not an exact version, such as 1.11.4',
  ],
  [
    'terraform:\n  exclude: ["{a,b}"]',
    '2:13 `terraform.exclude.0` is "{a,b}", not a path without "..", in which * stands for any text of one name and ** for any folders, such as terraform/**/*.json',
  ],
  ['terraform:\n  guards: {severities: {forgets: warning}}', '2:25 unknown key `forgets`: did you mean `forget`?'],
  [
    'terraform:\n  guards: {max-delete: many}',
    '2:12 `terraform.guards.max-delete` is "many", not a whole number, such as 0',
  ],
  ['terraform:\n  encryption: on', '2:3 `terraform.encryption` is "on": allowed are required, off'],
  [
    'terraform:\n  variables: ["*"]',
    '2:15 `terraform.variables.0` is "*", not the name of an environment variable, which may end in *, such as IONOS_*',
  ],
  [
    'terraform:\n  overrides: {teams: [platform]}',
    '2:23 `terraform.overrides.teams.0` is "platform", not a team as organisation/team, such as your-org/platform',
  ],
])('%j', (text, expected) => {
  const { settings, problems } = parseSettings(text, file)
  expect(settings).toBeUndefined()
  expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([expected])
})
