// What two canonical plans differ in, in words. Values may be shown after redaction; secrets are not among them.
import { clip, listed, oneLine } from '../../text/words.ts'
import {
  type CanonicalPlan,
  type CanonicalSection,
  type CanonicalValue,
  canonicalJson,
  canonicalSections,
} from './canonical.ts'

export type PlanDifference = {
  readonly section: CanonicalSection
  /** Address or name. */
  readonly subject: string
  /** `added`: only in the fresh plan. */
  readonly kind: 'added' | 'removed' | 'changed'
  /** One sentence without its subject: `was update, is now replace`. */
  readonly message: string
}

/** Of one subject; further ones are counted. */
const maxPerSubject = 20
/** Of all; a plan that differs in more is another plan. */
const maxDifferences = 1000
const maxValue = 80

/**
 * @param reviewed the plan that was looked at
 * @param fresh the plan made now. Both with one key: else every secret differs
 * @returns nothing exactly where the fingerprints are equal
 */
export function compareCanonical(reviewed: CanonicalPlan, fresh: CanonicalPlan): readonly PlanDifference[] {
  if (reviewed.format !== fresh.format) {
    const message = `was made in format ${reviewed.format}, is now in format ${fresh.format}: plan again and have it reviewed`
    return [{ section: 'plan', subject: 'plan', kind: 'changed', message }]
  }
  const found: PlanDifference[] = []
  for (const section of canonicalSections) {
    const [before, after] = [reviewed[section], fresh[section]]
    for (const name of [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()) {
      const [a, b] = [own(before, name), own(after, name)]
      for (const { kind, message } of compareEntry(section, a, b)) {
        if (found.length === maxDifferences) return found
        found.push({ section, subject: oneLine(name), kind, message })
      }
    }
  }
  return found
}

type Said = Pick<PlanDifference, 'kind' | 'message'>

function compareEntry(section: CanonicalSection, a: CanonicalValue | undefined, b: CanonicalValue | undefined): Said[] {
  if (a === undefined && b === undefined) return []
  if (a === undefined || b === undefined) {
    const kind = a === undefined ? 'added' : 'removed'
    const nothing = section === 'changes' || section === 'outputs' ? 'left as it is' : 'not there'
    return [{ kind, message: `was ${summary(section, a) ?? nothing}, is now ${summary(section, b) ?? nothing}` }]
  }
  const messages: string[] = []
  const [was, is] = [actionOf(a), actionOf(b)]
  if (was !== is) messages.push(`was ${was}, is now ${is}`)
  const leaves: Leaf[] = []
  collect(a, b, [], leaves)
  for (const leaf of leaves) {
    if (isAction(leaf.path)) {
      if (was === is) messages.push(`the order of its actions was ${show(leaf.a)}, is now ${show(leaf.b)}`)
    } else messages.push(sentence(section, leaf))
  }
  const shown = messages.slice(0, maxPerSubject)
  if (messages.length > shown.length) shown.push(`and ${messages.length - shown.length} more differences`)
  return shown.map((message) => ({ kind: 'changed', message }))
}

type Leaf = {
  readonly path: readonly string[]
  readonly a: CanonicalValue | undefined
  readonly b: CanonicalValue | undefined
}

function collect(
  a: CanonicalValue | undefined,
  b: CanonicalValue | undefined,
  path: readonly string[],
  found: Leaf[],
): void {
  const isList = Array.isArray(a) && Array.isArray(b)
  if (isTree(a) && isTree(b) && (isList || (!Array.isArray(a) && !Array.isArray(b))) && !isAction(path)) {
    for (const key of [...new Set([...Object.keys(a), ...Object.keys(b)])].sort(isList ? byNumber : undefined)) {
      collect(own(a, key), own(b, key), [...path, key], found)
    }
  } else if (a === undefined || b === undefined || canonicalJson(a) !== canonicalJson(b)) found.push({ path, a, b })
}

const byNumber = (a: string, b: string) => Number(a) - Number(b)

const isTree = (value: CanonicalValue | undefined): value is { readonly [key: string]: CanonicalValue } =>
  typeof value === 'object' && value !== null

const own = (value: { readonly [key: string]: CanonicalValue }, key: string): CanonicalValue | undefined =>
  Object.hasOwn(value, key) ? value[key] : undefined

/** The list of actions is told as one, wherever it stands. */
const isAction = (path: readonly string[]) => /^((resource_change\/)?change\/)?actions$/.test(path.join('/'))

function sentence(section: CanonicalSection, { path, a, b }: Leaf): string {
  const place = placeOf(section, path)
  if (isHidden(a) && isHidden(b))
    return place === '' ? 'a sensitive value differs' : `${place}: a sensitive value differs`
  return `${place} was ${show(a)}, is now ${show(b)}`.trim()
}

/** `attribute tags.Env`; of what was there before, `attribute tags.Env before the change`. */
function placeOf(section: CanonicalSection, path: readonly string[]): string {
  const at = path.findIndex((part) => part === 'before' || part === 'after' || part === 'config_values')
  if (at >= 0 && at <= 2) {
    const name = path.slice(at + 1)
    const attribute =
      name.length === 0 ? 'the whole value' : `${section === 'outputs' ? 'value' : 'attribute'} ${written(name)}`
    return path[at] === 'before' ? `${attribute} before the change` : attribute
  }
  if (section === 'variables' && path[0] === 'value')
    return path.length === 1 ? 'its value' : `its value at ${written(path.slice(1))}`
  return path.length === 0 ? '' : `field ${written(path)}`
}

/** Keys as in the tool's own language: `tags.Env`, `rule[0].port`, `labels["a.b"]`. */
function written(path: readonly string[]): string {
  const parts = path.map((part) => {
    if (part.startsWith('^')) return '["(sensitive)"]'
    const key = part.startsWith('=') ? part.slice(1) : part
    if (/^\d+$/.test(key)) return `[${key}]`
    return /^[A-Za-z_][\w-]*$/.test(key) ? `.${key}` : `[${JSON.stringify(clip(oneLine(key), maxValue))}]`
  })
  return clip(parts.join('').replace(/^\./, ''), 200)
}

function summary(section: CanonicalSection, entry: CanonicalValue | undefined): string | undefined {
  if (entry === undefined) return undefined
  if (section === 'variables') return isTree(entry) ? show(own(entry, 'value')) : show(entry)
  return actionOf(entry) ?? (section === 'plan' ? show(entry) : 'there')
}

/** What happens to it, in one or two words; undefined where it is nothing that has actions. */
function actionOf(entry: CanonicalValue): string | undefined {
  if (!isTree(entry)) return undefined
  const holder = own(entry, 'resource_change') ?? entry
  const change = isTree(holder) ? (own(holder, 'change') ?? holder) : undefined
  const actions = isTree(change) ? own(change, 'actions') : undefined
  if (!Array.isArray(actions)) return undefined
  const names = actions.map((action) => (typeof action === 'string' ? oneLine(action.slice(1)) : '?'))
  if (names.includes('delete') && names.includes('create')) {
    return names[0] === 'create' ? 'replace (create first)' : 'replace (delete first)'
  }
  const moved = isTree(holder) && own(holder, 'previous_address') !== undefined
  const imported = isTree(change) && own(change, 'importing') !== undefined
  const also = [...(moved ? ['move'] : []), ...(imported ? ['import'] : [])]
  return listed([...names.filter((name) => name !== 'no-op' || also.length === 0), ...also])
}

const isHidden = (value: CanonicalValue | undefined) =>
  typeof value === 'string' && /^[~^]/.test(value) && !/^~[?-]$/.test(value)

function show(value: CanonicalValue | undefined): string {
  if (value === undefined || value === '-' || value === '~-') return 'absent'
  if (typeof value !== 'string') {
    if (typeof value !== 'object' || value === null) return String(value)
    return clip(oneLine(plain(value, 0)), maxValue)
  }
  if (value === '?' || value === '~?') return '(known after apply)'
  if (isHidden(value)) return '(sensitive)'
  return value.startsWith('#')
    ? clip(value.slice(1), maxValue)
    : JSON.stringify(clip(oneLine(value.slice(1)), maxValue))
}

/** Cut in depth and width before it is written: only its beginning is shown. */
function plain(value: CanonicalValue | undefined, depth: number): string {
  if (!isTree(value)) return show(value)
  if (depth > 4) return '...'
  if (Array.isArray(value))
    return `[${value
      .slice(0, 20)
      .map((item) => plain(item, depth + 1))
      .join(', ')}]`
  const entries = Object.entries(value).slice(0, 20)
  return `{${entries.map(([key, child]) => `${written([key])}: ${plain(child, depth + 1)}`).join(', ')}}`
}
