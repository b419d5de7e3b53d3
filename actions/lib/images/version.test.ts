import { describe, expect, it } from 'vitest'
import type { ImageSite } from './site.ts'
import { type Pin, spellVersion, type Version, versionOf } from './version.ts'

const [old, next] = [`sha256:${'a'.repeat(64)}`, `sha256:${'b'.repeat(64)}`]

/** A site by its fields: `image`, or `tag` and `digest`. */
function site(fields: { readonly image?: string; readonly tag?: string; readonly digest?: string }): ImageSite {
  const scalar = ([field, text]: readonly [string, string]) => [
    field,
    { file: 'a.yaml', document: 0, path: [field], text },
  ]
  return { form: 'Helm values', name: 'api', aliases: [], ...Object.fromEntries(Object.entries(fields).map(scalar)) }
}

const spelled = (fields: Parameters<typeof site>[0], version: Version, pin?: Pin) => {
  const texts = spellVersion(site(fields), version, pin)
  return 'refused' in texts
    ? texts.refused
    : Object.fromEntries(texts.map(({ scalar, value }) => [scalar.path[0], value]))
}

describe('without a pin each place keeps its form', () => {
  const both = { tag: '2', digest: next }
  it.each([
    [{ image: 'ghcr.io/o/api:1' }, { image: 'ghcr.io/o/api:2' }],
    [{ image: `ghcr.io/o/api@${old}` }, { image: `ghcr.io/o/api@${next}` }],
    [{ image: `ghcr.io/o/api:1@${old}` }, { image: `ghcr.io/o/api:2@${next}` }],
    [{ image: 'localhost:5000/api' }, { image: 'localhost:5000/api:2' }],
    [{ image: 'api=ghcr.io/o/api:1' }, { image: 'api=ghcr.io/o/api:2' }],
    [{ tag: '1' }, { tag: '2' }],
    [{ tag: '' }, { tag: '2' }],
    [{ tag: `1@${old}` }, { tag: `2@${next}` }],
    [{ digest: old }, { digest: next }],
    [
      { tag: '1', digest: old },
      { tag: '2', digest: next },
    ],
    [{ tag: '1', digest: '' }, { tag: '2' }],
  ])('%j', (fields, texts) => {
    expect(spelled(fields, both)).toEqual(texts)
  })
})

describe('with a pin', () => {
  const both = { tag: '2', digest: next }
  it.each([
    ['tag', { image: `o/api:1@${old}` }, { image: 'o/api:2' }],
    ['digest', { image: 'o/api:1' }, { image: `o/api@${next}` }],
    ['tag@digest', { image: 'o/api:1' }, { image: `o/api:2@${next}` }],
    ['tag@digest', { tag: '1' }, { tag: `2@${next}` }],
    ['tag@digest', { tag: '1', digest: '' }, { tag: '2', digest: next }],
    ['tag', { tag: `1@${old}` }, { tag: '2' }],
  ] as const)('%s on %j', (pin, fields, texts) => {
    expect(spelled(fields, both, pin)).toEqual(texts)
  })
})

describe('refuses what would not run, or would say what does not run', () => {
  it.each([
    [undefined, { tag: '1', digest: old }, { tag: '2' }, /digest beside the tag, and the tag alone would be ignored/],
    ['tag', { tag: '1', digest: old }, { tag: '2', digest: next }, /the tag alone would be ignored/],
    [undefined, { image: `o/api:1@${old}` }, { tag: '2' }, /the tag alone would be ignored/],
    [undefined, { digest: old }, { tag: '2' }, /a digest is needed/],
    [undefined, { tag: '1' }, { digest: next }, /a tag is needed/],
    ['digest', { tag: '1' }, { tag: '2', digest: next }, /no digest here to set/],
    ['digest', { tag: '1', digest: old }, { tag: '2', digest: next }, /a tag stands beside the digest/],
    ['tag', { digest: old }, { tag: '2', digest: next }, /only a digest here/],
    ['tag@digest', { digest: old }, { tag: '2', digest: next }, /there is no tag here to set/],
    ['tag@digest', { tag: '1' }, { tag: '2' }, /pin is `tag@digest`/],
  ] as const)('pin %s, %j, wanted %j', (pin, fields, version, message) => {
    expect(spelled(fields, version, pin)).toMatch(message)
  })
})

it.each([
  [{ image: 'localhost:5000/api' }, {}],
  [{ image: `api=o/api:1@${old}` }, { tag: '1', digest: old }],
  [{ tag: '', digest: '' }, {}],
  [{ tag: `1@${old}` }, { tag: '1', digest: old }],
  [
    { tag: '1', digest: old },
    { tag: '1', digest: old },
  ],
])('%j says %j', (fields, version) => {
  expect(versionOf(site(fields))).toEqual(version)
})
