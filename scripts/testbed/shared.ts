// One testbed for all cluster tests of a run: vitest starts it before the first file and ends it after the last.
import type { TestProject } from 'vitest/node'
import { memoryOf } from './memory.ts'
import { createSay } from './say.ts'
import { startTestbed, type Testbed, type TestbedAddress } from './start.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly testbed: TestbedAddress
  }
}

/** All, and the largest three: where to look when it has grown. */
function memoryInWords({ ids }: Testbed): string {
  const mebibytes = (of: readonly number[]) => `${Math.round(memoryOf(of) / 1024 ** 2)} MiB`
  const each = [...ids()].map(([program, id]) => ({ program, id, bytes: memoryOf([id]) }))
  const largest = each.sort((a, b) => b.bytes - a.bytes).slice(0, 3)
  return `${mebibytes([...ids().values()])} in ${each.length} processes (${largest.map(({ program, id }) => `${program} ${mebibytes([id])}`).join(', ')})`
}

/** Called by vitest. What it returns ends the testbed, and fails the run when a process of it has died meanwhile. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const say = createSay(process.stderr)
  let failure: string | undefined
  const died = (text: string) => {
    failure = text
    say(text)
  }
  const started = performance.now()
  const testbed = await startTestbed({ say, died })
  const { folder, path, controlPlane, sources, argocd, versions } = testbed
  project.provide('testbed', { folder, path, controlPlane, sources, argocd, versions })
  return async () => {
    say(`after ${Math.round((performance.now() - started) / 1000)} s: ${memoryInWords(testbed)}`)
    await testbed.stop()
    if (failure !== undefined) throw new Error(failure)
  }
}
