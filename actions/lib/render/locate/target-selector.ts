// Which objects the target of a patch or replacement selects, by the rules of kustomize (types.Selector, SelectorRegex).
import type { Identity } from './identity.ts'
import { isPlainMap, textOf } from './plain.ts'

/**
 * Whether a target selects an object. Kind, group, version, name and namespace are regular expressions that must match whole,
 * labels and annotations are selectors of Kubernetes; what is absent matches everything.
 */
export function selects(target: unknown, identity: Identity): boolean {
  if (!isPlainMap(target)) return false
  const [group, version] = groupAndVersion(identity.apiVersion)
  const named: readonly (readonly [unknown, Iterable<string>])[] = [
    [target.group, [group]],
    [target.version, [version]],
    [target.kind, [identity.kind]],
    [target.name, identity.names],
    [target.namespace, identity.namespaces],
  ]
  return (
    named.every(([pattern, values]) => [...values].some((value) => matchesWhole(pattern, value))) &&
    matchesLabels(target.labelSelector, identity.labels) &&
    matchesLabels(target.annotationSelector, identity.annotations)
  )
}

export function groupAndVersion(apiVersion: string): readonly [string, string] {
  const [first = '', second] = apiVersion.split('/')
  return second === undefined ? ['', first] : [first, second]
}

function matchesWhole(pattern: unknown, value: string): boolean {
  const text = textOf(pattern)
  if (text === undefined || text === value) return true
  if (!isCheap(text)) return false
  try {
    return new RegExp(`^(?:${text})$`).test(value)
  } catch {
    return false
  }
}

/** Go's expressions are linear, these are not: no pattern of a repository may hold a run up, so costly ones match literally. */
function isCheap(pattern: string): boolean {
  const nested = /[*+}][^|]*\)\s*[*+{]/.test(pattern)
  return (
    pattern.length <= 300 && !nested && pattern.split('|').every((part) => (part.match(/[*+{]/g) ?? []).length <= 2)
  )
}

/** Equality and set selectors: `a=b`, `a!=b`, `a in (b, c)`, `a notin (b)`, `a`, `!a`. */
function matchesLabels(selector: unknown, labels: Readonly<Record<string, string>>): boolean {
  const text = textOf(selector)
  if (text === undefined) return true
  return text.split(/,(?![^(]*\))/).every((requirement) => matchesRequirement(requirement.trim(), labels))
}

function matchesRequirement(requirement: string, labels: Readonly<Record<string, string>>): boolean {
  const set = /^(\S+)\s+(in|notin)\s+\(([^)]*)\)$/.exec(requirement)
  if (set !== null) {
    const [, key = '', operator, list = ''] = set
    const value = labels[key]
    const isIn = value !== undefined && list.split(',').some((item) => item.trim() === value)
    return operator === 'in' ? isIn : !isIn
  }
  const equality = /^([^=!\s]+)\s*(==|=|!=)\s*(\S*)$/.exec(requirement)
  if (equality !== null) {
    const [, key = '', operator, wanted = ''] = equality
    return operator === '!=' ? labels[key] !== wanted : labels[key] === wanted
  }
  return requirement.startsWith('!')
    ? labels[requirement.slice(1).trim()] === undefined
    : labels[requirement] !== undefined
}
