// Which roots a change touches, and why: what they are made of is read from both sides of the change.
import { count } from '../../text/words.ts'
import type { FileRole, RootReading } from './files-of-root.ts'
import { shownPlace } from './hcl-fields.ts'
import type { Impact, Root } from './root.ts'

export type RootSide = { readonly root: Root; readonly reading: RootReading }

export type ImpactInput = {
  /** Undefined where the root is not on that side. */
  readonly base: RootSide | undefined
  readonly head: RootSide
  /** Files that differ between the sides, those that only one of them has included. */
  readonly changed: ReadonlySet<string>
}

const maxReasons = 20

/** Says why a change touches a root, each reason with its file; undefined where it does not. */
export function impactOf({ base, head, changed }: ImpactInput): Impact | undefined {
  if (base === undefined) return { root: head.root, reasons: [`the root is new (${shownPlace(head.root.at)})`] }
  const [before, after] = [base.reading.roles, head.reading.roles]
  const reasons: string[] = []
  for (const [file, role] of new Map([...before, ...after])) {
    if (changed.has(file)) reasons.push(`${file} ${changeOf(file, before, after)}${roleWords[role]}`)
    // The file itself is the same: what leads to it is not.
    else if (!after.has(file)) reasons.push(`${file} no longer belongs to it${roleWords[role]}`)
    else if (!before.has(file)) reasons.push(`${file} belongs to it now${roleWords[role]}`)
  }
  reasons.sort()
  const said = saidOf(head.root)
  const fields = Object.entries(saidOf(base.root)).filter(([name, value]) => value !== said[name])
  for (const [name] of fields) reasons.push(`\`${name}\` is another (${shownPlace(head.root.at)})`)
  if (reasons.length === 0 && changed.size > 0) reasons.push(...openReasons(head))
  if (reasons.length === 0) return undefined
  const more = reasons.length - maxReasons
  return {
    root: head.root,
    reasons: more > 0 ? [...reasons.slice(0, maxReasons), `and ${count(more, 'more reason')}`] : reasons,
  }
}

function changeOf(file: string, before: ReadonlyMap<string, FileRole>, after: ReadonlyMap<string, FileRole>): string {
  if (!before.has(file)) return 'is new'
  return after.has(file) ? 'changed' : 'was removed'
}

const roleWords: Readonly<Record<FileRole, string>> = {
  configuration: '',
  variables: '',
  lock: '',
  version: '',
  backend: ', from which its backend is configured',
  read: ', which its configuration reads',
  input: ', which the settings name as an input',
  link: ', through which its files are found',
}

/** What decides over a plan and stands in no file of the root; a place is left out, for lines move. */
function saidOf(root: Root): Readonly<Record<string, string>> {
  return {
    path: root.path,
    tool: root.tool,
    version: root.version?.value ?? '',
    workspace: root.workspace ?? '',
    'var-files': JSON.stringify(root.varFiles),
    'backend-config': JSON.stringify(root.backendConfig),
    environment: root.environment ?? '',
    inputs: JSON.stringify(root.inputs),
    carry: JSON.stringify(root.carry),
  }
}

/**
 * What cannot be resolved may be anything that changed. Where the settings name the inputs of a root, they are taken to be all of
 * them.
 */
function openReasons({ root, reading }: RootSide): readonly string[] {
  if (root.inputs.length > 0) return []
  return reading.unresolved
    .filter(({ isOpen }) => isOpen)
    .map(({ source, at, reason }) => `what ${source} stands for may have changed, since ${reason} (${shownPlace(at)})`)
}
