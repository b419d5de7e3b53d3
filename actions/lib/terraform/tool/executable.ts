// Which terraform or tofu is run, and whether it is the one that a root demands.
import { accessSync, constants, statSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { streamTool } from '../../toolkit/stream-tool.ts'
import { UserError } from '../../toolkit/user-error.ts'
import type { Root, ToolName } from '../roots/root.ts'
import { fixedVariables } from './environment.ts'
import { parseJson, textField } from './record.ts'

export type Executable = { readonly tool: ToolName; readonly path: string; readonly version: string }

/**
 * Finds the tool on the search path (`PATH`; entries that are not absolute do not count, for a repository could answer them)
 * and asks for its version. Throws a UserError where it is not there or does not answer.
 */
export async function findExecutable(
  tool: ToolName,
  options: { readonly searchPath: string; readonly folder: string; readonly stop: AbortSignal },
): Promise<Executable> {
  const path = options.searchPath
    .split(':')
    .filter(isAbsolute)
    .map((entry) => join(entry, tool))
    .find(isExecutable)
  if (path === undefined) {
    throw new UserError(`${tool} was not found.`, {
      where: 'PATH',
      next: `install it; in a workflow before this step, for example with ${setUp[tool]}`,
    })
  }
  const result = await streamTool({
    tool: path,
    args: ['version', '-json'],
    cwd: options.folder,
    environment: { ...fixedVariables, TF_CLI_CONFIG_FILE: '/dev/null' },
    stop: options.stop,
    maxOutputBytes: 1024 * 1024,
    timeoutMs: 60_000,
    patienceMs: 5_000,
  })
  // OpenTofu kept the name of the field.
  const version = textField(parseJson(result.stdout.toString('utf8')), 'terraform_version')
  if (version === undefined) {
    throw new UserError(`${tool} does not tell its version.`, {
      where: `${path} version -json`,
      next: 'see that it runs and is terraform 1.11 or OpenTofu 1.10, or newer',
    })
  }
  return { tool, path, version }
}

/**
 * Proves that the tool is exactly the version that the root demands; what `required_version` says is left to the tool.
 * Throws a UserError that names the file that demands it.
 */
export function requireVersion(root: Root, executable: Executable): void {
  const demanded = root.version
  if (demanded === undefined || demanded.value.replace(/^v/, '') === executable.version) return
  const { file, line } = demanded.at
  throw new UserError(
    `${root.name} is for ${root.tool} ${demanded.value}, and ${executable.path} is ${executable.version}.`,
    {
      where: line === undefined ? file : `${file}:${line}`,
      next: `install ${root.tool} ${demanded.value} (in a workflow before this step, with ${setUp[root.tool]}), or change the version there`,
    },
  )
}

const setUp: Readonly<Record<ToolName, string>> = {
  terraform: 'hashicorp/setup-terraform and terraform_wrapper: false',
  tofu: 'opentofu/setup-opentofu and tofu_wrapper: false',
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
