// Runs the committed bundle of an action as the runner would: a child process, a full environment, the files read back.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { type Ended, runProgram } from './run-program.ts'
import { parseAnnotations, parseFileCommands, type ReadAnnotation } from './runner-files.ts'
import { pinnedGitEnvironment } from './temporary-repository.ts'

export type ActionOptions = {
  /** By their names in action.yml. Those left out get the defaults of action.yml, as on a runner. */
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  /** What `github.token` is. */
  readonly token?: string
  /** Payload of the event that triggered the workflow, and its name (`pull_request` when there is a payload, else `push`). */
  readonly event?: unknown
  readonly eventName?: string
  /** What was checked out. Without it: an empty folder. */
  readonly workspace?: string
  readonly timeoutMs?: number
  /** Another Node than the one that runs the tests. */
  readonly node?: string
}

export type ActionRun = Ended & {
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  readonly annotations: readonly ReadAnnotation[]
  /** What the action added to the environment and to its state for a post step. */
  readonly exported: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
}

const actionsFolder = resolve(import.meta.dirname, '../..')

/** Runs `actions/dist/<action>.js`, or the program at `action` when it is a path, and reads back all that it said. */
export async function runAction(action: string, options: ActionOptions = {}): Promise<ActionRun> {
  const isPath = action.includes('/')
  const program = isPath ? action : join(actionsFolder, 'dist', `${action}.js`)
  const runner = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-runner-')))
  try {
    const files = Object.fromEntries(
      ['output', 'summary', 'env', 'state', 'path'].map((name) => [name, join(runner, name)]),
    ) as Record<'output' | 'summary' | 'env' | 'state' | 'path', string>
    for (const file of Object.values(files)) writeFileSync(file, '')
    for (const folder of ['temp', 'tools', 'home', 'workspace']) mkdirSync(join(runner, folder))
    const eventPath = join(runner, 'event.json')
    writeFileSync(eventPath, JSON.stringify(options.event ?? {}))
    const repository = options.env?.GITHUB_REPOSITORY ?? 'your-org/your-repository'
    const expressions = { 'github.token': options.token ?? '', 'github.repository': repository }
    const inputs = { ...(isPath ? {} : metadataDefaults(action, expressions)), ...options.inputs }
    const workspace = options.workspace ?? join(runner, 'workspace')
    const env = {
      ...runnerEnvironment(runner, workspace, files),
      GITHUB_EVENT_NAME: options.eventName ?? (options.event === undefined ? 'push' : 'pull_request'),
      GITHUB_EVENT_PATH: eventPath,
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
      ),
      ...options.env,
    }
    const ended = await runProgram(options.node ?? process.execPath, [program], {
      cwd: workspace,
      env,
      ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
    })
    return {
      ...ended,
      outputs: parseFileCommands(readFileSync(files.output, 'utf8')),
      summary: readFileSync(files.summary, 'utf8'),
      annotations: parseAnnotations(ended.stdout),
      exported: parseFileCommands(readFileSync(files.env, 'utf8')),
      state: parseFileCommands(readFileSync(files.state, 'utf8')),
    }
  } finally {
    rmSync(runner, { recursive: true, force: true })
  }
}

function metadataDefaults(action: string, expressions: Readonly<Record<string, string>>): Record<string, string> {
  const file = join(actionsFolder, action, 'action.yml')
  if (!existsSync(file)) return {}
  const { inputs = {} } = parse(readFileSync(file, 'utf8')) as { inputs?: Record<string, { default?: unknown }> }
  // A runner sets an input that has neither value nor default to the empty string.
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [name, evaluated(String(input.default ?? ''), expressions)]),
  )
}

/** What a runner makes of the default of an input. Throws for an expression that the tests do not know. */
function evaluated(text: string, expressions: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{\s*([\w.]+)\s*\}\}/g, (whole, name: string) => {
    const value = expressions[name]
    if (value === undefined) throw new Error(`nothing is known of ${whole}`)
    return value
  })
}

function runnerEnvironment(
  runner: string,
  workspace: string,
  files: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: join(runner, 'home'),
    ...pinnedGitEnvironment,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: files.output ?? '',
    GITHUB_STEP_SUMMARY: files.summary ?? '',
    GITHUB_ENV: files.env ?? '',
    GITHUB_STATE: files.state ?? '',
    GITHUB_PATH: files.path ?? '',
    GITHUB_REPOSITORY: 'your-org/your-repository',
    GITHUB_REPOSITORY_OWNER: 'your-org',
    GITHUB_SERVER_URL: 'https://github.com',
    // Nothing listens there: an action that calls GitHub without being given the emulator fails, fast.
    GITHUB_API_URL: 'http://127.0.0.1:9',
    GITHUB_GRAPHQL_URL: 'http://127.0.0.1:9/graphql',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_JOB: 'test',
    GITHUB_WORKFLOW: 'test',
    GITHUB_ACTOR: 'your-bot',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_SHA: '0000000000000000000000000000000000000000',
    RUNNER_TEMP: join(runner, 'temp'),
    RUNNER_TOOL_CACHE: join(runner, 'tools'),
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
  }
}
