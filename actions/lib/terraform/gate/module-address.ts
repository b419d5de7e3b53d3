// What a module's source is (developer.hashicorp.com/terraform/language/modules/sources), and whether it can change under us.

export type ModuleAddress =
  | { readonly kind: 'local'; readonly path: string }
  /** A path outside of any repository. */
  | { readonly kind: 'absolute'; readonly path: string }
  | { readonly kind: 'registry'; readonly address: string }
  | {
      readonly kind: 'git' | 'mercurial' | 'archive' | 'oci'
      readonly address: string
      readonly query: URLSearchParams
    }

/** Reads a source. What is of no known kind is taken for an archive, which nothing pins. */
export function readModuleAddress(source: string): ModuleAddress {
  if (/^\.\.?([/\\]|$)/.test(source)) return { kind: 'local', path: source.replaceAll('\\', '/') }
  if (/^(file::|file:\/\/|[/\\~]|[a-z]:[/\\])/i.test(source)) return { kind: 'absolute', path: source }
  const mark = source.indexOf('?')
  const address = mark < 0 ? source : source.slice(0, mark)
  const query = new URLSearchParams(mark < 0 ? '' : source.slice(mark + 1))
  if (
    /^git(::|@)|^(github\.com|bitbucket\.org|gitlab\.com)[/:]|^ssh:\/\/|\.git(\/\/|$)/i.test(address) ||
    /^[\w.-]+@[\w.-]+:/.test(address)
  )
    return { kind: 'git', address, query }
  if (/^hg::/i.test(address)) return { kind: 'mercurial', address, query }
  if (/^oci:\/\//i.test(address)) return { kind: 'oci', address, query }
  return isRegistryAddress(address) && mark < 0 ? { kind: 'registry', address } : { kind: 'archive', address, query }
}

/** `[HOST/]NAMESPACE/NAME/SYSTEM`, then perhaps a folder behind `//`. */
function isRegistryAddress(address: string): boolean {
  if (address.includes('::') || address.includes('://')) return false
  const parts = (address.split('//')[0] ?? '').split('/')
  if (parts.length !== 3 && parts.length !== 4) return false
  return parts.every((part) => /^[\w][\w.:-]*$/.test(part)) && (parts.length === 3 || /[.:]/.test(parts[0] ?? ''))
}

/** Why a source is not pinned, in words that follow `Module X`, and how grave that is; undefined for what is pinned. */
export function unpinnedReason(
  address: ModuleAddress,
  version: string | undefined,
): { readonly words: string; readonly severity: 'error' | 'warning' } | undefined {
  switch (address.kind) {
    case 'git':
      return unpinnedRevision('git', address.query.get('ref'))
    case 'mercurial':
      return unpinnedRevision('Mercurial', address.query.get('rev'))
    case 'registry':
      return unpinnedVersion(version)
    case 'oci':
      if (/^sha256:[0-9a-f]{64}$/.test(address.query.get('digest') ?? '')) return undefined
      return address.query.has('tag')
        ? { words: 'is pinned to a tag, which can move: name the digest', severity: 'warning' }
        : { words: 'names neither digest nor tag: add ?digest=sha256:…', severity: 'error' }
    case 'archive':
      if (address.query.has('checksum') || address.query.has('versionId')) return undefined
      return {
        words: 'is an archive that can change at any time: commit the module, or take it from git by a commit',
        severity: 'error',
      }
    default:
      return undefined
  }
}

function unpinnedRevision(kind: string, revision: string | null) {
  const name = kind === 'git' ? 'ref' : 'rev'
  if (revision === null || revision === '')
    return {
      words: `comes from ${kind} without ?${name}=: whatever is pushed there runs here. Add the commit`,
      severity: 'error' as const,
    }
  if (/^[0-9a-f]{40}([0-9a-f]{24})?$/i.test(revision)) return undefined
  // Tags are versions by custom: v1.2.3, vpc-1.2.3, modules/vpc/v1.2.3.
  if (/(^|[-/_])v?\d+\.\d+(\.\d+)?([-+.][\w.-]+)?$/i.test(revision)) return undefined
  return {
    words: `is pinned to “${revision}”, which may be a branch: name a commit or a version's tag`,
    severity: 'warning' as const,
  }
}

function unpinnedVersion(version: string | undefined) {
  if (version === undefined)
    return {
      words: 'comes from a registry without a version: the newest runs. Add version',
      severity: 'error' as const,
    }
  if (/^\s*=?\s*v?\d+\.\d+\.\d+([-+][\w.+-]+)?\s*$/.test(version)) return undefined
  return {
    words: `has the version “${version}”, which is not exact, and no lock file pins modules: name one version`,
    severity: 'warning' as const,
  }
}
