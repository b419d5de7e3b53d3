// Judges a plan and configuration that a test writes down in short.
import type { HclFile } from '../../hcl/body.ts'
import { parseHclFile } from '../../hcl/parse.ts'
import { readPlan } from '../../plan/read-plan.ts'
import type { GuardFinding, GuardId, GuardPolicy, LockedProvider } from '../guard.ts'
import { judgeGuards } from '../judge-guards.ts'

type Files = Readonly<Record<string, string>>

export type Case = {
  /** JSON of a plan, or some of its fields. */
  readonly plan?: object
  readonly policy?: Partial<GuardPolicy>
  readonly head?: Files
  readonly base?: Files
  readonly locks?: { readonly head: Readonly<Record<string, string>>; readonly base?: Readonly<Record<string, string>> }
  /** Only what this guard says. */
  readonly guard?: GuardId
}

export async function judge({
  plan = {},
  policy,
  head = {},
  base,
  locks,
  guard,
}: Case): Promise<readonly GuardFinding[]> {
  const findings = judgeGuards({
    plan: readPlan({ format_version: '1.2', resource_changes: [], ...plan }),
    policy: { protect: [], protectTypes: [], severities: {}, ...policy },
    head: { configuration: await parsed(head), lock: lockedBy(locks?.head) },
    ...(base === undefined && locks?.base === undefined
      ? {}
      : { base: { configuration: await parsed(base ?? {}), lock: lockedBy(locks?.base) } }),
  })
  return findings.filter((finding) => guard === undefined || finding.guard === guard)
}

const parsed = (files: Files): Promise<HclFile[]> =>
  Promise.all(Object.entries(files).map(([file, text]) => parseHclFile(text, file)))

function lockedBy(versions: Readonly<Record<string, string>> = {}): LockedProvider[] {
  return Object.entries(versions).map(([source, version]) => ({
    source,
    version,
    hashes: [],
    at: { file: 'infra/.terraform.lock.hcl', line: 4 },
  }))
}

type Change = {
  readonly before?: unknown
  readonly after?: unknown
  readonly unknown?: unknown
  readonly entry?: object
  readonly change?: object
}

/** An entry of `resource_changes`: `change('module.a.aws_x.y[0]', 'update', …)`. Actions as in JSON, with a comma. */
export function change(
  address: string,
  actions: string,
  { before = null, after = null, unknown = {}, entry, change: more }: Change = {},
): object {
  const plain = address.replaceAll(/\["(?:[^"\\]|\\.)*"\]|\[\d+\]/g, '')
  const [, module, type, name] = /^((?:module\.\w+\.)*)(\w+)\.(\w+)$/.exec(plain) ?? []
  return {
    address,
    mode: 'managed',
    type,
    name,
    provider_name: 'registry.terraform.io/hashicorp/any',
    ...(module === '' || module === undefined
      ? {}
      : { module_address: address.slice(0, address.lastIndexOf(`.${type}.`)) }),
    change: {
      actions: actions.split(','),
      before,
      after,
      after_unknown: unknown,
      before_sensitive: {},
      after_sensitive: {},
      ...more,
    },
    ...entry,
  }
}
