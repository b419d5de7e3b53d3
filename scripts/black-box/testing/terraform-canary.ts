// What tells that something was executed: a provisioner that leaves a mark, and a tool that writes down that it was started.
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rootFile } from './terraform-world.ts'

/** Provisioners are for tests alone: the gate refuses them. */
export const settingsWithCanary = (more = '') => `severities:\n  terraform-provisioner: 'off'\n${more}`

/** A root that leaves `ROOT INPUT` in the file `canary` when it is applied. */
export const canaryRoot = (lasting: string, root: string, input: string, more = '') =>
  rootFile(
    lasting,
    root,
    `resource "terraform_data" "canary" {
  input            = "${input}"
  triggers_replace = "${input}"
  provisioner "local-exec" {
    command = "echo ${root} ${input} >> '${lasting}/canary'"
  }
}
${more}`,
  )

/** What has been applied, one line each. */
export const sung = (lasting: string): string =>
  existsSync(join(lasting, 'canary')) ? readFileSync(join(lasting, 'canary'), 'utf8') : ''

/** A PATH on which `terraform` writes its arguments down before it starts, or does not start at all. */
export function watchedTool(lasting: string, options: { readonly starts: boolean }) {
  const folder = join(lasting, options.starts ? 'watched' : 'fake')
  const record = join(folder, 'started')
  const tool = join(folder, 'terraform')
  mkdirSync(folder)
  const real = execFileSync('sh', ['-c', 'command -v terraform'], { encoding: 'utf8' }).trim()
  const rest = options.starts ? `exec '${real}' "$@"` : 'exit 1'
  writeFileSync(tool, `#!/bin/sh\necho "$@" >> '${record}'\n${rest}\n`)
  chmodSync(tool, 0o755)
  return {
    env: { PATH: `${folder}:${process.env.PATH}` },
    /** Commands that were started, one a line. */
    started: () => (existsSync(record) ? readFileSync(record, 'utf8') : ''),
  }
}

/** A state as the tool would have left it: objects of `terraform_data` by name, with what their `input` was. */
export const stateOf = (inputs: Readonly<Record<string, string | null>>, serial = 3): string =>
  JSON.stringify({
    version: 4,
    terraform_version: '1.11.0',
    serial,
    lineage: 'a6f1c9f0-1111-4222-8333-444455556666',
    outputs: {},
    resources: Object.entries(inputs).map(([name, input]) => {
      const value = input === null ? null : { value: input, type: 'string' }
      return {
        mode: 'managed',
        type: 'terraform_data',
        name,
        provider: 'provider["terraform.io/builtin/terraform"]',
        instances: [
          {
            schema_version: 0,
            attributes: { id: name, input: value, output: value, triggers_replace: null },
            sensitive_attributes: [],
          },
        ],
      }
    }),
  })
