// What a test says to the emulator and reads from it. Shapes of GitHub's own answers are in openapi.json, not here.
import type { Files } from '../temporary-repository.ts'
import type { Faults } from './faults.ts'
import type { RepositoryState } from './state.ts'

/** The permissions of a workflow's token and of an App, as `permissions:` of a workflow names them with underscores. */
export type Permission =
  | 'actions'
  | 'administration'
  | 'attestations'
  | 'checks'
  | 'contents'
  | 'deployments'
  | 'issues'
  | 'members'
  | 'metadata'
  | 'pull_requests'
  | 'statuses'

export type Access = 'read' | 'write'

/** Whose token it is and what it may do. */
export type TokenGrant = {
  /** `github-actions[bot]` is the workflow's own token, `NAME[bot]` an App, anything else a person. */
  readonly login: string
  readonly permissions: Readonly<Partial<Record<Permission, Access>>>
  /** Full names of the repositories that it was made for; every repository when left out. */
  readonly repositories?: readonly string[]
}

export type GitHubOptions = {
  /** Full names (`owner/name`) with the files of their first commit, on `main`. */
  readonly repositories: Readonly<Record<string, Files>>
  /** By the token's text. Left out: one token `token` of `your-app[bot]`, which may do everything. */
  readonly tokens?: Readonly<Record<string, TokenGrant>>
  /** Logins of the members by the team's name, `your-org/platform`. `members` of a token's permissions lets it read them. */
  readonly teams?: Readonly<Record<string, readonly string[]>>
}

export type LoggedRequest = {
  readonly method: string
  /** The operation's id (`git/get-ref`); for GraphQL the root fields (`createCommitOnBranch`), with `,` between several. */
  readonly route: string
  /** With the query string, as it was sent. */
  readonly path: string
  /** Undefined as long as it is not answered, and when the connection was cut instead. */
  readonly status: number | undefined
  readonly login: string | undefined
  /** Parsed JSON; undefined when there was none. */
  readonly body: unknown
}

export type BranchRules = {
  readonly requirePullRequest?: boolean
  readonly requireSignatures?: boolean
  readonly mergeQueue?: boolean
  readonly requiredChecks?: readonly string[]
  /** Whether it is a ruleset: then the refusals have other words and another type. Else classic branch protection. */
  readonly ruleset?: boolean
}

export type RepositorySettings = {
  /** Seen only with a token that was made for it. True at first. */
  private: boolean
  /** Private, but for the whole enterprise. */
  internal: boolean
  archived: boolean
  defaultBranch: string
  allowAutoMerge: boolean
  allowMergeCommit: boolean
  allowSquashMerge: boolean
  allowRebaseMerge: boolean
  deleteBranchOnMerge: boolean
  /** «Allow GitHub Actions to create and approve pull requests». */
  allowActionsToCreatePullRequests: boolean
  /** How many entries a recursive tree gives before it says `truncated`. GitHub's is 100,000. */
  treeLimit: number
  /** Text blobs longer than this are truncated in GraphQL, in bytes. GitHub's is not documented; about 512,000 was seen. */
  blobTextLimit: number
}

export type EmulatedRepository = {
  /** The bare repository on disk: `git clone` and `git fetch` take it. */
  readonly path: string
  /** Runs git in the bare repository and returns its stdout, trimmed. Rejects when it fails. */
  readonly git: (...args: string[]) => Promise<string>
  /** The commit that a branch points to, the default branch unless named. Rejects when there is no such branch. */
  readonly head: (branch?: string) => Promise<string>
  /** The text of a file on the default branch or at a full reference, a branch or a commit id. */
  readonly file: (path: string, ref?: string) => Promise<string>
  /** Somebody else's push: a commit on top of a branch, which is made from the default branch if it is new. Returns its id. */
  readonly commit: (message: string, files: Files, branch?: string) => Promise<string>
  readonly protect: (branch: string, rules: BranchRules) => void
  /**
   * Lets the merge queue run: its entries are merged in turn. Those of the workflow's own token are removed instead, as on GitHub,
   * where they start no checks: `notes` says so.
   */
  readonly landMergeQueue: () => Promise<void>
  readonly settings: RepositorySettings
} & RepositoryState

export type GitHubEmulator = {
  /** Base of the REST API, without a slash at its end. */
  readonly url: string
  readonly graphqlUrl: string
  /** What a runner sets, for a child process: GITHUB_API_URL, GITHUB_GRAPHQL_URL, GITHUB_SERVER_URL. */
  readonly environment: Readonly<Record<string, string>>
  /** By full name. Throws when the emulator was started without it. */
  readonly repository: (name: string) => EmulatedRepository
  readonly faults: Faults
  readonly requests: readonly LoggedRequest[]
  /**
   * Ends the server and removes the repositories. Rejects when an answer of the emulator's own was not what GitHub describes, when
   * a request asked for what GitHub does not know, or for what the emulator does not do: each with the request. Ends once.
   */
  readonly stop: () => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}
