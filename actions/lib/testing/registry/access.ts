// Who may use a test registry: nobody asked, a password, or tokens from a token service as Docker's registries have it.
import { randomBytes } from 'node:crypto'

export type AccessOptions = {
  readonly auth?: 'none' | 'basic' | 'token'
  readonly username?: string
  readonly password?: string
  /** What `docker login` keeps of a registry with OAuth2. */
  readonly identityToken?: string
  /** Tokens for reading are given to everybody. */
  readonly anonymous?: boolean
  /** Where the challenge sends clients, when not to the registry itself. */
  readonly realm?: string
}

export type AccessRequest = {
  readonly method: string
  readonly url: URL
  readonly authorization: string | undefined
  readonly body: string
}

export type Access = {
  /** The `WWW-Authenticate` header of the refusal, or undefined when the request may pass. */
  readonly refuse: (request: AccessRequest, repository: string | undefined) => string | undefined
  /** The token service's answer; undefined is a refusal. */
  readonly token: (request: AccessRequest) => { readonly token: string; readonly expires_in: number } | undefined
}

export function createAccess(options: AccessOptions, ownAddress: () => string): Access {
  const { auth = 'none', username = 'robot', password = 'correct horse', anonymous = false } = options
  const basic = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  const granted = new Map<string, string>()
  const grant = (scope: string) => {
    const token = randomBytes(24).toString('base64url')
    granted.set(token, scope)
    return { token, expires_in: 300 }
  }
  const mayPass = ({ method, authorization }: AccessRequest, repository: string | undefined) => {
    if (auth === 'none') return true
    if (auth === 'basic') return authorization === basic
    const scope = granted.get(authorization?.replace(/^Bearer /, '') ?? '')
    if (scope === undefined) return false
    const action = method === 'GET' || method === 'HEAD' ? 'pull' : 'push'
    return repository === undefined || scope.split(' ').some((one) => covers(one, repository, action))
  }
  return {
    refuse: (request, repository) => {
      if (mayPass(request, repository)) return undefined
      if (auth === 'basic') return 'Basic realm="test registry"'
      const actions = request.method === 'GET' || request.method === 'HEAD' ? 'pull' : 'pull,push'
      const scope = repository === undefined ? '' : `,scope="repository:${repository}:${actions}"`
      return `Bearer realm="${options.realm ?? `${ownAddress()}/token`}",service="test registry"${scope}`
    },
    token: ({ method, url, authorization, body }) => {
      if (method === 'POST') {
        const form = new URLSearchParams(body)
        const right = form.get('grant_type') === 'refresh_token' && form.get('refresh_token') === options.identityToken
        return right && options.identityToken !== undefined ? grant(form.get('scope') ?? '') : undefined
      }
      const scope = url.searchParams.getAll('scope').join(' ')
      if (authorization === basic) return grant(scope)
      return authorization === undefined && anonymous && !/push/.test(scope) ? grant(scope) : undefined
    },
  }
}

const covers = (scope: string, repository: string, action: string) => {
  const [kind, name, actions = ''] = scope.split(':')
  return kind === 'repository' && name === repository && actions.split(',').includes(action)
}
