// From two trees to what has to be planned, and in which order.
import type { SourceLocation } from '../../findings/finding.ts'
import { UserError } from '../../toolkit/user-error.ts'
import type { Configuration } from './configuration.ts'
import { discoverRoots, type RootNote, type RootSettings } from './discover.ts'
import { filesOfRoot, type RootReading } from './files-of-root.ts'
import { type Dependency, dependenciesOf } from './graph.ts'
import { impactOf, type RootSide } from './impact.ts'
import type { Impact, NotAsked, Root } from './root.ts'
import { type Order, orderRoots, withDependants } from './waves.ts'

export type Side = { readonly configuration: Configuration; readonly settings: RootSettings }

export type Selection = Order & {
  /** Every root of the head, sorted by name. */
  readonly roots: readonly Root[]
  readonly readings: ReadonlyMap<string, RootReading>
  /** Roots that have to be planned, dependants included. */
  readonly impacts: readonly Impact[]
  /** Roots that were compared, and that the change does not touch. */
  readonly unaffected: readonly string[]
  /** Only where roots were named: the others, save those that are known to be unaffected. */
  readonly notAsked?: readonly NotAsked[]
  /** Roots that only the base has: what they manage stays, and nobody plans it any more. */
  readonly removed: readonly Root[]
  readonly dependencies: readonly Dependency[]
  readonly notes: readonly RootNote[]
}

export type SelectionInput = {
  readonly head: Side
  /** Undefined where there is nothing to compare with: every root is planned. */
  readonly base?: Side
  /** Files that differ between base and head. */
  readonly changed?: ReadonlySet<string>
}

/**
 * Finds the roots of the head, what the change touches, and the order. Throws a UserError for settings or dependencies of the head that
 * make no sense; a base that makes none is taken for one without roots.
 */
export async function selectRoots({ head, base, changed = new Set() }: SelectionInput): Promise<Selection> {
  const { roots, notes } = await discoverRoots(head.configuration, head.settings)
  const [sides, before] = [await readSides(head.configuration, roots), await baseSides(base)]
  const graph = await dependenciesOf(head.configuration, sides)
  const readings = new Map(sides.map(({ root, reading }) => [root.name, reading]))
  const everywhere = everywhereReason(head.settings, base?.settings)
  const touched = sides.flatMap((side) => {
    if (base === undefined) return [{ root: side.root, reasons: ['there is no base to compare with'] }]
    const impact = impactOf({ base: before.get(side.root.name), head: side, changed })
    if (everywhere === undefined) return impact ?? []
    return [{ root: side.root, reasons: [...(impact?.reasons ?? []), everywhere] }]
  })
  const impacts = withDependants(roots, touched, graph.dependencies)
  const affected = new Set(impacts.map(({ root }) => root.name))
  return {
    roots,
    readings,
    impacts,
    unaffected: roots.flatMap(({ name }) => (affected.has(name) ? [] : [name])),
    removed: [...before.values()].flatMap(({ root }) => (readings.has(root.name) ? [] : [root])),
    dependencies: graph.dependencies,
    notes: [...notes, ...graph.notes, ...unresolvedNotes(sides)],
    ...orderRoots([...affected], graph.dependencies),
  }
}

const readSides = (configuration: Configuration, roots: readonly Root[]): Promise<readonly RootSide[]> =>
  Promise.all(roots.map(async (root) => ({ root, reading: await filesOfRoot(configuration, root) })))

async function baseSides(base: Side | undefined): Promise<ReadonlyMap<string, RootSide>> {
  if (base === undefined) return new Map()
  try {
    const { roots } = await discoverRoots(base.configuration, base.settings)
    return new Map((await readSides(base.configuration, roots)).map((side) => [side.root.name, side]))
  } catch (error) {
    if (error instanceof UserError) return new Map()
    throw error
  }
}

/** Settings that change what every root may do. */
function everywhereReason(head: RootSettings, base: RootSettings | undefined): string | undefined {
  if (base === undefined || JSON.stringify(head.options.variables) === JSON.stringify(base.options.variables))
    return undefined
  return '`terraform.variables` of the settings changed'
}

/** The same module is read by many roots: each thing that is not resolved is said once. */
function unresolvedNotes(sides: readonly RootSide[]): readonly RootNote[] {
  const notes = new Map<string, { readonly message: string; readonly at: SourceLocation }>()
  for (const { source, at, reason } of sides.flatMap(({ reading }) => reading.unresolved)) {
    const message = `${source} is not resolved, since ${reason}`
    notes.set(JSON.stringify([at, message]), { message, at })
  }
  return [...notes.values()]
}
