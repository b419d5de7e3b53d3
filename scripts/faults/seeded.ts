// Puts a fault into a file's text.
import type { Fault } from './aiwfe-faults.ts'

/** The text of a file with the fault in it. Throws when the file no longer holds what the fault replaces. */
export function seeded(fault: Fault, text: string): string {
  const from = fault.after === undefined ? 0 : text.indexOf(fault.after)
  const at = from < 0 ? -1 : text.indexOf(fault.find, from)
  if (at < 0) throw new Error(`${fault.file} no longer holds ${JSON.stringify(fault.find)}`)
  return text.slice(0, at) + fault.replace + text.slice(at + fault.find.length)
}
