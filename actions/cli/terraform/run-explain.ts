// Judges a plan out of its JSON alone.
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { settingsFile, settingsOfText } from '../../lib/contracts/read-settings.ts'
import { terraformOptions } from '../../lib/contracts/terraform-settings.ts'
import type { GuardFinding, GuardId, GuardPolicy } from '../../lib/terraform/guards/guard.ts'
import { parsePlanText } from '../../lib/terraform/plan/parse-plan-text.ts'
import type { Plan } from '../../lib/terraform/plan/plan.ts'
import { guardPolicy } from '../../lib/terraform/planning/guard-policy.ts'
import { isRefused, readAndGuard } from '../../lib/terraform/planning/judge-plan.ts'
import type { RootResult } from '../../lib/terraform/result/result.ts'
import { explainStatus, renderExplain } from '../../lib/terraform/show/explain.ts'
import { renderTerraformJson } from '../../lib/terraform/show/json.ts'
import { UserError } from '../../lib/toolkit/user-error.ts'
import { locate } from '../../validate/repository.ts'
import type { Arguments, Terminal } from '../command.ts'
import { readBytes } from '../read-bytes.ts'

const maxPlanBytes = 200 * 1024 * 1024
const maxSettingsBytes = 1024 * 1024
const planJson = 'give the output of `terraform show -json PLANFILE`'

/** Returns the exit code. Throws a UserError for what is no plan, and for settings that are not valid. */
export async function runExplain({ values, positionals }: Arguments, terminal: Terminal): Promise<number> {
  const [path] = positionals
  if (path === undefined)
    throw new UserError('Nothing says which plan.', { next: `${planJson}, as a file or - for stdin` })
  const policy = await readPolicy(values.settings, terminal)
  const bytes = await readBytes(terminal, path, { maxBytes: maxPlanBytes, next: planJson })
  const result = inFile(path === '-' ? 'stdin' : path, () => explainPlan(planText(bytes), policy, path))
  const { color, width } = terminal
  await terminal.write(
    values.format === 'json'
      ? renderTerraformJson({ roots: [result], waves: [{ number: 1, roots: [result.root] }], unaffected: [] })
      : renderExplain(result, { color, width }),
  )
  return explainStatus(result)
}

/** The result of the only root that there is. Throws a UserError for what is no plan. */
export function explainPlan(json: string, policy: GuardPolicy, path: string): RootResult {
  const nothing = { configuration: [], lock: [] }
  const { plan, shown, guards } = readAndGuard(parsePlanText(json), { policy, head: nothing })
  const outcome = plan.errored ? 'errored' : isRefused(guards) ? 'blocked' : 'planned'
  const name = path === '-' ? 'stdin' : basename(path)
  return {
    root: name,
    path: path === '-' ? name : path,
    tool: toolOf(plan),
    ...(plan.toolVersion !== '' && { toolVersion: plan.toolVersion }),
    wave: 1,
    waitsFor: [],
    reasons: [],
    outcome,
    plan: shown,
    guards: [...guards, ...notAsked(policy)],
    diagnostics: [],
    durationMs: 0,
  }
}

/** Puts the file's name to what is wrong in it. */
function inFile<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const { what, where, next } = error
    throw new UserError(what, {
      where: where === undefined ? file : `${file}, ${where}`,
      ...(next !== undefined && { next }),
      cause: error,
    })
  }
}

/** Guards that compare configuration, of which a plan has too little. */
const needConfiguration: readonly GuardId[] = ['prevent-destroy-removed', 'provider-downgrade']

function notAsked({ severities }: GuardPolicy): readonly GuardFinding[] {
  return needConfiguration
    .filter((guard) => severities[guard] !== 'off')
    .map((guard) => ({
      guard,
      severity: 'note',
      message:
        'was not asked: it compares the configuration with that of a base, and a plan has neither. `seaworthy terraform plan --base REV` asks it.',
    }))
}

/** The tool does not write its name. Its registry is in the name of every provider but the built-in one. */
function toolOf({ changes, drift }: Plan): RootResult['tool'] {
  return [...changes, ...drift].some(({ provider }) => provider.startsWith('registry.opentofu.org/'))
    ? 'tofu'
    : 'terraform'
}

/** Text of UTF-8, or of UTF-16, which a shell on Windows writes. */
function planText(bytes: Buffer): string {
  if (bytes.subarray(0, 6).toString('latin1') === 'SWPLAN') {
    throw new UserError('This is a sealed plan.', {
      next: 'open it with `seaworthy terraform open`, and explain the plan.json that it holds',
    })
  }
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

async function readPolicy(given: Arguments['values'][string], terminal: Terminal): Promise<GuardPolicy> {
  const { repository } = locate(terminal.cwd)
  const path = typeof given === 'string' ? given : join(repository, settingsFile)
  if (given === undefined && !existsSync(path)) return guardPolicy(terraformOptions())
  const bytes = await readBytes(terminal, path, { maxBytes: maxSettingsBytes, next: 'name a file with settings' })
  const { terraform } = settingsOfText(bytes.toString('utf8'), given === undefined ? settingsFile : path)
  return guardPolicy(terraformOptions(terraform))
}
