// The dependency lock file: which providers are pinned to which contents.
import type { LockedProvider } from '../guards/guard.ts'
import type { HclFile, HclProblem, HclValue } from '../hcl/body.ts'
import { argumentOf, textOf } from '../hcl/look.ts'
import { parseHclFile } from '../hcl/parse.ts'
import { lockFileName } from '../roots/file-names.ts'
import type { GateView } from './view.ts'

/** Reads `.terraform.lock.hcl`. What is not an entry of a provider with a version is left out; hashes are as written. */
export async function readLockFile(text: string, file: string): Promise<LockedProvider[]> {
  return lockedIn(await parseHclFile(text, file))
}

function lockedIn({ body }: HclFile): LockedProvider[] {
  return body.blocks.flatMap(({ type, labels: [source], body: entry, at }): LockedProvider[] => {
    const version = textOf(argumentOf(entry, 'version')?.value)
    if (type !== 'provider' || source === undefined || version === undefined) return []
    return [{ source, version, hashes: textsOf(argumentOf(entry, 'hashes')?.value), at }]
  })
}

const textsOf = (value: HclValue | undefined): readonly string[] =>
  value?.type === 'list' ? value.items.flatMap((item) => textOf(item) ?? []) : []

export type LockFile = {
  readonly file: string
  readonly providers: readonly LockedProvider[]
  readonly problems: readonly HclProblem[]
}

/** The lock file of each root that has one. */
export async function lockFiles({ roots, configuration }: GateView): Promise<readonly LockFile[]> {
  const files = [...new Set(roots.map(({ folder }) => (folder === '' ? lockFileName : `${folder}/${lockFileName}`)))]
  const read = files.map(async (file): Promise<readonly LockFile[]> => {
    const parsed = await configuration.parse(file)
    if (parsed === undefined) return []
    return [{ file, providers: lockedIn(parsed), problems: parsed.problems }]
  })
  return (await Promise.all(read)).flat()
}
