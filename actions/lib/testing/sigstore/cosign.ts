// Runs cosign, which `goTool` provides, in a folder of its own, and asks for our own verdict beside its own.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRepository } from '../../registry/repository.ts'
import type { SignaturePolicy } from '../../signatures/policy.ts'
import { type Verified, verifyImage } from '../../signatures/verify-image.ts'
import { type RegistryOptions, startRegistry, type TestRegistry } from '../registry/registry.ts'
import { later } from './github-build.ts'
import type { Sigstore } from './sigstore.ts'

export type Cosign = {
  /** Says whether it ended well, and all that it wrote. */
  readonly run: (...args: readonly string[]) => Promise<{ readonly passed: boolean; readonly said: string }>
  /** As `run`, but throws what it wrote when it does not end well. */
  readonly must: (...args: readonly string[]) => Promise<void>
  /** Writes a file into its folder and returns the path. */
  readonly file: (name: string, text: string) => string
  readonly dispose: () => void
}

export const repository = 'team/api'

/** Nothing of the machine's configuration reaches it. */
export function prepareCosign(program: string): Cosign {
  const folder = mkdtempSync(join(tmpdir(), 'seaworthy-cosign-'))
  const env = { PATH: process.env.PATH ?? '', HOME: folder, COSIGN_PASSWORD: '', COSIGN_YES: 'true' }
  const run: Cosign['run'] = (...args) =>
    new Promise((resolve) => {
      execFile(program, args, { cwd: folder, env, timeout: 120_000 }, (error, stdout, stderr) =>
        resolve({ passed: error === null, said: stdout + stderr }),
      )
    })
  return {
    run,
    must: async (...args) => {
      const { passed, said } = await run(...args)
      if (!passed) throw new Error(said)
    },
    file: (name, text) => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    },
    dispose: () => rmSync(folder, { recursive: true }),
  }
}

/** A registry with an image for two platforms. */
export async function registryWithImage(options: RegistryOptions = {}) {
  const registry = await startRegistry(options)
  const { digest } = registry.pushImage({ repository, tag: '1', platforms: ['linux/amd64', 'linux/arm64'] })
  return { registry, digest, image: `${registry.host}/${repository}@${digest}` }
}

/** What our own code says of the image in the registry. */
export function ourVerdict(
  registry: TestRegistry,
  digest: string,
  policy: SignaturePolicy,
  sigstore: Sigstore,
): Promise<Verified> {
  const credentials = { username: 'robot', password: 'correct horse' }
  const opened = openRepository({ registry: registry.host, repository, credentials })
  const { trustedRoot } = sigstore
  const now = later(sigstore)
  return verifyImage({ image: opened, digest, policy, sources: { repository: opened }, trustedRoot, now })
}
