// What happens to the outputs of the root module.
import { entriesAt, listAt, objectAt, textAt } from './json-fields.ts'
import type { OutputChange } from './plan.ts'
import { readSides } from './read-resource-change.ts'

/** All outputs that change. One that is left as it is stands in the JSON too, and is no change. */
export function readOutputs(json: unknown): readonly OutputChange[] {
  return entriesAt(json, 'output_changes').flatMap(([name, entry]) => {
    const place = `output_changes.${name}`
    const change = objectAt(entry, place)
    const actions = listAt(change.actions, `${place}.actions`).map((word, index) =>
      textAt(word, `${place}.actions[${index}]`),
    )
    const [action] = actions
    if (actions.length === 1 && action === 'no-op') return []
    const { before, after, afterUnknown, beforeSensitive, afterSensitive } = readSides(change)
    const known = actions.length === 1 && (action === 'create' || action === 'update' || action === 'delete')
    return {
      name,
      action: known ? action : 'other',
      before,
      after,
      afterUnknown,
      sensitive: hasMark(beforeSensitive) || hasMark(afterSensitive),
    }
  })
}

/** Whether anything is marked. Both tools mark the whole of an output; a mark inside it must not be lost if that changes. */
function hasMark(marks: unknown): boolean {
  if (typeof marks === 'object' && marks !== null) return Object.values(marks).some(hasMark)
  return marks !== false && marks !== null && marks !== undefined
}
