// Says whether the committed `actions/dist` is what the sources give.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, builtFiles, dist } from './build.ts'

/** Names of the files that differ between two folders, or that only one of them has, each with how. */
export function differences(committed: string, fresh: string): readonly string[] {
  const names = new Set([...builtFiles(committed), ...builtFiles(fresh)])
  return [...names].sort().flatMap((name) => {
    const [old, now] = [join(committed, name), join(fresh, name)]
    if (!existsSync(old)) return [`${name} is missing`]
    if (!existsSync(now)) return [`${name} is left over`]
    return readFileSync(old).equals(readFileSync(now)) ? [] : [`${name} is stale`]
  })
}

if (import.meta.main) {
  const fresh = mkdtempSync(join(tmpdir(), 'seaworthy-dist-'))
  try {
    await build(fresh)
    const found = differences(dist, fresh)
    for (const line of found) console.error(`actions/dist/${line}`)
    if (found.length > 0) console.error('next: run `npm run build` and commit actions/dist')
    else console.log(`actions/dist is current: ${builtFiles(dist).length} files compared`)
    process.exitCode = found.length > 0 ? 1 : 0
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}
