// Which file a new hold goes to: none where it stands already, never one that holds something else.
import { type Hold, parseHold } from '../../contracts/hold.ts'
import type { Version } from '../../images/version.ts'
import type { PlanContext } from '../plan.ts'
import type { FileChange } from '../request.ts'
import { hasEnded } from './holds.ts'
import { type HoldSubject, holdKey, holdPath } from './state-files.ts'
import { renderHold, utcTime } from './write-hold.ts'

export type HoldOptions = {
  readonly reason: string
  readonly by: string | undefined
  /** Address of the run. */
  readonly run?: string | undefined
  /** Milliseconds since 1970; undefined: until somebody removes it. */
  readonly until: number | undefined
}

export type HeldVersion = {
  readonly image: string
  readonly bad: Version
  readonly environments: readonly string[]
}

export type PlannedHold =
  /** Without a change it stands there already. */
  { readonly path: string; readonly change: FileChange | undefined } | { readonly message: string }

/** Plans one hold. @param taken paths of holds that the same change writes; the path is added */
export async function planHold(
  { image, bad, environments }: HeldVersion,
  options: HoldOptions,
  context: PlanContext,
  taken: Set<string>,
): Promise<PlannedHold> {
  const { holds, now, files, state } = context
  const { tag, digest } = bad
  const subject: HoldSubject = {
    image,
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
    environments: [...new Set(environments)].sort(),
  }
  const same = holds.filter(({ hold }) => holdKey(hold) === holdKey(subject))
  const standing = same.find(({ hold }) => !hasEnded(hold, now))
  const hold = newHold(subject, options, standing?.hold, now)
  const text = renderHold(hold)
  const written = parseHold(text, 'hold')
  // A hold that cannot be read would keep every later bump back.
  if ('problems' in written) {
    return {
      message: `the hold would not be valid: ${written.problems[0]?.message}; write it by hand, or set \`hold: false\``,
    }
  }
  if (standing !== undefined && saysEnough(standing.hold, written.hold)) {
    return { path: standing.file, change: undefined }
  }
  const own = standing ?? same[0]
  const plain = holdPath(state, subject)
  const isFree = (path: string) => !taken.has(path) && !files.tree.files.has(path)
  const path = own?.file ?? (isFree(plain) ? plain : holdPath(state, subject, true))
  const before = own === undefined ? undefined : await files.tree.read(path)
  if (own === undefined ? !isFree(path) : before?.type !== 'file') {
    return {
      message: `the hold cannot be written: ${path} is there, and is another hold or no plain file; move it away`,
    }
  }
  taken.add(path)
  const bytes = before?.type === 'file' ? before.bytes : undefined
  return { path, change: { path, before: bytes, after: new TextEncoder().encode(text) } }
}

/** A second roll-back does not make an earlier hold end sooner. */
function newHold(
  subject: HoldSubject,
  { reason, by, run, until }: HoldOptions,
  standing: Hold | undefined,
  now: number,
) {
  const asked = until === undefined ? undefined : utcTime(until)
  const end =
    standing === undefined || asked === undefined || (standing.until !== undefined && standing.until < asked)
      ? asked
      : standing.until
  return {
    ...subject,
    reason,
    ...(by !== undefined && { by }),
    ...(run !== undefined && { run }),
    since: utcTime(now),
    ...(end !== undefined && { until: end }),
  }
}

const saysEnough = (standing: Hold, wanted: Hold): boolean =>
  standing.reason === wanted.reason && standing.until === wanted.until
