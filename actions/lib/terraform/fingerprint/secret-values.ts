// Which values of a plan are secret, and whether a text holds one of them.
import { ExactNumber } from './exact-json.ts'
import { isMark, isObject, marksOf, maxDepth, own, pairsOf } from './plan-json.ts'

/** Inside a longer text, shorter ones are chance. As a whole value, a secret of any length is one. */
const minInside = 4

/**
 * Every text and number that the plan marks as sensitive: in sensitive root variables, outputs, resources and actions, also
 * in those that do not change. Tools drop the mark where a provider repeats a value in another attribute.
 */
export function secretValues(plan: unknown): ReadonlySet<string> {
  const found = new Set<string>()
  const configured = own(own(own(plan, 'configuration'), 'root_module'), 'variables')
  for (const [name, variable] of entriesOf(own(plan, 'variables'))) {
    if (own(own(configured, name), 'sensitive') === true) collect(own(variable, 'value'), true, found, 0)
  }
  for (const section of [
    'resource_changes',
    'resource_drift',
    'output_changes',
    'deferred_changes',
    'action_invocations',
    'deferred_action_invocations',
  ]) {
    collectPairs(own(plan, section), found, 0)
  }
  return found
}

const entriesOf = (value: unknown) => (isObject(value) ? Object.entries(value) : [])

function collectPairs(node: unknown, found: Set<string>, depth: number): void {
  if (typeof node !== 'object' || node === null || depth > maxDepth) return
  const pairs = isObject(node) ? pairsOf(node) : []
  for (const { value, sensitive } of pairs) collect(value, sensitive, found, 0)
  const done = new Set(pairs.flatMap(({ keys }) => keys))
  for (const [key, child] of Object.entries(node)) if (!done.has(key)) collectPairs(child, found, depth + 1)
}

/** A leaf beside a tree that marks something must not happen, and is no reason to show it. */
function collect(value: unknown, sensitive: unknown, found: Set<string>, depth: number): void {
  if (depth > maxDepth || sensitive === false || sensitive === undefined || sensitive === null) return
  if (typeof value === 'object' && value !== null && !(value instanceof ExactNumber)) {
    for (const [key, child] of Object.entries(value)) {
      collect(child, isMark(sensitive) ? true : own(sensitive, key), found, depth + 1)
    }
  } else if (marksOf(sensitive, depth) !== undefined) {
    if (typeof value === 'string' && value !== '') found.add(value)
    const number = value instanceof ExactNumber ? value.text : typeof value === 'number' ? String(value) : ''
    if (number.length >= minInside) found.add(number)
  }
}

/**
 * A test whether a text is or holds a secret: as it is, escaped as in JSON, URL-encoded or in base64 (on its own: not as a
 * part of something longer that is in base64). Takes time in proportion to the text, however many secrets there are.
 */
export function secretFinder(secrets: ReadonlySet<string>): (text: string) => boolean {
  const forms = new Set([...secrets].flatMap(formsOf).filter((form) => form.length >= minInside))
  const known = new Uint8Array(0x10000)
  const byStart = new Map<string, string[]>()
  for (const form of forms) {
    const start = form.slice(0, minInside)
    byStart.set(start, [...(byStart.get(start) ?? []), form])
    known[hashAt(form, 0)] = 1
  }
  return (text) => {
    if (secrets.has(text)) return true
    for (let index = 0; index + minInside <= text.length; index += 1) {
      if (known[hashAt(text, index)] === 0) continue
      const candidates = byStart.get(text.slice(index, index + minInside))
      if (candidates?.some((form) => text.startsWith(form, index))) return true
    }
    return false
  }
}

/** Of the four characters there: few enough to look up, many enough to differ. */
const hashAt = (text: string, index: number) =>
  (text.charCodeAt(index) +
    text.charCodeAt(index + 1) * 31 +
    text.charCodeAt(index + 2) * 1009 +
    text.charCodeAt(index + 3) * 8191) &
  0xffff

function formsOf(secret: string): string[] {
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '')
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret.toWellFormed()), base64]
}
