import { describe, expect, test } from 'vitest'
import {
  attest,
  commit,
  digest,
  failure,
  type Made,
  ours,
  policy,
  predicate,
  ref,
  statement,
  url,
  verify,
  workflow,
} from '../testing/sigstore/github-build.ts'
import { newKey } from '../testing/sigstore/sigstore.ts'
import type { ProvenancePolicy } from './policy.ts'

/** Changes a part. */
const set = (part: object, change: object) => void Object.assign(part, change)

describe('build provenance', () => {
  test('says who built the image from what', async () => {
    expect(await verify([await attest()])).toEqual({
      digest,
      method: 'provenance',
      summary: `built by your-org/api, ${workflow} for ${ref} at commit c0ffee000000`,
      identity: `${url}/${workflow}@${ref}`,
      repository: 'your-org/api',
      workflow,
      ref,
      sourceCommit: commit,
      signedAt: new Date(ours.issuedAt.getTime() + 60_000),
    })
  })

  const shared = 'https://github.com/your-org/shared/.github/workflows/image.yml'
  test.each<[string, Partial<ProvenancePolicy>, Made]>([
    ['every wish', { workflow, ref, hosted: true }, {}],
    ['a ref with a star', { ref: 'refs/heads/*' }, {}],
    [
      'runners of their own, when nobody minds',
      {},
      { extensions: { 11: 'self-hosted' }, payload: statement({ predicate: {} }) },
    ],
    ['a predicate that says nothing', {}, { payload: statement({ predicate: null }) }],
    ['the old version of statements', {}, { payload: statement({ _type: 'https://in-toto.io/Statement/v0.1' }) }],
    [
      'several subjects',
      {},
      {
        payload: statement({
          subject: [null, {}, { digest: { sha256: 'a' } }, { digest: { sha256: digest.slice(7) } }],
        }),
      },
    ],
    [
      'an enterprise’s own issuer',
      { issuer: 'https://token.actions.githubusercontent.com/acme' },
      { extensions: { 8: 'https://token.actions.githubusercontent.com/acme' } },
    ],
    [
      'a shared workflow',
      { signer: 'your-org/shared/.github/workflows/image.yml' },
      { extensions: { 9: `${shared}@refs/tags/v1` }, payload: statement({ predicate: {} }) },
    ],
    [
      'a shared workflow at a commit',
      { signer: 'your-org/shared/.github/workflows/image.yml' },
      { extensions: { 9: `${shared}@${commit}` }, payload: statement({ predicate: {} }) },
    ],
    [
      'a shared workflow at one ref',
      { signer: 'your-org/shared/.github/workflows/image.yml@refs/tags/v1' },
      { extensions: { 9: `${shared}@refs/tags/v1` }, payload: statement({ predicate: {} }) },
    ],
    ['a log entry whose time is not signed, beside a timestamp', {}, { log: 'without promise' }],
    ['a log entry with a time, without a timestamp', {}, { timestamp: false }],
    ['an entry of a log of the second version, beside a timestamp', {}, { log: 'version 2' }],
  ])('satisfies %s', async (_, wishes, made) => {
    const { type: __, ...wanted } = { ...policy, ...wishes }
    expect(await verify([await attest(made)], { policy: { type: 'provenance', ...wanted } })).toMatchObject({ digest })
  })

  const other = 'https://github.com/your-org/api-of-evil'
  test.each<[string, Partial<ProvenancePolicy>, Made, RegExp]>([
    [
      'repository',
      { repository: 'your-org/web' },
      {},
      /has the source repository https:\/\/github.com\/your-org\/api, wanted is https:\/\/github.com\/your-org\/web/,
    ],
    [
      'repository with a longer name',
      {},
      { extensions: { 9: `${other}/${workflow}@${ref}`, 12: other, 18: `${other}/${workflow}@${ref}` } },
      /has the source repository .*api-of-evil, wanted/,
    ],
    [
      'repository in other letters',
      { repository: 'Your-Org/api' },
      {},
      /wanted is https:\/\/github.com\/Your-Org\/api/,
    ],
    ['repository that is not said', {}, { extensions: { 12: undefined } }, /has no source repository, wanted is/],
    [
      'workflow',
      { workflow: '.github/workflows/release.yml' },
      {},
      /has the workflow .*build.yml@refs\/heads\/main, wanted is .*release.yml/,
    ],
    ['workflow that is not said', {}, { extensions: { 18: undefined } }, /has no workflow/],
    [
      'workflow of another repository',
      {},
      { extensions: { 18: `${other}/${workflow}@${ref}` } },
      /has the workflow .*evil/,
    ],
    ['ref', { ref: 'refs/heads/release' }, {}, /has the ref refs\/heads\/main, wanted is refs\/heads\/release/],
    ['ref beside the star', { ref: 'refs/tags/*' }, {}, /has the ref refs\/heads\/main, wanted is refs\/tags\/\*/],
    ['ref that is longer', { ref: 'refs/heads/mai' }, {}, /has the ref refs\/heads\/main, wanted/],
    ['ref that is not said', {}, { extensions: { 14: undefined } }, /has no ref/],
    ['commit that is not said', {}, { extensions: { 13: undefined } }, /has no source commit/],
    ['commit that is none', {}, { extensions: { 13: 'main' } }, /has the source commit main, wanted is a commit id/],
    [
      'issuer',
      {},
      { extensions: { 8: 'https://accounts.example.com' } },
      /has the issuer https:\/\/accounts.example.com, wanted is https:\/\/token/,
    ],
    ['issuer that is not said', {}, { extensions: { 8: undefined } }, /has no issuer/],
    [
      'runner',
      { hosted: true },
      { extensions: { 11: 'self-hosted' } },
      /has the runner environment self-hosted, wanted is github-hosted/,
    ],
    ['runner that is not said', { hosted: true }, { extensions: { 11: undefined } }, /has no runner environment/],
    [
      'signer',
      {},
      { extensions: { 9: `${shared}@refs/tags/v1` } },
      /was signed by .*shared.*, a workflow of another repository than .*; if that is right, name it as signer/,
    ],
    [
      'signer than the one named',
      { signer: 'your-org/other/.github/workflows/image.yml' },
      { extensions: { 9: `${shared}@refs/tags/v1` } },
      /has the signer .*shared.*, wanted is .*other/,
    ],
    [
      'signer’s ref',
      { signer: 'your-org/shared/.github/workflows/image.yml@refs/tags/v2' },
      { extensions: { 9: `${shared}@refs/tags/v1` } },
      /has the signer .*v1, wanted is .*v2/,
    ],
    [
      'signer in the extension',
      {},
      { subject: `${url}/${workflow}@${ref}`, extensions: { 9: `${shared}@refs/tags/v1` } },
      /has the build signer .*shared/,
    ],
  ])('of another %s does not', async (_, wishes, made, message) => {
    expect(await failure(verify([await attest(made)], { policy: { ...policy, ...wishes } }))).toMatch(message)
  })

  const saying = (change: (copy: typeof predicate) => void): Made => {
    const copy = structuredClone(predicate)
    change(copy)
    return { payload: statement({ predicate: copy }) }
  }
  test.each<[string, Made]>([
    ['repository', saying((copy) => set(copy.buildDefinition.externalParameters.workflow, { repository: other }))],
    [
      'workflow',
      saying((copy) => set(copy.buildDefinition.externalParameters.workflow, { path: '.github/workflows/x.yml' })),
    ],
    [
      'workflow’s ref',
      saying((copy) => set(copy.buildDefinition.externalParameters.workflow, { ref: 'refs/heads/x' })),
    ],
    [
      'runner environment',
      saying((copy) => set(copy.buildDefinition.internalParameters.github, { runner_environment: 'x' })),
    ],
    [
      'source commit',
      saying((copy) =>
        set(copy.buildDefinition, { resolvedDependencies: [{ uri: `git+${url}@${ref}`, digest: { gitCommit: 'x' } }] }),
      ),
    ],
    ['builder', saying((copy) => set(copy.runDetails.builder, { id: `${other}/${workflow}@${ref}` }))],
  ])('whose statement has another %s than its certificate does not', async (what, made) => {
    expect(await failure(verify([await attest(made)]))).toContain(`contradicts itself: its statement has the ${what}`)
  })

  test.each<[string, Made, string]>([
    [
      'another digest',
      { payload: statement({ subject: [{ digest: { sha256: 'e'.repeat(64) } }] }) },
      `is about sha256:${'e'.repeat(64)}, not about ${digest}`,
    ],
    [
      'another kind of digest',
      { payload: statement({ subject: [{ digest: { sha512: 'd'.repeat(64) } }] }) },
      'is about nothing with a SHA-256 digest',
    ],
    ['nothing', { payload: statement({ subject: undefined }) }, 'is about nothing'],
    [
      'its contents',
      { payload: statement({ predicateType: 'https://spdx.dev/Document' }) },
      'is of the type https://spdx.dev/Document, wanted is https://slsa.dev/provenance/v1',
    ],
    ['no type', { payload: statement({ predicateType: undefined }) }, 'signs a statement without a predicate type'],
    [
      'another version',
      { payload: statement({ _type: 'https://in-toto.io/Statement/v9' }) },
      'signs a statement of an unknown version',
    ],
    ['another format', { payloadType: 'text/plain' }, 'signs text/plain, not an in-toto statement'],
    ['no JSON', { payload: '{' }, 'signs a statement that is not JSON'],
    ['a list', { payload: '[]' }, 'signs a statement of an unknown version'],
    ['null', { payload: 'null' }, 'signs a statement that is not JSON'],
  ])('about %s does not', async (_, made, message) => {
    expect(await failure(verify([await attest(made)]))).toContain(message)
  })
})

describe('policies that are a mistake', () => {
  test.each<[Partial<ProvenancePolicy>, RegExp]>([
    [{ repository: 'api' }, /"api" is not a repository/],
    [{ repository: 'https://github.com/your-org/api' }, /is not a repository/],
    [{ repository: 'your-org/*' }, /is not a repository/],
    [{ workflow: 'build.yml' }, /is not a workflow/],
    [{ workflow: '.github/workflows/*.yml' }, /is not a workflow/],
    [{ ref: 'main' }, /"main" is not a ref/],
    [{ ref: '*' }, /is not a ref/],
    [{ ref: 'refs/heads/*/x' }, /is not a ref/],
    [{ signer: '.github/workflows/build.yml' }, /is not a workflow/],
    [{ issuer: 'token.actions.githubusercontent.com' }, /is not an https/],
    [{ server: 'https://github.com/' }, /is not an https/],
  ])('%j', async (wishes, message) => {
    expect(await failure(verify([await attest()], { policy: { ...policy, ...wishes } }))).toMatch(message)
  })

  test('and digests that are none', async () => {
    for (const bad of ['latest', 'sha256:abc', `sha512:${'a'.repeat(128)}`, digest.toUpperCase()])
      expect(await failure(verify([], { digest: bad }))).toContain('is not a digest')
  })
})

test('a key’s signature is no provenance', async () => {
  const signer = { kind: 'key', privateKey: newKey().privateKey } as const
  const bundle = await ours.signEnvelope({ signer, payload: statement() })
  expect(await failure(verify([bundle]))).toContain('was signed with a key, not with a certificate')
})
