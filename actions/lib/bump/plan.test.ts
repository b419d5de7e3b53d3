// Refusals, files and fields chosen by hand, holds, promotions: nothing is ever written in part.
import { describe, expect, it } from 'vitest'
import { application, bumped } from './testing/bumped.ts'

const digest = (letter: string) => `sha256:${letter.repeat(64)}`
const overlay = (tag: string) =>
  `images:\n  - name: ghcr.io/your-org/api\n    newTag: ${tag}\nresources: [../../base]\n`
const pod = (name: string) =>
  `kind: Pod\nmetadata: {name: ${name}}\nspec:\n  containers: [{name: ${name}, image: ghcr.io/your-org/${name}}]\n`
const files = {
  'base/kustomization.yaml': 'resources: [pods.yaml]\n',
  'base/pods.yaml': `${pod('api')}---\n${pod('web')}`,
  'apps/staging.yaml': application('api-staging', 'overlays/staging'),
  'apps/production.yaml': application('api-production', 'overlays/production'),
  'overlays/staging/kustomization.yaml': overlay('1.5.0'),
  'overlays/production/kustomization.yaml': overlay('1.4.0'),
}
const production = { environments: ['production'] }

describe('files', () => {
  it('sets every place of the image in the files that are named, without any Application', async () => {
    const tree = {
      'compose.yaml': 'services:\n  api:\n    image: ghcr.io/your-org/api:1.4.0\n  db:\n    image: postgres:18.6\n',
      'values.yaml': 'api:\n  image: {repository: ghcr.io/your-org/api, tag: 1.4.0}\n',
    }
    expect(await bumped(tree, { files: ['compose.yaml', 'values.yaml'] })).toEqual({
      changed: {
        'compose.yaml': ['3: image: ghcr.io/your-org/api:1.5.0'],
        'values.yaml': ['2: image: {repository: ghcr.io/your-org/api, tag: 1.5.0}'],
      },
      already: [],
    })
  })

  it('a short name is enough where it means one image, and refused where it may mean two', async () => {
    const two = { 'a.yaml': 'a: {image: ghcr.io/your-org/api:1}\nb: {image: quay.io/else/api:1}\n' }
    expect(
      await bumped({ 'a.yaml': 'a: {image: ghcr.io/your-org/api:1}\n' }, { image: 'api', files: ['a.yaml'] }),
    ).toHaveProperty('changed')
    expect(await bumped(two, { image: 'api', files: ['a.yaml'] })).toEqual({
      refused: [expect.stringContaining('api may mean ghcr.io/your-org/api, quay.io/else/api: give the whole name')],
    })
    expect(await bumped(two, { files: ['a.yaml'] })).toMatchObject({
      changed: { 'a.yaml': ['1: a: {image: ghcr.io/your-org/api:1.5.0}'] },
    })
  })

  it.each([
    ['a file that is not there', {}, ['no.yaml'], 'no.yaml there is no such file'],
    [
      'a file without the image',
      { 'a.yaml': 'image: nginx:1\n' },
      ['a.yaml'],
      'a.yaml this image is not in it; it has nginx',
    ],
    ['a file without any image', { 'a.yaml': 'a: 1\n' }, ['a.yaml'], 'a.yaml this image is not in it, and no other'],
    ['a file that is no YAML', { 'a.yaml': 'a: [\n' }, ['a.yaml'], /^a.yaml:\d+ /],
    [
      'a file with a key twice',
      { 'a.yaml': 'image: ghcr.io/your-org/api:1\nimage: ghcr.io/your-org/api:2\n' },
      ['a.yaml'],
      /^a.yaml:2 /,
    ],
    [
      'one bad file among good ones',
      { 'a.yaml': 'image: ghcr.io/your-org/api:1\n' },
      ['a.yaml', 'b.yaml'],
      'b.yaml there is no such file',
    ],
    ['an alias', { 'a.yaml': 'x: &i ghcr.io/your-org/api:1\na: {image: *i}\n' }, ['a.yaml'], /^a.yaml:2 /],
    ['a link out of the tree', { 'a.yaml': { symlink: '../../etc/passwd' } }, ['a.yaml'], /^a.yaml/],
  ])('refuses %s', async (_, tree, named, message) => {
    const result = await bumped(tree as never, { files: named })
    expect(result.refused?.[0]).toMatch(
      typeof message === 'string' ? new RegExp(`^${message.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`) : message,
    )
  })

  it('edits what a link leads to, under its own name', async () => {
    const tree = { 'a.yaml': { symlink: 'real/b.yaml' }, 'real/b.yaml': 'image: ghcr.io/your-org/api:1\n' }
    expect(await bumped(tree, { files: ['a.yaml'] })).toMatchObject({
      changed: { 'real/b.yaml': [expect.any(String)] },
    })
  })
})

describe('fields chosen by hand', () => {
  const tree = {
    'a.yaml':
      'kind: A\nmetadata: {name: one}\nspec:\n  versions: [{name: api, version: 1.4.0}, {name: web, version: 1.4.0}]\n---\nkind: A\nmetadata: {name: two}\nspec:\n  versions: [{name: api, version: 1.4.0}]\n',
  }
  const field = 'spec.versions.[name=api].version'

  it('sets the one that is meant', async () => {
    expect(await bumped(tree, { targets: [{ file: 'a.yaml', object: 'A/one', field }] })).toEqual({
      changed: { 'a.yaml': ['4: versions: [{name: api, version: 1.5.0}, {name: web, version: 1.4.0}]'] },
      already: [],
    })
  })

  it.each([
    [{ file: 'a.yaml', field }, 'a.yaml:4 spec.versions.[name=api].version is there 2 times, in lines 4, 9'],
    [{ file: 'a.yaml', field: 'spec.nothing' }, 'a.yaml there is no text at spec.nothing'],
    [{ file: 'a.yaml', object: 'A/three', field }, 'a.yaml there is no object A/three in it'],
    [
      { file: 'a.yaml', object: 'A/one', field: 'spec.versions.0.version' },
      'versions is a list, whose items are not selected by number',
    ],
    [{ file: 'b.yaml', field }, 'b.yaml there is no such file'],
  ])('refuses %j', async (target, message) => {
    expect((await bumped(tree, { targets: [target] })).refused?.[0]).toContain(message)
  })

  it('refuses a field that holds another image', async () => {
    const other = { 'a.yaml': 'image: ghcr.io/your-org/web:1.4.0\n' }
    expect(await bumped(other, { targets: [{ file: 'a.yaml', field: 'image' }] })).toMatchObject({
      refused: ['a.yaml:1 this field belongs to another image, ghcr.io/your-org/web'],
    })
  })
})

describe('compare and set', () => {
  it.each([
    ['1.4.0', true],
    ['1.3.0', false],
    ['1.4.0@sha256:0', false],
  ])('expects %s', async (expect_, passes) => {
    const result = await bumped(files, { ...production, expect: expect_ })
    expect('changed' in result).toBe(passes)
    if (!passes)
      expect(result.refused?.[0]).toMatch(
        /^overlays\/production\/kustomization.yaml:3 it has 1.4.0, not .* as expected/,
      )
  })

  it('what is there already is no refusal, and changes nothing', async () => {
    const result = await bumped(files, { environments: ['staging'], expect: '1.4.0' })
    expect(result).toEqual({ changed: {}, already: ['overlays/staging/kustomization.yaml:3'] })
  })

  it('two requests may not want different versions of one place', async () => {
    const result = await bumped(files, production, { ...production, version: { tag: '1.6.0' } })
    expect(result.refused?.[0]).toMatch(/two requests want different versions here: 1.5.0 and 1.6.0/)
  })

  it('several images in several environments are one plan', async () => {
    const web = overlay('1.4.0').replace('resources', '  - name: ghcr.io/your-org/web\n    newTag: 2.0.0\nresources')
    const result = await bumped(
      { ...files, 'overlays/production/kustomization.yaml': web },
      { environments: ['staging', 'production'], version: { tag: '1.6.0' } },
      { ...production, image: 'web', version: { tag: '2.1.0' } },
    )
    expect(result.changed).toEqual({
      'overlays/production/kustomization.yaml': ['3: newTag: 1.6.0', '5: newTag: 2.1.0'],
      'overlays/staging/kustomization.yaml': ['3: newTag: 1.6.0'],
    })
  })
})

it('the settings of an environment decide the form', async () => {
  const settings = { '.github/seaworthy.yaml': 'environments: {production: {pin: tag@digest}}\n' }
  expect((await bumped({ ...files, ...settings }, production)).refused?.[0]).toMatch(
    /a digest is needed, because pin is `tag@digest`/,
  )
  const version = { tag: '1.5.0', digest: digest('a') }
  expect(await bumped({ ...files, ...settings }, { ...production, version })).toMatchObject({
    changed: { 'overlays/production/kustomization.yaml': [`3: newTag: 1.5.0@${digest('a')}`] },
  })
})

describe('holds', () => {
  const hold = (more: string) => ({
    ...files,
    'gitops/.seaworthy/holds/api.yaml': `image: ghcr.io/your-org/api\nreason: it lost orders\nsince: 2026-11-20T00:00:00Z\n${more}`,
  })
  it.each([
    ['the tag, everywhere', 'tag: 1.5.0\nenvironments: []\n', {}],
    ['the environment', 'tag: 1.5.0\nenvironments: [production]\n', {}],
    [
      'the digest, whatever the tag',
      `tag: 1.4.9\ndigest: ${digest('a')}\nenvironments: []\n`,
      { version: { tag: '1.5.0', digest: digest('a') } },
    ],
    ['a time that is not over', 'tag: 1.5.0\nenvironments: []\nuntil: 2026-11-21T12:00:01Z\n', {}],
    [
      'a file whose environment nobody knows',
      'tag: 1.5.0\nenvironments: [staging]\n',
      { environments: [], files: ['overlays/production/kustomization.yaml'] },
    ],
  ])('%s: refused', async (_, more, ask) => {
    const { refused } = await bumped(hold(more), { ...production, ...ask })
    expect(refused?.[0]).toMatch(
      /^overlays\/production\/kustomization.yaml:3 .* is held .*it lost orders. gitops\/.seaworthy\/holds\/api.yaml says so/,
    )
  })
  it.each([
    ['another version', 'tag: 1.5.1\nenvironments: []\n', {}],
    ['another environment', 'tag: 1.5.0\nenvironments: [staging]\n', {}],
    ['a time that is over', 'tag: 1.5.0\nenvironments: []\nuntil: 2026-11-21T12:00:00Z\n', {}],
    [
      'the tag pushed again as another image',
      `tag: 1.5.0\ndigest: ${digest('b')}\nenvironments: []\n`,
      { version: { tag: '1.5.0', digest: digest('a') }, pin: 'tag@digest' as const },
    ],
  ])('%s: not refused', async (_, more, ask) => {
    expect(await bumped(hold(more), { ...production, ...ask })).toHaveProperty('changed')
  })

  it('a hold that cannot be read keeps everything back', async () => {
    expect(await bumped(hold('tga: 1.5.0\nenvironments: []\n'), production)).toEqual({
      refused: expect.arrayContaining([
        expect.stringMatching(/^gitops\/.seaworthy\/holds\/api.yaml:4 unknown key `tga`: did you mean `tag`/),
      ]),
    })
  })
})

it.each(['gitops/.seaworthy/holds/a.yaml', '.github/seaworthy.yaml', '.github/workflows/x.yml'])(
  'no bump changes %s, which decides what may be written',
  async (file) => {
    const hold = `image: ghcr.io/your-org/api\ntag: 1.4.0\nenvironments: []\nreason: bad\nsince: 2026-11-20T00:00:00Z\n`
    const text = file.includes('holds')
      ? hold
      : file.includes('seaworthy')
        ? 'environments: {a: {promote-from: b}}\n'
        : 'tag: 1.4.0\n'
    const field = file.includes('seaworthy.yaml') ? 'environments.a.promote-from' : 'tag'
    const { refused } = await bumped({ ...files, [file]: text }, { targets: [{ file, field }] })
    expect(refused?.[0]).toMatch(/no bump may change them/)
  },
)

describe('settings and holds fail closed', () => {
  const link = { symlink: '../other.yaml' }
  it.each([
    ['settings behind a link', { '.github/seaworthy.yaml': link, 'other.yaml': '{}\n' }, /The settings cannot be read/],
    [
      'a folder of holds behind a link',
      { 'gitops/.seaworthy/holds': link, 'other.yaml': '{}\n' },
      /holds are read from plain folders/,
    ],
    [
      'a file that is no hold among them',
      { 'gitops/.seaworthy/holds/a.json': '{}' },
      /only holds \(.yaml\) belong here/,
    ],
  ])('%s', async (_, more, message) => {
    const answer = bumped({ ...files, ...more }, production).then(({ refused }) => refused?.[0] ?? 'changed', String)
    expect(await answer).toMatch(message)
  })
  it('however the state folder is spelled', async () => {
    for (const state of ['gitops/.seaworthy/', './gitops/.seaworthy']) {
      const tree = {
        ...files,
        '.github/seaworthy.yaml': `state: ${state}\n`,
        'gitops/.seaworthy/holds/a.yaml':
          'image: ghcr.io/your-org/api\ntag: 1.5.0\nenvironments: []\nreason: bad\nsince: 2026-11-20T00:00:00Z\n',
      }
      expect((await bumped(tree, production)).refused?.[0]).toMatch(/is held/)
    }
  })
})

describe('promotion', () => {
  const record = (passed: string) => ({
    ...files,
    'gitops/.seaworthy/records/staging/ghcr.io/your-org/api.yaml': `image: ghcr.io/your-org/api\nenvironment: staging\npassed: [${passed}]\n`,
  })
  const promote = { ...production, version: {}, from: 'staging' }
  const commit = 'c'.repeat(40)

  it('copies the version that passed', async () => {
    expect(await bumped(record(`{tag: 1.5.0, at: "2026-11-20T00:00:00Z", commit: ${commit}}`), promote)).toEqual({
      changed: { 'overlays/production/kustomization.yaml': ['3: newTag: 1.5.0'] },
      already: [],
    })
  })

  it('knows the digest from the record', async () => {
    const tree = {
      ...record(`{tag: 1.5.0, digest: "${digest('a')}", at: "2026-11-20T00:00:00Z", commit: ${commit}}`),
      '.github/seaworthy.yaml': 'environments: {staging: {}, production: {pin: tag@digest}}\n',
    }
    expect((await bumped(tree, promote)).changed).toEqual({
      'overlays/production/kustomization.yaml': [`3: newTag: 1.5.0@${digest('a')}`],
    })
  })

  it.each([
    [
      'no record',
      files,
      /^overlays\/staging\/kustomization.yaml:3 1.5.0 of ghcr.io\/your-org\/api has no smoke test that passed in staging/,
    ],
    [
      'a record of another version',
      record(`{tag: 1.4.9, at: "2026-11-20T00:00:00Z", commit: ${commit}}`),
      /has 1 of other versions/,
    ],
    ['a record that is not valid', record('{tag: 1.5.0}'), /api.yaml:3 .*lacks `at`/],
    [
      'several versions in the environment',
      {
        ...record(`{tag: 1.5.0, at: "2026-11-20T00:00:00Z", commit: ${commit}}`),
        'apps/other.yaml': application('other', 'other/staging'),
        'other/staging/kustomization.yaml': overlay('1.4.9'),
      },
      /staging runs several versions, 1.5.0 \(overlays\/staging\/kustomization.yaml:3\), 1.4.9|staging runs several versions, 1.4.9/,
    ],
  ])('%s: refused', async (_, tree, message) => {
    expect((await bumped(tree, promote)).refused?.[0]).toMatch(message)
  })

  it('an environment may take promotions only', async () => {
    const tree = {
      ...record(`{tag: 1.5.0, at: "2026-11-20T00:00:00Z", commit: ${commit}}`),
      '.github/seaworthy.yaml': 'environments: {production: {promote-from: staging}}\n',
    }
    expect((await bumped(tree, production)).refused?.[0]).toMatch(/production takes versions only from staging/)
    expect(await bumped(tree, promote)).toHaveProperty('changed')
  })
})
