// One entry of `resource_changes`, `resource_drift` or `deferred_changes`.
import { judgeActions } from './change-action.ts'
import { type JsonObject, listAt, objectAt, optionalFlagAt, optionalTextAt, refuse, textAt } from './json-fields.ts'
import type { Path, ResourceChange } from './plan.ts'

/**
 * One change of a resource. Throws a UserError that names the place, for what the format does not allow.
 * @param place such as `resource_changes[3]`
 */
export function readResourceChange(json: unknown, place: string): ResourceChange {
  const entry = objectAt(json, place)
  const inside = `${place}.change`
  const change = objectAt(entry.change, inside)
  const actions = listAt(change.actions, `${inside}.actions`).map((word, index) =>
    textAt(word, `${inside}.actions[${index}]`),
  )
  const address = textAt(entry.address, `${place}.address`)
  const previousAddress = optionalTextAt(entry.previous_address, `${place}.previous_address`)
  const importing = readImporting(change.importing, `${inside}.importing`)
  return {
    address,
    ...defined('previousAddress', previousAddress),
    ...defined('deposed', optionalTextAt(entry.deposed, `${place}.deposed`)),
    // A mode that we do not know is taken for the one that can do harm.
    mode: optionalTextAt(entry.mode, `${place}.mode`) === 'data' ? 'data' : 'managed',
    type: textAt(entry.type, `${place}.type`),
    name: textAt(entry.name, `${place}.name`),
    ...defined('module', optionalTextAt(entry.module_address, `${place}.module_address`)),
    provider: optionalTextAt(entry.provider_name, `${place}.provider_name`) ?? '',
    ...judgeActions(actions),
    actions,
    moved: previousAddress !== undefined && previousAddress !== address,
    ...defined('importing', importing),
    ...defined('generatedConfig', optionalTextAt(change.generated_config, `${inside}.generated_config`)),
    ...defined('reason', optionalTextAt(entry.action_reason, `${place}.action_reason`)),
    replacePaths: listAt(change.replace_paths, `${inside}.replace_paths`).map((path, index) =>
      readPath(path, `${inside}.replace_paths[${index}]`),
    ),
    ...readSides(change),
  }
}

/** Values and marks of a change, of a resource or an output. What is absent is null, or no mark. */
export function readSides(change: JsonObject) {
  return {
    before: change.before ?? null,
    after: change.after ?? null,
    afterUnknown: change.after_unknown ?? false,
    beforeSensitive: change.before_sensitive ?? false,
    afterSensitive: change.after_sensitive ?? false,
  }
}

/** The field, unless its value is undefined: for optional fields of a literal. */
export function defined<Name extends string, Value>(name: Name, value: Value | undefined): { [name in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [name in Name]: Value })
}

function readImporting(json: unknown, place: string): ResourceChange['importing'] {
  if (json === undefined || json === null) return undefined
  const importing = objectAt(json, place)
  return {
    ...defined('id', optionalTextAt(importing.id, `${place}.id`)),
    ...defined('identity', importing.identity ?? undefined),
    ...defined('unknown', optionalFlagAt(importing.unknown, `${place}.unknown`)),
  }
}

function readPath(json: unknown, place: string): Path {
  return listAt(json, place).map((step, index) =>
    typeof step === 'string' || typeof step === 'number'
      ? step
      : refuse(`${place}[${index}]`, 'text or a number', step),
  )
}
