// Memory of processes, from Linux' own accounts.
import { existsSync, readFileSync } from 'node:fs'

/** Bytes that processes hold, pages that they share counted once (PSS). 0 where the system does not tell. */
export function memoryOf(ids: readonly number[]): number {
  return ids.reduce((sum, id) => {
    const file = `/proc/${id}/smaps_rollup`
    const kilobytes = existsSync(file) ? /^Pss:\s+(\d+) kB/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined
    return sum + Number(kilobytes ?? 0) * 1024
  }, 0)
}
