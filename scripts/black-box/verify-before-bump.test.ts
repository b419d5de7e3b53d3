// An image is proved before it is written: with the committed bundle, a Sigstore of our own, and GitHub's attestations.
import { expect, test } from 'vitest'
import { attest, ours, statement, workflow } from '../../actions/lib/testing/sigstore/github-build.ts'
import { newKey } from '../../actions/lib/testing/sigstore/sigstore.ts'
import { startPlatform } from './testing/platform.ts'

const settings = (verify: string, pin = 'tag@digest') => `environments:
  staging:
    pin: ${pin}
    verify:
      - images: "127.0.0.1:*/your-org/api"
        ${verify}
trust-root: .github/trusted-root.json
`
const provenance = `provenance: { repository: your-org/api, workflow: ${workflow}, ref: refs/heads/main }`

async function bump(
  verify: string,
  options: {
    readonly pin?: string
    readonly attested?: boolean
    readonly root?: string
    readonly images?: string
  } = {},
) {
  await using platform = await startPlatform(() => ({
    '.github/seaworthy.yaml': settings(verify, options.pin),
    '.github/trusted-root.json': options.root ?? ours.trustedRoot,
    '.github/cosign.pub': newKey().publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  }))
  const { digest } = platform.registry.pushImage({ repository: 'your-org/api', tag: '1.5.0' })
  if (options.attested !== false) {
    const subject = [{ name: 'api', digest: { sha256: digest.slice('sha256:'.length) } }]
    const bundle = await attest({ payload: statement({ subject }) })
    platform.github
      .repository('your-org/api')
      .attestations.push({ subjectDigest: digest, bundle, predicateType: 'https://slsa.dev/provenance/v1' })
  }
  const first = await platform.repository.head()
  const run = await platform.run('bump-image', {
    images: options.images ?? `${platform.api}:1.5.0`,
    environments: 'staging',
  })
  const changed = (await platform.repository.head()) !== first
  const overlay = await platform.overlay('staging')
  return { run, changed, overlay, digest, error: run.annotations[0]?.message ?? '' }
}

test('what was built as the settings demand is written by the digest that was proved', async () => {
  const { run, overlay, digest } = await bump(provenance)
  expect(run.exitCode, run.stdout).toBe(0)
  expect(overlay).toContain(`newTag: 1.5.0@${digest} # the api`)
  expect(run.summary).toMatch(/built by your-org\/api, .*build\.yml for refs\/heads\/main at commit/)
})

test.each([
  ['no attestation', provenance, { attested: false }, /signature|attestation|proved|provenance/i],
  ['another repository', 'provenance: { repository: your-org/other }', {}, /nothing is attached to its digest/],
  ['another branch', 'provenance: { repository: your-org/api, ref: refs/heads/release }', {}, /refs\/heads\/release/],
  ['another key', 'key: { files: [.github/cosign.pub] }', { attested: false }, /signature/i],
  ['a key file that is not there', 'key: { files: [.github/no.pub] }', {}, /\.github\/no\.pub/],
  [
    'a trust root of strangers',
    provenance,
    { root: '{"mediaType":"application/vnd.dev.sigstore.trustedroot+json;version=0.1"}' },
    /trust/i,
  ],
  [
    'a place that would hold a tag alone',
    provenance,
    { pin: 'tag' },
    /this place would hold a tag alone, which can move/,
  ],
  [
    'two ways at once',
    `${provenance}\n        unsigned: because it is not signed`,
    {},
    /seaworthy\.yaml:5:9 .*Exactly one of `provenance`/,
  ],
  [
    'an image that no entry fits',
    provenance,
    { images: 'ghcr.io/your-org/web:2.1.0' },
    /No entry of `verify` in the settings fits ghcr\.io\/your-org\/web/,
  ],
])('%s: nothing is written', async (_, verify, options, message) => {
  const { run, changed, error } = await bump(verify, options)
  expect([run.exitCode, changed], run.stdout).toEqual([1, false])
  expect(error).toMatch(message)
  expect(run.stdout).not.toMatch(/\n\s+at .*\.js:\d+/)
})

test('an image may be taken without a signature, if somebody says why', async () => {
  const { run, changed } = await bump('unsigned: it is built on this very machine', { attested: false })
  expect([run.exitCode, changed]).toEqual([0, true])
  expect(run.summary).toContain('is taken without a signature: it is built on this very machine')
})

test('a registry that somebody else named is not told the password', async () => {
  await using platform = await startPlatform(() => ({ 'other.yaml': 'version: 1.4.0\n' }))
  platform.registry.pushImage({ repository: 'your-org/api', tag: '1.5.0' })
  const login = { 'registry-username': 'bot', 'registry-password': 'hunter2' }
  const inputs = { images: `${platform.api}:1.5.0`, targets: 'other.yaml#version' }
  const alone = await platform.run('bump-image', { ...inputs, ...login })
  expect(alone.annotations[0]?.message).toMatch(
    /"registry-host", "registry-username" and "registry-password" belong together/,
  )
  const run = await platform.run('bump-image', { ...inputs, ...login, 'registry-host': 'ghcr.io' })
  expect(run.exitCode, run.stdout).toBe(0)
  expect(platform.registry.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([])
})
