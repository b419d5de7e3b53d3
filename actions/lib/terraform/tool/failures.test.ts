// What the real tool refuses, and what we say to it.
import { describe, expect, test } from 'vitest'
import { UserError } from '../../toolkit/user-error.ts'
import { failureOf, said } from '../planning/plan-one.ts'
import { createRedactor } from '../redact/create-redactor.ts'
import { ended } from '../result/diagnostic-words.ts'
import { initRoot } from './init.ts'
import { planRoot } from './plan.ts'
import { rootAt, rootOnDisk, testTool } from './testing/root-on-disk.ts'

const upTo = async (files: Readonly<Record<string, string>>, root = {}, options = {}) => {
  using disk = rootOnDisk(files)
  const prepared = await disk.prepare(root, options)
  const init = await initRoot(prepared, { lockFile: '.terraform.lock.hcl' in files })
  return init.failure === undefined ? await planRoot(prepared) : init
}

const main = 'infra/main/main.tf'
const provider = 'terraform {\n  required_providers {\n    fake = {\n      source = "acme/fake"\n    }\n  }\n}\n'

describe.concurrent('each with its place and what to do next', () => {
  test('a variable without a value', async () => {
    const result = await upTo({ [main]: 'variable "name" {\n}\n' })
    expect(result.failure?.kind).toBe('missing-variable')
    expect(result.failure?.error.message).toBe(
      'No value for required variable.\n  at: infra/main/main.tf:1:1\n  next: give it a value: a file in the setting var-files, or TF_VAR_<name> in the environment of the step',
    )
    expect(result.diagnostics).toMatchObject([{ severity: 'error', at: { file: main, line: 1 } }])
    expect(failureOf(result, createRedactor([])).reason).toBe(
      'No value for required variable. Next: give it a value: a file in the setting var-files, or TF_VAR_<name> in the environment of the step.',
    )
  })

  test('another version', async () => {
    // OpenTofu from 1.12 heeds it only in files that are for OpenTofu alone.
    const file = testTool === 'tofu' ? 'infra/main/version.tofu' : main
    const result = await upTo({ [file]: 'terraform {\n  required_version = "0.1.0"\n}\n' })
    expect(result.failure?.kind).toBe('tool-version')
    expect(result.failure?.error.message).toContain(`at: ${file}:2:3\n  next: install the version of ${testTool} that`)
  })

  test('a provider that may not be fetched', async () => {
    const result = await upTo({ [main]: provider }, {}, { providers: { allowed: ['none/none'] } })
    expect(result.failure?.kind).toBe('provider')
    expect(result.failure?.error.next).toContain('terraform.providers')
  })

  test('a provider that a mirror has not', async () => {
    const result = await upTo({ [main]: provider }, {}, { providers: { mirrors: ['/no/such/mirror'] } })
    expect(result.failure?.kind).toBe('provider')
  })

  test('a module that is not there', async () => {
    const result = await upTo({ [main]: 'module "a" {\n  source = "../nowhere"\n}\n' })
    expect(result.failure?.kind).toBe('module')
    expect(result.failure?.error.what).toContain('../nowhere')
  })

  test('a backend that does not answer', async () => {
    const http = 'terraform {\n  backend "http" {\n    address   = "http://127.0.0.1:1/x"\n    retry_max = 0\n  }\n}\n'
    const result = await upTo({ [main]: http })
    expect(result.failure?.kind).toBe('backend')
    expect(result.failure?.error.next).toContain('runner reaches the backend')
  })

  test('credentials that are set and that the tool does not see', async () => {
    const s3 =
      'terraform {\n  backend "s3" {\n    bucket = "b"\n    key = "k"\n    region = "eu-central-1"\n    skip_metadata_api_check = true\n  }\n}\n'
    const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'IONOS_TOKEN', 'ARM_A', 'ARM_B', 'ARM_C']
    const secrets = Object.fromEntries(names.map((name) => [name, `secret of ${name}`]))
    const environment = { PATH: process.env.PATH, HOME: '/nonexistent', ...secrets }
    const result = await upTo({ [main]: s3 }, {}, { environment, variables: ['IONOS_*'] })
    expect(result.failure?.error.what).toMatch(/No valid credential sources found/)
    expect(result.failure?.error.next).toMatch(
      new RegExp(
        `ARM_A, ARM_B, ARM_C, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY are set and were not given to ${testTool}: if it needs them, name them under \`terraform.variables\` in \\.github/seaworthy\\.yaml`,
      ),
    )
    expect(JSON.stringify(result)).not.toContain('secret of')
    // What is surely another thing is not blamed on them.
    const other = await upTo({ [main]: 'variable "name" {\n}\n' }, {}, { environment })
    expect(other.failure?.error.next).not.toContain('AWS')
  })

  test('configuration of a backend that is not complete', async () => {
    const result = await upTo({ [main]: 'terraform {\n  backend "http" {\n  }\n}\n' })
    expect(result.failure?.error.what).toMatch(
      /^(address argument is required|"address": required field is not set)\.$/,
    )
    const given = await upTo(
      { [main]: 'terraform {\n  backend "local" {\n  }\n}\n', 'infra/local.tfbackend': 'path = "x"\n' },
      {
        backendConfig: ['infra/local.tfbackend', 'workspace_dir=y'],
      },
    )
    expect(given.failure).toBeUndefined()
  })

  test('a reference to nothing', async () => {
    const result = await upTo({ [main]: 'output "a" {\n  value = var.nope\n}\n' })
    expect(result).toMatchObject({ outcome: 'failed', failure: { kind: 'other' } })
    // The tool’s own detail is no advice of ours: it stays with the error.
    expect(result.failure?.error).toMatchObject({
      what: 'Reference to undeclared input variable.',
      where: `${main}:2:11`,
    })
    expect(result.failure?.error.next ?? '').not.toMatch(/has not been declared/)
    expect(failureOf(result, createRedactor([]))).toMatchObject({
      reason: expect.stringMatching(/^Reference to undeclared input variable\.(?! At)/),
      diagnostics: [{ detail: expect.stringContaining('has not been declared') }],
    })
  })

  test('half a plan, which can be shown', async () => {
    const half = `resource "terraform_data" "a" {
  input = "x"
  lifecycle {
    precondition {
      condition     = path.module == "x"
      error_message = "never"
    }
  }
}
resource "terraform_data" "b" {
  input = "y"
}
`
    const result = await upTo({ [main]: half })
    expect(result).toMatchObject({
      outcome: 'errored',
      planFile: expect.any(String),
      diagnostics: [{ detail: 'never' }],
    })
  })

  test('a workspace of its own', async () => {
    const result = await upTo({ [main]: 'output "a" {\n  value = terraform.workspace\n}\n' }, { workspace: 'prod' })
    expect(result).toMatchObject({ outcome: 'planned', changes: true })
  })
})

test('a state that moved to another backend is not moved by us', async () => {
  using disk = rootOnDisk({ [main]: 'terraform {\n  backend "local" {\n    path = "one"\n  }\n}\n' })
  const prepared = await disk.prepare()
  expect((await initRoot(prepared, { lockFile: false })).exitCode).toBe(0)
  disk.write({ [main]: 'terraform {\n  backend "local" {\n    path = "two"\n  }\n}\n' })
  const result = await initRoot(prepared, { lockFile: false })
  expect(result.failure).toMatchObject({ kind: 'backend-changed' })
  expect(result.failure?.error.next).toContain(`${testTool} init -migrate-state\` in infra/main; we never move a state`)
})

test('a root that leads out of the repository, and a folder to work in that is in it', async () => {
  using disk = rootOnDisk({ [main]: '' })
  await expect(disk.prepare(rootAt('../elsewhere'))).rejects.toThrow('../elsewhere leads out of the repository.')
  const prepared = await disk.prepare({ varFiles: ['../../x.tfvars'] })
  await expect(initRoot(prepared, { lockFile: false })).rejects.toThrow('../../x.tfvars leads out of the repository.')
  await expect(disk.prepare({}, { workFolder: `${disk.repository}/work` })).rejects.toThrow('lies in the repository')
})

test.each([
  [
    'No stored state was found for the given workspace in the given backend..',
    'No stored state was found for the given workspace in the given backend.',
  ],
  ['Did you mean "cidr"?', 'Did you mean "cidr"?'],
  ['plan again', 'plan again.'],
  ['and so on...', 'and so on...'],
])('%j ends as a sentence', (text, sentence) => {
  expect(ended(text)).toBe(sentence)
  const { what, where, next } = { what: text, where: 'main.tf:1', next: text }
  expect(said(new UserError(what, { where, next }))).toBe(`${sentence} At main.tf:1. Next: ${sentence}`)
})
