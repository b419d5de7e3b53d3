// Who we are to GitHub.
import type { GitHubClient } from './client.ts'

const logins = new WeakMap<object, Promise<string>>()

/** What the workflow's own token is called, by which it can be told from an App's. */
export const workflowLogin = 'github-actions[bot]'

/** The login that the token belongs to (`your-app[bot]`, `github-actions[bot]`, a person's). Asked once. */
export function viewerLogin(client: GitHubClient): Promise<string> {
  const known = logins.get(client.memory)
  if (known !== undefined) return known
  const asking = client
    .graphql<{ readonly viewer: { readonly login: string } }>(
      'query { viewer { login } }',
      {},
      { purpose: 'ask whose token this is' },
    )
    .then(({ viewer }) => viewer.login)
  logins.set(client.memory, asking)
  asking.catch(() => logins.delete(client.memory))
  return asking
}
