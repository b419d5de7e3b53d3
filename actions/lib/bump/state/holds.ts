// Versions that were rolled back and must stay away: reading them, and asking whether one is meant.
import { type Hold, parseHold } from '../../contracts/hold.ts'
import { imageKey } from '../../images/reference.ts'
import { showVersion, type Version } from '../../images/version.ts'
import type { TreeFiles } from '../places/tree-files.ts'
import type { BumpRefusal } from '../request.ts'
import { compareVersions } from '../roll-back/same-version.ts'
import { holdsFolder } from './state-files.ts'

export type WrittenHold = { readonly hold: Hold; readonly file: string }

export type Holds =
  | { readonly holds: readonly WrittenHold[] }
  /** A hold that cannot be read may be the one that counts: nothing is bumped until it is mended. */
  | { readonly refusals: readonly BumpRefusal[] }

/** Reads every hold of the tree. */
export async function readHolds(files: TreeFiles, state: string): Promise<Holds> {
  const holds: WrittenHold[] = []
  const refusals: BumpRefusal[] = []
  const folder = holdsFolder(state)
  for (const path of linksAt(folder, files)) {
    refusals.push({
      image: '',
      file: path,
      message: 'holds are read from plain folders, and this is a symbolic link: put the folder in its place',
    })
  }
  for (const file of files.list(folder)) {
    if (/(^|\/)(README\.md|\.gitkeep)$/.test(file)) continue
    if (!/\.ya?ml$/.test(file)) {
      refusals.push({ image: '', file, message: 'only holds (.yaml) belong here: rename or move it' })
      continue
    }
    const opened = await files.open(file)
    if (opened.type === 'missing') {
      refusals.push({ image: '', file, message: 'this hold cannot be read: mend it' })
      continue
    }
    if (opened.type === 'refused') {
      refusals.push(...opened.refusals.map((refusal) => ({ image: '', ...refusal, file })))
      continue
    }
    const parsed = parseHold(new TextDecoder().decode(opened.yaml.bytes), file)
    if ('hold' in parsed) holds.push({ hold: parsed.hold, file })
    else refusals.push(...parsed.problems.map((problem) => ({ image: '', ...problem })))
  }
  return refusals.length > 0 ? { refusals } : { holds }
}

/** Folders on the way that are links: a listing would find nothing behind them. */
function linksAt(folder: string, files: TreeFiles): readonly string[] {
  const parts = folder.split('/')
  const paths = parts.map((_, index) => parts.slice(0, index + 1).join('/'))
  return paths.filter((path) => files.tree.files.get(path)?.mode === 'symlink')
}

/**
 * The hold that covers a version of an image, or undefined.
 * @param names every name that the image is known by
 * @param environments where it would go: a hold of any of them counts. With none it is not known, and every hold counts
 * @param now milliseconds since 1970
 */
export function findHold(
  holds: readonly WrittenHold[],
  names: readonly string[],
  version: Version,
  environments: readonly string[],
  now: number,
): WrittenHold | undefined {
  if (version.tag === undefined && version.digest === undefined) return undefined
  const keys = names.map(imageKey)
  return holds.find(({ hold }) => {
    // A tag and a digest that nobody can compare may be the same image.
    if (!keys.includes(imageKey(hold.image)) || compareVersions(hold, version) === 'other') return false
    if (hasEnded(hold, now)) return false
    return (
      hold.environments.length === 0 ||
      environments.length === 0 ||
      environments.some((name) => hold.environments.includes(name))
    )
  })
}

/** Whether its time is over. @param now milliseconds since 1970 */
export const hasEnded = ({ until }: Hold, now: number): boolean => until !== undefined && Date.parse(until) <= now

/** Why nothing is written, for the reader who wants the version anyway. */
export function describeHold({ hold, file }: WrittenHold): string {
  const where = hold.environments.length === 0 ? 'everywhere' : `in ${hold.environments.join(', ')}`
  const until =
    hold.until === undefined ? 'until that file is removed' : `until ${hold.until}, or until that file is removed`
  const by = hold.by === undefined ? '' : ` by ${hold.by}`
  const run = hold.run === undefined ? '' : ` (${hold.run})`
  return `${showVersion(hold)} is held ${where} since ${hold.since}${by}${run}: ${hold.reason}. ${file} says so, ${until}`
}
