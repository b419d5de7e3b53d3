// Whether a plan that was found is the one that was reviewed: made by this repository, this workflow, for this commit and this root.
// GitHub lists what forks' runs leave behind among the repository's own, and anybody can give an artifact any name.
import type { Envelope } from '../envelope/envelope.ts'
import { type ArtifactEvidence, isSameName, type PullEvidence, type RunEvidence, timeOf } from './evidence.ts'

export type Expectations = {
  /** owner/name */
  readonly repository: string
  readonly repositoryId: number
  /** Path of the file of the workflow that makes plans. */
  readonly workflow: string
  /** `pull_request`, or what started the plan where there is no pull request. */
  readonly event: string
  readonly root: string
  /** The root's folder. */
  readonly path: string
  /** The commit that was reviewed: the head of the pull request. */
  readonly head: string
  readonly artifact: string
  /** The last run of that workflow for that commit and event: an older plan is not the one that was shown last. */
  readonly lastRun?: number
  /** The last artifact of that name in the run: an attempt may have left one before. */
  readonly lastArtifact?: number
}

export type Provenance = {
  readonly artifact: ArtifactEvidence
  readonly run: RunEvidence
  /** Undefined where the plan was not made for a pull request. */
  readonly pull: PullEvidence | undefined
  /** Undefined before the artifact is downloaded: what is outside of it is proved first. */
  readonly envelope: Envelope | undefined
  readonly expectations: Expectations
}

/** Clocks of runners are not GitHub's. */
const skewMs = 5 * 60_000

/** Every reason why it is not proved, each in one plain sentence; none when it is. Looks at nothing inside of the plan. */
export function proveProvenance(provenance: Provenance): readonly string[] {
  const { envelope } = provenance
  return [
    ...artifactProblems(provenance),
    ...runProblems(provenance),
    ...pullProblems(provenance),
    ...(envelope === undefined ? [] : envelopeProblems(provenance, envelope)),
  ]
}

/** The sentences of the conditions that do not hold. */
const unless = (...conditions: readonly (readonly [holds: boolean, sentence: string])[]) =>
  conditions.filter(([holds]) => !holds).map(([, sentence]) => sentence)

const short = (commit: string | undefined) => commit?.slice(0, 7) ?? 'no commit'

function artifactProblems({ artifact, run, expectations: wanted }: Provenance): readonly string[] {
  const { id, name } = artifact
  return unless(
    [name === wanted.artifact, `The artifact ${id} is named ${name}, not ${wanted.artifact}.`],
    [!artifact.expired, `The artifact ${name} has expired.`],
    [artifact.run === run.id, `The artifact ${name} is of run ${artifact.run ?? 'unknown'}, not of run ${run.id}.`],
    [artifact.repositoryId === wanted.repositoryId, `The artifact ${name} is of another repository.`],
    [artifact.headRepositoryId === wanted.repositoryId, `The artifact ${name} was made for a fork.`],
    [
      artifact.headSha === wanted.head,
      `The artifact ${name} is for ${short(artifact.headSha)}, not for ${short(wanted.head)}.`,
    ],
    [
      wanted.lastArtifact === undefined || wanted.lastArtifact === id,
      `The artifact ${name} (${id}) is not the last of its name in run ${run.id}: ${wanted.lastArtifact} is.`,
    ],
    [
      isWithin(run.createdAt, artifact.createdAt),
      `The artifact ${name} is older than the run ${run.id} that it is of.`,
    ],
  )
}

function runProblems({ run, expectations: wanted }: Provenance): readonly string[] {
  const { id } = run
  // A run that fails for another root, or since a guard refuses one, has made good plans as well.
  const isOver = run.status === 'completed' && (run.conclusion === 'success' || run.conclusion === 'failure')
  return unless(
    [
      isSameName(run.repository, wanted.repository) && run.repositoryId === wanted.repositoryId,
      `Run ${id} is of the repository ${run.repository}, not of ${wanted.repository}.`,
    ],
    [
      isSameName(run.headRepository, wanted.repository) && run.headRepositoryId === wanted.repositoryId,
      `Run ${id} is of a fork (${run.headRepository ?? 'deleted since'}).`,
    ],
    [run.workflow === wanted.workflow, `Run ${id} is of the workflow ${run.workflow}, not of ${wanted.workflow}.`],
    [run.event === wanted.event, `Run ${id} was started by ${run.event}, not by ${wanted.event}.`],
    [run.headSha === wanted.head, `Run ${id} is for ${short(run.headSha)}, not for ${short(wanted.head)}.`],
    [isOver, `Run ${id} did not end as one that makes plans does: ${run.conclusion ?? run.status}.`],
    [
      wanted.lastRun === undefined || wanted.lastRun === id,
      `Run ${id} is not the last one of ${wanted.workflow} for ${short(wanted.head)}: ${wanted.lastRun} is.`,
    ],
  )
}

function pullProblems({ artifact, pull, expectations: wanted }: Provenance): readonly string[] {
  if (pull === undefined) {
    return unless([wanted.event !== 'pull_request', 'No pull request is known that the plan was made for.'])
  }
  const { number } = pull
  return unless(
    [
      isSameName(pull.headRepository, wanted.repository),
      `#${number} is from a fork (${pull.headRepository ?? 'deleted since'}).`,
    ],
    [pull.headSha === wanted.head, `The head of #${number} is ${short(pull.headSha)}, not ${short(wanted.head)}.`],
    [
      isWithin(artifact.createdAt, pull.mergedAt),
      `The artifact ${artifact.name} was uploaded after #${number} was merged, so nobody has reviewed it.`,
    ],
  )
}

function envelopeProblems(
  { artifact, run, pull, expectations: wanted }: Provenance,
  envelope: Envelope,
): readonly string[] {
  const attempt = /^[1-9]\d{0,5}$/.test(envelope.runAttempt) ? Number(envelope.runAttempt) : Number.NaN
  const ofPull = envelope.pullRequest === undefined ? 'no pull request' : `#${envelope.pullRequest}`
  return unless(
    [isSameName(envelope.repository, wanted.repository), `The plan is for the repository ${envelope.repository}.`],
    [envelope.root === wanted.root, `The plan is for the root ${envelope.root}, not for ${wanted.root}.`],
    [envelope.path === wanted.path, `The plan is for the folder ${envelope.path}, not for ${wanted.path}.`],
    [envelope.head === wanted.head, `The plan is for ${short(envelope.head)}, not for ${short(wanted.head)}.`],
    [
      envelope.pullRequest === pull?.number,
      `The plan is for ${ofPull}, not for ${pull === undefined ? 'none' : `#${pull.number}`}.`,
    ],
    [envelope.run === String(run.id), `The plan says that run ${envelope.run} made it, and it was in run ${run.id}.`],
    [
      workflowOf(envelope) === run.workflow,
      `The plan says that the workflow ${envelope.workflow} made it, and it was in a run of ${run.workflow}.`,
    ],
    [
      envelope.event === run.event,
      `The plan says that ${envelope.event} started it, and its run was started by ${run.event}.`,
    ],
    [
      fitsAttempt(attempt, artifact, run),
      `The plan says that attempt ${envelope.runAttempt} made it, and it was not uploaded during that attempt of run ${run.id}.`,
    ],
    [
      isWithin(run.createdAt, envelope.createdAt, skewMs) && isWithin(envelope.createdAt, artifact.createdAt, skewMs),
      `The plan says that it was made ${envelope.createdAt}, and its run began ${run.createdAt} and had uploaded it ${artifact.createdAt}.`,
    ],
  )
}

/** GitHub's own notation has the repository before it and the reference behind it. */
const workflowOf = ({ workflow, repository }: Envelope) =>
  (workflow.startsWith(`${repository}/`) ? workflow.slice(repository.length + 1) : workflow).replace(/@.*$/s, '')

/** Only of the last attempt is known when it began; jobs that are not run again leave what they uploaded before. */
function fitsAttempt(attempt: number, artifact: ArtifactEvidence, run: RunEvidence): boolean {
  const [uploaded, began] = [timeOf(artifact.createdAt), timeOf(run.startedAt)]
  if (uploaded === undefined || began === undefined || !(attempt >= 1 && attempt <= run.attempt)) return false
  return attempt === run.attempt ? uploaded >= began : uploaded < began
}

/** Whether one time is not after another, both by GitHub's clock. What is no time is within nothing. */
function isWithin(earlier: string, later: string, marginMs = 0): boolean {
  const [from, to] = [timeOf(earlier), timeOf(later)]
  return from !== undefined && to !== undefined && from <= to + marginMs
}
