// What a person gave `seaworthy terraform plan`, read once.
import { statSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import type { Root } from '../../lib/terraform/roots/root.ts'
import { confinedPath } from '../../lib/toolkit/paths.ts'
import { UserError } from '../../lib/toolkit/user-error.ts'
import type { Arguments } from '../command.ts'

/** A whole number in a range. Throws a UserError for anything else. */
export function readNumber(
  option: string,
  value: Arguments['values'][string],
  range: { readonly to: number; readonly default: number },
): number {
  if (value === undefined) return range.default
  const number = Number(value)
  if (typeof value === 'string' && /^\d{1,4}$/.test(value) && number >= 1 && number <= range.to) return number
  throw new UserError(`--${option} does not take "${value}".`, { next: `give a whole number from 1 to ${range.to}` })
}

/** A revision goes to git as an argument: one word that is no option. */
export function readRevision(option: string, value: Arguments['values'][string]): string | undefined {
  if (typeof value !== 'string' || /^[^-\s]\S*$/.test(value)) return value === undefined ? undefined : String(value)
  throw new UserError(`--${option} does not take "${value}".`, { next: 'name a commit, branch or tag' })
}

/** The mirror as an absolute path. What is in it is started, so it may not come with the files that are judged. */
export function readMirror(
  value: Arguments['values'][string],
  { cwd, repository }: { readonly cwd: string; readonly repository: string },
): string | undefined {
  if (typeof value !== 'string') return undefined
  const folder = resolve(cwd, value)
  const refuse = (why: string, next: string) =>
    new UserError(`--provider-mirror does not take "${value}": ${why}.`, { where: folder, next })
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw refuse('there is no such folder', 'name a folder that `terraform providers mirror` has filled')
  if (confinedPath(repository, folder) !== undefined)
    throw refuse('it lies in the clone, whose files are still to be judged', 'name a folder outside of the clone')
  return folder
}

/**
 * Names of the roots that are meant: a name, or a folder, for which all roots in it stand; `.` and what begins with `./`, `../`
 * or `/` is a folder even where a root has that name. What is neither stays as it is, for the message about it.
 */
export function namesOfRoots(
  given: readonly string[],
  { cwd, repository }: { readonly cwd: string; readonly repository: string },
): (roots: readonly Root[]) => readonly string[] {
  return (roots) =>
    given.flatMap((text) => {
      if (!/^(\.{1,2}(\/|$)|\/)/.test(text) && roots.some(({ name }) => name === text)) return [text]
      const path = relative(repository, resolve(cwd, text)).split(sep).join('/') || '.'
      const there = roots.filter((root) => root.path === path)
      return there.length === 0 ? [text] : there.map(({ name }) => name)
    })
}
