// REST: runs of workflows, their artifacts, and attestations.
import { createHash } from 'node:crypto'
import { dateText } from '../commits.ts'
import { notFound, RestError } from '../errors.ts'
import { nodeId } from '../node-id.ts'
import { simpleUser } from '../people.ts'
import type { Repository } from '../repository.ts'
import { sidesOf } from '../sides.ts'
import type { Artifact, WorkflowRun } from '../state.ts'
import { inRepository, number, type RepositoryRequest, text } from './handler.ts'
import { pageOf } from './pages.ts'
import { apiOf, htmlOf } from './render-commit.ts'
import { minimalRepository, otherRepository } from './render-repository.ts'

/** The number that the workflow of a file has. */
const workflowNumber = (path: string) => createHash('sha1').update(path).digest().readUInt32BE(0)

async function shownRun(url: string, repository: Repository, run: WorkflowRun) {
  const api = apiOf(url, repository)
  const self = `${api}/actions/runs/${run.id}`
  const commit = await repository.git.commit(run.headSha)
  const person = (side: 'author' | 'committer') => ({
    name: commit?.[side].name ?? '',
    email: commit?.[side].email ?? '',
  })
  const headCommit = commit && {
    id: run.headSha,
    tree_id: commit.tree,
    message: commit.message,
    timestamp: dateText(commit.committer.date),
    author: person('author'),
    committer: person('committer'),
  }
  const created = dateText(run.createdAt)
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('WFR', repository.fullName, run.id),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: run.path,
    display_title: run.name,
    run_number: run.runNumber,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: workflowNumber(run.path),
    url: self,
    html_url: `${htmlOf(url, repository)}/actions/runs/${run.id}`,
    // Only while a pull request is open, and never for one of a fork.
    pull_requests: run.headRepository === undefined ? await openPulls(url, repository, run) : [],
    created_at: created,
    updated_at: created,
    actor: simpleUser(url, run.login),
    triggering_actor: simpleUser(url, run.login),
    run_attempt: run.runAttempt,
    run_started_at: dateText(run.startedAt ?? run.createdAt),
    jobs_url: `${self}/jobs`,
    logs_url: `${self}/logs`,
    check_suite_url: `${api}/check-suites/${run.id}`,
    artifacts_url: `${self}/artifacts`,
    cancel_url: `${self}/cancel`,
    rerun_url: `${self}/rerun`,
    previous_attempt_url: null,
    workflow_url: `${api}/actions/workflows/${workflowNumber(run.path)}`,
    head_commit: headCommit ?? null,
    repository: minimalRepository(url, repository),
    head_repository:
      run.headRepository === undefined
        ? minimalRepository(url, repository)
        : run.headRepository && otherRepository(url, run.headRepository),
  }
}

async function openPulls(url: string, repository: Repository, run: WorkflowRun) {
  const api = apiOf(url, repository)
  const repo = { id: repository.id, name: repository.name, url: api }
  const found = []
  for (const pull of repository.state.pulls) {
    const { head, base } = await sidesOf(repository, pull)
    if (pull.state !== 'open' || head !== run.headSha) continue
    const sides = { head: { ref: pull.head, sha: head, repo }, base: { ref: pull.base, sha: base, repo } }
    found.push({ id: pull.id, number: pull.number, url: `${api}/pulls/${pull.number}`, ...sides })
  }
  return found
}

function runOf({ repository, path }: RepositoryRequest): WorkflowRun {
  const found = repository.state.workflowRuns.find(({ id }) => id === number(path.run_id))
  if (found === undefined) throw notFound()
  return found
}

export const getRun = inRepository('actions:read', async (request) => ({
  status: 200,
  body: await shownRun(request.emulator.url, request.repository, runOf(request)),
}))

/** Runs of one workflow, by its number or its file's name, newest first. */
export const listRuns = inRepository('actions:read', async (request) => {
  const { emulator, repository, path, query } = request
  const { state } = repository
  const wanted = text(path.workflow_id)
  const isMeant = (file: string) => file === `.github/workflows/${wanted}` || String(workflowNumber(file)) === wanted
  const fileOf = (run: WorkflowRun) => run.path.replace(/@.*$/, '')
  const known = state.workflows.includes(wanted) || state.workflowRuns.some((run) => isMeant(fileOf(run)))
  if (!known) throw notFound()
  const found = state.workflowRuns
    .filter((run) => isMeant(fileOf(run)))
    .filter((run) => query.branch === undefined || run.headBranch === query.branch)
    .filter((run) => query.event === undefined || run.event === query.event)
    .filter((run) => query.actor === undefined || run.login === query.actor)
    .filter((run) => query.head_sha === undefined || run.headSha === query.head_sha)
    // Both are asked for by the same parameter.
    .filter((run) => query.status === undefined || run.status === query.status || run.conclusion === query.status)
    .reverse()
  const page = pageOf(request, found)
  const runs = await Promise.all(page.items.map((run) => shownRun(emulator.url, repository, run)))
  return { status: 200, body: { total_count: found.length, workflow_runs: runs }, headers: page.headers }
})

function shownArtifact(url: string, repository: Repository, artifact: Artifact) {
  const self = `${apiOf(url, repository)}/actions/artifacts/${artifact.id}`
  const run = repository.state.workflowRuns.find(({ id }) => id === artifact.workflowRunId)
  const created = dateText(artifact.createdAt)
  const kept = new Date(artifact.createdAt.getTime() + 90 * 24 * 3600 * 1000)
  return {
    id: artifact.id,
    node_id: nodeId('ART', repository.fullName, artifact.id),
    name: artifact.name,
    size_in_bytes: artifact.content.length,
    url: self,
    archive_download_url: `${self}/zip`,
    expired: artifact.expired,
    created_at: created,
    updated_at: created,
    expires_at: dateText(kept),
    ...(artifact.digest === undefined ? {} : { digest: artifact.digest }),
    workflow_run:
      run === undefined
        ? null
        : {
            id: run.id,
            repository_id: repository.id,
            // Left out for a fork that is gone.
            ...(run.headRepository === null ? {} : { head_repository_id: run.headRepository?.id ?? repository.id }),
            head_branch: run.headBranch,
            head_sha: run.headSha,
          },
  }
}

function artifactOf({ repository, path }: RepositoryRequest): Artifact {
  const found = repository.state.artifacts.find(({ id }) => id === number(path.artifact_id))
  if (found === undefined) throw notFound()
  return found
}

export const listArtifacts = inRepository('actions:read', (request) => {
  const { emulator, repository, query } = request
  const run = runOf(request)
  const found = repository.state.artifacts
    .filter((one) => one.workflowRunId === run.id)
    .filter((one) => query.name === undefined || one.name === query.name)
  const page = pageOf(request, found)
  const artifacts = page.items.map((one) => shownArtifact(emulator.url, repository, one))
  return { status: 200, body: { total_count: found.length, artifacts }, headers: page.headers }
})

/** Of all runs, forks' runs among them; newest first. */
export const listRepositoryArtifacts = inRepository('actions:read', (request) => {
  const { emulator, repository, query } = request
  const found = repository.state.artifacts.filter((one) => query.name === undefined || one.name === query.name)
  const page = pageOf(request, found.toReversed())
  const artifacts = page.items.map((one) => shownArtifact(emulator.url, repository, one))
  return { status: 200, body: { total_count: found.length, artifacts }, headers: page.headers }
})

export const getArtifact = inRepository('actions:read', (request) => ({
  status: 200,
  body: shownArtifact(request.emulator.url, request.repository, artifactOf(request)),
}))

/** Sends to another host, which takes no token: a client that sends one along fails there. */
export const downloadArtifact = inRepository('actions:read', (request) => {
  const artifact = artifactOf(request)
  if (request.path.archive_format !== 'zip') throw notFound()
  if (artifact.expired) throw new RestError(410, 'Artifact has expired')
  return { status: 302, headers: { location: request.emulator.offerDownload(artifact.content, artifact.unpacked) } }
})

/** Who let it into the environments that it waited for. */
export const listApprovals = inRepository('actions:read', (request) => {
  const { emulator, repository } = request
  const api = apiOf(emulator.url, repository)
  const approvals = (runOf(request).approvals ?? []).map(({ environments, state, login, comment }) => ({
    environments: environments.map((name) => ({ name, url: `${api}/environments/${encodeURIComponent(name)}` })),
    state,
    user: simpleUser(emulator.url, login),
    comment,
  }))
  return { status: 200, body: approvals }
})

/** None is a 404. */
export const listAttestations = inRepository('attestations:read', ({ repository, path, query }) => {
  const found = repository.state.attestations
    .filter((one) => one.subjectDigest === path.subject_digest)
    .filter(
      (one) => query.predicate_type === undefined || predicateOf(text(query.predicate_type)) === one.predicateType,
    )
  if (found.length === 0) throw notFound()
  const size = Math.min(Number(query.per_page ?? 30), 100)
  return {
    status: 200,
    body: { attestations: found.slice(0, size).map(({ bundle }) => ({ bundle, repository_id: repository.id })) },
  }
})

/** Two kinds have short names. */
const predicateOf = (name: string) =>
  name === 'provenance' ? 'https://slsa.dev/provenance/v1' : name === 'sbom' ? 'https://spdx.dev/Document/v2.3' : name
