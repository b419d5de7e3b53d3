// The dependency lock file: which providers are pinned to which contents.
import type { LockedProvider } from '../guards/guard.ts'
import type { HclValue } from '../hcl/body.ts'
import { argumentOf, textOf } from '../hcl/look.ts'
import { parseHclFile } from '../hcl/parse.ts'

/** The name that Terraform and OpenTofu look for in a root module's folder. */
export const lockFileName = '.terraform.lock.hcl'

/** Reads `.terraform.lock.hcl`. What is not an entry of a provider with a version is left out; hashes are as written. */
export async function readLockFile(text: string, file: string): Promise<LockedProvider[]> {
  const { body } = await parseHclFile(text, file)
  return body.blocks.flatMap(({ type, labels: [source], body: entry, at }): LockedProvider[] => {
    const version = textOf(argumentOf(entry, 'version')?.value)
    if (type !== 'provider' || source === undefined || version === undefined) return []
    return [{ source, version, hashes: textsOf(argumentOf(entry, 'hashes')?.value), at }]
  })
}

const textsOf = (value: HclValue | undefined): readonly string[] =>
  value?.type === 'list' ? value.items.flatMap((item) => textOf(item) ?? []) : []
