// Requests through a proxy, where the environment names one: Node's own fetch does not look.
import { isLoopback } from './api-address.ts'

type Fetch = typeof globalThis.fetch

/**
 * Node's own fetch, or behind a proxy the one of undici, which takes one; `https_proxy` and `no_proxy` are read as every action
 * of GitHub's reads them. Loaded only then, for it takes longer to load than everything else here.
 */
export async function fetchFor(url: URL): Promise<Fetch> {
  const { https_proxy, HTTPS_PROXY, http_proxy, HTTP_PROXY } = process.env
  if (isLoopback(url) || !(https_proxy || HTTPS_PROXY || http_proxy || HTTP_PROXY)) return globalThis.fetch
  const [{ HttpClient }, { fetch }] = await Promise.all([import('@actions/http-client'), import('undici')])
  const dispatcher = new HttpClient().getAgentDispatcher(url.href)
  if (dispatcher === undefined) return globalThis.fetch
  return ((there, init) => fetch(there as URL, { ...(init as object), dispatcher })) as Fetch
}

/** A fetch that takes the proxy for each address, for others than GitHub. */
export const proxyFetch: Fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input)
  return (await fetchFor(url))(input, init)
}
