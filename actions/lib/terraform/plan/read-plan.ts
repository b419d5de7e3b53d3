// From the JSON of `show -json PLANFILE` to what the plan says. By the presence of fields: both tools write the same version and different fields.
import { UserError } from '../../toolkit/user-error.ts'
import { countChanges } from './count-changes.ts'
import {
  entriesAt,
  isObject,
  type JsonObject,
  listAt,
  objectAt,
  optionalFlagAt,
  optionalTextAt,
  textAt,
} from './json-fields.ts'
import { checkLimits, type JsonLimits } from './json-limits.ts'
import { needsApply } from './needs-apply.ts'
import type { Deferred, Plan, ResourceChange } from './plan.ts'
import { readChecks } from './read-checks.ts'
import { readInvocations } from './read-invocations.ts'
import { readOutputs } from './read-outputs.ts'
import { readResourceChange } from './read-resource-change.ts'
import { isSpuriousDrift } from './spurious-drift.ts'

/** Those that are read here, and those that say nothing of what will happen. */
const knownFields: ReadonlySet<string> = new Set([
  'format_version',
  'terraform_version',
  'variables',
  'planned_values',
  'resource_drift',
  'resource_changes',
  'deferred_changes',
  'deferred_action_invocations',
  'output_changes',
  'action_invocations',
  'prior_state',
  'configuration',
  'relevant_attributes',
  'checks',
  'timestamp',
  'applyable',
  'complete',
  'errored',
])

/** Fields of which a plan has at least one; a state and a list of schemas, which `show` writes too, have none of them. */
const planFields = ['planned_values', 'configuration', 'resource_changes', 'output_changes', 'applyable', 'errored']

/**
 * What a plan of Terraform or OpenTofu says. Throws a UserError that names the place for JSON that is not that of a plan, and
 * for what is beyond the limits. Format: https://developer.hashicorp.com/terraform/internals/json-format#plan-representation
 * @param json parsed, as by `parsePlanText`
 */
export function readPlan(json: unknown, limits?: JsonLimits): Plan {
  checkLimits(json, limits)
  const plan = objectAt(json, 'the whole')
  const formatVersion = checkFormat(plan)
  const all = readChanges(plan.resource_changes, 'resource_changes')
  const changes = all.filter(isChange)
  const found = readChanges(plan.resource_drift, 'resource_drift')
  const spuriousDrift = found.filter(isSpuriousDrift)
  const drift = found.filter((change) => !isSpuriousDrift(change))
  const outputs = readOutputs(plan.output_changes)
  const checks = readChecks(plan.checks)
  const deferred = readDeferred(plan.deferred_changes)
  const invocations = readInvocations(plan.action_invocations, plan.deferred_action_invocations)
  const errored = optionalFlagAt(plan.errored, 'errored') ?? false
  const putOff = deferred.length > 0 || invocations.some((invocation) => invocation.deferred !== undefined)
  return {
    formatVersion,
    toolVersion: optionalTextAt(plan.terraform_version, 'terraform_version') ?? '',
    errored,
    complete: optionalFlagAt(plan.complete, 'complete') ?? !(errored || putOff),
    changes,
    drift,
    ...(spuriousDrift.length === 0 ? {} : { spuriousDrift }),
    outputs,
    checks,
    deferred,
    invocations,
    variables: readVariables(plan.variables),
    unknownFields: Object.keys(plan).filter((name) => !knownFields.has(name) && !isEmpty(plan[name])),
    counts: countChanges({
      changes,
      unchanged: all.length - changes.length,
      drift,
      outputs,
      checks,
      deferred,
      invocations,
    }),
    needsApply: needsApply({
      applyable: optionalFlagAt(plan.applyable, 'applyable'),
      errored,
      all,
      changes,
      drift: found,
      outputs,
      invocations,
    }),
  }
}

/** Whether anything happens to the object, or to what the state says of it. */
function isChange({ action, moved, importing, generatedConfig }: ResourceChange): boolean {
  return action !== 'no-op' || moved || importing !== undefined || generatedConfig !== undefined
}

function checkFormat(plan: JsonObject): string {
  const formatVersion = textAt(plan.format_version, 'format_version')
  if (!planFields.some((name) => Object.hasOwn(plan, name))) {
    throw new UserError('This is not the JSON of a plan: it has none of the fields of one.', {
      next: 'give the output of `terraform show -json PLANFILE`; without a file the command shows the state',
    })
  }
  // The format's own promise: what its readers know changes its meaning only with the first number.
  if (!/^[01]\./.test(formatVersion)) {
    throw new UserError(
      `The JSON of the plan has format ${JSON.stringify(formatVersion.slice(0, 20))}, and 1.x is what is known here.`,
      {
        where: 'format_version',
        next: 'use a version of Seaworthy that knows it, or an older version of the tool',
      },
    )
  }
  return formatVersion
}

function readChanges(json: unknown, place: string): readonly ResourceChange[] {
  return listAt(json, place).map((entry, index) => readResourceChange(entry, `${place}[${index}]`))
}

function readDeferred(json: unknown): readonly Deferred[] {
  return listAt(json, 'deferred_changes').map((entry, index) => {
    const place = `deferred_changes[${index}]`
    const deferred = objectAt(entry, place)
    return {
      reason: optionalTextAt(deferred.reason, `${place}.reason`) ?? 'unknown',
      change: readResourceChange(deferred.resource_change, `${place}.resource_change`),
    }
  })
}

function readVariables(json: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    entriesAt(json, 'variables').map(([name, entry]) => [name, objectAt(entry, `variables.${name}`).value ?? null]),
  )
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  if (isObject(value)) return Object.keys(value).length === 0
  return value === null || value === undefined || value === false || value === ''
}
