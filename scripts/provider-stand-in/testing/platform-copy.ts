// The root of the content platform in a repository of its own: a local state, its own lock file, and the stand-in's cloud.
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { cliConfiguration } from '../../../actions/lib/terraform/tool/cli-configuration.ts'
import { type Cloud, startCloud } from '../cloud.ts'

/** From the root of the repository. */
export const platformRoot = 'terraform/content-platform/infrastructure'

export type Ran = { readonly code: number | null; readonly output: string; readonly stdout: string }

export type PlatformCopy = AsyncDisposable & {
  readonly repository: string
  /** Of the root module. */
  readonly folder: string
  readonly cloud: Cloud
  readonly passwords: { readonly postgres: string; readonly mariadb: string }
  /** What the tool is started with beside PATH; a test may change it. */
  readonly environment: Record<string, string>
  /** Ends with the tool, however that ends. */
  readonly run: (command: string, ...args: readonly string[]) => Promise<Ran>
  /** Plans with the values of production; returns the exit code and the plan as JSON. */
  readonly plan: (...args: readonly string[]) => Promise<Ran & { readonly json?: PlanJson }>
  /** Applies what was planned last. */
  readonly apply: () => Promise<Ran>
  /** Changes a file by replacing what has to be in it. */
  readonly edit: (file: string, before: string, after: string) => void
  readonly state: () => string
}

export type PlanJson = {
  readonly planned_values: { readonly root_module: { readonly resources: readonly PlannedResource[] } }
  readonly resource_changes: readonly ResourceChangeJson[]
  readonly resource_drift?: readonly ResourceChangeJson[]
  readonly output_changes: Readonly<Record<string, { readonly after: unknown; readonly after_sensitive: unknown }>>
  readonly configuration: {
    readonly root_module: { readonly outputs: Readonly<Record<string, { readonly expression: unknown }>> }
  }
}
export type PlannedResource = { readonly address: string; readonly values: Readonly<Record<string, unknown>> }
export type ResourceChangeJson = {
  readonly address: string
  readonly change: {
    readonly actions: readonly string[]
    readonly before: Readonly<Record<string, unknown>> | null
    readonly after: Readonly<Record<string, unknown>> | null
    readonly replace_paths?: readonly unknown[]
    readonly importing?: unknown
  }
}

/**
 * Copies the root, puts its state into a file, starts a cloud and initialises.
 * @param mirror of the stand-in
 * @param program the tool
 */
export async function platformCopy(mirror: string, program = 'terraform'): Promise<PlatformCopy> {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-platform-')))
  const repository = join(base, 'repository')
  const folder = join(repository, platformRoot)
  const source = resolve(import.meta.dirname, '../../..', platformRoot)
  // What a user has left there is not ours to test.
  cpSync(source, folder, { recursive: true, filter: (path) => !/\.terraform|\.tfstate/.test(path) })
  writeFileSync(join(folder, 'backend.tf'), 'terraform {\n  backend "local" {}\n}\n')
  const configuration = join(base, 'cli.tfrc')
  writeFileSync(configuration, cliConfiguration({ mirrors: [mirror] }))
  const cloud = await startCloud()
  const passwords = { postgres: 'postgres-password-of-a-test', mariadb: 'mariadb-password-of-a-test' }
  const environment: Record<string, string> = {
    ...cloud.environment,
    TF_VAR_postgres_password: passwords.postgres,
    TF_VAR_mariadb_password: passwords.mariadb,
    TF_CLI_CONFIG_FILE: configuration,
    CHECKPOINT_DISABLE: '1',
  }
  const run = (command: string, ...args: readonly string[]) =>
    new Promise<Ran>((done, fail) => {
      // The commands under `state` know no such option, and have no colours.
      const colours = command === 'state' ? [] : ['-no-color']
      const child = spawn(program, [command, ...colours, ...args], {
        cwd: folder,
        env: { PATH: process.env.PATH, HOME: base, ...environment },
      })
      let [stdout, output] = ['', '']
      child.stdout.on('data', (chunk) => {
        stdout += chunk
        output += chunk
      })
      child.stderr.on('data', (chunk) => {
        output += chunk
      })
      child.once('error', fail).once('close', (code) => done({ code, output, stdout }))
    })
  const end = async () => {
    await cloud[Symbol.asyncDispose]()
    rmSync(base, { recursive: true, force: true })
  }
  const initialised = await run('init', '-input=false')
  if (initialised.code !== 0) {
    await end()
    throw new Error(initialised.output)
  }
  return {
    repository,
    folder,
    cloud,
    passwords,
    environment,
    run,
    plan: async (...args) => {
      const common = ['-input=false', '-detailed-exitcode', '-var-file=production.tfvars', '-out=plan.tfplan']
      const planned = await run('plan', ...common, ...args)
      if (planned.code === 1) return planned
      const shown = await run('show', '-json', 'plan.tfplan')
      return { ...planned, json: JSON.parse(shown.stdout) }
    },
    apply: () => run('apply', '-input=false', 'plan.tfplan'),
    edit: (file, before, after) => {
      const path = join(folder, file)
      const text = readFileSync(path, 'utf8')
      if (!text.includes(before)) throw new Error(`${file} does not contain ${before}`)
      writeFileSync(path, text.replace(before, after))
    },
    state: () => readFileSync(join(folder, 'terraform.tfstate'), 'utf8'),
    [Symbol.asyncDispose]: end,
  }
}
