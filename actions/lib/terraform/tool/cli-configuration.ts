// Our own CLI configuration. With an explicit `provider_installation` the tool takes no provider from `terraform.d/plugins` of
// the repository or of the user, where it would start any binary that lies there (developer.hashicorp.com/terraform/cli/config).

export type ProviderSources = {
  /** Patterns of providers that may be fetched, such as `hashicorp/*`; undefined: any. */
  readonly allowed?: readonly string[]
  /** A folder that keeps fetched providers; made where it is missing. Only roots with a lock file use it. */
  readonly cacheFolder?: string
  /** Folders that providers are taken from instead of their registry. */
  readonly mirrors?: readonly string[]
}

/** The configuration as text, in the JSON form of its syntax, so that no path has to be quoted by us. */
export function cliConfiguration(sources: ProviderSources = {}): string {
  const patterns = sources.allowed === undefined ? {} : { include: sources.allowed }
  const mirrors = sources.mirrors ?? []
  const methods =
    mirrors.length > 0
      ? mirrors.map((path) => ({ filesystem_mirror: [{ path, ...patterns }] }))
      : [{ direct: [patterns] }]
  return JSON.stringify({
    disable_checkpoint: true,
    provider_installation: methods,
  })
}
