// What is there before a test begins: the fields that matter, the others as GitHub would have them.
import { createHash } from 'node:crypto'
import type {
  Artifact,
  CheckRun,
  Comment,
  CommitStatus,
  Issue,
  LabelEvent,
  PullRequest,
  Review,
  WorkflowRun,
} from './state.ts'
import type { EmulatedRepository } from './types.ts'

const since = new Date('2026-01-01T00:00:00Z')
let ids = 1_000_000

function nextId(): number {
  ids += 1
  return ids
}

type Seed<T, Needed extends keyof T> = Pick<T, Needed> & Partial<T>

/** A finished run unless it says otherwise, of a push by a person. */
export function seedWorkflowRun(repository: EmulatedRepository, run: Seed<WorkflowRun, 'headSha'>): WorkflowRun {
  const seeded: WorkflowRun = {
    id: nextId(),
    name: 'CI',
    path: '.github/workflows/ci.yml',
    runNumber: 1,
    runAttempt: 1,
    event: 'push',
    status: 'completed',
    conclusion: 'success',
    headBranch: repository.settings.defaultBranch,
    login: 'somebody-else',
    createdAt: since,
    ...run,
  }
  repository.workflowRuns.push(seeded)
  return seeded
}

/** An artifact of a run, with the digest of its zip. */
export function seedArtifact(
  repository: EmulatedRepository,
  artifact: Seed<Artifact, 'name' | 'workflowRunId' | 'content'>,
): Artifact {
  const digest = `sha256:${createHash('sha256').update(artifact.content).digest('hex')}`
  const seeded: Artifact = { id: nextId(), expired: false, digest, createdAt: since, ...artifact }
  repository.artifacts.push(seeded)
  return seeded
}

export function seedIssue(repository: EmulatedRepository, issue: Seed<Issue, 'title'>): Issue {
  const numbers = [...repository.issues, ...repository.pulls].map(({ number }) => number)
  const seeded: Issue = {
    number: Math.max(0, ...numbers) + 1,
    id: nextId(),
    body: null,
    state: 'open',
    stateReason: null,
    labels: [],
    assignees: [],
    login: 'somebody-else',
    createdAt: since,
    updatedAt: since,
    closedAt: null,
    ...issue,
  }
  repository.issues.push(seeded)
  return seeded
}

export function seedComment(repository: EmulatedRepository, comment: Seed<Comment, 'number' | 'body'>): Comment {
  const seeded = { id: nextId(), login: 'somebody-else', createdAt: since, updatedAt: since, ...comment }
  repository.comments.push(seeded)
  return seeded
}

export function seedStatus(repository: EmulatedRepository, status: Seed<CommitStatus, 'sha' | 'state'>): CommitStatus {
  const rest = { context: 'default', description: null, targetUrl: null, login: 'somebody-else', createdAt: since }
  const seeded: CommitStatus = { id: nextId(), ...rest, ...status }
  repository.statuses.push(seeded)
  return seeded
}

/** A finished check unless it says otherwise, of an App `ci[bot]`. */
export function seedCheckRun(repository: EmulatedRepository, run: Seed<CheckRun, 'name' | 'headSha'>): CheckRun {
  const seeded: CheckRun = {
    id: nextId(),
    status: 'completed',
    conclusion: 'success',
    externalId: null,
    detailsUrl: null,
    startedAt: since,
    completedAt: since,
    output: { title: null, summary: null, text: null, annotations: [] },
    login: 'ci[bot]',
    ...run,
  }
  repository.checkRuns.push(seeded)
  return seeded
}

/** A pull request that was merged by a merge commit on the default branch, whose commits are there already. */
export function seedMergedPull(
  repository: EmulatedRepository,
  pull: Seed<PullRequest, 'head' | 'headOid' | 'baseOid' | 'mergeCommitOid'>,
): PullRequest {
  const numbers = [...repository.issues, ...repository.pulls].map(({ number }) => number)
  const seeded: PullRequest = {
    number: Math.max(0, ...numbers) + 1,
    id: nextId(),
    title: 'A change',
    body: null,
    state: 'closed',
    stateReason: null,
    labels: [],
    assignees: [],
    login: 'author',
    createdAt: since,
    updatedAt: since,
    closedAt: since,
    closedBy: 'merger',
    draft: false,
    base: repository.settings.defaultBranch,
    mergedAt: since,
    mergedBy: 'merger',
    maintainerCanModify: false,
    autoMerge: null,
    ...pull,
  }
  repository.pulls.push(seeded)
  return seeded
}

/** An approval unless it says otherwise. */
export function seedReview(repository: EmulatedRepository, review: Seed<Review, 'number' | 'login'>): Review {
  const rest = { state: 'APPROVED' as const, body: '', commitOid: null, submittedAt: since, editedAt: null }
  const seeded: Review = { id: nextId(), ...rest, ...review }
  repository.reviews.push(seeded)
  return seeded
}

/** A label that was put on unless it says otherwise; the labels of the pull request itself are left as they are. */
export function seedLabelEvent(
  repository: EmulatedRepository,
  event: Seed<LabelEvent, 'number' | 'label' | 'login'>,
): LabelEvent {
  const seeded: LabelEvent = { id: nextId(), event: 'labeled', createdAt: since, ...event }
  repository.labelEvents.push(seeded)
  return seeded
}
