// Issues, labels and comments as REST shows them. A pull request is an issue as well.
import { createHash } from 'node:crypto'
import { isPull } from '../closing.ts'
import { dateText } from '../commits.ts'
import { nodeId } from '../node-id.ts'
import { isApp, simpleUser } from '../people.ts'
import type { Repository } from '../repository.ts'
import type { Comment, Issue } from '../state.ts'
import { apiOf, htmlOf } from './render-commit.ts'

export function findIssue({ state }: Repository, number: number): Issue | undefined {
  return [...state.issues, ...state.pulls].find((issue) => issue.number === number)
}

export function label(url: string, repository: Repository, name: string) {
  return {
    id: createHash('sha1').update(`${repository.key} ${name}`).digest().readUInt32BE(0),
    node_id: nodeId('LA', repository.fullName, name),
    url: `${apiOf(url, repository)}/labels/${encodeURIComponent(name)}`,
    name,
    description: '',
    color: 'ededed',
    default: false,
  }
}

/** What the viewer's relation to the repository is called: Apps have none. */
export const association = ({ owner }: Repository, login: string) =>
  isApp(login) ? 'NONE' : login === owner ? 'OWNER' : 'COLLABORATOR'

export function issue(url: string, repository: Repository, found: Issue) {
  const api = `${apiOf(url, repository)}/issues/${found.number}`
  const html = `${htmlOf(url, repository)}/${isPull(found) ? 'pull' : 'issues'}/${found.number}`
  const assignees = found.assignees.map((login) => simpleUser(url, login))
  return {
    id: found.id,
    node_id: nodeId('I', repository.fullName, found.number),
    url: api,
    repository_url: apiOf(url, repository),
    labels_url: `${api}/labels{/name}`,
    comments_url: `${api}/comments`,
    events_url: `${api}/events`,
    html_url: html,
    number: found.number,
    state: found.state,
    state_reason: found.stateReason,
    title: found.title,
    body: found.body,
    user: simpleUser(url, found.login),
    labels: found.labels.map((name) => label(url, repository, name)),
    assignee: assignees[0] ?? null,
    assignees,
    milestone: null,
    locked: false,
    comments: repository.state.comments.filter(({ number }) => number === found.number).length,
    created_at: dateText(found.createdAt),
    updated_at: dateText(found.updatedAt),
    closed_at: found.closedAt === null ? null : dateText(found.closedAt),
    closed_by: typeof found.closedBy === 'string' ? simpleUser(url, found.closedBy) : null,
    author_association: association(repository, found.login),
    ...(isPull(found)
      ? {
          draft: found.draft,
          pull_request: {
            url: `${apiOf(url, repository)}/pulls/${found.number}`,
            html_url: html,
            diff_url: `${html}.diff`,
            patch_url: `${html}.patch`,
            merged_at: found.mergedAt === null ? null : dateText(found.mergedAt),
          },
        }
      : {}),
  }
}

export function comment(url: string, repository: Repository, found: Comment) {
  const api = apiOf(url, repository)
  const on = findIssue(repository, found.number)
  const kind = on !== undefined && isPull(on) ? 'pull' : 'issues'
  return {
    id: found.id,
    node_id: nodeId('IC', repository.fullName, found.id),
    url: `${api}/issues/comments/${found.id}`,
    html_url: `${htmlOf(url, repository)}/${kind}/${found.number}#issuecomment-${found.id}`,
    issue_url: `${api}/issues/${found.number}`,
    body: found.body,
    user: simpleUser(url, found.login),
    created_at: dateText(found.createdAt),
    updated_at: dateText(found.updatedAt),
    author_association: association(repository, found.login),
  }
}
