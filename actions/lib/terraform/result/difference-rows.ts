// Collecting differences: their paths, up to a limit.

import type { Path } from '../plan/plan.ts'
import type { Redactor } from '../redact/redactor.ts'
import type { AttributeDifference } from './result.ts'
import { writeKey } from './write-value.ts'

/** Where a difference is: for the tool, and for people. */
export type Place = { readonly steps: Path; readonly text: string }

export type Rows = {
  readonly redactor: Redactor
  /** Writes down a difference; its sides are only written as text where there is still room. */
  readonly add: (place: Place, sides: () => Sides) => void
}

export type Sides = { readonly before?: string; readonly after?: string }

export type Differences = {
  readonly differences: readonly AttributeDifference[]
  readonly leftOut: number
}

export const wholeObject: Place = { steps: [], text: '' }

/** The place of a member: `tags.Name`, `labels["a/b"]`, `rule[0]`. */
export function placeOf({ steps, text }: Place, key: string | number, redactor: Redactor): Place {
  if (typeof key === 'number') return { steps: [...steps, key], text: `${text}[${key}]` }
  const name = writeKey(key, redactor)
  const written = name.startsWith('"') ? `${text}[${name}]` : text === '' ? name : `${text}.${name}`
  return { steps: [...steps, key], text: written }
}

/**
 * Rows of one object. Beyond the limit they are counted only, but for those that force a replacement.
 * @param replacePaths as the tool gives them
 */
export function collectRows(
  redactor: Redactor,
  replacePaths: readonly Path[],
  limit: number,
): Rows & { readonly result: () => Differences } {
  const differences: AttributeDifference[] = []
  let leftOut = 0
  return {
    redactor,
    add: (place, sides) => {
      const forcesReplacement = replacePaths.some((path) => isAlong(path, place.steps))
      // As many again may be kept for what they force.
      if (differences.length >= (forcesReplacement ? limit * 2 : limit)) {
        leftOut++
        return
      }
      const written = sides()
      const kind = written.before === undefined ? 'added' : written.after === undefined ? 'removed' : 'changed'
      differences.push({ path: place.text, kind, ...written, forcesReplacement })
    },
    result: () => ({ differences, leftOut }),
  }
}

/** Whether one of two paths is inside the other, or both are the same. */
function isAlong(path: Path, other: Path): boolean {
  const shared = Math.min(path.length, other.length)
  for (let index = 0; index < shared; index++) if (path[index] !== other[index]) return false
  return true
}
