// Brings values of a plan into canonical form: what is unknown and what is secret is told by the value itself.
import { createHmac, createSecretKey } from 'node:crypto'
import { UserError } from '../../toolkit/user-error.ts'
import { type CanonicalValue, canonicalJson, inOrder } from './canonical.ts'
import { decimalText, ExactNumber } from './exact-json.ts'
import { isObject, type Marks, marksOf, maxDepth, own, pairsOf, setOwn } from './plan-json.ts'

/** Where a value stands, from the inside out: most places are never written. */
export type Place = { readonly key: string; readonly outer: Place | undefined }

/** Fields of plan JSON that hold addresses, names and actions, never a value: not taken for a secret, so that they stay readable. */
const structural = new Set([
  ...['address', 'previous_address', 'module_address', 'mode', 'type', 'name', 'index', 'deposed', 'provider_name'],
  ...['actions', 'action_reason', 'reason', 'triggering_resource_address', 'action_trigger_event'],
])

/** Where those fields stand. In any other object a field of such a name may hold a value. */
const structures = new Set(['change', 'resource_change', 'action_invocation', 'lifecycle_action_trigger'])

export type CanonicalWriter = {
  /** A value with its marks. `place` is without the side (before or after). */
  readonly value: (value: unknown, unknown: unknown, sensitive: unknown, place: Place) => CanonicalValue
  /** An object of plan JSON, in which some values have marks beside them. Any field is kept, known to us or not. */
  readonly node: (node: unknown, place: Place) => CanonicalValue
}

/**
 * Secrets become HMAC-SHA-256 over their place and value: equal secrets at two places look different, so that nobody learns
 * that two passwords are one; the same secret before and after a change looks the same, as the plan itself says.
 * @param holdsSecret whether a text is or holds a secret
 * @throws UserError for nesting that no real plan has
 */
export function createCanonicalWriter(key: Uint8Array, holdsSecret: (text: string) => boolean): CanonicalWriter {
  const secret = createSecretKey(key)
  const hmac = (place: Place, value: CanonicalValue) =>
    createHmac('sha256', secret)
      .update(`${JSON.stringify(pathOf(place))}\n${canonicalJson(value)}`)
      .digest('base64url')
  /** Names of attributes come again and again. */
  const secretKeys = new Map<string, boolean>()

  function leaf(value: unknown, place: Place | undefined): CanonicalValue {
    if (value === undefined) return '-'
    if (value === null || typeof value === 'boolean') return value
    const [mark, text] = typeof value === 'string' ? ['=', value] : ['#', numberText(value)]
    if (place !== undefined && holdsSecret(text)) return `^${hmac(place, mark + text)}`
    return mark + text
  }

  function keyOf(key: string, place: Place | undefined): string {
    if (place !== undefined) {
      const isSecret = secretKeys.get(key) ?? holdsSecret(key)
      secretKeys.set(key, isSecret)
      if (isSecret) return `^${hmac(place, `=${key}`)}`
    }
    return key.startsWith('=') || key.startsWith('^') ? `=${key}` : key
  }

  /** Without a place nothing is hidden: the result itself goes into an HMAC. */
  function walk(
    value: unknown,
    unknown: Marks,
    sensitive: Marks,
    place: Place | undefined,
    depth: number,
  ): CanonicalValue {
    if (depth > maxDepth) throw tooDeep()
    if (place !== undefined && (sensitive === true || (sensitive !== undefined && isLeaf(value)))) {
      if (unknown === true) return '~?'
      if (value === undefined && unknown === undefined) return '~-'
      return `~${hmac(place, walk(value, unknown, undefined, undefined, depth))}`
    }
    if (unknown === true) return '?'
    const marks = unknown ?? sensitive
    const child = (key: string) => {
      const inside = place === undefined ? undefined : { key, outer: place }
      const [below, hidden] = [own(unknown, key), own(sensitive, key)] as Marks[]
      return walk(own(value, key), below, hidden, inside, depth + 1)
    }
    if (Array.isArray(value) || (isNothing(value) && (Array.isArray(unknown) || Array.isArray(sensitive)))) {
      const length = Math.max(lengthOf(value), lengthOf(unknown), lengthOf(sensitive))
      return Array.from({ length }, (_, index) => child(String(index)))
    }
    if (isLeaf(value) || (isNothing(value) && marks === undefined)) return leaf(value, place)
    const result: Record<string, CanonicalValue> = {}
    for (const tree of [value, unknown, sensitive]) {
      if (!isObject(tree)) continue
      for (const key of Object.keys(tree)) {
        const name = keyOf(key, place)
        if (tree === value || !Object.hasOwn(result, name)) setOwn(result, name, child(key))
      }
    }
    return inOrder(result)
  }

  function node(value: unknown, place: Place, isStructure: boolean, depth: number): CanonicalValue {
    if (depth > maxDepth) throw tooDeep()
    const inside = (key: string): Place => ({ key, outer: place })
    if (Array.isArray(value)) return value.map((item, index) => node(item, inside(String(index)), false, depth + 1))
    if (!isObject(value)) return leaf(value, place)
    const result: Record<string, CanonicalValue> = {}
    const done = new Set<string>()
    for (const pair of pairsOf(value)) {
      for (const key of pair.keys) done.add(key)
      result[pair.name] = walk(pair.value, marksOf(pair.unknown), marksOf(pair.sensitive), place, depth + 1)
    }
    for (const [key, child] of Object.entries(value)) {
      if (done.has(key)) continue
      if (isStructure && structural.has(key)) result[key] = walk(child, undefined, undefined, undefined, depth + 1)
      else setOwn(result, keyOf(key, place), node(child, inside(key), isStructure && structures.has(key), depth + 1))
    }
    return inOrder(result)
  }

  return {
    value: (value, unknown, sensitive, place) => walk(value, marksOf(unknown), marksOf(sensitive), place, 0),
    node: (value, place) => node(value, place, true, 0),
  }
}

function pathOf(place: Place | undefined): string[] {
  const path: string[] = []
  for (let at = place; at !== undefined; at = at.outer) path.unshift(at.key)
  return path
}

/** Beside a tree that marks something, a leaf must not happen; that is no reason to show it. */
const isLeaf = (value: unknown) => !isNothing(value) && !Array.isArray(value) && !isObject(value)

const lengthOf = (value: unknown) => (Array.isArray(value) ? value.length : 0)

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
