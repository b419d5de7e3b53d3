// The secret values of a plan: what stands at sensitive paths, wherever the tool's JSON marks one.
import { secretParts } from './secret-parts.ts'

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const own = (fields: unknown, key: string): unknown =>
  isFields(fields) && Object.hasOwn(fields, key) ? fields[key] : undefined

/**
 * Every string and number at a sensitive path of `terraform show -json`, and what `secretParts` finds inside. Marks are found
 * by their names, not by where they stand, so that parts of a plan that are newer than this code count too: `X_sensitive` beside
 * `X`, `sensitive_values` beside `values`, and `sensitive: true` beside `value`, `default` or an expression's constant.
 * Variables are marked in the configuration only; a variable that is handed to a sensitive one of a module is secret as well.
 * Keys of sensitive maps are not: they are mostly words such as `username`. Takes any JSON and throws nothing.
 */
export function secretsOfPlan(json: unknown): readonly string[] {
  const found = new Set<string>()
  const collect = (value: unknown, mask: unknown = true) => collectMarked(value, mask, found)
  collectVariables(json, collect)
  // Not recursive: depth is the author's choice.
  const pending: unknown[] = [json]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (Array.isArray(next)) {
      for (const item of next) if (typeof item === 'object' && item !== null) pending.push(item)
      continue
    }
    if (!isFields(next)) continue
    const marked = markedFields(next)
    for (const [key, mask] of marked) collect(next[key], mask)
    if (next.sensitive === true) {
      collect(own(next, 'value'))
      collect(own(next, 'default'))
      collect(own(own(next, 'expression'), 'constant_value'))
    }
    for (const [key, value] of Object.entries(next)) {
      if (typeof value === 'object' && value !== null && !marked.has(key)) pending.push(value)
    }
  }
  return [...new Set([...found].flatMap(secretParts))]
}

/** Fields that a sibling says the sensitive paths of, with that mask. */
function markedFields(fields: Fields): ReadonlyMap<string, unknown> {
  const marked = new Map<string, unknown>()
  for (const key of Object.keys(fields)) {
    if (key === 'sensitive_values') marked.set('values', fields[key])
    else if (key.endsWith('_sensitive')) {
      const name = key.slice(0, -'_sensitive'.length)
      for (const field of [name, `${name}_values`]) if (Object.hasOwn(fields, field)) marked.set(field, fields[key])
    }
  }
  return marked
}

/** Strings and numbers of `value` where `mask`, of the same shape, says `true`. */
function collectMarked(value: unknown, mask: unknown, found: Set<string>): void {
  const pending: [unknown, unknown][] = [[value, mask]]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [at, marks] = next
    const isSecret = marks === true
    if (typeof at === 'string' || typeof at === 'number') {
      if (isSecret && at !== '') found.add(String(at))
    } else if (Array.isArray(at)) {
      for (const [index, item] of at.entries()) {
        const mark = isSecret || (Array.isArray(marks) ? marks[index] : undefined)
        if (mark !== undefined) pending.push([item, mark])
      }
    } else if (isFields(at)) {
      for (const [key, item] of Object.entries(at)) {
        const mark = isSecret || own(marks, key)
        if (mark !== undefined) pending.push([item, mark])
      }
    }
  }
}

/** A module, and what a value of one of its variables is: constants, and variables of the root that are all of an expression. */
type Call = { readonly module: unknown; readonly given: (variable: string) => readonly unknown[] }

/** Values of variables of the root that are sensitive, or that are handed to a sensitive variable of a module at any depth. */
function collectVariables(json: unknown, collect: (value: unknown) => void): void {
  const values = own(json, 'variables')
  const root: Call = {
    module: own(own(json, 'configuration'), 'root_module'),
    given: (variable) => [own(own(values, variable), 'value')],
  }
  const pending: Call[] = [root]
  for (let call = pending.pop(); call !== undefined; call = pending.pop()) {
    const { module, given } = call
    for (const [name, variable] of Object.entries(own(module, 'variables') ?? {})) {
      if (own(variable, 'sensitive') === true) for (const value of given(name)) collect(value)
    }
    for (const inner of Object.values(own(module, 'module_calls') ?? {})) {
      const expressions = own(inner, 'expressions')
      pending.push({
        module: own(inner, 'module'),
        given: (variable) => {
          const expression = own(expressions, variable)
          const references = own(expression, 'references')
          // Of several one cannot tell which is the secret one; the marks of what is made of them tell.
          const [only] = Array.isArray(references) && references.length === 1 ? references : []
          const handed = typeof only === 'string' && only.startsWith('var.') ? given(only.slice('var.'.length)) : []
          return [own(expression, 'constant_value'), ...handed]
        },
      })
    }
  }
}
