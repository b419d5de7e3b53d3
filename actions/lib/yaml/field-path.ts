// The field paths of kustomize's replacements: `spec.template.spec.containers.[name=api].image`.
import type { Path } from './follow-path.ts'

/** A key of a mapping, or the items of a list whose `key` is `value` (the items themselves when `key` is empty). */
export type FieldStep =
  | { readonly type: 'key'; readonly key: string }
  | { readonly type: 'items'; readonly key: string; readonly value: string }

export type FieldPath = readonly FieldStep[]

/** Splits at dots that are neither escaped nor in brackets (kyaml utils.SmarterPathSplitter). */
export function fieldPathParts(path: string): string[] {
  const parts: string[] = []
  let part = ''
  let depth = 0
  for (let at = 0; at < path.length; at += 1) {
    const character = path[at] ?? ''
    if (character === '\\' && path[at + 1] === '.') {
      part += '.'
      at += 1
    } else if (character === '.' && depth === 0) {
      parts.push(part)
      part = ''
    } else {
      if (character === '[') depth += 1
      if (character === ']') depth -= 1
      part += character
    }
  }
  return [...parts, part].filter((name) => name !== '')
}

/** The key and value of a selector of list items, `[name=api]`; undefined for any other part. */
export function itemSelector(part: string): { readonly key: string; readonly value: string } | undefined {
  const [, key, value] = /^\[([^=\]]*)=(.*)\]$/s.exec(part) ?? []
  return key === undefined || value === undefined ? undefined : { key, value }
}

/**
 * Parses a field path. Dots in a key are escaped (`\.`) or the key stands in brackets (`[app.kubernetes.io/name]`); items of
 * lists are selected by what they hold. Unlike kustomize's, a value is compared as a whole and not as a regular expression.
 * Wildcards are refused: an edit has to say what it means.
 */
export function parseFieldPath(text: string): FieldPath | { readonly error: string } {
  const parts = fieldPathParts(text)
  if (parts.length === 0) return { error: 'it is empty; write the keys that lead to the value, such as spec.replicas' }
  if (!isBalanced(text)) return { error: 'a bracket is not closed or not opened; write list items as [name=value]' }
  const steps: FieldStep[] = []
  for (const part of parts) {
    if (part === '*') return { error: 'it holds *, which selects any number of values; select one by [name=value]' }
    const selector = itemSelector(part)
    const key = /^\[(.+)\]$/s.exec(part)?.[1] ?? part
    if (selector !== undefined) steps.push({ type: 'items', ...selector })
    else if (part === '[]') return { error: '[] selects nothing; write [name=value]' }
    else steps.push({ type: 'key', key })
  }
  return steps
}

function isBalanced(text: string): boolean {
  let depth = 0
  for (const character of text.replaceAll('\\.', '')) {
    if (character === '[') depth += 1
    if (character === ']') depth -= 1
    if (depth < 0) return false
  }
  return depth === 0
}

/**
 * All places that a field path leads to, in the order of the data; none when it leads nowhere.
 * @param data a plain value in which scalars are text (`TextDocument.data`)
 */
export function resolveFieldPath(data: unknown, path: FieldPath): readonly Path[] {
  const [step, ...rest] = path
  if (step === undefined) return [[]]
  return children(data, step).flatMap(([name, value]) => resolveFieldPath(value, rest).map((below) => [name, ...below]))
}

function children(data: unknown, step: FieldStep): readonly (readonly [string | number, unknown])[] {
  if (step.type === 'items') {
    return Array.isArray(data) ? [...data.entries()].filter(([, item]) => isSelected(item, step.key, step.value)) : []
  }
  return isMapping(data) && Object.hasOwn(data, step.key) ? [[step.key, data[step.key]]] : []
}

function isSelected(item: unknown, key: string, value: string): boolean {
  if (key === '') return item === value
  return isMapping(item) && Object.hasOwn(item, key) && item[key] === value
}

/** Why a field path that leads nowhere does: how far it leads, and what stands in the way, in words that follow "because". */
export function explainFieldPath(data: unknown, path: FieldPath): string {
  let reached: readonly unknown[] = [data]
  let so = 'the document'
  for (const step of path) {
    const next = reached.flatMap((value) => children(value, step).map(([, child]) => child))
    if (next.length === 0) return `${so} ${obstacle(reached[0], step)}`
    so = describeStep(step)
    reached = next
  }
  return `${so} is there`
}

function obstacle(value: unknown, step: FieldStep): string {
  if (step.type === 'items') {
    if (Array.isArray(value)) return `has no item ${describeStep(step)}`
    return `is ${isMapping(value) ? 'a mapping' : 'a single value'} and no list, so ${describeStep(step)} selects nothing`
  }
  if (Array.isArray(value)) {
    const number = /^\d+$/.test(step.key) ? 'by number, which changes with every item before it' : 'by a key'
    return `is a list, whose items are not selected ${number}; write [name=value] instead of ${step.key}`
  }
  return isMapping(value) ? `has no key ${step.key}` : `is a single value without a key ${step.key}`
}

function describeStep(step: FieldStep): string {
  return step.type === 'key' ? step.key : `[${step.key}=${step.value}]`
}

type Mapping = Readonly<Record<string, unknown>>

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
