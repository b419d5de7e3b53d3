import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { attest, digest, later, ours, policy } from '../testing/sigstore/github-build.ts'
import type { verifyImage } from './verify-image.ts'

test('works bundled as it is shipped, where CommonJS packages are not what they are in Node', async () => {
  const outdir = mkdtempSync(join(tmpdir(), 'seaworthy-bundle-'))
  try {
    // The options of scripts/build.ts.
    await build({
      entryPoints: { verify: resolve(import.meta.dirname, 'verify-image.ts') },
      outdir,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      logLevel: 'silent',
      banner: {
        js: "import { createRequire as __createRequire } from 'node:module'\nconst require = __createRequire(import.meta.url)",
      },
    })
    const bundled: { readonly verifyImage: typeof verifyImage } = await import(
      pathToFileURL(join(outdir, 'verify.mjs')).href
    )
    const image = { registry: 'ghcr.io', repository: 'your-org/api' }
    const sources = { attestations: async () => [await attest()] }
    const { trustedRoot } = ours
    const found = await bundled.verifyImage({ image, digest, policy, sources, trustedRoot, now: later(ours) })
    expect(found).toMatchObject({ digest, repository: 'your-org/api' })
  } finally {
    rmSync(outdir, { recursive: true })
  }
})
