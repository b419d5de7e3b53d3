// Editing scalars of a YAML file: only their bytes are replaced, and nothing is returned that is not proved.
import type { Scalar } from 'yaml'
import { describePath } from './edit-obstacle.ts'
import { encodeText } from './parse-text.ts'
import { type Planned, planEdit, type ScalarEdit, type Splice } from './plan-edit.ts'
import { whyUnproved } from './prove-edit.ts'
import type { Refusal, Refused } from './refusal.ts'
import { openYamlText, type Path, type YamlText } from './text-file.ts'

export type { ScalarEdit } from './plan-edit.ts'

export type ScalarChange = {
  readonly document: number
  readonly path: Path
  /** Where the value stood: from 1, columns in UTF-16 units. Of an empty value, where it is put. */
  readonly line: number
  readonly column: number
  readonly old: string
  readonly new: string
}

export type Edited = {
  readonly bytes: Uint8Array
  /** In the order of the edits; an edit whose value stands there already, as a string, is none. */
  readonly changes: readonly ScalarChange[]
}

/**
 * Edits scalars, all or none. Quotes are kept; a plain value that a reader of YAML 1.1 or 1.2 would not take for that
 * string gets double quotes. The result is read again and compared (`whyUnproved`) before it is returned.
 */
export function editScalars(file: YamlText, edits: readonly ScalarEdit[]): Edited | Refused {
  const plans = edits.map((edit) => planEdit(file, edit))
  const refusals = [
    ...plans.flatMap((plan) => (plan.type === 'refused' ? [plan.refusal] : [])),
    ...twice(file, edits, plans),
  ]
  if (refusals.length > 0) return { refusals }
  const splices = plans.flatMap((plan) => (plan.type === 'splice' ? [plan.splice] : []))
  if (splices.length === 0) return { bytes: file.bytes, changes: [] }
  const bytes = encodeText(spliced(file.parsed.text, splices), file.parsed.hasMark)
  const unproved = unprovedBecause(file, bytes, splices)
  if (unproved !== undefined) return { refusals: [unproved] }
  return { bytes, changes: splices.map((splice) => changeOf(file, splice)) }
}

function unprovedBecause(file: YamlText, bytes: Uint8Array, splices: readonly Splice[]): Refusal | undefined {
  const after = openYamlText(bytes)
  const intended = new Map(splices.map(({ scalar, edit }) => [scalar, edit.value]))
  const why = 'refusals' in after ? after.refusals[0]?.message : whyUnproved(file, after, intended)
  const [first] = splices
  if (why === undefined || first === undefined) return undefined
  const names = splices.map(({ edit }) => describePath(edit.path)).join(', ')
  const message = `It cannot be proved that editing ${names} changes nothing else: ${why}. Edit the file by hand, and report this with it.`
  return { reason: 'not-proved', message, ...file.parsed.placeOf(first.start) }
}

/** Edits of what another edit changes. That a value stands there already may be asked as often as one likes. */
function twice(file: YamlText, edits: readonly ScalarEdit[], plans: readonly Planned[]): Refusal[] {
  const seen = new Map<Scalar, Planned['type']>()
  return plans.flatMap((plan, index): Refusal[] => {
    if (plan.type === 'refused') return []
    const scalar = plan.type === 'splice' ? plan.splice.scalar : plan.scalar
    const earlier = seen.get(scalar)
    seen.set(scalar, earlier === 'splice' ? earlier : plan.type)
    if (earlier === undefined || (earlier === 'nothing' && plan.type === 'nothing')) return []
    const message = `${describePath(edits[index]?.path ?? [])} is edited twice in one go. Keep one of the two edits.`
    return [{ reason: 'edited-twice', message, ...file.parsed.placeOf(scalar.range?.[0] ?? 0) }]
  })
}

function spliced(text: string, splices: readonly Splice[]): string {
  const pieces: string[] = []
  let from = 0
  for (const { start, end, replacement } of splices.toSorted((one, other) => one.start - other.start)) {
    pieces.push(text.slice(from, start), replacement)
    from = end
  }
  return pieces.join('') + text.slice(from)
}

function changeOf({ parsed }: YamlText, { edit, old, start, end }: Splice): ScalarChange {
  const { line, column } = parsed.placeOf(start)
  // A value where there was none is put after a space.
  const place = { line, column: start === end ? column + 1 : column }
  return { document: edit.document, path: edit.path, ...place, old, new: edit.value }
}
