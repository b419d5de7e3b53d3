// What the list of actions of a change comes to.
import type { ChangeAction } from './plan.ts'

export type JudgedActions = {
  readonly action: ChangeAction
  readonly destroys: boolean
  readonly forgets: boolean
  readonly order?: 'create-first' | 'delete-first'
}

const single: ReadonlySet<string> = new Set<ChangeAction>(['create', 'update', 'delete', 'read', 'forget', 'no-op'])

/** Replacements by the order of what is done. Old objects are let go instead of destroyed by `create,forget` (Terraform ≥ 1.14) and `forget,create` (OpenTofu). */
const replacements: Readonly<Record<string, 'create-first' | 'delete-first'>> = {
  'delete,create': 'delete-first',
  'create,delete': 'create-first',
  'forget,create': 'delete-first',
  'create,forget': 'create-first',
}

/**
 * The kind of a change by the words of the tool, as its JSON format documents them
 * (https://developer.hashicorp.com/terraform/internals/json-format#change-representation). Any list that is not known, also
 * an empty one, is `other`; whether it destroys or lets go is still told by its words.
 */
export function judgeActions(actions: readonly string[]): JudgedActions {
  const destroys = actions.includes('delete')
  const forgets = actions.includes('forget')
  const [only] = actions
  if (actions.length === 1 && only !== undefined && single.has(only)) {
    return { action: only as ChangeAction, destroys, forgets }
  }
  const words = actions.join(',')
  const order = Object.hasOwn(replacements, words) ? replacements[words] : undefined
  return order === undefined ? { action: 'other', destroys, forgets } : { action: 'replace', destroys, forgets, order }
}
