// One testbed for all cluster tests of a run: vitest starts it before the first file and ends it after the last.
import type { TestProject } from 'vitest/node'
import { createSay } from './say.ts'
import { startTestbed, type TestbedAddress } from './start.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly testbed: TestbedAddress
  }
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
    say(
      `${Math.round(testbed.memory() / 1024 ** 2)} MiB in ${testbed.ids().size} processes after ${Math.round((performance.now() - started) / 1000)} s`,
    )
    await testbed.stop()
    if (failure !== undefined) throw new Error(failure)
  }
}
