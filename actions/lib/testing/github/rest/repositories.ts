// REST: a repository, its branches, who asks, and the API itself.
import { dateText, isSafeName } from '../commits.ts'
import { forbidden, RestError } from '../errors.ts'
import { operations } from '../openapi.ts'
import { isApp, simpleUser } from '../people.ts'
import { hourlyLimit, resetAt } from '../rate-limit.ts'
import { type Handler, inRepository, text } from './handler.ts'
import { apiOf, htmlOf, restCommitAt } from './render-commit.ts'
import { wholeRepository } from './render-repository.ts'

/** How a repository merges is shown only to those who may write. */
export const getRepository = inRepository('metadata:read', ({ emulator, repository, viewer }) => {
  const { settings } = repository
  const push = viewer.may(repository, 'contents', 'write')
  const merging = {
    allow_auto_merge: settings.allowAutoMerge,
    allow_merge_commit: settings.allowMergeCommit,
    allow_squash_merge: settings.allowSquashMerge,
    allow_rebase_merge: settings.allowRebaseMerge,
    delete_branch_on_merge: settings.deleteBranchOnMerge,
  }
  return {
    status: 200,
    body: {
      ...wholeRepository(emulator.url, repository),
      permissions: {
        admin: viewer.may(repository, 'administration', 'write'),
        maintain: false,
        push,
        triage: false,
        pull: viewer.may(repository, 'contents', 'read'),
      },
      network_count: 0,
      subscribers_count: 0,
      ...(push ? merging : {}),
    },
  }
})

export const getBranch = inRepository('contents:read', async ({ emulator, repository, path }) => {
  const name = text(path.branch)
  const head = isSafeName(name) ? await repository.git.info(`refs/heads/${name}`) : undefined
  if (head === undefined) throw new RestError(404, 'Branch not found')
  const rules = repository.state.protections.get(name)
  // What a ruleset asks for is not shown here, only that there is something.
  const contexts = rules?.ruleset === true ? [] : (rules?.requiredChecks ?? [])
  const self = `${apiOf(emulator.url, repository)}/branches/${encodeURIComponent(name)}`
  return {
    status: 200,
    body: {
      name,
      commit: await restCommitAt(emulator.url, repository, head.oid),
      _links: { self, html: `${htmlOf(emulator.url, repository)}/tree/${name}` },
      protected: rules !== undefined,
      protection: {
        enabled: rules !== undefined && rules.ruleset !== true,
        required_status_checks: {
          enforcement_level: contexts.length === 0 ? 'off' : 'non_admins',
          contexts,
          checks: contexts.map((context) => ({ context, app_id: null })),
        },
      },
      protection_url: `${self}/protection`,
    },
  }
})

/** An operation that belongs to no repository. */
const anywhere = (answer: Handler['answer']): Handler => ({ needs: '', permit: () => {}, answer })

/** A token of an App stands for an installation, which is nobody. */
export const getAuthenticated = anywhere(async ({ emulator, viewer }) => {
  const { login } = viewer
  if (login === undefined) throw new RestError(401, 'Requires authentication')
  if (isApp(login)) throw forbidden()
  const since = dateText(new Date('2026-01-01T00:00:00Z'))
  const unknown = { name: null, company: null, location: null, email: null, hireable: null, bio: null }
  const counts = { public_repos: 0, public_gists: 0, followers: 0, following: 0 }
  const body = {
    ...simpleUser(emulator.url, login),
    ...unknown,
    blog: '',
    ...counts,
    created_at: since,
    updated_at: since,
  }
  return { status: 200, body }
})

export const getRateLimit = anywhere(async () => {
  const limit = { limit: hourlyLimit, used: 0, remaining: hourlyLimit, reset: resetAt(3600) }
  return { status: 200, body: { resources: { core: limit, search: limit, graphql: limit }, rate: limit } }
})

/** The addresses of what the emulator serves; the others of GitHub's stand below them. */
export const getRoot = anywhere(async ({ emulator }) => {
  const { url } = emulator
  const names = ['authorizations', 'code_search', 'commit_search', 'current_user_authorizations_html', 'current_user']
    .concat(['current_user_repositories', 'emails', 'emojis', 'events', 'feeds', 'followers', 'following', 'gists'])
    .concat(['hub', 'issue_search', 'issues', 'keys', 'label_search', 'notifications', 'organization'])
    .concat(['organization_repositories', 'organization_teams', 'public_gists', 'rate_limit', 'repository'])
    .concat([
      'repository_search',
      'starred',
      'starred_gists',
      'user',
      'user_organizations',
      'user_repositories',
      'user_search',
    ])
  const known: Readonly<Record<string, string>> = {
    current_user: '/user',
    rate_limit: operations['rate-limit/get'].path,
    repository: '/repos/{owner}/{repo}',
  }
  const body = Object.fromEntries(names.map((name) => [`${name}_url`, `${url}${known[name] ?? `/${name}`}`]))
  return { status: 200, body }
})
