// What planning costs beside the bare tool, and what a report of a large plan costs.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Roots with a state in a local file and three objects each, with nothing to download. Returns the folder, a git repository. */
export function writeRoots(folder: string, count: number): string {
  for (let index = 0; index < count; index += 1) {
    const root = join(folder, 'infra', `root-${String(index).padStart(3, '0')}`)
    mkdirSync(root, { recursive: true })
    const objects = [1, 2, 3].map(
      (number) =>
        `resource "terraform_data" "object_${number}" {\n  input = { root = ${index}, number = ${number} }\n}\n`,
    )
    writeFileSync(join(root, 'main.tf'), `terraform {\n  backend "local" {}\n}\n${objects.join('')}`)
  }
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  const identity = ['-c', 'user.name=bench', '-c', 'user.email=bench@seaworthy.invalid']
  for (const args of [
    ['init', '-q', '-b', 'main'],
    ['add', '-A'],
    [...identity, 'commit', '-q', '-m', 'roots'],
  ]) {
    execFileSync('git', args, { cwd: folder, env, stdio: 'pipe' })
  }
  return folder
}

/** The same work by hand: `init`, `plan` to a file, `show -json`, so many roots at a time, with the tool's data outside of the tree. */
export function barePlans(scratch: string, parallel: number): readonly string[] {
  const data = join(scratch, 'bare')
  mkdirSync(data, { recursive: true })
  const each = [
    'set -e',
    'name=$(basename "$1")',
    'export TF_IN_AUTOMATION=1 TF_INPUT=0 CHECKPOINT_DISABLE=1 TF_DATA_DIR="$0/$name"',
    'cd "$1"',
    'terraform init -input=false -no-color',
    'terraform plan -input=false -no-color -out="$0/$name.plan"',
    'terraform show -json "$0/$name.plan" > "$0/$name.json"',
  ].join('; ')
  return ['bash', '-c', `ls -d infra/* | xargs -P ${parallel} -n 1 bash -c '${each}' ${data}`]
}

/** The JSON of a plan with so many changes, half of them updates of ten attributes. */
export function largePlan(changes: number): string {
  const attributes = (version: number) =>
    Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => [
        `attribute_${index}`,
        index < 5 ? `value ${version}` : `same ${index}`,
      ]),
    )
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.11.4',
    applyable: true,
    complete: true,
    errored: false,
    resource_changes: Array.from({ length: changes }, (_, index) => ({
      address: `module.part_${index % 50}.terraform_data.object[${index}]`,
      module_address: `module.part_${index % 50}`,
      mode: 'managed',
      type: 'terraform_data',
      name: 'object',
      index,
      provider_name: 'terraform.io/builtin/terraform',
      change: {
        actions: index % 2 === 0 ? ['update'] : ['create'],
        before: index % 2 === 0 ? attributes(1) : null,
        after: attributes(2),
        after_unknown: { id: index % 2 === 1 },
        before_sensitive: index % 2 === 0 ? {} : false,
        after_sensitive: { attribute_3: true },
      },
    })),
  })
}
