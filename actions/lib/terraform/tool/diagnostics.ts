// What the tool complains about, with places in the repository instead of places seen from where it ran.
import { isAbsolute, relative, resolve } from 'node:path'
import type { SourceLocation } from '../../findings/finding.ts'
import type { Diagnostic } from '../result/result.ts'
import { field, numberField, textField } from './record.ts'

/**
 * Reads the `diagnostic` of an event. Source code and values that the tool adds are left out: they may be secret.
 * A place outside of the repository, as in a module from elsewhere, is left out too.
 */
export function readDiagnostic(
  value: unknown,
  place: { readonly repository: string; readonly folder: string },
): Diagnostic | undefined {
  const summary = textField(value, 'summary')
  if (summary === undefined) return undefined
  const detail = textField(value, 'detail')?.trim()
  const address = textField(value, 'address')
  const at = readRange(field(value, 'range'), place)
  return {
    severity: textField(value, 'severity') === 'warning' ? 'warning' : 'error',
    summary: summary.trim().replaceAll(/\s+/g, ' '),
    ...(detail === undefined || detail === '' ? {} : { detail }),
    ...(address === undefined || address === '' ? {} : { address }),
    ...(at === undefined ? {} : { at }),
  }
}

function readRange(
  range: unknown,
  place: { readonly repository: string; readonly folder: string },
): SourceLocation | undefined {
  const name = textField(range, 'filename')
  if (name === undefined || name === '') return undefined
  const file = relative(place.repository, resolve(place.folder, name))
  if (file === '..' || file.startsWith('../') || isAbsolute(file)) return undefined
  const [start, end] = [field(range, 'start'), field(range, 'end')]
  const numbers = {
    line: numberField(start, 'line'),
    column: numberField(start, 'column'),
    endLine: numberField(end, 'line'),
    endColumn: numberField(end, 'column'),
  }
  return { file, ...Object.fromEntries(Object.entries(numbers).filter(([, number]) => number !== undefined)) }
}
