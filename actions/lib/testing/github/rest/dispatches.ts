// REST: starting workflows, by an event of one's own or by their file.
import { parse } from 'yaml'
import { resolveCommit } from '../commits.ts'
import { notFound, RestError } from '../errors.ts'
import { entryAt } from '../git/edit-tree.ts'
import type { Repository } from '../repository.ts'
import { inRepository, text, values } from './handler.ts'
import { apiOf, htmlOf } from './render-commit.ts'

export const createDispatchEvent = inRepository('contents:write', ({ repository, body, login }) => {
  repository.state.dispatches.push({
    event: 'repository_dispatch',
    type: text(body.event_type),
    payload: values(body.client_payload),
    workflow: null,
    ref: null,
    inputs: {},
    login,
  })
  return { status: 204 }
})

async function workflowText(
  { git }: Repository,
  commit: string | undefined,
  workflow: string,
): Promise<string | undefined> {
  const tree = commit === undefined ? undefined : (await git.commit(commit))?.tree
  const entry = tree === undefined ? undefined : await entryAt(git, tree, `.github/workflows/${workflow}`)
  return entry === undefined ? undefined : (await git.blob(entry.oid))?.toString('utf8')
}

/** A workflow is known by its file on the default branch, or by the test's word (`workflows`); its inputs are those at the ref. */
export const createWorkflowDispatch = inRepository(
  'actions:write',
  async ({ emulator, repository, path, body, login }) => {
    const { state, settings } = repository
    const workflow = text(path.workflow_id)
    const main = await resolveCommit(repository, settings.defaultBranch)
    if (!state.workflows.includes(workflow) && (await workflowText(repository, main, workflow)) === undefined)
      throw notFound()
    const ref = text(body.ref)
    const commit = await resolveCommit(repository, ref.replace(/^refs\/(heads|tags)\//, ''))
    if (commit === undefined) throw new RestError(422, `No ref found for: ${ref}`)
    const inputs = values(body.inputs)
    const written = await workflowText(repository, commit, workflow)
    if (written !== undefined) checkInputs(written, inputs)
    state.dispatches.push({ event: 'workflow_dispatch', type: null, payload: {}, workflow, ref, inputs, login })
    const id = emulator.nextId()
    const file = `.github/workflows/${workflow}`
    state.workflowRuns.push({
      id,
      name: workflow,
      path: file,
      runNumber: state.workflowRuns.filter((run) => run.path === file).length + 1,
      runAttempt: 1,
      event: 'workflow_dispatch',
      status: 'queued',
      conclusion: null,
      headBranch: ref.replace(/^refs\/(heads|tags)\//, ''),
      headSha: commit,
      login,
      createdAt: emulator.now(),
    })
    if (body.return_run_details !== true) return { status: 204 }
    return {
      status: 200,
      body: {
        workflow_run_id: id,
        run_url: `${apiOf(emulator.url, repository)}/actions/runs/${id}`,
        html_url: `${htmlOf(emulator.url, repository)}/actions/runs/${id}`,
      },
    }
  },
)

function checkInputs(workflow: string, inputs: Readonly<Record<string, unknown>>): void {
  const { on } = values(parse(workflow))
  const triggers =
    typeof on === 'string'
      ? { [on]: null }
      : Array.isArray(on)
        ? Object.fromEntries(on.map((name) => [name, null]))
        : values(on)
  if (!('workflow_dispatch' in triggers)) throw new RestError(422, "Workflow does not have 'workflow_dispatch' trigger")
  const declared = values(values(triggers.workflow_dispatch).inputs)
  const unexpected = Object.keys(inputs).filter((name) => !(name in declared))
  if (unexpected.length > 0) throw new RestError(422, `Unexpected inputs provided: ${JSON.stringify(unexpected)}`)
  for (const [name, declaration] of Object.entries(declared)) {
    const { required, default: preset, type, options } = values(declaration)
    if (required === true && preset === undefined && !(name in inputs))
      throw new RestError(422, `Required input '${name}' not provided`)
    if (type === 'choice' && name in inputs && Array.isArray(options) && !options.includes(inputs[name]))
      throw new RestError(
        422,
        `Provided value '${text(inputs[name])}' for input '${name}' not in the list of allowed values`,
      )
  }
}
