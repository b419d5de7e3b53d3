// What `land` tells a person: one line an attempt, and why it gave up.
import { clip, count, oneLine } from '../text/words.ts'
import { errorMessage, UserError } from '../toolkit/user-error.ts'
import { shortId } from './api-address.ts'
import type { GitHubClient } from './client.ts'
import type { CommitResult } from './commit.ts'
import { commitsTouching } from './history.ts'
import { inSeconds } from './patience.ts'

type Unlanded = Exclude<CommitResult, { type: 'committed' }>

/** @param attempt its outcome, the head that it was made for and the one that the branch has now, and how long was waited */
export function afterAttempt(attempt: {
  readonly outcome: Unlanded | undefined
  readonly branch: string
  readonly before: string
  readonly head: string
  readonly waitMs: number
}): string {
  const { outcome, branch, before, head, waitMs } = attempt
  const again = `again after ${inSeconds(waitMs)}`
  if (outcome?.type === 'limited') return `GitHub’s rate limit; ${again}`
  const moved = before === head ? `${branch} is still at ${shortId(head)}` : `${branch} moved to ${shortId(head)}`
  if (outcome?.type === 'unknown') return `no usable answer (${outcome.reason}), ${moved}; ${again}`
  return `${before === head ? 'somebody was faster' : `${moved} while editing`}; ${again}`
}

/** The error for the deadline: how often it was tried, what went wrong, whose commits came first. */
export async function tooLate(
  client: GitHubClient,
  story: {
    readonly repository: string
    readonly branch: string
    readonly deadlineMs: number
    readonly outcomes: readonly Unlanded[]
  },
): Promise<UserError> {
  const { repository, branch, deadlineMs, outcomes } = story
  const counted = (type: Unlanded['type']) => outcomes.filter((outcome) => outcome.type === type).length
  const troubles = [
    [counted('stale'), 'somebody else was faster'],
    [counted('limited'), 'GitHub’s rate limit held it back'],
    [counted('unknown'), 'there was no usable answer'],
  ] as const
  const list = troubles
    .filter(([times]) => times > 0)
    .map(([times, what]) => `${times === 1 ? 'once' : `${times} times`} ${what}`)
  const others = counted('stale') > 0 ? await lastCommits(client, repository, branch) : ''
  return new UserError(
    `the change did not get onto ${branch} of ${repository} within ${inSeconds(deadlineMs)}: ${count(outcomes.length, 'attempt')}, ${list.join(', ')}${others}`,
    {
      next:
        counted('stale') > 0
          ? 'run the job again; if this happens often, send the changes of this branch through one workflow with `concurrency` and `queue: max`, or give this step more time'
          : 'run the job again later',
    },
  )
}

async function lastCommits(client: GitHubClient, repository: string, branch: string): Promise<string> {
  try {
    const commits = await commitsTouching(client, repository, branch, '', 3)
    const told = commits.map(
      ({ id, author, message }) => `${shortId(id)} by ${oneLine(author)} “${headlineOf(message)}”`,
    )
    return told.length === 0 ? '' : `; the last commits there: ${told.join(', ')}`
  } catch {
    return ''
  }
}

const headlineOf = (message: string) => clip(oneLine(message.split('\n', 1)[0] ?? ''), 60)

/** For an end after an attempt without an answer: the commit may be there, or come a moment later. */
export function maybeLanded(
  error: unknown,
  place: { readonly repository: string; readonly branch: string; readonly trailer: string },
): UserError {
  const what = error instanceof UserError ? error.what : errorMessage(error)
  return new UserError(
    `${what}; an attempt before that got no answer, so the change may be on ${place.branch} all the same`,
    {
      where: `${place.branch} of ${place.repository}`,
      next: `look for a commit with the line “${place.trailer}” there; if there is none, run the job again, which is safe in either case`,
      cause: error,
    },
  )
}
