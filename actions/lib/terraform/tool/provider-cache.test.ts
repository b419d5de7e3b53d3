import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { initRoot } from './init.ts'
import { cacheUse, platform, withProviderCache } from './provider-cache.ts'
import { providerHash } from './provider-hash.ts'
import { rootOnDisk, testTool } from './testing/root-on-disk.ts'

const host = testTool === 'tofu' ? 'registry.opentofu.org' : 'registry.terraform.io'
const binary = 'terraform-provider-fake_v1.0.0'

/** A mirror with a provider that cannot run, which `init` does not try; and an empty cache. */
function mirrorAndCache() {
  const base = mkdtempSync(join(tmpdir(), 'seaworthy-cache-'))
  const mirror = join(base, 'mirror')
  const packages = join(mirror, host, 'acme/fake')
  mkdirSync(packages, { recursive: true })
  const zip = zipSync({ [binary]: Buffer.from('no program'), 'LICENSE.txt': Buffer.from('none') })
  writeFileSync(join(packages, `terraform-provider-fake_1.0.0_${platform}.zip`), zip)
  const cacheFolder = join(base, 'cache')
  return {
    providers: { mirrors: [mirror], cacheFolder },
    cacheFolder,
    cached: join(cacheFolder, host, 'acme/fake/1.0.0', platform),
    zipHash: `zh:${createHash('sha256').update(zip).digest('hex')}`,
    [Symbol.dispose]: () => rmSync(base, { recursive: true, force: true }),
  }
}

const main = `terraform {
  required_providers {
    fake = {
      source  = "acme/fake"
      version = "1.0.0"
    }
  }
}
`
const lock = (hash: string) =>
  `provider "${host}/acme/fake" {\n  version     = "1.0.0"\n  constraints = "1.0.0"\n  hashes = [\n    "${hash}",\n  ]\n}\n`

test('the hash of an unpacked provider is the one that the tool writes; roots share what fits their lock file', async () => {
  using made = mirrorAndCache()
  const { providers, cacheFolder, cached } = made
  using first = rootOnDisk({ 'infra/main/main.tf': main })
  const alone = await first.prepare({}, { providers })
  expect(await initRoot(alone, { lockFile: false })).toMatchObject({ exitCode: 0 })
  // Without a lock file the cache is left alone.
  expect(readdirSync(cacheFolder)).toEqual([])
  const lockFile = readFileSync(join(first.repository, 'infra/main/.terraform.lock.hcl'), 'utf8')
  expect(lockFile).toContain(
    `"${await providerHash(join(alone.privateFolder, 'data/providers', host, 'acme/fake/1.0.0', platform))}"`,
  )

  expect(await cacheUse(cacheFolder, lockFile)).toBe('add')
  const add = await first.prepare({}, { providers })
  expect(await initRoot(add, { lockFile: true })).toMatchObject({ exitCode: 0 })
  expect(existsSync(cached)).toBe(true)
  expect(await cacheUse(cacheFolder, lockFile)).toBe('read')
  const before = statSync(join(cached, binary))
  // This root's lock file was made for another platform: the tool would write the provider over the one that is there.
  using other = rootOnDisk({ 'infra/main/main.tf': main, 'infra/main/.terraform.lock.hcl': lock(made.zipHash) })
  expect(await cacheUse(cacheFolder, lock(made.zipHash))).toBe('none')
  const kept = await other.prepare({}, { providers })
  expect(await initRoot(kept, { lockFile: true })).toMatchObject({ exitCode: 0 })
  expect(await initRoot(await first.prepare({}, { providers }), { lockFile: true })).toMatchObject({ exitCode: 0 })
  const after = statSync(join(cached, binary))
  expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs])
})

test('a lock file that does not fit is refused and left as it is', async () => {
  using made = mirrorAndCache()
  const wrong = lock('h1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=')
  using disk = rootOnDisk({ 'infra/main/main.tf': main, 'infra/main/.terraform.lock.hcl': wrong })
  const result = await initRoot(await disk.prepare({}, { providers: made.providers }), { lockFile: true })
  expect(result.failure?.kind).toBe('lock-file')
  expect(result.failure?.error.next).toContain(`${testTool} providers lock -platform=linux_amd64\` in infra/main`)
  disk.write({ 'infra/main/.terraform.lock.hcl': '' })
  const empty = await initRoot(await disk.prepare({}, { providers: made.providers }), { lockFile: true })
  expect(empty.failure?.kind).toBe('lock-file')
  expect(readFileSync(join(disk.repository, 'infra/main/.terraform.lock.hcl'), 'utf8')).toBe('')
})

test('who may add waits for its turn, who only reads goes beside others', async () => {
  using made = mirrorAndCache()
  using disk = rootOnDisk({ 'infra/main/main.tf': main, 'infra/main/.terraform.lock.hcl': lock('h1:x') })
  const prepared = await disk.prepare({}, { providers: made.providers })
  const events: string[] = []
  const run = (name: string, work: () => unknown = () => {}) =>
    withProviderCache(prepared, true, async (variables) => {
      events.push(`${name} begins ${variables.TF_PLUGIN_CACHE_DIR === undefined ? 'alone' : 'shared'}`)
      await work()
      events.push(`${name} ends`)
    })
  const add = async () => {
    mkdirSync(made.cached, { recursive: true })
    // Long enough for another that does not wait.
    await new Promise((resolve) => setTimeout(resolve, 50))
    writeFileSync(join(made.cached, binary), 'other')
  }
  // Each of the two ends only when both have begun.
  let begun = 0
  let both: () => void = () => {}
  const bothBegan = new Promise<void>((resolve) => {
    both = resolve
  })
  const together = () => {
    begun += 1
    if (begun === 2) both()
    return bothBegan
  }
  await Promise.all([run('one', add), run('two', together), run('three', together)])
  expect(events.slice(0, 2)).toEqual(['one begins shared', 'one ends'])
  expect(events.slice(2, 4).sort()).toEqual(['three begins alone', 'two begins alone'])
  // One that fails lets the next one go on.
  rmSync(made.cached, { recursive: true })
  await expect(
    run('four', () => {
      throw new Error('failed')
    }),
  ).rejects.toThrow('failed')
  await run('five')
  expect(events.slice(-2)).toEqual(['five begins shared', 'five ends'])
})

test('a provider in the repository is neither taken nor started', async () => {
  const path = `infra/main/terraform.d/plugins/${host}/acme/fake/1.0.0/${platform}/${binary}`
  using disk = rootOnDisk({ 'infra/main/main.tf': main, [path]: '#!/bin/sh\ntouch ../../canary\n' })
  chmodSync(join(disk.repository, path), 0o755)
  const result = await initRoot(await disk.prepare({}, { providers: { allowed: ['none/none'] } }), { lockFile: false })
  expect(result.failure?.kind).toBe('provider')
  expect(existsSync(join(disk.repository, 'canary'))).toBe(false)
})

test('sources that are no path of a provider are not looked for', async () => {
  const odd = 'provider "../../../etc/x" {\n  version = "1.0.0"\n}\n'
  expect(await cacheUse('/no/such/folder', odd)).toBe('none')
  expect(await cacheUse('/no/such/folder', '')).toBe('read')
})
