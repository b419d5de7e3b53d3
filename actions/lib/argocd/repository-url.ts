// Whether two spellings of a repository's address mean the same repository.

/**
 * Reduces an address to host and path: `https`, `ssh` and scp-like spellings, user names, ports, case, `.git` and trailing
 * slashes do not tell repositories apart (Argo CD compares so too: util/git, NormalizeGitURL).
 */
export function repositoryKey(address: string): string {
  const text = address.trim().toLowerCase()
  const scpLike = /^(?:[^@/:]+@)?([^/:@]+):(?!\/\/)(.+)$/.exec(text)
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.*)$/.exec(text)
  const [, host, path] = withScheme ?? scpLike ?? [undefined, undefined, text]
  const cleaned = (path ?? '')
    .replace(/^\/+/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
  return host === undefined ? cleaned : `${host}/${cleaned}`
}

/** Says whether an address is one of this repository's own. `owner/name` without a host matches on any host. */
export function isSameRepository(address: string, own: readonly string[]): boolean {
  const key = repositoryKey(address)
  return own.some((one) => {
    const mine = repositoryKey(one)
    return mine === key || (mine.split('/').length === 2 && key.endsWith(`/${mine}`))
  })
}
