// Where Seaworthy differs from the API server on purpose: each case with its reason, reviewed by people.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** Reasons by name of the case. */
export function readDisagreements(): ReadonlyMap<string, string> {
  const text = readFileSync(join(import.meta.dirname, 'disagreements.yaml'), 'utf8')
  return new Map(Object.entries((parse(text) ?? {}) as Record<string, string>))
}
