// What a change may not do: what the gate stops before anything is started, what guards stop before it is applied, and what
// nobody gets to read.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { overrideToken } from '../../actions/lib/terraform/approval/override-token.ts'
import { seedLabelEvent } from '../../actions/lib/testing/github/index.ts'
import { settingsWithCanary, stateOf, watchedTool } from './testing/terraform-canary.ts'
import { leaksOf, surfacesOf } from './testing/terraform-secrets.ts'
import { type Pull, rootFile, startTerraformWorld, type TerraformWorld } from './testing/terraform-world.ts'

const lockFile = `provider "registry.terraform.io/hashicorp/null" {
  version = "3.2.3"
  hashes = [
    "h1:+AnORRgFbRO6qqcfaQyeX80W0eX3VmjadjnUFUJTiXo=",
  ]
}
`
const resource = (name: string, input: string) => `resource "terraform_data" "${name}" {\n  input = ${input}\n}\n`

describe('the gate', () => {
  const provider = (source: string) =>
    `terraform {\n  required_providers {\n    p = {\n      source  = "${source}"\n      version = "1.0.0"\n    }\n  }\n}\n`
  let world: TerraformWorld
  let tool: ReturnType<typeof watchedTool>

  beforeAll(async () => {
    world = await startTerraformWorld((lasting) => ({
      '.github/seaworthy.yaml': "terraform:\n  providers: ['hashicorp/*']\n",
      'infra/app/main.tf': rootFile(lasting, 'app', ''),
      'infra/locked/main.tf': rootFile(lasting, 'locked', provider('hashicorp/null')),
      'infra/locked/.terraform.lock.hcl': lockFile,
    }))
    tool = watchedTool(world.lasting, { starts: false })
  })
  afterAll(() => world[Symbol.asyncDispose]())

  test('stops what would run or lead out while planning, and what loosens the rules for itself counts for nothing', async () => {
    const pull = await world.open({
      '.github/seaworthy.yaml': "severities:\n  terraform-provisioner: 'off'\n  terraform-external-program: 'off'\n",
      'infra/app/terraform.d/plugins/x/y/z/1.0.0/linux_amd64/terraform-provider-z_v1.0.0': {
        executable: '#!/bin/sh\n',
      },
      '.terraformrc': 'provider_installation {\n}\n',
      'infra/locked/.terraform.lock.hcl': lockFile.replace('h1:+An', 'h1:+Bn'),
      'infra/app/provider.tf': provider('somebody/miner'),
      'infra/app/external.tf': 'data "external" "x" {\n  program = ["sh", "-c", "id"]\n}\n',
      'infra/app/exec.tf':
        'resource "terraform_data" "x" {\n  provisioner "local-exec" {\n    command = "id"\n  }\n}\n',
      'infra/app/secrets.tfvars': { symlink: '../../../../etc/passwd' },
    })
    const planned = await world.plan(pull, { env: tool.env })

    expect(planned).toMatchObject({ exitCode: 1, outputs: { outcome: 'refused', 'plans-folder': '' } })
    const errors = planned.annotations.flatMap(({ severity, title, file, line }) =>
      severity === 'error' && title !== undefined
        ? [`${title.replace('Seaworthy: terraform-', '')} ${file}:${line ?? ''}`]
        : [],
    )
    expect(errors).toEqual(
      expect.arrayContaining([
        'plugin-in-tree infra/app/terraform.d/plugins/x/y/z/1.0.0/linux_amd64/terraform-provider-z_v1.0.0:',
        'cli-config .terraformrc:',
        'lock-edited infra/locked/.terraform.lock.hcl:1',
        'provider-source infra/app/provider.tf:4',
        'external-program infra/app/external.tf:1',
        'provisioner infra/app/exec.tf:2',
        'path-outside infra/app/secrets.tfvars:',
      ]),
    )
    expect(JSON.parse(planned.report['report.json'] ?? '')).toMatchObject({ outcome: 'refused', roots: [] })
    expect(world.repository.comments.map(({ number }) => number)).toEqual([pull.number])
    expect(tool.started()).toBe('')
  })

  test('is all that a fork’s change gets, and asks GitHub for nothing', async () => {
    const pull = await world.open({ 'infra/app/more.tf': resource('more', '1') })
    const known = world.repository.pulls.find(({ number }) => number === pull.number)
    Object.assign(known as object, { headRepository: { id: 4242, fullName: 'somebody/platform' } })
    const before = world.github.requests.length
    const planned = await world.plan(pull, { env: tool.env })

    expect(planned).toMatchObject({ exitCode: 0, outputs: { outcome: 'passed', 'plans-folder': '' } })
    expect(planned.summary).toContain('comes from a fork')
    expect(world.github.requests.slice(before)).toEqual([])
    expect(tool.started()).toBe('')
  })
})

describe('a guard', () => {
  let world: TerraformWorld
  let tool: ReturnType<typeof watchedTool>
  let pull: Pull
  const plain = (name: string) => `resource "terraform_data" "${name}" {\n}\n`

  beforeAll(async () => {
    world = await startTerraformWorld((lasting) => ({
      '.github/seaworthy.yaml': "terraform:\n  guards: { max-delete: '0' }\n  overrides: { users: [lead] }\n",
      'infra/data/main.tf': rootFile(lasting, 'data', `${plain('old')}${plain('kept')}`),
    }))
    tool = watchedTool(world.lasting, { starts: true })
    writeFileSync(join(world.lasting, 'data.tfstate'), stateOf({ old: null, kept: null }))
    pull = await world.open({
      // What a change allows itself does not count.
      '.github/seaworthy.yaml':
        "terraform:\n  guards: { max-delete: '100' }\n  overrides: { users: [author, somebody] }\n",
      'infra/data/main.tf': rootFile(world.lasting, 'data', plain('kept')),
    })
  })
  afterAll(() => world[Symbol.asyncDispose]())

  const label = (login: string, name: string) =>
    seedLabelEvent(world.repository, { number: pull.number, label: name, login, createdAt: new Date() })

  test('refuses a plan until somebody who may has named exactly it', async () => {
    const refused = await world.plan(pull)
    expect(refused).toMatchObject({ exitCode: 1, outputs: { outcome: 'refused' } })
    const [{ fingerprint }] = JSON.parse(refused.outputs.roots ?? '[]')
    const token = overrideToken('infra/data', fingerprint)
    const [check] = world.repository.checkRuns
    expect(check).toMatchObject({ name: 'terraform plan: infra/data', conclusion: 'action_required' })
    expect(world.repository.comments.map(({ body }) => body).join()).toContain(
      `somebody of \`lead\`, who is not an author, puts the label \`${token}\` on this pull request`,
    )

    label('lead', token)
    const passed = await world.plan(pull)
    expect(passed).toMatchObject({ exitCode: 0, outputs: { outcome: 'changes' } })
    expect(world.repository.comments).toHaveLength(1)
    expect(world.repository.comments[0]?.body).toContain('Let through by `lead`')

    world.approve(pull)
    const push = await world.merge(pull)
    const before = world.state('data')
    const attempts: readonly (readonly [() => void, RegExp])[] = [
      [() => {}, /The guard `delete-limit` refuses it, and nobody who may has let it through/],
      [() => label('somebody', token), /The label terraform-allow:\w+ by somebody does not count/],
      [() => label('author', token), /author is an author of the change/],
      [
        () => label('lead', overrideToken('infra/data', `${fingerprint}0`)),
        /by lead does not count: it is for another plan than this one/,
      ],
    ]
    for (const [attempt, reason] of attempts) {
      const applied = await world.meanwhile(
        () => {
          world.repository.labelEvents.splice(0)
          attempt()
        },
        () => world.apply(push, { env: tool.env }),
      )
      expect(applied.results[0]?.reason).toMatch(reason)
      expect(applied).toMatchObject({ exitCode: 1, outputs: { outcome: 'refused' } })
      expect(tool.started()).toBe('')
      expect(world.state('data')).toBe(before)
    }

    expect((await world.apply(push)).results[0]).toMatchObject({ outcome: 'applied', mode: 'replay' })
    expect(world.state('data')).not.toContain('"old"')
    expect(world.state('data')).toContain('"kept"')
  })
})

describe('secrets', () => {
  const password = 'pa"ss\\w/ö+d%1 & x7Q'
  const token = 'tok-93hf/77+aa==Z'
  // No environment knows it: only the plan does.
  const inner = 'inner-5Jq+Zz/81'
  const secrets = [password, token, inner]
  const env = { TF_VAR_password: password, TF_VAR_copy: token, CLOUD_TOKEN: token }

  test('are on no surface, whatever way they take', async () => {
    const variables = `variable "password" {\n  sensitive = true\n}\nvariable "copy" {\n}\nvariable "inner" {\n  sensitive = true\n  default   = "${inner}"\n}\n`
    const clear = 'nonsensitive(var.password)'
    const leaks = [
      variables,
      resource('raw', clear),
      resource('json', `jsonencode({ user = "x", password = ${clear} })`),
      resource('base64', `base64encode(${clear})`),
      resource('url', `urlencode(${clear})`),
      resource('inside', `"user:\${${clear}}@host"`),
      resource('environment', 'var.copy'),
      resource('inner', 'nonsensitive(var.inner)'),
      `output "password" {\n  value = ${clear}\n}\n`,
      'resource "terraform_data" "said" {\n  input = terraform_data.raw.id\n  provisioner "local-exec" {\n',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of HCL
      '    command = "echo it is $CLOUD_TOKEN ${nonsensitive(var.inner)}; exit 3"\n  }\n}\n',
    ].join('')
    const broken = `${variables}resource "terraform_data" "broken" {
  lifecycle {
    precondition {
      condition     = var.password == ""
      error_message = "It is not \${${clear}}, nor \${var.copy}, nor \${nonsensitive(var.inner)}."
    }
  }
}
`
    await using world = await startTerraformWorld((lasting) => ({
      '.github/seaworthy.yaml': settingsWithCanary('terraform:\n  variables: [CLOUD_TOKEN]\n'),
      'infra/app/main.tf': rootFile(lasting, 'app', variables),
      'infra/broken/main.tf': rootFile(lasting, 'broken', variables),
    }))
    const first = await world.open({
      'infra/app/main.tf': rootFile(world.lasting, 'app', leaks),
      'infra/broken/main.tf': rootFile(world.lasting, 'broken', broken),
    })
    const failed = await world.plan(first, { env })
    expect(failed).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } })
    // It is told that it failed and why, but for the secrets.
    expect(failed.summary).toContain('It is not ')
    const pull = await world.push(first, { 'infra/broken/main.tf': rootFile(world.lasting, 'broken', variables) })
    const planned = await world.plan(pull, { env })
    expect(planned).toMatchObject({ exitCode: 0, outputs: { outcome: 'changes' } })
    world.approve(pull)
    const applied = await world.apply(await world.merge(pull), { env })
    expect(applied.results.find(({ root }) => root === 'infra/app')).toMatchObject({ outcome: 'failed' })
    expect(applied.stdout).toContain('it is ')

    // The state has them, so that it can be told that they were there at all.
    expect(leaksOf({ state: readFileSync(join(world.lasting, 'app.tfstate'), 'utf8') }, secrets)).not.toEqual([])
    for (const run of [failed, planned, applied]) {
      expect(leaksOf(surfacesOf(run, world.repository), secrets)).toEqual([])
    }
  })
})
