// A plan free of secrets, written for people: what all surfaces are made from.
import { clip } from '../../text/words.ts'
import type { OutputChange, Plan, ResourceChange } from '../plan/plan.ts'
import { type Redactor, redacted } from '../redact/redactor.ts'
import { differencesOf } from './differences.ts'
import { isContainer, isMarked } from './marks.ts'
import type { ShownChange, ShownPlan } from './result.ts'
import { knownAfterApply, writeValue } from './write-value.ts'

export type ShowLimits = {
  /** Differences of one change. */
  readonly perChange: number
  /** Differences of all changes; when they are used up, `atLeast` of each further change are still shown. */
  readonly inAll: number
  readonly atLeast: number
}

const showLimits: ShowLimits = { perChange: 50, inAll: 20_000, atLeast: 3 }
/** Characters of a configuration that the tool writes for what is imported. */
const configurationLimit = 10_000

/**
 * The plan without a secret: nothing that the tool marks as sensitive and nothing that the redactor knows, in values, names,
 * addresses or messages.
 */
export function showPlan(plan: Plan, redactor: Redactor, limits: ShowLimits = showLimits): ShownPlan {
  const quick = remembering(redactor)
  const { text } = quick
  let left = limits.inAll
  const show = (change: ResourceChange): ShownChange => {
    const shown = showChange(change, quick, Math.min(limits.perChange, Math.max(limits.atLeast, left)))
    left -= shown.differences.length
    return shown
  }
  return {
    counts: plan.counts,
    needsApply: plan.needsApply,
    errored: plan.errored,
    complete: plan.complete,
    changes: plan.changes.map(show),
    drift: plan.drift.map(show),
    outputs: plan.outputs.map((output) => showOutput(output, quick, limits.perChange)),
    checks: plan.checks.map(({ address, kind, status, problems }) => ({
      address: text(address),
      kind: text(kind),
      status,
      problems: problems.map(text),
    })),
    deferred: plan.deferred.map(({ reason, change }) => ({
      address: text(change.address),
      reason: text(reason),
      action: change.action,
    })),
    invocations: plan.invocations.map(({ address, type, trigger, deferred }) => ({
      address: text(address),
      type: text(type),
      ...(trigger === undefined ? {} : { trigger: text(trigger) }),
      ...(deferred === undefined ? {} : { deferred: text(deferred) }),
    })),
    unknownFields: plan.unknownFields.map(text),
  }
}

function showChange(change: ResourceChange, redactor: Redactor, limit: number): ShownChange {
  const { previousAddress, order, importing, reason, generatedConfig } = change
  const { differences, leftOut } = differencesOf(change, redactor, limit)
  return {
    address: redactor.text(change.address),
    ...(previousAddress === undefined ? {} : { previousAddress: redactor.text(previousAddress) }),
    type: redactor.text(change.type),
    action: change.action,
    actions: change.actions.map(redactor.text),
    ...(order === undefined ? {} : { order }),
    forgets: change.forgets,
    ...(importing === undefined ? {} : { importId: importId(importing, redactor) }),
    ...(reason === undefined ? {} : { reason: redactor.text(reason) }),
    replacePaths: change.replacePaths.map((path) =>
      path.map((step) => (typeof step === 'string' ? redactor.text(step) : step)),
    ),
    differences,
    differencesLeftOut: leftOut,
    ...(generatedConfig === undefined
      ? {}
      : { generatedConfig: clip(redactor.text(generatedConfig), configurationLimit) }),
  }
}

function importId(importing: NonNullable<ResourceChange['importing']>, redactor: Redactor): string {
  if (importing.id !== undefined) return clip(redactor.text(importing.id), 500)
  if (importing.identity !== undefined) return writeValue({ value: importing.identity, marks: [] }, redactor)
  return knownAfterApply
}

function showOutput(output: OutputChange, redactor: Redactor, limit: number): ShownPlan['outputs'][number] {
  const { action, before, after, afterUnknown, sensitive } = output
  const write = (value: unknown, unknown: unknown) =>
    sensitive ? redacted : writeValue({ value, unknown, marks: [] }, redactor)
  const marks = { beforeSensitive: sensitive, afterSensitive: sensitive, replacePaths: [] }
  // Two collections are cut before they differ, most often.
  const inside =
    !sensitive && isContainer(before) && isContainer(after)
      ? differencesOf({ before, after, afterUnknown, ...marks }, redactor, limit).differences
      : undefined
  return {
    name: redactor.text(output.name),
    action,
    ...(action === 'create' ? {} : { before: write(before, false) }),
    ...(action === 'delete' ? {} : { after: isMarked(afterUnknown) ? knownAfterApply : write(after, afterUnknown) }),
    ...(inside === undefined ? {} : { differences: inside }),
  }
}

/** The same redactor, which remembers short texts: names and values come again and again. */
function remembering(redactor: Redactor): Redactor {
  const known = new Map<string, string>()
  const text = (asked: string) => {
    if (asked.length > 200) return redactor.text(asked)
    let safe = known.get(asked)
    if (safe === undefined) {
      safe = redactor.text(asked)
      if (known.size < 50_000) known.set(asked, safe)
    }
    return safe
  }
  return { ...redactor, text }
}
