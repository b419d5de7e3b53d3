// The text of a new hold.
import { stringify } from 'yaml'
import type { Hold } from '../../contracts/hold.ts'
import { clip } from '../../text/words.ts'

/** Limits of the schema. */
const maxReason = 2000
const maxBy = 500

/** The file of a hold: a new file of ours, so it is printed and not edited. What is longer than the schema allows is cut. */
export function renderHold(hold: Hold): string {
  const { image, tag, digest, environments, reason, by, run, since, until } = hold
  const fields = {
    image,
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
    environments,
    reason: clip(reason.toWellFormed(), maxReason),
    ...(by !== undefined && { by: clip(by.toWellFormed(), maxBy) }),
    ...(run !== undefined && { run }),
    since,
    ...(until !== undefined && { until }),
  }
  const head =
    '# This version was rolled back. Every bump and promotion of it is refused until this file is removed, or `until` is past.\n'
  const text = stringify(fields, {
    lineWidth: 0,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    // One line a field: folded text is hard to read back by eye.
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  })
  return head + text.replace(unprintable, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** What JSON leaves as it is, though YAML forbids it or reads it as a line end, and what hides or turns text. */
const unprintable = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g

/** `2026-12-01T08:00:00Z`. @param time milliseconds since 1970 */
export const utcTime = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`
