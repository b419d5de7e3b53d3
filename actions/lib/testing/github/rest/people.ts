// REST: who may do what in a repository, and who is in which team.
import { dateText } from '../commits.ts'
import { forbidden, notFound, RestError } from '../errors.ts'
import { nodeId } from '../node-id.ts'
import { simpleUser, userId } from '../people.ts'
import { type Handler, inRepository, type RestRequest, text } from './handler.ts'

const ranks = ['pull', 'triage', 'push', 'maintain', 'admin'] as const
const rankOf = { read: 0, triage: 1, write: 2, maintain: 3, admin: 4 } as const
/** The old names, which know no steps between. */
const oldNames = { read: 'read', triage: 'read', write: 'write', maintain: 'write', admin: 'admin' } as const

/** For those who are no collaborators, what everybody may. */
export const getPermission = inRepository('metadata:read', ({ emulator, repository, path }) => {
  const login = text(path.username)
  const isOwner = login.toLowerCase() === repository.owner.toLowerCase()
  const known = repository.state.collaborators.get(login.toLowerCase()) ?? (isOwner ? 'admin' : undefined)
  const role = known ?? (repository.settings.private ? undefined : 'read')
  const permissions = Object.fromEntries(ranks.map((name, rank) => [name, role !== undefined && rankOf[role] >= rank]))
  const [permission, roleName] = role === undefined ? ['none', ''] : [oldNames[role], role]
  const user = { ...simpleUser(emulator.url, login), permissions, role_name: roleName }
  return { status: 200, body: { permission, role_name: roleName, user } }
})

const teamOf = ({ emulator, path }: RestRequest) =>
  emulator.teams.get(`${text(path.org)}/${text(path.team_slug)}`.toLowerCase())

function inOrganization(answer: Handler['answer']): Handler {
  const permit = ({ viewer }: RestRequest) => {
    if (viewer.login === undefined) throw new RestError(401, 'Requires authentication')
    if (!viewer.readsMembers) throw forbidden()
  }
  return {
    needs: 'members:read',
    permit,
    answer: async (request) => {
      permit(request)
      return answer(request)
    },
  }
}

/** The same 404 for a team that is not there, or not to be seen, and for somebody who is not in it. */
export const getMembership = inOrganization(async (request) => {
  const { emulator, path } = request
  const login = text(path.username)
  if (teamOf(request)?.includes(login.toLowerCase()) !== true) throw notFound()
  const url = `${emulator.url}/orgs/${path.org}/teams/${path.team_slug}/memberships/${encodeURIComponent(login)}`
  return { status: 200, body: { state: 'active', role: 'member', url } }
})

export const getTeam = inOrganization(async (request) => {
  const { emulator, path } = request
  const members = teamOf(request)
  if (members === undefined) throw notFound()
  const [org, slug] = [text(path.org), text(path.team_slug)]
  const api = `${emulator.url}/organizations/${userId(org)}/team/${userId(slug)}`
  const since = dateText(new Date('2026-01-01T00:00:00Z'))
  const { starred_url, subscriptions_url, gists_url, organizations_url, received_events_url, ...organization } =
    simpleUser(emulator.url, org)
  const body = {
    id: userId(slug),
    node_id: nodeId('T', org, slug),
    url: api,
    html_url: `${emulator.url}/orgs/${org}/teams/${slug}`,
    name: slug,
    slug,
    description: null,
    privacy: 'closed',
    permission: 'pull',
    type: 'organization',
    members_url: `${api}/members{/member}`,
    repositories_url: `${api}/repos`,
    created_at: since,
    updated_at: since,
    members_count: members.length,
    repos_count: 0,
    organization: {
      login: organization.login,
      id: organization.id,
      node_id: organization.node_id,
      url: `${emulator.url}/orgs/${org}`,
      repos_url: `${emulator.url}/orgs/${org}/repos`,
      events_url: `${emulator.url}/orgs/${org}/events`,
      hooks_url: `${emulator.url}/orgs/${org}/hooks`,
      issues_url: `${emulator.url}/orgs/${org}/issues`,
      members_url: `${emulator.url}/orgs/${org}/members{/member}`,
      public_members_url: `${emulator.url}/orgs/${org}/public_members{/member}`,
      avatar_url: organization.avatar_url,
      description: null,
      has_organization_projects: true,
      has_repository_projects: true,
      public_repos: 0,
      public_gists: 0,
      followers: 0,
      following: 0,
      html_url: `${emulator.url}/${org}`,
      type: 'Organization',
      created_at: since,
      updated_at: since,
      archived_at: null,
    },
  }
  return { status: 200, body }
})
