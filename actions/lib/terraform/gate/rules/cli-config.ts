// Files that change what the command line does: its configuration, credentials, and variables for the environment.
import { nameOf } from '../../roots/repository-path.ts'
import type { GateProblem, GateRule } from '../gate-rule.ts'

export const cliConfig: GateRule = {
  id: 'terraform-cli-config',
  check: async ({ head }) => {
    const found: GateProblem[] = []
    for (const file of head.tree.files.keys()) {
      const name = nameOf(file)
      if (isCliConfiguration(name)) {
        const message = `${file} configures the command line: it can redirect providers to other places, override them and hold credentials. Remove it; Seaworthy writes its own.`
        found.push({ message, at: { file }, value: name })
      } else if (isEnvironmentFile(name)) found.push(...environmentProblems(file, await head.configuration.text(file)))
    }
    return found
  },
}

const isCliConfiguration = (name: string) =>
  /^(\.terraformrc|terraform\.rc|\.tofurc|tofu\.rc)$/.test(name) || /\.(tfrc|tofurc)(\.json)?$/.test(name)

const isEnvironmentFile = (name: string) => /^\.env(rc|\..+)?$/.test(name)

/** Variables that decide which program runs, with which arguments and on whose word (developer.hashicorp.com/terraform/cli/config/environment-variables). */
const dangerous =
  /\b(TF_CLI_ARGS\w*|TF_CLI_CONFIG_FILE|TERRAFORM_CONFIG|TOFU_CLI_CONFIG_FILE|TF_REATTACH_PROVIDERS|TF_PLUGIN_CACHE_DIR|TF_DATA_DIR|TF_LOG_PATH|TF_LOG_PROVIDER|TF_ENCRYPTION|TF_REGISTRY_\w+)\s*=/

function environmentProblems(file: string, text: string | undefined): readonly GateProblem[] {
  return (text ?? '').split('\n').flatMap((line, index) => {
    const variable = dangerous.exec(line)?.[1]
    if (variable === undefined || line.trimStart().startsWith('#')) return []
    const message = `${file} sets ${variable}, which changes what Terraform does wherever the file is loaded. Remove it, and set it where the command is started.`
    return [{ message, at: { file, line: index + 1 }, value: variable, severity: 'warning' as const }]
  })
}
