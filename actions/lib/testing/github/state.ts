// What a repository holds beside git: plain data, which tests read and may put there beforehand.
import type { BranchRules } from './types.ts'

export type Issue = {
  number: number
  id: number
  title: string
  body: string | null
  state: 'open' | 'closed'
  stateReason: 'completed' | 'not_planned' | 'reopened' | 'duplicate' | null
  labels: string[]
  assignees: string[]
  login: string
  createdAt: Date
  updatedAt: Date
  closedAt: Date | null
  /** The login of who closed it; left out or null while it is open. */
  closedBy?: string | null
}

export type PullRequest = Issue & {
  draft: boolean
  /** Names of branches, both of this repository: of a fork only that there is one can be said. */
  head: string
  base: string
  /** Commit ids when it was closed or merged; while it is open, the branches say it. */
  headOid: string
  baseOid: string
  mergedAt: Date | null
  mergedBy: string | null
  mergeCommitOid: string | null
  maintainerCanModify: boolean
  autoMerge: {
    method: 'merge' | 'squash' | 'rebase'
    enabledBy: string
    title: string | null
    message: string | null
  } | null
  /** The fork that the head is a branch of; null when that was deleted. Left out: this repository. */
  headRepository?: OtherRepository | null
}

/** A repository that the emulator does not have. */
export type OtherRepository = { id: number; fullName: string }

export type Comment = {
  id: number
  /** Of the issue or the pull request. */
  number: number
  body: string
  login: string
  createdAt: Date
  updatedAt: Date
}

export type CommitStatus = {
  id: number
  sha: string
  state: 'error' | 'failure' | 'pending' | 'success'
  context: string
  description: string | null
  targetUrl: string | null
  login: string
  createdAt: Date
}

export type CheckRun = {
  id: number
  name: string
  headSha: string
  status: string
  conclusion: string | null
  externalId: string | null
  detailsUrl: string | null
  startedAt: Date
  completedAt: Date | null
  output: { title: string | null; summary: string | null; text: string | null; annotations: readonly unknown[] }
  login: string
}

export type Deployment = {
  id: number
  sha: string
  ref: string
  task: string
  environment: string
  description: string | null
  payload: unknown
  transient: boolean
  production: boolean
  login: string
  createdAt: Date
  statuses: DeploymentStatus[]
}

export type DeploymentStatus = {
  id: number
  state: 'error' | 'failure' | 'inactive' | 'pending' | 'success' | 'queued' | 'in_progress'
  description: string
  environment: string
  environmentUrl: string
  logUrl: string
  login: string
  createdAt: Date
}

/** A `repository_dispatch`, or a `workflow_dispatch` of the workflow that is named. */
export type Dispatch = {
  event: 'repository_dispatch' | 'workflow_dispatch'
  type: string | null
  payload: Readonly<Record<string, unknown>>
  workflow: string | null
  ref: string | null
  inputs: Readonly<Record<string, unknown>>
  login: string
}

export type WorkflowRun = {
  id: number
  name: string
  /** The file, such as `.github/workflows/release.yml`; GitHub may add `@` and a reference. */
  path: string
  runNumber: number
  runAttempt: number
  event: string
  status: string
  conclusion: string | null
  headBranch: string
  headSha: string
  login: string
  createdAt: Date
  /** When the last attempt began; left out: when the run was made. */
  startedAt?: Date
  /** The fork that its commit is from; null when that was deleted. Left out: this repository. */
  headRepository?: OtherRepository | null
  /** What was said where it waited for an environment. */
  approvals?: { environments: string[]; state: 'approved' | 'rejected'; login: string; comment: string }[]
}

export type Artifact = {
  id: number
  name: string
  workflowRunId: number
  /** The zip, as it is downloaded. */
  content: Uint8Array
  expired: boolean
  /** `sha256:…` of the zip; undefined leaves it out, as for artifacts of old. */
  digest: string | undefined
  createdAt: Date
  /** Name of the one file that was uploaded without being packed: then `content` is that file. */
  unpacked?: string
}

/** A review as it was submitted; one that was dismissed has that as its state. */
export type Review = {
  id: number
  /** Of the pull request. */
  number: number
  /** Null for an account that is gone. */
  login: string | null
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING'
  body: string
  commitOid: string | null
  submittedAt: Date | null
  editedAt: Date | null
}

export type LabelEvent = {
  id: number
  number: number
  event: 'labeled' | 'unlabeled'
  label: string
  login: string
  createdAt: Date
}

export type Attestation = {
  /** `sha256:…` of what it speaks of. */
  subjectDigest: string
  /** The Sigstore bundle. */
  bundle: Readonly<Record<string, unknown>>
  predicateType: string
}

export type MergeQueueEntry = {
  number: number
  login: string
  enqueuedAt: Date
  jump: boolean
}

export type RepositoryState = {
  readonly issues: Issue[]
  readonly pulls: PullRequest[]
  readonly comments: Comment[]
  readonly statuses: CommitStatus[]
  readonly checkRuns: CheckRun[]
  readonly deployments: Deployment[]
  readonly dispatches: Dispatch[]
  readonly workflowRuns: WorkflowRun[]
  readonly artifacts: Artifact[]
  readonly attestations: Attestation[]
  readonly mergeQueue: MergeQueueEntry[]
  readonly reviews: Review[]
  readonly labelEvents: LabelEvent[]
  /** By login in small letters; nobody else is a collaborator, but the owner. */
  readonly collaborators: Map<string, 'admin' | 'maintain' | 'write' | 'triage' | 'read'>
  /** Files of workflows that exist, by which a dispatch is taken: `release.yml`. Empty: every name is. */
  readonly workflows: string[]
  readonly protections: Map<string, BranchRules>
  /** What GitHub does without a word: such as that a merge by the workflow's own token starts no workflow. */
  readonly notes: string[]
}

export function emptyState(): RepositoryState {
  return {
    issues: [],
    pulls: [],
    comments: [],
    statuses: [],
    checkRuns: [],
    deployments: [],
    dispatches: [],
    workflowRuns: [],
    artifacts: [],
    attestations: [],
    mergeQueue: [],
    reviews: [],
    labelEvents: [],
    collaborators: new Map(),
    workflows: [],
    protections: new Map(),
    notes: [],
  }
}
