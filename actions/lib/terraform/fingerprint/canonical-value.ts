// Brings values of a plan into canonical form: what is unknown and what is secret is told by the value itself.
import { createHmac } from 'node:crypto'
import { UserError } from '../../toolkit/user-error.ts'
import { type CanonicalValue, canonicalJson } from './canonical.ts'
import { decimalText, ExactNumber } from './exact-json.ts'
import { hasMark, isMark, isObject, maxDepth, own, pairsOf } from './plan-json.ts'

export type Path = readonly (string | number)[]

/** Fields of plan JSON that hold addresses, names and actions, never a value: not taken for a secret, so that they stay readable. */
const structural = new Set([
  ...['address', 'previous_address', 'module_address', 'mode', 'type', 'name', 'index', 'deposed', 'provider_name'],
  ...['actions', 'action_reason', 'reason', 'triggering_resource_address', 'action_trigger_event'],
])

/** Where those fields stand. In any other object a field of such a name may hold a value. */
const structures = new Set(['change', 'resource_change', 'action_invocation', 'lifecycle_action_trigger'])

export type CanonicalWriter = {
  /** A value with its marks. `path` is where it stands, without the side (before or after). */
  readonly value: (value: unknown, unknown: unknown, sensitive: unknown, path: Path) => CanonicalValue
  /** An object of plan JSON, in which some values have marks beside them. Any field is kept, known to us or not. */
  readonly node: (node: unknown, path: Path) => CanonicalValue
}

/**
 * Secrets become HMAC-SHA-256 over their place and value: equal secrets at two places look different, so that nobody learns
 * that two passwords are one; the same secret before and after a change looks the same, as the plan itself says.
 * @param holdsSecret whether a text is or holds a secret
 * @throws UserError for nesting that no real plan has
 */
export function createCanonicalWriter(key: Uint8Array, holdsSecret: (text: string) => boolean): CanonicalWriter {
  const hmac = (path: Path, value: CanonicalValue) =>
    createHmac('sha256', key)
      .update(`${JSON.stringify(path.map(String))}\n${canonicalJson(value)}`)
      .digest('base64url')
  const inClear = (value: unknown, unknown: unknown, depth: number) => walk(value, unknown, undefined, undefined, depth)

  function leaf(value: unknown, path: Path | undefined): CanonicalValue {
    if (value === undefined) return '-'
    if (value === null || typeof value === 'boolean') return value
    const [mark, text] = typeof value === 'string' ? ['=', value] : ['#', numberText(value)]
    if (path !== undefined && holdsSecret(text)) return `^${hmac(path, mark + text)}`
    return mark + text
  }

  function keyOf(key: string, path: Path | undefined): string {
    if (path !== undefined && holdsSecret(key)) return `^${hmac(path, `=${key}`)}`
    return /^[=^]/.test(key) ? `=${key}` : key
  }

  /** Without a path nothing is hidden: the result itself goes into an HMAC. */
  function walk(
    value: unknown,
    unknown: unknown,
    sensitive: unknown,
    path: Path | undefined,
    depth: number,
  ): CanonicalValue {
    if (depth > maxDepth) throw tooDeep()
    if (path !== undefined && isHidden(value, sensitive, depth)) {
      if (isMark(unknown)) return '~?'
      if (value === undefined && !hasMark(unknown, depth)) return '~-'
      return `~${hmac(path, inClear(value, unknown, depth))}`
    }
    if (isMark(unknown)) return '?'
    const marks = [unknown, sensitive].filter((tree) => hasMark(tree, depth))
    const child = (key: string | number) =>
      walk(
        own(value, key),
        own(unknown, key),
        own(sensitive, key),
        path === undefined ? undefined : [...path, key],
        depth + 1,
      )
    if (Array.isArray(value) || (isNothing(value) && marks.some(Array.isArray))) {
      const length = Math.max(...[value, ...marks].map((list) => (Array.isArray(list) ? list.length : 0)))
      return Array.from({ length }, (_, index) => child(index))
    }
    if (!isObject(value) && !(isNothing(value) && marks.some(isObject))) return leaf(value, path)
    const keys = new Set(isObject(value) ? Object.keys(value) : [])
    for (const tree of marks) {
      if (isObject(tree)) for (const [key, mark] of Object.entries(tree)) if (hasMark(mark, depth)) keys.add(key)
    }
    // `fromEntries` makes even `__proto__` a field like any other.
    return Object.fromEntries([...keys].map((key) => [keyOf(key, path), child(key)]))
  }

  function node(value: unknown, path: Path, isStructure: boolean, depth: number): CanonicalValue {
    if (depth > maxDepth) throw tooDeep()
    if (Array.isArray(value)) return value.map((item, index) => node(item, [...path, index], false, depth + 1))
    if (!isObject(value)) return leaf(value, path)
    const pairs = pairsOf(value)
    const done = new Set(pairs.flatMap(({ keys }) => keys))
    const marked = pairs.map((pair): [string, CanonicalValue] => [
      pair.name,
      walk(pair.value, pair.unknown, pair.sensitive, path, depth + 1),
    ])
    const others = Object.entries(value).filter(([key]) => !done.has(key))
    const rest = others.map(([key, child]): [string, CanonicalValue] => {
      if (isStructure && structural.has(key)) return [key, walk(child, undefined, undefined, undefined, depth + 1)]
      const below = [...path, key]
      return [keyOf(key, path), node(child, below, isStructure && structures.has(key), depth + 1)]
    })
    return Object.fromEntries([...marked, ...rest])
  }

  return {
    value: (value, unknown, sensitive, path) => walk(value, unknown, sensitive, path, 0),
    node: (value, path) => node(value, path, true, 0),
  }
}

/** A leaf beside a tree that marks something must not happen, and is no reason to show it. */
const isHidden = (value: unknown, sensitive: unknown, depth: number) =>
  isMark(sensitive) || (!isNothing(value) && !Array.isArray(value) && !isObject(value) && hasMark(sensitive, depth))

const isNothing = (value: unknown) => value === null || value === undefined

function numberText(value: unknown): string {
  if (value instanceof ExactNumber) {
    const [digits = '', power = ''] = decimalText(value.text).split('e')
    return /^\d{1,2}$/.test(power) ? `${digits}${'0'.repeat(Number(power))}` : decimalText(value.text)
  }
  if (typeof value === 'number') return String(value)
  throw new TypeError(`no JSON has a ${typeof value}`)
}

const tooDeep = () =>
  new UserError(`the plan nests values more than ${maxDepth} levels deep`, {
    next: 'look at what makes such a value: no resource needs one',
  })
