// The folder of fetched providers, which the roots share. Neither tool makes it safe: `init` writes a provider over the one that
// is there, in place, while another root's `init` takes it for whole or another root's plan runs it. So of all roots only those
// use the folder that will not write over anything in it, and one at a time where something may be added.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readLockFile } from '../gate/lock-file.ts'
import { lockFileName } from '../roots/file-names.ts'
import type { PreparedRoot } from './prepared-root.ts'
import { providerHash } from './provider-hash.ts'

/** What a root may do with the folder: only read, add what is missing, or stay away. */
export type CacheUse = 'read' | 'add' | 'none'

/** Variables that let `init` use the folder. It is not in our CLI configuration, so that each root can be kept from it. */
export type CacheVariables = { readonly TF_PLUGIN_CACHE_DIR?: string }

/** Per folder, the end of everything that may add to it. Of this process: give a folder to one process at a time. */
const turns = new Map<string, Promise<unknown>>()
/** Hashes of what was found there. Nothing in the folder is ever changed by us, so they stay true. */
const hashes = new Map<string, Promise<string>>()

/** Runs `init` with the folder where that is safe, waiting for its turn where it has to. */
export async function withProviderCache<T>(
  prepared: PreparedRoot,
  lockFile: boolean,
  init: (variables: CacheVariables) => Promise<T>,
): Promise<T> {
  const { cacheFolder } = prepared
  // Without a lock file the tool fetches every provider anew and writes it over the one in the folder.
  if (cacheFolder === undefined || !lockFile) return init({})
  const shared = { TF_PLUGIN_CACHE_DIR: cacheFolder }
  const before = turns.get(cacheFolder) ?? Promise.resolve()
  let done: (value?: unknown) => void = () => {}
  turns.set(cacheFolder, Promise.all([before, new Promise((resolve) => (done = resolve))]))
  try {
    await before
    const use = await cacheUse(cacheFolder, await readFile(join(prepared.folder, lockFileName), 'utf8'))
    if (use === 'add') return await init(shared)
    done()
    return await init(use === 'read' ? shared : {})
  } finally {
    done()
  }
}

/**
 * What a root with this lock file would do. The tool takes a provider from the folder only when the lock file has its `h1:` hash,
 * which those that were made for another platform have not, and fetches it again otherwise.
 */
export async function cacheUse(cacheFolder: string, lockText: string): Promise<CacheUse> {
  let use: CacheUse = 'read'
  for (const { source, version, hashes: known } of await readLockFile(lockText, lockFileName)) {
    if (!/^[\w.:-]+\/[\w-]+\/[\w-]+$/.test(source) || !/^[\w.+-]+$/.test(version)) return 'none'
    const folder = join(cacheFolder, source, version, platform)
    if (!existsSync(folder)) {
      use = 'add'
      continue
    }
    const hash = hashes.get(folder) ?? providerHash(folder)
    hashes.set(folder, hash)
    if (!known.includes(await hash)) return 'none'
  }
  return use
}

const architectures: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386' }

/** As the tools name it. */
export const platform = `${process.platform}_${architectures[process.arch] ?? process.arch}`
