// `init`: providers, modules and the backend of a root.
import { confinedPath } from '../../toolkit/paths.ts'
import { UserError } from '../../toolkit/user-error.ts'
import type { PreparedRoot } from './prepared-root.ts'
import { withProviderCache } from './provider-cache.ts'
import { type CommandResult, runCommand } from './run-command.ts'

export type InitOptions = {
  /** Whether a lock file is committed: then it must fit, and is not changed. */
  readonly lockFile: boolean
  readonly timeoutMs?: number
}

const defaultTimeoutMs = 15 * 60 * 1000

/** Makes a root ready to be planned or applied. Why it could not is in the result. Throws a UserError for a file outside of the repository. */
export async function initRoot(prepared: PreparedRoot, options: InitOptions): Promise<CommandResult> {
  const { root } = prepared
  const args = [
    'init',
    '-json',
    '-input=false',
    ...(options.lockFile ? ['-lockfile=readonly'] : []),
    ...root.backendConfig.map(
      (entry) => `-backend-config=${entry.includes('=') ? entry : inRepository(prepared, entry)}`,
    ),
    ...variableArguments(prepared),
  ]
  return withProviderCache(prepared, options.lockFile, (variables) =>
    runCommand({ ...prepared, environment: { ...prepared.environment, ...variables } }, args, {
      accept: [0],
      timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
    }),
  )
}

/** Var files, which OpenTofu and Terraform from 1.15 also need while initialising: variables may stand in sources of modules. */
export function variableArguments(prepared: PreparedRoot): readonly string[] {
  return prepared.root.varFiles.map((file) => `-var-file=${inRepository(prepared, file)}`)
}

function inRepository({ repository, root }: PreparedRoot, file: string): string {
  const path = confinedPath(repository, file)
  if (path !== undefined) return path
  throw new UserError(`${file} leads out of the repository.`, {
    where: `var-files or backend-config of ${root.name}`,
    next: 'name a file in the repository, from its root',
  })
}
