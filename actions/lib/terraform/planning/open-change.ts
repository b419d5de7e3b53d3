// A change as Terraform sees it: its roots, what it touches, and the rules that it is judged by.
import { readSettings, settingsFile } from '../../contracts/read-settings.ts'
import type { Settings } from '../../contracts/settings.ts'
import { type TerraformOptions, terraformOptions } from '../../contracts/terraform-settings.ts'
import { changedFiles } from '../../git/changed-files.ts'
import type { Tree } from '../../git/tree.ts'
import { nearest } from '../../text/nearest.ts'
import { UserError } from '../../toolkit/user-error.ts'
import { readLockFile } from '../gate/lock-file.ts'
import type { GuardInput } from '../guards/guard.ts'
import { parseHclFile } from '../hcl/parse.ts'
import { type Configuration, openConfiguration, rememberingParser } from '../roots/configuration.ts'
import { rootSettings } from '../roots/discover.ts'
import { configurationOf, filesOfRoot, type RootReading } from '../roots/files-of-root.ts'
import type { NotAsked, Root } from '../roots/root.ts'
import { type Selection, type Side, selectRoots } from '../roots/select-roots.ts'
import { orderRoots } from '../roots/waves.ts'
import type { RootToPlan } from './planning-context.ts'

export type Change = {
  readonly head: Tree
  readonly base?: Tree
  readonly selection: Selection
  /** What the head says: which roots there are and how they are planned. */
  readonly options: TerraformOptions
  /** What it is judged by: the rules of the base, where there is one, so that no change loosens the rules for itself. */
  readonly policy: TerraformOptions
  /** Severities and exemptions of the same side. */
  readonly rules: Pick<Settings, 'severities' | 'exemptions'>
  readonly reading: (root: Root) => RootReading
  readonly toPlan: (root: Root) => Promise<RootToPlan>
}

/**
 * Reads both sides of a change.
 * @param named names of roots to plan whatever was changed, or what makes names of the roots that there are; absent: those that
 * the change touches, or all without a base
 * @throws UserError for settings that are not valid, for roots that make no sense, and for a name that no root has
 */
export async function openChange(input: {
  readonly head: Tree
  readonly base?: Tree
  readonly named?: readonly string[] | ((roots: readonly Root[]) => readonly string[])
}): Promise<Change> {
  const { head, base, named } = input
  const parse = rememberingParser(parseHclFile)
  const sideOf = async (tree: Tree): Promise<Side & { readonly written: Settings }> => {
    const { settings, text } = await readSettings(tree)
    return {
      written: settings,
      configuration: openConfiguration(tree, parse),
      settings: rootSettings(settings.terraform, text, settingsFile),
    }
  }
  const headSide = await sideOf(head)
  const baseSide = base === undefined ? undefined : await sideOf(base).catch(refusedSettings)
  // A base whose settings nobody can read has no rules; the head does not step in for it.
  const judge = base === undefined ? headSide : (baseSide ?? { settings: { options: terraformOptions() }, written: {} })
  const found = await selectRoots({
    head: headSide,
    ...(base !== undefined &&
      baseSide !== undefined && { base: baseSide, changed: new Set(await changedFiles(base, head)) }),
  })
  const names = typeof named === 'function' ? named(found.roots) : named
  const selection = names === undefined ? found : choose(found, names, base !== undefined)
  const reading = (root: Root) => selection.readings.get(root.name) as RootReading
  return {
    head,
    ...(base !== undefined && { base }),
    selection,
    options: headSide.settings.options,
    policy: judge.settings.options,
    rules: judge.written,
    reading,
    toPlan: (root) => toPlan(root, selection, { head: headSide.configuration, base: baseSide?.configuration }),
  }
}

function refusedSettings(error: unknown): undefined {
  if (error instanceof UserError) return undefined
  throw error
}

async function toPlan(
  root: Root,
  selection: Selection,
  sides: { readonly head: Configuration; readonly base: Configuration | undefined },
): Promise<RootToPlan> {
  const reading = selection.readings.get(root.name) as RootReading
  const before = sides.base === undefined ? undefined : await filesOfRoot(sides.base, root)
  const { waves, deferrals, impacts } = selection
  return {
    root,
    wave: waves.find(({ roots }) => roots.includes(root.name))?.number ?? 1,
    waitsFor: deferrals.find((deferral) => deferral.root === root.name)?.waitsFor ?? [],
    reasons: impacts.find((impact) => impact.root.name === root.name)?.reasons ?? [],
    lockFile: reading.lockFile !== undefined,
    sides: {
      head: await guardSide(sides.head, reading),
      ...(before !== undefined && sides.base !== undefined && { base: await guardSide(sides.base, before) }),
    },
  }
}

async function guardSide(configuration: Configuration, reading: RootReading): Promise<GuardInput['head']> {
  const { lockFile } = reading
  const text = lockFile === undefined ? undefined : await configuration.text(lockFile)
  return {
    configuration: await configurationOf(configuration, reading),
    lock: text === undefined || lockFile === undefined ? [] : await readLockFile(text, lockFile),
  }
}

/** @param compared whether there is a base, so that what the selection says of other roots is known */
function choose(selection: Selection, named: readonly string[], compared: boolean): Selection {
  const byName = new Map(selection.roots.map((root) => [root.name, root]))
  const impacts = [...new Set(named)].map((name) => {
    const root = byName.get(name)
    if (root !== undefined) return { root, reasons: ['you named it'] }
    throw unknownName(name, [...byName.keys()])
  })
  const chosen = new Set(impacts.map(({ root }) => root.name))
  const unaffected = compared ? selection.unaffected.filter((name) => !chosen.has(name)) : []
  const left = [...byName.keys()].filter((name) => !chosen.has(name) && !unaffected.includes(name))
  const needed = selection.dependencies.filter(({ from, to }) => chosen.has(from) && left.includes(to))
  const notAsked = left.map((root): NotAsked => {
    const neededBy = needed.flatMap(({ from, to }) => (to === root ? [from] : []))
    return { root, affected: compared, neededBy }
  })
  const outdated = compared ? needed : []
  return {
    ...selection,
    impacts,
    unaffected,
    ...(notAsked.length > 0 && { notAsked }),
    notes: [
      ...outdated.map(({ from, to, why, at }) => ({
        message: `${to} is not asked for, and the change affects it: ${from} ${why}, so that its plan may be out of date`,
        at,
      })),
      ...selection.notes,
    ],
    ...orderRoots([...chosen], selection.dependencies),
  }
}

function unknownName(name: string, known: readonly string[]): UserError {
  const meant = nearest(name, known)
  const roots = known.length === 0 ? 'this tree has no root' : `the roots are ${known.slice(0, 20).join(', ')}`
  return new UserError(`There is no Terraform root ${JSON.stringify(name)}.`, {
    next: meant === undefined ? roots : `did you mean ${meant}?`,
  })
}
