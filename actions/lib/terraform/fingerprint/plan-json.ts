// The shapes of plan JSON that the fingerprint needs: values with the trees beside them that say what is unknown or sensitive.
import { ExactNumber } from './exact-json.ts'

/** Of values. The types of Terraform are nowhere near; what is deeper is made to break readers. */
export const maxDepth = 200

/** A JSON object, neither a list nor null nor a number that is kept as text. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber)
}

/** A field or element that is really there: `__proto__` and `length` of a hostile plan are not. */
export function own(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return /^\d+$/.test(String(key)) ? value[Number(key)] : undefined
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** A value with what is known of it. */
export type Pair = {
  readonly name: string
  readonly value: unknown
  readonly unknown: unknown
  readonly sensitive: unknown
  /** The fields that it is made of. */
  readonly keys: readonly string[]
}

/** Fields of plan JSON whose marks stand beside them. The last is that of actions. */
const marked = [
  { value: 'before', unknown: 'before_unknown', sensitive: 'before_sensitive' },
  { value: 'after', unknown: 'after_unknown', sensitive: 'after_sensitive' },
  { value: 'config_values', unknown: 'config_unknown', sensitive: 'config_sensitive' },
] as const

/** The values of an object of plan JSON that have marks beside them. */
export function pairsOf(node: Readonly<Record<string, unknown>>): readonly Pair[] {
  return marked.flatMap((fields) => {
    const keys = Object.values(fields).filter((key) => Object.hasOwn(node, key))
    if (keys.length === 0) return []
    return [
      {
        name: fields.value,
        value: own(node, fields.value),
        unknown: own(node, fields.unknown),
        sensitive: own(node, fields.sensitive),
        keys,
      },
    ]
  })
}

/** Whether a mark marks the whole of what it stands beside. What is no tree, and not false, is taken for a mark. */
export const isMark = (mark: unknown) => typeof mark !== 'object' && mark !== undefined && mark !== false

/** A tree of marks without the branches that mark nothing; undefined where nothing is marked at all. */
export type Marks = true | { readonly [key: string]: Marks } | readonly (Marks | undefined)[] | undefined

/** Too deep a tree is taken for a mark: whoever walks the value refuses it. */
export function marksOf(tree: unknown, depth = 0): Marks {
  if (typeof tree !== 'object' || tree === null) return isMark(tree) ? true : undefined
  if (depth > maxDepth) return true
  if (Array.isArray(tree)) {
    const items = tree.map((item) => marksOf(item, depth + 1))
    return items.some((item) => item !== undefined) ? items : undefined
  }
  let marks: Record<string, Marks> | undefined
  for (const [key, child] of Object.entries(tree)) {
    const below = marksOf(child, depth + 1)
    if (below === undefined) continue
    marks ??= {}
    setOwn(marks, key, below)
  }
  return marks
}

/** Sets a field, also one with the name `__proto__`. */
export function setOwn<Value>(object: Record<string, Value>, key: string, value: Value): void {
  if (key !== '__proto__') object[key] = value
  else Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
}

/** What a field that we do not know may be without meaning anything. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '') return true
  return typeof value === 'object' && !(value instanceof ExactNumber) && Object.keys(value).length === 0
}
