// What every command for a root needs: the tool, the folders, the environment and who is told.
import { mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Logger } from '../../toolkit/logger.ts'
import { confinedPath } from '../../toolkit/paths.ts'
import { UserError } from '../../toolkit/user-error.ts'
import type { Redactor } from '../redact/redactor.ts'
import type { Root } from '../roots/root.ts'
import { cliConfiguration, type ProviderSources } from './cli-configuration.ts'
import { fixedVariables, reduceEnvironment } from './environment.ts'
import type { Executable } from './executable.ts'

export type PreparedRoot = {
  readonly root: Root
  readonly executable: Executable
  /** Absolute, without symbolic links. */
  readonly repository: string
  /** Of the root module, as `repository`. */
  readonly folder: string
  /** Ours alone, outside of the repository, readable by nobody else: plan files, output, the tool's own data. */
  readonly privateFolder: string
  readonly environment: Readonly<Record<string, string>>
  /** Names of variables whose values may be secret, for the redactor. */
  readonly givenVariables: readonly string[]
  /** Names of variables that look like credentials and that the tool does not see. */
  readonly withheldVariables?: readonly string[]
  readonly cacheFolder?: string
  readonly logger: Logger
  /** Everything that is logged goes through it. */
  readonly redactor: Redactor
  readonly stop: AbortSignal
  /** How long a tool that was asked to end is waited for. */
  readonly patienceMs?: number
}

export type PrepareOptions = {
  readonly root: Root
  readonly executable: Executable
  /** The checkout. */
  readonly repository: string
  /**
   * A folder outside of the repository. The tool's data of a root lies in it under the root's name and is named relative to the
   * root module, so that `path.module` of a remote module, which shows in plans, is the same in the run that plans and in the
   * run that applies: give both the same place relative to the checkout.
   */
  readonly workFolder: string
  /** That of our own process: reduced to an allow list here. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The setting `terraform.variables`. */
  readonly variables?: readonly string[]
  readonly providers?: ProviderSources
  readonly logger: Logger
  readonly redactor: Redactor
  readonly stop: AbortSignal
  readonly patienceMs?: number
}

/**
 * Makes the folders of a root and writes our CLI configuration. What an earlier run has left there is removed.
 * Throws a UserError where the root is not in the repository.
 */
export function prepareRoot(options: PrepareOptions): PreparedRoot {
  const { root } = options
  const repository = realpathSync(options.repository)
  const inside = confinedPath(repository, root.path)
  if (inside === undefined) {
    throw new UserError(`${root.path} leads out of the repository.`, {
      where: root.at.file,
      next: 'name a folder in it',
    })
  }
  mkdirSync(options.workFolder, { recursive: true })
  const workFolder = realpathSync(options.workFolder)
  if (isInside(repository, workFolder)) {
    throw new UserError(`${workFolder} lies in the repository.`, { next: 'name a folder outside of it to work in' })
  }
  const privateFolder = join(
    workFolder,
    encodeURIComponent(`${root.name} ${root.workspace ?? ''}`.trim()).replace(/^\.+$/, '%2E'),
  )
  rmSync(privateFolder, { recursive: true, force: true })
  mkdirSync(privateFolder, { recursive: true, mode: 0o700 })
  const cacheFolder = options.providers?.cacheFolder
  if (cacheFolder !== undefined) mkdirSync(cacheFolder, { recursive: true })
  const configuration = join(privateFolder, 'cli.tfrc')
  writeFileSync(configuration, cliConfiguration(options.providers), { mode: 0o600 })
  const folder = realpathSync(inside)
  const reduced = reduceEnvironment(options.environment, options.variables)
  return {
    root,
    executable: options.executable,
    repository,
    folder,
    privateFolder,
    environment: {
      ...reduced.variables,
      ...fixedVariables,
      TF_CLI_CONFIG_FILE: configuration,
      TF_DATA_DIR: relative(folder, join(privateFolder, 'data')),
      ...(root.workspace === undefined ? {} : { TF_WORKSPACE: root.workspace }),
    },
    givenVariables: reduced.given,
    withheldVariables: reduced.withheld,
    ...(cacheFolder === undefined ? {} : { cacheFolder }),
    logger: options.logger,
    redactor: options.redactor,
    stop: options.stop,
    ...(options.patienceMs === undefined ? {} : { patienceMs: options.patienceMs }),
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || !(way === '..' || way.startsWith('../'))
}
