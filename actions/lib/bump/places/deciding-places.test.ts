// Which place really decides, who else is changed with it, and that no way round leads past what the settings demand.
import { describe, expect, it } from 'vitest'
import { application, bumped } from '../testing/bumped.ts'

const deployment = (image: string, name = 'api') => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  template:
    spec:
      containers:
        - name: main
          image: ${image}
`
const api = 'ghcr.io/your-org/api'
const staging = { environments: ['staging'] }
const tree = (overlay: string, more: Readonly<Record<string, string>> = {}) => ({
  'apps/staging.yaml': application('api-staging', 'overlays/staging'),
  'base/kustomization.yaml': 'resources: [deployment.yaml]\n',
  'base/deployment.yaml': deployment(`${api}:1.0.0`),
  'overlays/staging/kustomization.yaml': `resources: [../../base]\n${overlay}`,
  ...more,
})

describe('kustomize', () => {
  it.each([
    [
      'an entry for the name that the base gives',
      'images:\n  - name: mirror.example.com/api\n    newTag: 1.4.0\n',
      {
        'base/kustomization.yaml': `resources: [deployment.yaml]\nimages: [{name: ${api}, newName: mirror.example.com/api, newTag: 1.1.0}]\n`,
      },
      'mirror.example.com/api',
      { 'overlays/staging/kustomization.yaml': ['4: newTag: 1.5.0'] },
    ],
    [
      'the same, asked for by the first name',
      'images:\n  - name: mirror.example.com/api\n    newTag: 1.4.0\n',
      {
        'base/kustomization.yaml': `resources: [deployment.yaml]\nimages: [{name: ${api}, newName: mirror.example.com/api, newTag: 1.1.0}]\n`,
      },
      api,
      { 'overlays/staging/kustomization.yaml': ['4: newTag: 1.5.0'] },
    ],
    [
      'an entry whose name is written otherwise than in the manifest',
      'images:\n  - {name: nginx, newTag: 1.4.0}\n',
      { 'base/deployment.yaml': deployment('docker.io/library/nginx:1.0.0') },
      'nginx',
      { 'base/deployment.yaml': ['10: image: docker.io/library/nginx:1.5.0'] },
    ],
    [
      'a JSON patch before what it patches',
      'patches:\n  - path: image.yaml\n    target: {kind: Deployment, name: api}\n',
      {
        'overlays/staging/image.yaml': `- {op: replace, path: /spec/template/spec/containers/0/image, value: "${api}:1.4.0"}\n`,
      },
      api,
      { 'overlays/staging/image.yaml': [expect.stringContaining('api:1.5.0')] },
    ],
    [
      'images of a component before the base',
      'components: [../../component]\n',
      { 'component/kustomization.yaml': `kind: Component\nimages:\n  - name: ${api}\n    newTag: 1.4.0\n` },
      api,
      { 'component/kustomization.yaml': ['4: newTag: 1.5.0'] },
    ],
    [
      'an entry for what cannot be followed',
      `images:\n  - name: ${api}\n    newTag: 1.4.0\n`,
      { 'base/kustomization.yaml': 'resources: [https://github.com/your-org/other//base]\n' },
      api,
      { 'overlays/staging/kustomization.yaml': ['4: newTag: 1.5.0'] },
    ],
  ])('%s', async (_, overlay, more, image, changed) => {
    expect(await bumped(tree(overlay, more), { ...staging, image })).toEqual({ changed, already: [] })
  })

  it.each([
    [
      'an entry that fits no manifest',
      `images: [{name: ${api}i, newName: ${api}, newTag: 1.4.0}]\n`,
      { 'base/deployment.yaml': deployment('ghcr.io/your-org/other:1') },
      /an entry of `images` in overlays\/staging\/kustomization.yaml names it, but no manifest below has that image/,
    ],
    [
      'replacements',
      'replacements:\n  - source: {kind: ConfigMap, name: x, fieldPath: data.tag}\n    targets:\n      - select: {kind: Deployment}\n        fieldPaths: [spec.template.spec.containers.0.image]\n',
      {},
      /`replacements` of overlays\/staging\/kustomization.yaml copy an image here/,
    ],
    [
      'an image that a patch put in the place of this one',
      'patches: [{path: image.yaml}]\n',
      { 'overlays/staging/image.yaml': deployment('ghcr.io/your-org/api-fips:1.0.0') },
      /did you mean ghcr.io\/your-org\/api-fips\?|they set ghcr.io\/your-org\/api-fips/,
    ],
  ])('%s: refused', async (_, overlay, more, message) => {
    expect((await bumped(tree(overlay, more), staging)).refused?.[0]).toMatch(message)
  })

  it('patches and components of the Application itself come on top', async () => {
    const options = (text: string) => ({ source: `    kustomize:\n${text}` })
    const component = application('api-staging', 'overlays/staging', options('      components: [../../component]\n'))
    const files = tree('', {
      'apps/staging.yaml': component,
      'component/kustomization.yaml': 'kind: Component\npatches: [{path: image.yaml}]\n',
      'component/image.yaml': deployment(`${api}:1.4.0`),
    })
    expect((await bumped(files, staging)).changed).toEqual({ 'component/image.yaml': [expect.any(String)] })
    const patch = application(
      'api-staging',
      'overlays/staging',
      options(
        `      patches:\n        - target: {kind: Deployment}\n          patch: |\n            - {op: replace, path: /spec/template/spec/containers/0/image, value: "${api}:1.4.0"}\n`,
      ),
    )
    expect((await bumped(tree('', { 'apps/staging.yaml': patch }), staging)).refused?.[0]).toMatch(
      /^apps\/staging.yaml:1\d it stands inside a block of text/,
    )
  })
})

describe('others who build on a place', () => {
  it.each([
    [
      'an overlay that no Application names',
      { 'overlays/prod/kustomization.yaml': 'resources: [../../base]\n' },
      /the kustomization in overlays\/prod would change too/,
    ],
    [
      'an overlay that calls the image otherwise',
      {
        'overlays/prod/kustomization.yaml': `resources: [../../base]\nimages: [{name: ${api}, newName: mirror.example.com/api}]\n`,
      },
      /the kustomization in overlays\/prod would change too/,
    ],
    [
      'a kustomization that cannot be read',
      { 'overlays/prod/kustomization.yaml': 'namespace: a\nnamespace: b\nresources: [../../base]\n' },
      /whether overlays\/prod\/kustomization.yaml builds on this place cannot be told/,
    ],
  ])('%s: refused', async (_, more, message) => {
    expect((await bumped(tree('', more), staging)).refused?.[0]).toMatch(message)
  })

  it('one that sets its own version is none', async () => {
    const own = {
      'overlays/prod/kustomization.yaml': `resources: [../../base]\nimages: [{name: ${api}, newTag: 1.1.0}]\n`,
    }
    expect(await bumped(tree('', own), staging)).toHaveProperty('changed')
  })

  it('what builds on the overlay itself means to follow it', async () => {
    const mesh = { 'overlays/mesh/kustomization.yaml': 'resources: [../staging]\n' }
    expect(await bumped(tree('', mesh), staging)).toHaveProperty('changed')
    const both = {
      'overlays/mesh/kustomization.yaml': 'resources: [../staging, ../../other]\n',
      'other/kustomization.yaml': 'resources: [../base]\n',
    }
    expect((await bumped(tree('', both), staging)).refused?.[0]).toMatch(
      /the kustomization in overlays\/mesh and the kustomization in other would change too/,
    )
  })

  it('a chart that another one depends on', async () => {
    const files = {
      'apps/web.yaml': application('web-staging', 'charts/web'),
      'apps/all.yaml': application('all-prod', 'charts/all'),
      'charts/web/Chart.yaml': 'name: web\n',
      'charts/web/values.yaml': `image: {repository: ${api}, tag: 1.0.0}\n`,
      'charts/all/Chart.yaml': 'name: all\ndependencies: [{name: web, repository: "file://../web"}]\n',
    }
    expect((await bumped(files, staging)).refused?.[0]).toMatch(/^charts\/web\/values.yaml:1 all-prod would change too/)
    const own = { ...files, 'charts/all/values.yaml': 'web:\n  image:\n    tag: 1.4.0\n' }
    expect((await bumped(own, { environments: ['prod'] })).changed).toEqual({
      'charts/all/values.yaml': ['3: tag: 1.5.0'],
    })
    expect((await bumped(own, staging)).changed).toEqual({
      'charts/web/values.yaml': [expect.stringContaining('1.5.0')],
    })
  })
})

describe('Helm, with the parts of a version in different files', () => {
  const chart = (more: Readonly<Record<string, string>>, prodValues: string) => ({
    'apps/staging.yaml': application('api-staging', 'chart', { source: '    helm: {valueFiles: [staging.yaml]}\n' }),
    'apps/prod.yaml': application('api-prod', 'chart', { source: `    helm: {valueFiles: [${prodValues}]}\n` }),
    'chart/Chart.yaml': 'name: api\n',
    ...more,
  })
  const version = { tag: '1.5.0', digest: `sha256:${'b'.repeat(64)}` }
  const old = `sha256:${'a'.repeat(64)}`

  it('a digest that another environment has too is not changed with the tag that is ours', async () => {
    const files = chart(
      {
        'chart/values.yaml': `image:\n  repository: ${api}\n  digest: ${old}\n`,
        'chart/staging.yaml': 'image:\n  tag: 1.4.0\n',
        'chart/prod.yaml': 'image:\n  tag: 1.3.0\n',
      },
      'prod.yaml',
    )
    expect((await bumped(files, { ...staging, version })).refused?.[0]).toMatch(/api-prod would change too/)
  })

  it('a tag that another image of another environment takes as well', async () => {
    const files = chart(
      {
        'chart/values.yaml': `image:\n  repository: ${api}\n  tag: 1.4.0\n`,
        'chart/staging.yaml': 'replicas: 1\n',
        'chart/prod.yaml': 'image:\n  repository: ghcr.io/your-org/web\n',
      },
      'prod.yaml',
    )
    expect((await bumped(files, staging)).refused?.[0]).toMatch(/api-prod would change too/)
  })

  it('values that cannot be read are no reason to take weaker ones', async () => {
    const files = chart(
      {
        'chart/values.yaml': `image:\n  repository: ${api}\n  tag: 1.0.0\n`,
        'chart/staging.yaml': 'image:\n  tag: 1.4.0\n  tag: 1.4.1\n',
      },
      'none.yaml',
    )
    expect((await bumped(files, staging)).refused?.[0]).toMatch(/^chart\/staging.yaml:3 /)
  })
})

it('values are found by the name of the Application, and parameters in a file of their own are said', async () => {
  const files = {
    'apps/staging.yaml': application('api-staging', 'chart', {
      source: '    helm: {valueFiles: ["values-$ARGOCD_APP_NAME.yaml"]}\n',
    }),
    'chart/Chart.yaml': 'name: api\n',
    'chart/values.yaml': `image: {repository: ${api}, tag: 1.0.0}\n`,
    'chart/values-api-staging.yaml': 'image:\n  tag: 1.4.0\n',
  }
  expect((await bumped(files, staging)).changed).toEqual({ 'chart/values-api-staging.yaml': ['2: tag: 1.5.0'] })
  const overridden = { ...files, 'chart/.argocd-source-api-staging.yaml': 'helm: {parameters: []}\n' }
  expect((await bumped(overridden, staging)).refused?.[0]).toMatch(
    /chart\/.argocd-source-api-staging.yaml changes its parameters, and is not followed/,
  )
})

it('two images that one name once meant are not bumped as one', async () => {
  const entry = (newName: string) =>
    `resources: [pod.yaml]\nimages: [{name: app, newName: ${newName}, newTag: 1.4.0}]\n`
  const pod = 'kind: Pod\nmetadata: {name: x}\nspec:\n  containers: [{name: x, image: app}]\n'
  const files = {
    'apps/a.yaml': application('a', 'a/staging'),
    'apps/b.yaml': application('b', 'b/staging'),
    'a/staging/kustomization.yaml': entry(api),
    'a/staging/pod.yaml': pod,
    'b/staging/kustomization.yaml': entry('quay.io/other/thing'),
    'b/staging/pod.yaml': pod,
  }
  expect((await bumped(files, { ...staging, image: 'app' })).refused?.[0]).toMatch(
    /app may mean ghcr.io\/your-org\/api, quay.io\/other\/thing/,
  )
})

it('a name of one part that two images may have is not clear', async () => {
  const files = { 'a.yaml': `a: {image: api:1}\nb: {image: ${api}:1}\n` }
  expect((await bumped(files, { image: 'api', files: ['a.yaml'] })).refused?.[0]).toMatch(
    /api may mean api, ghcr.io\/your-org\/api: give the whole name/,
  )
  expect((await bumped(files, { image: 'docker.io/library/api', files: ['a.yaml'] })).changed).toEqual({
    'a.yaml': ['1: a: {image: api:1.5.0}'],
  })
})

it('a branch is the same by its full name', async () => {
  const full = application('api-prod', 'base').replace('targetRevision: main', 'targetRevision: refs/heads/main')
  expect((await bumped(tree('', { 'apps/prod.yaml': full }), staging)).refused?.[0]).toMatch(
    /api-prod would change too/,
  )
})

describe('what the settings demand of an environment', () => {
  const overlay = `images:\n  - name: ${api}\n    newTag: 1.4.0\n`
  const files = (settings: string) =>
    tree('', {
      'apps/prod.yaml': application('api-prod', 'overlays/prod'),
      'overlays/prod/kustomization.yaml': `resources: [../../base]\n${overlay}`,
      '.github/seaworthy.yaml': `environments:\n  staging: {}\n  production:\n    applications: [api-prod]\n    ${settings}\n`,
    })
  const ways = [
    ['its name', { environments: ['production'] }],
    ['its Application', { applications: ['api-prod'] }],
    ['its file', { files: ['overlays/prod/kustomization.yaml'] }],
    ['its field', { targets: [{ file: 'overlays/prod/kustomization.yaml', field: `images.[name=${api}].newTag` }] }],
  ] as const

  it.each(ways)('versions come only from where they were proved, also by %s', async (_, scope) => {
    expect((await bumped(files('promote-from: staging'), scope)).refused?.[0]).toMatch(
      /production takes versions only from staging/,
    )
  })
  it('images of others need not be promoted', async () => {
    const only = (pattern: string) => files(`promote-from: staging\n    promote-images: ["${pattern}"]`)
    expect(await bumped(only('ghcr.io/other/*'), { environments: ['production'] })).toHaveProperty('changed')
    expect((await bumped(only('ghcr.io/your-org/*'), { environments: ['production'] })).refused?.[0]).toMatch(
      /promote it/,
    )
  })
  it.each(ways)('the pin holds, also by %s', async (_, scope) => {
    const version = { tag: '1.5.0', digest: `sha256:${'a'.repeat(64)}` }
    const tag = await bumped(files('pin: tag@digest'), { ...scope, version, pin: 'tag' })
    expect(tag.refused?.[0]).toMatch(/the settings of production want `pin: tag@digest`, not tag/)
    const { changed } = await bumped(files('pin: tag@digest'), { ...scope, version })
    expect(changed?.['overlays/prod/kustomization.yaml']).toEqual([`4: newTag: 1.5.0@sha256:${'a'.repeat(64)}`])
  })
  it('another spelling of its name is none', async () => {
    expect((await bumped(files('pin: tag'), { environments: ['prod'] })).refused?.[0]).toMatch(
      /the settings know no environment prod: /,
    )
  })
  it('fields can be named there', async () => {
    const more = {
      'values/prod.yaml': 'image:\n  tag: 1.4.0\n',
      '.github/seaworthy.yaml': `environments:\n  production:\n    targets: [{image: ${api}, file: values/prod.yaml, field: image.tag}]\n    files: [none/*.yaml]\n`,
    }
    expect((await bumped(tree('', more), { environments: ['production'] })).refused?.[0]).toMatch(
      /no file fits none\/\*.yaml/,
    )
    const right = {
      ...more,
      '.github/seaworthy.yaml': more['.github/seaworthy.yaml'].replace(
        '    files: [none/*.yaml]\n',
        '    applications: [api-staging]\n',
      ),
    }
    expect((await bumped(tree('', right), { image: 'api', environments: ['production'] })).changed).toMatchObject({
      'values/prod.yaml': ['2: tag: 1.5.0'],
    })
  })
})

describe('a hold of one environment', () => {
  const files = tree(`images:\n  - name: ${api}\n    newTag: 1.4.0\n`, {
    'apps/prod.yaml': application('api-prod', 'overlays/prod'),
    'overlays/prod/kustomization.yaml': `resources: [../../base]\nimages:\n  - name: ${api}\n    newTag: 1.4.0\n`,
    'gitops/.seaworthy/holds/a.yaml': `image: ${api}\ntag: 1.5.0\nenvironments: [staging]\nreason: bad\nsince: 2026-11-20T00:00:00Z\n`,
  })
  it.each([
    [{ applications: ['api-prod'] }, true],
    [{ applications: ['api-staging'] }, false],
    [{ environments: ['prod'] }, true],
    // Whose file it is, nobody has said.
    [{ files: ['overlays/prod/kustomization.yaml'] }, false],
  ])('%j may change: %s', async (scope, may) => {
    expect('changed' in (await bumped(files, scope))).toBe(may)
  })
  it('a short name with a field does not pass it by', async () => {
    const target = { file: 'overlays/staging/kustomization.yaml', field: `images.[name=${api}].newTag` }
    expect((await bumped(files, { image: 'api', targets: [target] })).refused?.[0]).toMatch(/is held/)
  })
})
