// Runs a case with a real tool in a folder of its own.
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Cloud, startCloud } from '../../../../../scripts/provider-stand-in/cloud.ts'
import type { Files, PlanCase, Recording } from './plan-case.ts'

export type RealTool = {
  /** `terraform`, `tofu`, as the cases speak of it. */
  readonly name: string
  readonly program: string
  /** Before those of the command. */
  readonly arguments?: readonly string[]
  /** Text of the CLI configuration file, where providers are needed. */
  readonly configuration?: string
}

/** Applies, changes, plans and shows. What differs from run to run is taken out of the plan. */
export async function runPlanCase(planCase: PlanCase, tool: RealTool): Promise<Recording> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-plan-')))
  try {
    const root = join(folder, 'root')
    const configuration = join(folder, 'cli.tfrc')
    writeFileSync(configuration, tool.configuration ?? '')
    await using cloud = await startCloud()
    if (planCase.cloud !== undefined) await createObject(cloud, ...planCase.cloud)
    const run = (args: readonly string[]) =>
      execute(tool.program, [...(tool.arguments ?? []), ...args], root, {
        PATH: process.env.PATH ?? '',
        HOME: folder,
        TF_CLI_CONFIG_FILE: configuration,
        CHECKPOINT_DISABLE: '1',
        TF_IN_AUTOMATION: '1',
        ...cloud.environment,
      })
    if (planCase.before !== undefined) {
      writeFiles(root, planCase.before)
      await prepare(planCase.before, run)
      await run(['apply', '-auto-approve', '-input=false', '-no-color', '-compact-warnings'])
      for (const command of planCase.commands ?? []) await run(command)
    }
    const [object] = cloud.objects.keys()
    if (planCase.outside !== undefined && object !== undefined) cloud.change(object, planCase.outside)
    if (planCase.after !== undefined) {
      removeSources(root, planCase.before)
      writeFiles(root, planCase.after)
      await prepare(planCase.after, run)
    }
    const args = ['-input=false', '-no-color', '-detailed-exitcode', '-out=plan.bin', ...(planCase.arguments ?? [])]
    const { code, stdout } = await run(['plan', ...args])
    const summary = stdout.split('\n').find((line) => line.startsWith('Plan: '))
    const told = { name: planCase.name, exit: code, ...(summary === undefined ? {} : { summary }) }
    if (!existsSync(join(root, 'plan.bin'))) return told
    const shown = await run(['show', '-json', 'plan.bin'])
    return { ...told, plan: steady(JSON.parse(shown.stdout)) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs cases, two at once. Gives the recordings in the order of the cases. */
export async function runPlanCases(cases: readonly PlanCase[], tool: RealTool): Promise<readonly Recording[]> {
  const waiting = [...cases.entries()]
  const recordings: Recording[] = []
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      recordings[next[0]] = await runPlanCase(next[1], tool)
    }
  }
  await Promise.all([work(), work()])
  return recordings
}

async function createObject(cloud: Cloud, collection: string, fields: object): Promise<void> {
  const headers = { authorization: `Bearer ${cloud.environment.IONOS_TOKEN}` }
  const answer = await fetch(`${cloud.url}/${collection}`, { method: 'POST', headers, body: JSON.stringify(fields) })
  if (!answer.ok) throw new Error(await answer.text())
}

type Run = (args: readonly string[]) => Promise<{ readonly code: number; readonly stdout: string }>

/** Only modules need `init`: the built-in provider is there without, and the stand-in overrides one. */
async function prepare(files: Files, run: Run): Promise<void> {
  if (typeof files === 'object' && files['main.tf']?.includes('module "')) {
    const { code, stdout } = await run(['init', '-input=false', '-no-color'])
    if (code !== 0) throw new Error(stdout)
  }
}

function writeFiles(root: string, files: Files): void {
  for (const [name, text] of Object.entries(typeof files === 'string' ? { 'main.tf': files } : files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
}

function removeSources(root: string, files: Files | undefined): void {
  for (const name of Object.keys(typeof files === 'string' ? { 'main.tf': '' } : (files ?? {})))
    rmSync(join(root, name))
}

function execute(program: string, args: readonly string[], cwd: string, env: Record<string, string>) {
  mkdirSync(cwd, { recursive: true })
  return new Promise<{ code: number; stdout: string }>((done, failed) => {
    execFile(program, args, { cwd, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code
      if (typeof code === 'number') done({ code, stdout: stdout + (code === 1 ? stderr : '') })
      else failed(error)
    })
  })
}

/** Fields that `readPlan` does not look at, and that are most of a plan. */
const bulky = ['planned_values', 'prior_state', 'configuration', 'relevant_attributes']

/** The plan without its bulk and its time, identifiers numbered in the order in which they are met. */
function steady(plan: Record<string, unknown>): unknown {
  for (const name of bulky) if (name in plan) plan[name] = {}
  if ('timestamp' in plan) plan.timestamp = '2026-01-01T00:00:00Z'
  const known = new Map<string, string>()
  const text = JSON.stringify(plan)
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
      known.set(id, known.get(id) ?? `id-${known.size + 1}`)
      return known.get(id) ?? ''
    })
    .replace(/"deposed":"[0-9a-f]{8}"/g, '"deposed":"00000001"')
    .replace(/20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, '2026-01-01T00:00:00Z')
  return JSON.parse(text)
}
