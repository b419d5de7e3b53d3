// Everything that a bump needs to know of one state of the tree: its settings, its Applications, its holds.
import { readSettings } from '../contracts/read-settings.ts'
import type { Settings } from '../contracts/settings.ts'
import type { Tree } from '../git/tree.ts'
import { findApplications, type OwnNames } from './places/applications.ts'
import { openTreeFiles } from './places/tree-files.ts'
import type { PlanContext } from './plan.ts'
import type { BumpRefusal } from './request.ts'
import { readHolds } from './state/holds.ts'
import { defaultState } from './state/state-files.ts'

export type OpenedBump =
  | { readonly context: PlanContext; readonly settings: Settings }
  | { readonly refusals: readonly BumpRefusal[] }

/** Opens a tree. Throws a UserError for settings that are not valid. @param now milliseconds since 1970 */
export async function openBump(tree: Tree, names: OwnNames, now: number): Promise<OpenedBump> {
  const files = openTreeFiles(tree)
  const { settings } = await readSettings(tree)
  const state = cleanPath(settings.state ?? defaultState)
  const held = await readHolds(files, state)
  if ('refusals' in held) return held
  const environments = settings.environments ?? {}
  const own = settings.repository === undefined ? names : { ...names, repositories: settings.repository }
  let applications: ReturnType<typeof findApplications> | undefined
  const context: PlanContext = {
    files,
    state,
    trustRoot: settings.trustRoot === undefined ? undefined : cleanPath(settings.trustRoot),
    keyFiles: Object.values(environments).flatMap(({ verify = [] }) =>
      verify.flatMap(({ key }) => (key?.files ?? []).map(cleanPath)),
    ),
    environments,
    holds: held.holds,
    heldEnvironments: [...new Set(held.holds.flatMap(({ hold }) => hold.environments))],
    now,
    applications: () => {
      applications ??= findApplications(files, settings.roots?.map(cleanPath) ?? [''], own)
      return applications
    },
    pinOf: (which) => which.map((name) => environments[name]?.pin).find((pin) => pin !== undefined),
  }
  return { context, settings }
}

const cleanPath = (path: string) =>
  path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/')
