// The text of a new hold.
import { stringify } from 'yaml'
import type { Hold } from '../contracts/hold.ts'

/** The file of a hold: a new file of ours, so it is printed and not edited. */
export function renderHold(hold: Hold): string {
  const { image, tag, digest, environments, reason, by, since, until } = hold
  const fields = {
    image,
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
    environments,
    reason,
    ...(by !== undefined && { by }),
    since,
    ...(until !== undefined && { until }),
  }
  const head =
    '# This version was rolled back. Every bump and promotion of it is refused until this file is removed, or `until` is past.\n'
  return head + stringify(fields, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' })
}

/** `2026-12-01T08:00:00Z`. @param time milliseconds since 1970 */
export const utcTime = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`
