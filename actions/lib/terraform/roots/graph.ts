// What must be applied before what: by the settings, and by whose state a root reads. Shared modules give no order: a change of one
// touches all that use it, at once.

import type { SourceLocation } from '../../findings/finding.ts'
import { groupBy } from '../../text/group-by.ts'
import { nearest } from '../../text/nearest.ts'
import { UserError } from '../../toolkit/user-error.ts'
import { backendOf, compareStates, fieldsOfBody, type StatePlace, type StateReader, stateReaders } from './backends.ts'
import { findCircle } from './circle.ts'
import type { Configuration } from './configuration.ts'
import type { RootNote } from './discover.ts'
import type { RootReading } from './files-of-root.ts'
import { shownPlace } from './hcl-fields.ts'
import { folderOf, joinPath } from './repository-path.ts'
import type { Root } from './root.ts'

/** `from` is applied after `to`. */
export type Dependency = {
  readonly from: string
  readonly to: string
  /** In words that follow the name of `from`. */
  readonly why: string
  readonly at: SourceLocation
}

export type RootGraph = { readonly dependencies: readonly Dependency[]; readonly notes: readonly RootNote[] }

export type ReadRoot = { readonly root: Root; readonly reading: RootReading }

/**
 * Finds what depends on what. Throws a UserError for `depends-on` of a root that is not there, and for a circle, which it names with the
 * place of each step.
 */
export async function dependenciesOf(configuration: Configuration, roots: readonly ReadRoot[]): Promise<RootGraph> {
  const states = await Promise.all(
    roots.map(async (one) => ({ root: one.root, ...(await stateOf(configuration, one)) })),
  )
  const notes: RootNote[] = sharedStates(states)
  const dependencies = new Map<string, Dependency>()
  const add = (dependency: Dependency) => {
    const key = JSON.stringify([dependency.from, dependency.to])
    if (!dependencies.has(key)) dependencies.set(key, dependency)
  }
  const names = roots.map(({ root }) => root.name)
  for (const { root, reading } of roots) {
    for (const to of root.dependsOn) {
      if (!names.includes(to)) throw unknownRoot(root, to, names)
      add({ from: root.name, to, why: 'is said to depend on it by the settings', at: root.at })
    }
    for (const { folder, parsed } of reading.folders) {
      for (const reader of parsed.flatMap(stateReaders)) {
        const { found, unknown } = matching(reader, root, folder, states)
        for (const to of found)
          add({ from: root.name, to, why: `reads its state (${shownPlace(reader.at)})`, at: reader.at })
        // Who names what it depends on has been asked already.
        if (found.length === 0 && unknown && root.dependsOn.length === 0) {
          const message = `which state data.terraform_remote_state.${reader.name} reads cannot be told from what is written: name the root in \`depends-on\` of ${root.name}, if it is one of this repository`
          notes.push({ message, at: reader.at })
        }
      }
    }
  }
  const all = [...dependencies.values()]
  refuseCircle(all)
  return { dependencies: all, notes }
}

type RootState = { readonly root: Root; readonly place: StatePlace; readonly at: SourceLocation }

async function stateOf(configuration: Configuration, { root, reading }: ReadRoot): Promise<Omit<RootState, 'root'>> {
  const [own] = reading.folders
  const backend = backendOf(own?.parsed ?? [])
  const fields = new Map(backend?.fields)
  for (const item of root.backendConfig) {
    const equals = item.indexOf('=')
    if (equals > 0) fields.set(item.slice(0, equals), item.slice(equals + 1))
    else
      for (const [name, value] of fieldsOfBody((await configuration.parse(item))?.body ?? empty))
        fields.set(name, value)
  }
  const folder = own?.folder ?? folderOf(root.path)
  return { place: { type: backend?.type ?? 'local', fields, folder }, at: backend?.at ?? root.at }
}

const empty = { arguments: [], blocks: [] }

function matching(reader: StateReader, root: Root, folder: string, states: readonly RootState[]) {
  if (reader.type === undefined) return { found: [], unknown: true }
  const own = states.find((state) => state.root === root)?.place.folder ?? folder
  const fields = new Map(reader.fields)
  if (reader.type === 'local' && reader.modulePath !== undefined)
    fields.set('path', relativeTo(own, joinPath(folder, reader.modulePath)))
  const place = { type: reader.type, fields, folder: own }
  const workspace = reader.workspace === 'terraform.workspace' ? workspaceOf(root) : reader.workspace
  const found: string[] = []
  let unknown = false
  for (const { root: other, place: there } of states) {
    const sameness = other === root ? 'other' : compareStates(place, there)
    const fits = workspace === undefined || workspace === workspaceOf(other)
    if (sameness === 'same' && fits) found.push(other.name)
    if (sameness === 'unknown') unknown = true
  }
  return { found, unknown }
}

const workspaceOf = ({ workspace }: Root) => workspace ?? 'default'

/** The path as from a folder; what leaves the repository is no root's. */
function relativeTo(folder: string, path: string | undefined): string | undefined {
  if (path === undefined) return undefined
  return `${
    folder === ''
      ? ''
      : folder
          .split('/')
          .map(() => '..')
          .join('/')
          .concat('/')
  }${path}`
}

function sharedStates(states: readonly RootState[]): RootNote[] {
  const notes: RootNote[] = []
  const places = states.map((state) => ({ ...state, workspace: workspaceOf(state.root) }))
  // Roots of one kind of backend only: the work grows with the square of their number.
  for (const alike of groupBy(places, ({ place, workspace }) => `${place.type} ${workspace}`).values()) {
    for (const [index, one] of alike.entries()) {
      const other = alike.slice(0, index).find(({ place }) => compareStates(one.place, place) === 'same')
      if (other === undefined) continue
      notes.push({
        message: `${one.root.name} and ${other.root.name} have the same state: each undoes what the other does`,
        at: one.at,
      })
    }
  }
  return notes
}

function unknownRoot(root: Root, name: string, names: readonly string[]): UserError {
  const meant = nearest(name, names)
  return new UserError(`${root.name} depends on ${name}, and there is no root of that name.`, {
    where: shownPlace(root.at),
    next:
      meant === undefined ? 'name a root by its `name`, or by its path where it has none' : `did you mean ${meant}?`,
  })
}

function refuseCircle(dependencies: readonly Dependency[]): void {
  const circle = findCircle(dependencies)
  if (circle === undefined) return
  const [first] = circle
  throw new UserError(
    `Roots depend on each other in a circle: ${[...circle.map(({ from }) => from), first.from].join(' → ')}.`,
    {
      where: circle.map(({ from, to, at }) => `${shownPlace(at)} (${from} → ${to})`).join(', '),
      next: 'take out one of these, or put what both need into a root of its own',
    },
  )
}
