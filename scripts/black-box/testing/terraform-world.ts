// A repository with Terraform roots on the GitHub emulator, and the two actions as its workflows call them: plan on a pull request,
// upload, approve, merge, apply.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { zipSync } from 'fflate'
import {
  type GitHubEmulator,
  type GitHubOptions,
  seedArtifact,
  seedReview,
  seedWorkflowRun,
  startGitHub,
} from '../../../actions/lib/testing/github/index.ts'
import { type ActionRun, runAction } from '../../../actions/lib/testing/run-action.ts'
import { type Files, pinnedGitEnvironment } from '../../../actions/lib/testing/temporary-repository.ts'

export const key = createHash('sha256').update('a key of tests').digest('base64')
const name = 'your-org/platform'
export const repositoryName = name
/** The committed bundle, as a runner has it; `SEAWORTHY_BLACK_BOX=source` for work on the actions, without a build. */
const isSource = process.env.SEAWORTHY_BLACK_BOX === 'source'
const programOf = (action: string) =>
  isSource ? resolve(import.meta.dirname, '../../../actions', action, 'index.ts') : action
const seconds = (from: number) => new Date(Math.floor(Date.now() / 1000 + from) * 1000)
export const planWorkflow = '.github/workflows/pull-request.yml'

export type Pull = {
  readonly number: number
  readonly branch: string
  readonly head: string
  /** The checkout of its merge. */
  readonly workspace: string
}

export type PlannedPull = ActionRun & {
  readonly run: number
  /** What the upload step has taken, by file. */
  readonly plans: Readonly<Record<string, Uint8Array>>
  /** Files of the report folder. */
  readonly report: Readonly<Record<string, string>>
}

export type Overrides = {
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly eventName?: string
}

export type Applied = ActionRun & {
  readonly report: Readonly<Record<string, string>>
  readonly plans: Readonly<Record<string, Uint8Array>>
  /** Of `apply.json`; empty where nothing was come to. */
  readonly results: readonly {
    readonly root: string
    readonly outcome: string
    readonly mode?: string
    readonly reason?: string
    readonly differences: readonly string[]
    readonly next?: string
  }[]
}

export type TerraformWorld = {
  readonly github: GitHubEmulator
  readonly repository: ReturnType<GitHubEmulator['repository']>
  /** A folder that outlives runs: states, canaries. */
  readonly lasting: string
  readonly open: (files: Files, login?: string) => Promise<Pull>
  /** Pushes to the branch of a pull request. Its workspace is another one. */
  readonly push: (pull: Pull, files: Files) => Promise<Pull>
  /** Runs the plan as the workflow does, and uploads what it leaves. */
  readonly plan: (pull: Pull, more?: Overrides) => Promise<PlannedPull>
  /** An approval now, or some seconds from now. */
  readonly approve: (
    pull: Pull,
    options?: { readonly login?: string; readonly seconds?: number; readonly body?: string },
  ) => void
  readonly merge: (pull: Pull) => Promise<Push>
  /** Runs the apply as after a push. */
  readonly apply: (push: Push, more?: Overrides) => Promise<Applied>
  /** Runs the plan without a pull request, on the default branch: `mode: drift`. */
  readonly planBranch: (more?: Overrides) => Promise<ActionRun & Pick<PlannedPull, 'report'>>
  /** Puts sealed plans where a step has downloaded them to; returns the folder. */
  readonly download: (plans: Readonly<Record<string, Uint8Array>>) => {
    readonly folder: string
    readonly env: Overrides['env']
  }
  /** Runs `work` with the emulator's records changed, and puts them back. */
  readonly meanwhile: <T>(change: () => void, work: () => Promise<T>) => Promise<T>
  /** A checkout of a commit. */
  readonly checkout: (commit: string) => string
  /** The state of a root; undefined where there is none. */
  readonly state: (root: string) => string | undefined
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

export type Push = { readonly before: string; readonly after: string }

/** @param files of the default branch; `lasting` is the absolute path of a folder for states */
export async function startTerraformWorld(
  files: (lasting: string) => Files,
  options: Partial<GitHubOptions> = {},
): Promise<TerraformWorld> {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-world-')))
  const lasting = join(base, 'lasting')
  mkdirSync(lasting)
  const github = await startGitHub({ repositories: { [name]: files(lasting) }, ...options })
  const repository = github.repository(name)
  repository.collaborators.set('reviewer', 'write')
  repository.workflows.push(planWorkflow.split('/').at(-1) ?? '')
  let workspaces = 0
  const git = (folder: string, ...args: string[]) =>
    execFileSync('git', args, {
      cwd: folder,
      env: { PATH: process.env.PATH, ...pinnedGitEnvironment },
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim()
  const checkout = (commit: string) => {
    workspaces += 1
    const folder = join(base, `checkout-${workspaces}`)
    git(base, 'clone', '--quiet', repository.path, folder)
    git(folder, 'checkout', '--quiet', commit)
    return folder
  }
  const request = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${github.url}/repos/${name}${path}`, {
      method,
      headers: { authorization: 'Bearer token', 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as { number: number; sha: string }
  }
  const folderOf = (path: string) =>
    Object.fromEntries(readdirSync(path).map((file) => [file, new Uint8Array(readFileSync(join(path, file)))]))
  const textsOf = (path: string) =>
    Object.fromEntries(readdirSync(path).map((file) => [file, readFileSync(join(path, file), 'utf8')]))
  const runIn = async (
    action: string,
    workspace: string,
    more: Overrides,
    env: Record<string, string>,
    event: unknown,
    eventName: string,
  ) => {
    const temporary = mkdtempSync(join(base, 'temp-'))
    const ended = await runAction(programOf(action), {
      token: 'token',
      workspace,
      event,
      eventName: more.eventName ?? eventName,
      inputs: { 'encryption-keys': key, ...(isSource && { token: 'token' }), ...more.inputs },
      env: { ...github.environment, GITHUB_REPOSITORY: name, RUNNER_TEMP: temporary, ...env, ...more.env },
    })
    const plansFolder = ended.outputs['plans-folder']
    const reportFolder = ended.outputs['report-folder']
    return {
      ...ended,
      plans: plansFolder ? folderOf(plansFolder) : {},
      report: reportFolder ? textsOf(reportFolder) : {},
    }
  }

  const mergeOf = (head: string) => {
    const workspace = checkout('main')
    git(workspace, 'merge', '--quiet', '--no-ff', '-m', 'Merge', head)
    return workspace
  }

  return {
    github,
    repository,
    lasting,
    checkout,
    state: (root) => {
      const file = join(lasting, `${root}.tfstate`)
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined
    },
    meanwhile: async (change, work) => {
      const lists: unknown[][] = [
        repository.workflowRuns,
        repository.artifacts,
        repository.reviews,
        repository.labelEvents,
        repository.pulls,
      ]
      const before = lists.map((list) => structuredClone(list))
      change()
      try {
        return await work()
      } finally {
        for (const [index, list] of lists.entries()) list.splice(0, list.length, ...(before[index] ?? []))
      }
    },
    download: (plans) => {
      const temporary = mkdtempSync(join(base, 'temp-'))
      const folder = join(temporary, 'downloaded')
      mkdirSync(folder)
      for (const [file, bytes] of Object.entries(plans)) writeFileSync(join(folder, file), bytes)
      return { folder, env: { RUNNER_TEMP: temporary } }
    },
    push: async (pull, changes) => {
      const head = await repository.commit('Another change', changes, pull.branch)
      return { ...pull, head, workspace: mergeOf(head) }
    },
    planBranch: async (more = {}) => {
      const commit = await repository.head()
      return runIn(
        'terraform-plan',
        checkout(commit),
        more,
        { GITHUB_SHA: commit, GITHUB_WORKFLOW_REF: `${name}/.github/workflows/drift.yml@refs/heads/main` },
        {},
        'schedule',
      )
    },
    open: async (changes, login = 'author') => {
      const branch = `change-${repository.pulls.length + 1}`
      const head = await repository.commit('A change', changes, branch)
      const { number } = await request('POST', '/pulls', { title: 'A change', head: branch, base: 'main' })
      const pull = repository.pulls.find((one) => one.number === number)
      if (pull !== undefined) Object.assign(pull, { login })
      return { number, branch, head, workspace: mergeOf(head) }
    },
    plan: async (pull, more = {}) => {
      const seeded = seedWorkflowRun(repository, {
        headSha: pull.head,
        headBranch: pull.branch,
        path: planWorkflow,
        event: 'pull_request',
        createdAt: seconds(0),
      })
      const known = repository.pulls.find(({ number }) => number === pull.number)
      const headRepository = known?.headRepository === undefined ? name : known.headRepository?.fullName
      const ended = await runIn(
        'terraform-plan',
        pull.workspace,
        { ...more, inputs: { base: git(pull.workspace, 'rev-parse', 'HEAD^1'), ...more.inputs } },
        {
          GITHUB_SHA: git(pull.workspace, 'rev-parse', 'HEAD'),
          GITHUB_RUN_ID: String(seeded.id),
          GITHUB_RUN_ATTEMPT: '1',
          GITHUB_WORKFLOW_REF: `${name}/${planWorkflow}@refs/pull/${pull.number}/merge`,
        },
        {
          pull_request: {
            number: pull.number,
            head: { sha: pull.head, repo: headRepository === undefined ? null : { full_name: headRepository } },
            user: { login: known?.login ?? 'author' },
          },
        },
        'pull_request',
      )
      if (Object.keys(ended.plans).length > 0) {
        seedArtifact(repository, {
          name: 'terraform-plans',
          workflowRunId: seeded.id,
          content: Buffer.from(zipSync(ended.plans)),
          createdAt: seconds(0),
        })
      }
      return { ...ended, run: seeded.id }
    },
    approve: (pull, { login = 'reviewer', seconds: from = 2, body = '' } = {}) => {
      seedReview(repository, {
        number: pull.number,
        login,
        body,
        commitOid: pull.head,
        submittedAt: seconds(from),
      })
    },
    merge: async (pull) => {
      const before = await repository.head()
      await request('PUT', `/pulls/${pull.number}/merge`, { merge_method: 'merge' })
      return { before, after: await repository.head() }
    },
    apply: async (push, more = {}) => {
      const ended = await runIn(
        'terraform-apply',
        checkout(push.after),
        { ...more, inputs: { base: push.before, ...more.inputs } },
        {
          GITHUB_SHA: push.after,
          GITHUB_REF_NAME: 'main',
          GITHUB_RUN_ID: '77',
          GITHUB_RUN_ATTEMPT: '1',
          GITHUB_WORKFLOW_REF: `${name}/.github/workflows/main.yml@refs/heads/main`,
        },
        { before: push.before, after: push.after },
        'push',
      )
      const { results = [] } = JSON.parse(ended.report['apply.json'] ?? '{}') as Pick<Applied, 'results'>
      return { ...ended, results }
    },
    [Symbol.asyncDispose]: async () => {
      rmSync(base, { recursive: true, force: true })
      await github.stop()
    },
  }
}

/** A root whose state is a file below `lasting`, with these lines of configuration. */
export const rootFile = (lasting: string, root: string, body: string) =>
  `terraform {\n  backend "local" {\n    path = "${lasting}/${root}.tfstate"\n  }\n}\n${body}\n`
