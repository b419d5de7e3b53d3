// The fingerprint of a finding: the same while the problem is the same, wherever its lines have moved.
import { createHash } from 'node:crypto'
import type { ObjectRef } from './finding.ts'

export type FingerprintParts = {
  readonly rule: string
  readonly subject?: ObjectRef
  /** File, for findings about a file: those without a subject, and those of a file that an Application reads. */
  readonly file?: string
  /** Pointer whose list indices are replaced by the names of the elements. */
  readonly pointer: string
  /** What tells two findings at one place apart; never a secret in clear. */
  readonly value: string
}

/** Returns 16 hex digits: enough for any repository, short enough to read aloud. */
export function fingerprintOf(parts: FingerprintParts): string {
  const { subject } = parts
  const identity =
    subject === undefined
      ? [parts.file ?? '']
      : [
          subject.cluster ?? '',
          subject.application ?? '',
          groupOf(subject.apiVersion),
          subject.kind,
          subject.namespace ?? '',
          subject.name,
          ...(parts.file === undefined ? [] : [parts.file]),
        ]
  return createHash('sha256')
    .update(JSON.stringify([parts.rule, ...identity, parts.pointer, parts.value]))
    .digest('hex')
    .slice(0, 16)
}

/** A version of an API may change under a finding that stays the same. */
function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : ''
}
