// The gate: what files alone say, before anything of a change is started. It is all that a change from a fork gets.
import type { Finding, Severity } from '../../findings/finding.ts'
import { fingerprintOf } from '../../findings/fingerprint.ts'
import type { RuleId } from '../../findings/rule-ids.ts'
import type { Tree } from '../../git/tree.ts'
import { terraformRules } from '../../rules/terraform-rules.ts'
import { oneLine } from '../../text/words.ts'
import { parseHclFile } from '../hcl/parse.ts'
import { rememberingParser } from '../roots/configuration.ts'
import type { Allowed, GateInput, GateRule } from './gate-rule.ts'
import { backendChanged } from './rules/backend-changed.ts'
import { cliConfig } from './rules/cli-config.ts'
import { externalProgram } from './rules/external-program.ts'
import { httpData } from './rules/http-data.ts'
import { lockEdited } from './rules/lock-edited.ts'
import { lockMissing } from './rules/lock-missing.ts'
import { modulePinned } from './rules/module-pinned.ts'
import { moduleSource } from './rules/module-source.ts'
import { overrideFile } from './rules/override-file.ts'
import { pathOutside } from './rules/path-outside.ts'
import { pluginInTree } from './rules/plugin-in-tree.ts'
import { providerEndpoint } from './rules/provider-endpoint.ts'
import { providerSource } from './rules/provider-source.ts'
import { provisioner } from './rules/provisioner.ts'
import { unreadable } from './rules/unreadable.ts'
import { type GateView, type KnownRoot, openView } from './view.ts'

/** Every rule of the gate. */
export const gateRules: readonly GateRule[] = [
  unreadable,
  pluginInTree,
  cliConfig,
  pathOutside,
  lockMissing,
  lockEdited,
  providerSource,
  providerEndpoint,
  moduleSource,
  modulePinned,
  externalProgram,
  provisioner,
  httpData,
  backendChanged,
  overrideFile,
]

export type CheckFilesInput = {
  /** Every root of the head, with what `filesOfRoot` found. */
  readonly roots: readonly KnownRoot[]
  readonly head: Tree
  readonly base?: Tree
  readonly allow: Allowed
  /** From the settings: other severities by rule, `off` for none of its findings. */
  readonly severities?: Readonly<Partial<Record<RuleId, Severity | 'off'>>>
}

/**
 * Judges files, without starting or evaluating anything. With a base, findings that it has as well are `known`. Throws a UserError for a tree
 * with too much configuration.
 */
export async function checkFiles(input: CheckFilesInput): Promise<readonly Finding[]> {
  const parse = rememberingParser(parseHclFile)
  const head = await openView(input.head, input.roots, parse)
  const base = input.base === undefined ? undefined : await openView(input.base, input.roots, parse)
  const found = await findingsOf({ head, base, allowed: input.allow }, input)
  if (base === undefined) return found
  const before = new Set((await findingsOf(alone(base, input.allow), input)).map(({ fingerprint }) => fingerprint))
  return found.map((finding) => ({ ...finding, status: before.has(finding.fingerprint) ? 'known' : 'new' }))
}

/** Compared with itself, so that rules about a change find none. */
const alone = (view: GateView, allowed: Allowed): GateInput => ({ head: view, base: view, allowed })

const defaults = new Map(terraformRules.map(({ id, severity }) => [id, severity]))

async function findingsOf(input: GateInput, { severities = {} }: CheckFilesInput): Promise<readonly Finding[]> {
  const found = new Map<string, Finding>()
  for (const { id: rule, check } of gateRules) {
    for (const { message, at, value, severity: own } of await check(input)) {
      const severity = severities[rule] ?? own ?? defaults.get(rule) ?? 'error'
      if (severity === 'off') continue
      const fingerprint = fingerprintOf({ rule, file: at.file, pointer: '', value })
      // One block may belong to several roots.
      const key = `${fingerprint} ${at.line} ${at.column}`
      if (!found.has(key)) found.set(key, { rule, severity, message: oneLine(message), at, fingerprint })
    }
  }
  return [...found.values()].sort(byPlace)
}

const byPlace = (one: Finding, other: Finding) =>
  compare(one.at.file, other.at.file) || (one.at.line ?? 0) - (other.at.line ?? 0) || compare(one.rule, other.rule)

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
