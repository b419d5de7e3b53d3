// A repository with Terraform roots on the GitHub emulator, and the two actions as its workflows call them: plan on a pull request,
// upload, approve, merge, apply.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
}

export type TerraformWorld = {
  readonly github: GitHubEmulator
  readonly repository: ReturnType<GitHubEmulator['repository']>
  /** A folder that outlives runs: states, canaries. */
  readonly lasting: string
  readonly open: (files: Files, login?: string) => Promise<Pull>
  /** Runs the plan as the workflow does, and uploads what it leaves. */
  readonly plan: (pull: Pull, more?: Overrides) => Promise<PlannedPull>
  /** An approval now, or some seconds from now. */
  readonly approve: (
    pull: Pull,
    options?: { readonly login?: string; readonly seconds?: number; readonly body?: string },
  ) => void
  readonly merge: (pull: Pull) => Promise<{ readonly before: string; readonly after: string }>
  /** Runs the apply as after a push. */
  readonly apply: (
    push: { readonly before: string; readonly after: string },
    more?: Overrides,
  ) => Promise<
    ActionRun & {
      readonly report: Readonly<Record<string, string>>
      readonly plans: Readonly<Record<string, Uint8Array>>
    }
  >
  /** A checkout of a commit. */
  readonly checkout: (commit: string) => string
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

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
    const temporary = join(base, 'temp')
    mkdirSync(temporary, { recursive: true })
    const ended = await runAction(action, {
      token: 'token',
      workspace,
      event,
      eventName,
      inputs: { 'encryption-keys': key, ...more.inputs },
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

  return {
    github,
    repository,
    lasting,
    checkout,
    open: async (changes, login = 'author') => {
      const branch = `change-${repository.pulls.length + 1}`
      const head = await repository.commit('A change', changes, branch)
      const { number } = await request('POST', '/pulls', { title: 'A change', head: branch, base: 'main' })
      const pull = repository.pulls.find((one) => one.number === number)
      if (pull !== undefined) Object.assign(pull, { login })
      const workspace = checkout('main')
      git(workspace, 'merge', '--quiet', '--no-ff', '-m', 'Merge', head)
      return { number, branch, head, workspace }
    },
    plan: async (pull, more = {}) => {
      const seeded = seedWorkflowRun(repository, {
        headSha: pull.head,
        headBranch: pull.branch,
        path: planWorkflow,
        event: 'pull_request',
        createdAt: new Date(Math.floor(Date.now() / 1000) * 1000),
      })
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
            head: { sha: pull.head, repo: { full_name: name } },
            user: { login: repository.pulls.find(({ number }) => number === pull.number)?.login ?? 'author' },
          },
        },
        'pull_request',
      )
      if (Object.keys(ended.plans).length > 0) {
        seedArtifact(repository, {
          name: 'terraform-plans',
          workflowRunId: seeded.id,
          content: Buffer.from(zipSync(ended.plans)),
          createdAt: new Date(Math.floor(Date.now() / 1000) * 1000),
        })
      }
      return { ...ended, run: seeded.id }
    },
    approve: (pull, { login = 'reviewer', seconds = 2, body = '' } = {}) => {
      seedReview(repository, {
        number: pull.number,
        login,
        body,
        commitOid: pull.head,
        submittedAt: new Date(Math.floor(Date.now() / 1000) * 1000 + seconds * 1000),
      })
    },
    merge: async (pull) => {
      const before = await repository.head()
      await request('PUT', `/pulls/${pull.number}/merge`, { merge_method: 'merge' })
      return { before, after: await repository.head() }
    },
    apply: (push, more = {}) =>
      runIn(
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
      ),
    [Symbol.asyncDispose]: async () => {
      rmSync(base, { recursive: true, force: true })
      await github.stop()
    },
  }
}

/** A root whose state is a file below `lasting`, with these lines of configuration. */
export const rootFile = (lasting: string, root: string, body: string) =>
  `terraform {\n  backend "local" {\n    path = "${lasting}/${root}.tfstate"\n  }\n}\n${body}\n`
