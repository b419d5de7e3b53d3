// What the tool's words mean, in plain English, and changes put into groups, the dangerous ones first.
import type { Counts } from '../plan/plan.ts'
import type { ShownChange } from '../result/result.ts'

export type GroupId =
  | 'delete'
  | 'replace'
  | 'forget'
  | 'other'
  | 'update'
  | 'import'
  | 'move'
  | 'create'
  | 'read'
  | 'no-op'

/** In the order in which they are shown. */
export const groupTitles: Readonly<Record<GroupId, string>> = {
  delete: 'Destroy',
  replace: 'Replace',
  forget: 'Forget: stays as it is, but is no longer managed',
  other: 'Actions that Seaworthy does not know',
  update: 'Update',
  import: 'Import',
  move: 'Move',
  create: 'Create',
  read: 'Read while applying',
  'no-op': 'Nothing to do',
}

export const groupOrder = Object.keys(groupTitles) as readonly GroupId[]

/** Where a change belongs: an import or a move that also changes something counts as that change. */
export function groupOf({ action, importId, previousAddress }: ShownChange): GroupId {
  if (action !== 'no-op') return action
  if (importId !== undefined) return 'import'
  return previousAddress === undefined ? 'no-op' : 'move'
}

/** Changes by group, in order; groups without any are not there. */
export function groupChanges(
  changes: readonly ShownChange[],
): readonly { readonly id: GroupId; readonly changes: readonly ShownChange[] }[] {
  const groups = new Map<GroupId, ShownChange[]>()
  for (const change of changes) {
    const id = groupOf(change)
    const group = groups.get(id)
    if (group === undefined) groups.set(id, [change])
    else group.push(change)
  }
  return groupOrder.flatMap((id) => {
    const group = groups.get(id)
    return group === undefined ? [] : [{ id, changes: group }]
  })
}

const number = (value: number) => value.toLocaleString('en-US')

/** Each kind of change with its word, the dangerous first. What is only read, unchanged or drifted is no change. */
const countWords: readonly (readonly [keyof Counts, string])[] = [
  ['delete', 'destroyed'],
  ['replace', 'replaced'],
  ['forget', 'forgotten'],
  ['other', 'unknown'],
  ['update', 'updated'],
  ['create', 'created'],
  ['move', 'moved'],
  ['import', 'imported'],
  ['invoke', 'invoked'],
  ['outputs', 'output'],
  ['deferred', 'put off'],
]

/** `1 destroyed, 4 created, 2 outputs`; empty when nothing of it is there. */
export function countsInWords(counts: Counts, only?: readonly (keyof Counts)[]): string {
  return countWords
    .filter(([key]) => counts[key] > 0 && (only === undefined || only.includes(key)))
    .map(([key, word]) => `${number(counts[key])} ${key === 'outputs' && counts[key] > 1 ? 'outputs' : word}`)
    .join(', ')
}

/** The counts that have no column of their own in the table. */
export const otherCounts: readonly (keyof Counts)[] = [
  'forget',
  'move',
  'import',
  'invoke',
  'outputs',
  'deferred',
  'other',
]

/** All counts together. */
export function sumCounts(all: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => all.reduce((total, counts) => total + counts[key], 0)
  return {
    create: sum('create'),
    update: sum('update'),
    replace: sum('replace'),
    delete: sum('delete'),
    read: sum('read'),
    forget: sum('forget'),
    move: sum('move'),
    import: sum('import'),
    outputs: sum('outputs'),
    invoke: sum('invoke'),
    deferred: sum('deferred'),
    other: sum('other'),
    drift: sum('drift'),
    failedChecks: sum('failedChecks'),
    unchanged: sum('unchanged'),
  }
}

/**
 * The reasons that Terraform and OpenTofu give for an action.
 * https://github.com/hashicorp/terraform/blob/main/internal/command/jsonplan/plan.go
 */
const reasonWords: Readonly<Record<string, string>> = {
  replace_because_tainted: 'marked as tainted',
  replace_because_cannot_update: 'cannot be changed in place',
  replace_by_request: 'asked for with -replace',
  replace_by_triggers: 'replace_triggered_by',
  delete_because_no_resource_config: 'no longer in the configuration',
  delete_because_no_module: 'its module is no longer in the configuration',
  delete_because_wrong_repetition: 'count or for_each came or went',
  delete_because_count_index: 'beyond count',
  delete_because_each_key: 'its key is no longer in for_each',
  delete_because_no_move_target: 'moved to an address that is not in the configuration',
  delete_because_enabled_false: 'switched off by enabled',
  read_because_config_unknown: 'its arguments are not known before',
  read_because_dependency_pending: 'depends on what changes',
  read_because_check_nested: 'read again for a check',
  forgot_because_lifecycle_destroy_in_state: 'destroy = false when it was applied last',
  forgot_because_lifecycle_destroy_in_config: 'destroy = false in the configuration',
}

/** A reason in words; one that is not known as it is written. */
export function reasonInWords(reason: string): string {
  return (Object.hasOwn(reasonWords, reason) ? reasonWords[reason] : undefined) ?? reason
}
