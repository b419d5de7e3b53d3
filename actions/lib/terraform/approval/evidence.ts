// What is known of a plan's way here, as plain data: where GitHub's word ends up, without knowing GitHub. All times are RFC 3339.

/** What a run has left behind. Its times and ids are the platform's word, not the run's. */
export type ArtifactEvidence = {
  readonly id: number
  readonly name: string
  /** When it had been uploaded. */
  readonly createdAt: string
  readonly expired: boolean
  readonly run?: number
  readonly repositoryId?: number
  readonly headRepositoryId?: number
  readonly headSha?: string
}

export type RunEvidence = {
  readonly id: number
  /** The last one; `startedAt` is of it. */
  readonly attempt: number
  readonly repository: string
  readonly repositoryId: number
  /** Undefined for a fork that is gone. */
  readonly headRepository?: string
  readonly headRepositoryId?: number
  /** File of the workflow. */
  readonly workflow: string
  readonly headSha: string
  readonly event: string
  readonly status: string
  readonly conclusion?: string
  readonly createdAt: string
  readonly startedAt: string
}

/** The pull request that was merged. */
export type PullEvidence = {
  readonly number: number
  readonly headSha: string
  /** Undefined for a fork that is gone. */
  readonly headRepository?: string
  readonly baseBranch: string
  readonly mergedAt: string
}

export type ReviewEvidence = {
  /** Undefined for an account that is gone. */
  readonly by?: string
  readonly state: 'approved' | 'changes-requested' | 'commented' | 'dismissed'
  readonly submittedAt: string
  readonly commit?: string
  readonly body: string
  /** Whether the text was changed afterwards, by whomever. */
  readonly isEdited: boolean
}

export type LabelEvidence = {
  readonly type: 'labeled' | 'unlabeled'
  readonly label: string
  readonly by?: string
  readonly at: string
}

export type PersonEvidence = {
  readonly login: string
  readonly permission: 'admin' | 'write' | 'read' | 'none'
  /** Those of the policy's teams that the person is in. */
  readonly teams: readonly string[]
}

/** Names of people, repositories and teams are the same in any case. */
export const isSameName = (one: string | undefined, other: string | undefined) =>
  one !== undefined && one.toLowerCase() === other?.toLowerCase()

/** Milliseconds since 1970; undefined for what is no time with a zone. */
export function timeOf(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text)) return undefined
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : time
}
