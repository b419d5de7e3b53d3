// Check runs: one for each thing that is judged, beside the commit, with remarks at lines. https://docs.github.com/rest/checks/runs
import { createHash } from 'node:crypto'
import { clip, oneLine } from '../text/words.ts'
import { UserError } from '../toolkit/user-error.ts'
import { ownerAndName, shortId } from './api-address.ts'
import type { GitHubClient } from './client.ts'
import { fitMarkdown } from './fit-markdown.ts'
import { GitHubError, refusalOf, wasRefused } from './github-error.ts'
import { viewerLogin } from './viewer.ts'

export type CheckAnnotation = {
  readonly path: string
  readonly line: number
  readonly endLine?: number
  readonly level: 'notice' | 'warning' | 'failure'
  readonly title?: string
  readonly message: string
}

export type CheckRun = {
  readonly repository: string
  readonly headSha: string
  /** Tells our check runs of a commit apart from each other. */
  readonly name: string
  readonly conclusion: 'success' | 'failure' | 'neutral' | 'skipped' | 'action_required'
  readonly title: string
  /** Markdown; cut where it is longer than GitHub takes, as `text` is. */
  readonly summary: string
  readonly text?: string
  /** Where “Details” leads. */
  readonly detailsUrl?: string
  readonly annotations?: readonly CheckAnnotation[]
}

export type UpsertedCheckRun = {
  readonly type: 'created' | 'updated' | 'unchanged'
  readonly id: number
  readonly url: string
  /** Annotations beyond what is sent. */
  readonly annotationsLeftOut: number
}

/** GitHub counts 65,535 as bytes. */
const maxBytes = 65_000
const maxTitle = 255
const maxMessage = 16_000
const batch = 50
/** Ten requests. Nobody reads more. */
const maxAnnotations = 500
const permission = 'checks: write'

type Known = { readonly id: number; readonly url: string; readonly externalId: string; readonly annotations: number }

/**
 * Says it beside the commit, once: what was said already is left, and what was begun is finished. Annotations can only be added,
 * so that a run that has some is not changed but followed by another of the same name, which GitHub shows instead of it.
 * Throws a UserError for the token of a person, which GitHub takes none from, and a GitHubError.
 */
export async function upsertCheckRun(client: GitHubClient, check: CheckRun): Promise<UpsertedCheckRun> {
  const annotations = (check.annotations ?? []).slice(0, maxAnnotations).map(annotationOf)
  const output = {
    title: clip(oneLine(check.title).trim(), maxTitle),
    summary: fitMarkdown(check.summary, { bytes: maxBytes }),
    ...(check.text !== undefined && { text: fitMarkdown(check.text, { bytes: maxBytes }) }),
  }
  const { conclusion, detailsUrl } = check
  const said = JSON.stringify([conclusion, output, detailsUrl ?? '', annotations])
  const externalId = `seaworthy:${createHash('sha256').update(said).digest('hex')}`
  const state: State = {
    name: check.name,
    external_id: externalId,
    status: 'completed',
    conclusion,
    ...(detailsUrl !== undefined && { details_url: detailsUrl }),
    output: { ...output, annotations: annotations.slice(0, batch) },
  }
  const began = await begin(client, check, state)
  let { annotations: there } = began.run
  while (there < annotations.length) there = await addTo(client, check, began.run.id, output, annotations, there)
  const type = began.type === 'unchanged' && began.run.annotations < annotations.length ? 'updated' : began.type
  const annotationsLeftOut = (check.annotations?.length ?? 0) - annotations.length
  return { type, id: began.run.id, url: began.run.url, annotationsLeftOut }
}

type Annotation = ReturnType<typeof annotationOf>
type Output = { readonly title: string; readonly summary: string; readonly text?: string }
type State = {
  readonly name: string
  readonly external_id: string
  readonly status: 'completed'
  readonly conclusion: CheckRun['conclusion']
  readonly details_url?: string
  readonly output: Output & { annotations: Annotation[] }
}

function annotationOf({ path, line, endLine, level, title, message }: CheckAnnotation) {
  return {
    path,
    start_line: line,
    end_line: Math.max(endLine ?? line, line),
    annotation_level: level,
    // GitHub takes no empty message.
    message: clip(message.trim() === '' ? '(no message)' : message, maxMessage),
    ...(title !== undefined && { title: clip(oneLine(title), maxTitle) }),
  }
}

/** With the first annotations. */
async function begin(
  client: GitHubClient,
  check: CheckRun,
  state: State,
): Promise<{ readonly type: UpsertedCheckRun['type']; readonly run: Known }> {
  for (let attempt = 1; ; attempt += 1) {
    const known = await ours(client, check)
    if (known?.externalId === state.external_id) return { type: attempt === 1 ? 'unchanged' : 'created', run: known }
    const change = known !== undefined && known.annotations === 0
    try {
      return change
        ? { type: 'updated', run: await patch(client, check, known.id, state) }
        : { type: 'created', run: await create(client, check, state) }
    } catch (error) {
      if (!isLost(error) || attempt === 3) throw explained(error, check)
    }
  }
}

/** How many are there afterwards. After a lost answer GitHub is asked for that: the same again would stand there twice. */
async function addTo(
  client: GitHubClient,
  check: CheckRun,
  id: number,
  output: Output,
  annotations: readonly Annotation[],
  there: number,
): Promise<number> {
  const more = annotations.slice(there, there + batch)
  for (let attempt = 1; ; attempt += 1) {
    try {
      await patch(client, check, id, { output: { ...output, annotations: more } })
      return there + more.length
    } catch (error) {
      if (!isLost(error) || attempt === 3) throw error
      const { data } = await client.request(
        'GET /repos/{owner}/{repo}/check-runs/{check_run_id}',
        { ...ownerAndName(check.repository), check_run_id: id },
        { purpose: `read the check ${check.name} in ${check.repository}`, permission: 'checks: read' },
      )
      if (data.output.annotations_count > there) return Number(data.output.annotations_count)
    }
  }
}

const isLost = (error: unknown) => error instanceof GitHubError && error.failure.type === 'unreachable'

/** The latest of this name that we made. */
async function ours(client: GitHubClient, { repository, headSha, name }: CheckRun): Promise<Known | undefined> {
  const author = await viewerLogin(client)
  const runs = await client.paginate(
    'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
    { ...ownerAndName(repository), ref: headSha, check_name: name, filter: 'latest' },
    { purpose: `read the checks of ${shortId(headSha)} in ${repository}`, permission: 'checks: read' },
  )
  const own = runs.filter(({ app }) => app?.slug !== undefined && `${app.slug}[bot]` === author)
  return own.map(knownOf).sort((a, b) => b.id - a.id)[0]
}

type Shown = {
  readonly id: number | bigint
  readonly html_url: string | null
  readonly external_id: string | null
  readonly output: { readonly annotations_count: number | bigint }
}

const knownOf = ({ id, html_url: url, external_id: externalId, output }: Shown): Known => ({
  id: Number(id),
  url: url ?? '',
  externalId: externalId ?? '',
  annotations: Number(output.annotations_count),
})

async function create(client: GitHubClient, { repository, headSha, name }: CheckRun, state: State): Promise<Known> {
  const { data } = await client.request(
    'POST /repos/{owner}/{repo}/check-runs',
    { ...ownerAndName(repository), head_sha: headSha, ...state },
    { purpose: `write the check ${name} to ${shortId(headSha)} in ${repository}`, permission },
  )
  return knownOf(data)
}

async function patch(
  client: GitHubClient,
  { repository, name }: CheckRun,
  id: number,
  change: Partial<State>,
): Promise<Known> {
  const { data } = await client.request(
    'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
    { ...ownerAndName(repository), check_run_id: id, ...change },
    { purpose: `change the check ${name} in ${repository}`, permission },
  )
  return knownOf(data)
}

function explained(error: unknown, { name }: CheckRun): unknown {
  if (!wasRefused(error, 403) || !/must authenticate via a GitHub App/i.test(refusalOf(error))) return error
  return new UserError(`the token cannot write the check ${name}: GitHub takes check runs from GitHub Apps only`, {
    next: 'use the workflow’s own token with `checks: write`, or the token of a GitHub App, not the token of a person',
    cause: error,
  })
}
