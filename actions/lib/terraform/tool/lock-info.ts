// Who holds the lock of a state, read from the tool's words: it tells it in no other way.
import type { Diagnostic, LockInfo } from '../result/result.ts'

const names: Readonly<Record<string, keyof LockInfo>> = {
  ID: 'id',
  Path: 'path',
  Operation: 'operation',
  Who: 'who',
  Version: 'version',
  Created: 'created',
  Info: 'info',
}

/** The lock that a diagnostic tells of; undefined where it tells of none. */
export function readLockInfo(diagnostics: readonly Diagnostic[]): LockInfo | undefined {
  for (const { summary, detail } of diagnostics) {
    if (!/\bstate\b.*\block\b|\block\b.*\bstate\b/i.test(summary) || detail === undefined) continue
    const lock = readDetail(detail)
    if (lock !== undefined) return lock
  }
  return undefined
}

function readDetail(detail: string): LockInfo | undefined {
  const lines = detail.split('\n')
  const start = lines.findIndex((line) => line.trim() === 'Lock Info:')
  const found: Partial<Record<keyof LockInfo, string>> = {}
  for (const line of start === -1 ? [] : lines.slice(start + 1)) {
    const [, name = '', value = ''] = /^\s*([A-Z][A-Za-z]*):\s*(.*?)\s*$/.exec(line) ?? []
    const key = Object.hasOwn(names, name) ? names[name] : undefined
    if (key === undefined) break
    if (value !== '') found[key] = value
  }
  // Beside the id of the lock that is held, Terraform's HTTP backend shows what we asked for ourselves: whose it is, is not told.
  const [held, id] = /remote state already locked(?:: ID=(\S+))?/.exec(detail) ?? []
  if (held !== undefined && id !== found.id) return { id: id ?? 'unknown' }
  return found.id === undefined ? undefined : { ...found, id: found.id }
}
