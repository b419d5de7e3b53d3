// The `WWW-Authenticate` header of a refusal: how the registry wants to be asked.

export type Challenge =
  | { readonly scheme: 'basic' }
  | { readonly scheme: 'bearer'; readonly realm: string; readonly service?: string; readonly scope?: string }

type Scheme = { readonly name: string; readonly parameters: Map<string, string> }

const maxLength = 8192

/**
 * The challenge to follow: Bearer before Basic, undefined when there is neither. Source: RFC 9110, section 11.6.1, and
 * Docker's token authentication specification.
 */
export function readChallenge(header: string | null): Challenge | undefined {
  if (header === null || header.length > maxLength) return undefined
  const schemes = readSchemes(header)
  const bearer = schemes.find(({ name }) => name === 'bearer')?.parameters
  const realm = bearer?.get('realm')
  if (bearer !== undefined && realm !== undefined) {
    const service = bearer.get('service')
    const scope = bearer.get('scope')
    return {
      scheme: 'bearer',
      realm,
      ...(service !== undefined && { service }),
      ...(scope !== undefined && { scope }),
    }
  }
  return schemes.some(({ name }) => name === 'basic') ? { scheme: 'basic' } : undefined
}

/** Several challenges may share a header: a word that no `=` follows begins the next one. */
function readSchemes(header: string): readonly Scheme[] {
  const schemes: Scheme[] = []
  const token = /[\s,]*([A-Za-z0-9!#$%&'*+.^_`|~-]+)(?:[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+)))?/y
  for (let found = token.exec(header); found !== null; found = token.exec(header)) {
    const [, word = '', quoted, bare] = found
    const value = quoted?.replace(/\\(.)/g, '$1') ?? bare
    if (value === undefined) schemes.push({ name: word.toLowerCase(), parameters: new Map() })
    else schemes.at(-1)?.parameters.set(word.toLowerCase(), value)
  }
  return schemes
}
