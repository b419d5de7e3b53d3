// A repository as REST shows it: in short, as part of other answers, and in full.
import { dateText } from '../commits.ts'
import { nodeId } from '../node-id.ts'
import { simpleUser } from '../people.ts'
import type { Repository } from '../repository.ts'
import type { OtherRepository } from '../state.ts'
import { apiOf, htmlOf } from './render-commit.ts'

/** What follows the repository's own address, in the template's notation. */
const templates: Readonly<Record<string, string>> = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
}

type Shown = Pick<Repository, 'id' | 'owner' | 'name' | 'fullName'> & {
  readonly settings: { readonly private: boolean }
}

export function minimalRepository(url: string, repository: Shown): Record<string, unknown> {
  const api = apiOf(url, repository)
  const addresses = Object.entries(templates).map(([name, rest]) => [name, `${api}${rest}`])
  return {
    id: repository.id,
    node_id: nodeId('R', repository.fullName),
    name: repository.name,
    full_name: repository.fullName,
    private: repository.settings.private,
    owner: simpleUser(url, repository.owner),
    html_url: htmlOf(url, repository),
    description: null,
    fork: false,
    url: api,
    ...Object.fromEntries(addresses),
  }
}

/** A repository of somebody's that the emulator does not have: a fork. */
export function otherRepository(url: string, { id, fullName }: OtherRepository): Record<string, unknown> {
  const [owner = '', name = ''] = fullName.split('/')
  const settings = { private: false }
  return { ...minimalRepository(url, { id, owner, name, fullName, settings }), fork: true }
}

/** As pull requests have it. */
export function wholeRepository(url: string, repository: Repository): Record<string, unknown> {
  const { settings, fullName, createdAt, state } = repository
  const html = htmlOf(url, repository)
  const open = [...state.issues, ...state.pulls].filter((one) => one.state === 'open').length
  return {
    ...minimalRepository(url, repository),
    created_at: dateText(createdAt),
    updated_at: dateText(createdAt),
    pushed_at: dateText(createdAt),
    git_url: `git://${new URL(url).host}/${fullName}.git`,
    ssh_url: `git@${new URL(url).hostname}:${fullName}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    homepage: null,
    mirror_url: null,
    language: null,
    license: null,
    size: 1,
    stargazers_count: 0,
    watchers_count: 0,
    watchers: 0,
    forks_count: 0,
    forks: 0,
    open_issues_count: open,
    open_issues: open,
    has_issues: true,
    has_projects: true,
    has_downloads: false,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    archived: settings.archived,
    disabled: false,
    visibility: settings.internal ? 'internal' : settings.private ? 'private' : 'public',
    default_branch: settings.defaultBranch,
  }
}
