// What a plan says of itself, for a person.
import type { Envelope } from '../../lib/terraform/envelope/envelope.ts'
import { holdsState } from '../../lib/terraform/envelope/seal.ts'
import { countsInWords } from '../../lib/terraform/show/change-words.ts'
import { shortFingerprint } from '../../lib/terraform/show/root-sections.ts'

/** Lines, not yet safe for a terminal. */
export function describeEnvelope(envelope: Envelope): readonly string[] {
  const { root, path, tool, toolVersion, workspace, repository, head, base, pullRequest, run, runAttempt } = envelope
  const isState = holdsState(envelope)
  const { workflow, event, createdAt, state, counts, needsApply, guards, fingerprint, encryption, lockHash } = envelope
  const does = needsApply ? countsInWords(counts) || 'changes' : 'nothing to apply'
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['root', path === root ? root : `${root} (${path})`],
    ['does', isState ? undefined : does],
    ...guards.map(({ guard, severity, address }) => ['guard', `${severity} ${guard} ${address ?? ''}`.trim()] as const),
    ['tool', `${tool} ${toolVersion}`],
    ['workspace', workspace],
    [
      'state',
      isState
        ? undefined
        : state === undefined
          ? 'did not exist yet'
          : `serial ${state.serial}, lineage ${state.lineage}`,
    ],
    ['lock file', lockHash],
    ['repository', repository],
    ['commit', head],
    ['base', base],
    ['pull request', pullRequest === undefined ? undefined : `#${pullRequest}`],
    ['run', `${run}, attempt ${runAttempt}, on ${event}`],
    ['workflow', workflow],
    ['made at', createdAt],
    ['plan', isState ? undefined : shortFingerprint(fingerprint)],
    ['key', encryption.cipher === 'none' ? 'none: not encrypted' : encryption.keyId],
  ]
  return rows.flatMap(([name, value]) => (value === undefined ? [] : [`${name.padEnd(14)}${value}`]))
}
