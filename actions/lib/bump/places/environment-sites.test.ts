// Which place decides for an environment, for every way in which Argo CD can be told an image.
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
        - name: ${name}
          image: ${image}
`

const staging = { environments: ['staging'] }

describe('kustomize', () => {
  const base = {
    'base/kustomization.yaml': 'resources:\n  - deployment.yaml\n',
    'base/deployment.yaml': deployment('ghcr.io/your-org/api:1.0.0'),
    'apps/staging.yaml': application('api-staging', 'overlays/staging'),
    'apps/prod.yaml': application('api-prod', 'overlays/prod'),
  }

  it('takes the entry of the overlay, and leaves the other overlay and the base alone', async () => {
    const overlay = 'resources: [../../base]\nimages:\n  - name: ghcr.io/your-org/api\n    newTag: 1.4.0\n'
    const files = {
      ...base,
      'overlays/staging/kustomization.yaml': overlay,
      'overlays/prod/kustomization.yaml': overlay,
    }
    expect(await bumped(files, staging)).toEqual({
      changed: { 'overlays/staging/kustomization.yaml': ['4: newTag: 1.5.0'] },
      already: [],
    })
  })

  it('refuses the base where another environment runs it as well', async () => {
    const overlay = 'resources: [../../base]\n'
    const files = {
      ...base,
      'overlays/staging/kustomization.yaml': overlay,
      'overlays/prod/kustomization.yaml': overlay,
    }
    expect(await bumped(files, staging)).toEqual({
      refused: [expect.stringMatching(/^base\/deployment.yaml:10 api-prod would change too.*add an `images` entry/)],
    })
    expect(await bumped(files, { environments: ['staging', 'prod'] })).toEqual({
      changed: { 'base/deployment.yaml': ['10: image: ghcr.io/your-org/api:1.5.0'] },
      already: [],
    })
  })

  it('takes the base where the other environment has its own entry', async () => {
    const files = {
      ...base,
      'overlays/staging/kustomization.yaml': 'resources: [../../base]\n',
      'overlays/prod/kustomization.yaml':
        'resources: [../../base]\nimages: [{name: ghcr.io/your-org/api, newTag: 1.4.0}]\n',
    }
    expect(await bumped(files, staging)).toMatchObject({ changed: { 'base/deployment.yaml': [expect.any(String)] } })
  })

  it('finds the image by the name that an entry gives it, and goes below an entry that only renames', async () => {
    const files = {
      ...base,
      'base/kustomization.yaml': 'resources: [deployment.yaml]\nimages:\n  - name: api\n    newTag: 1.0.0\n',
      'base/deployment.yaml': deployment('api'),
      'overlays/staging/kustomization.yaml':
        'resources: [../../base]\nimages:\n  - name: api\n    newName: ghcr.io/your-org/api\n',
      'overlays/prod/kustomization.yaml':
        'resources: [../../base]\nimages:\n  - {name: api, newName: ghcr.io/your-org/api, newTag: 1.3.0}\n',
    }
    expect(await bumped(files, staging)).toEqual({
      changed: { 'base/kustomization.yaml': ['4: newTag: 1.5.0'] },
      already: [],
    })
    expect(await bumped(files, { environments: ['prod'] })).toEqual({
      changed: {
        'overlays/prod/kustomization.yaml': ['3: - {name: api, newName: ghcr.io/your-org/api, newTag: 1.5.0}'],
      },
      already: [],
    })
  })

  it('takes the option of the Application before the kustomization', async () => {
    const files = {
      ...base,
      'overlays/staging/kustomization.yaml':
        'resources: [../../base]\nimages: [{name: ghcr.io/your-org/api, newTag: 1.4.0}]\n',
      'apps/staging.yaml': application('api-staging', 'overlays/staging', {
        source: '    kustomize:\n      images:\n        - ghcr.io/your-org/api:1.4.1\n',
      }),
    }
    expect(await bumped(files, staging)).toMatchObject({
      changed: { 'apps/staging.yaml': ['14: - ghcr.io/your-org/api:1.5.0'] },
    })
  })

  it('takes a patch before what it patches, also one of components', async () => {
    const files = {
      ...base,
      'overlays/staging/kustomization.yaml': 'resources: [../../base]\ncomponents: [../../component]\n',
      'overlays/prod/kustomization.yaml': 'resources: [../../base]\n',
      'component/kustomization.yaml': 'kind: Component\npatches: [{path: image.yaml}]\n',
      'component/image.yaml': deployment('ghcr.io/your-org/api:1.2.0'),
    }
    expect(await bumped(files, staging)).toMatchObject({ changed: { 'component/image.yaml': [expect.any(String)] } })
  })

  it('takes a JSON patch, and refuses a patch that is text inside the kustomization', async () => {
    const files = {
      'base/kustomization.yaml': 'resources: [deployment.yaml]\n',
      'base/deployment.yaml': deployment('placeholder'),
      'apps/staging.yaml': application('api-staging', 'overlays/staging'),
      'overlays/staging/kustomization.yaml':
        'resources: [../../base]\npatches:\n  - path: image.json\n    target: {kind: Deployment}\n',
      'overlays/staging/image.json':
        '[\n  {"op": "replace", "path": "/spec/template/spec/containers/0/image", "value": "ghcr.io/your-org/api:1.4.0"}\n]\n',
    }
    expect(await bumped(files, staging)).toEqual({
      changed: {
        'overlays/staging/image.json': [
          '2: {"op": "replace", "path": "/spec/template/spec/containers/0/image", "value": "ghcr.io/your-org/api:1.5.0"}',
        ],
      },
      already: [],
    })
    const inline = {
      ...files,
      'overlays/staging/kustomization.yaml': `resources: [../../base]\npatches:\n  - patch: |\n      - op: replace\n        path: /spec/template/spec/containers/0/image\n        value: ghcr.io/your-org/api:1.4.0\n`,
    }
    expect(await bumped(inline, staging)).toEqual({
      refused: [expect.stringMatching(/kustomization.yaml:3 it stands inside a block of text.*move it to a file/)],
    })
  })

  it('knows that a file behind a link is the file of another environment', async () => {
    const files = {
      ...base,
      linked: { symlink: 'base' },
      'overlays/staging/kustomization.yaml': 'resources: [../../linked]\n',
      'overlays/prod/kustomization.yaml': 'resources: [../../base]\n',
    }
    expect(await bumped(files, staging)).toEqual({
      refused: [expect.stringMatching(/^base\/deployment.yaml:10 api-prod would change too/)],
    })
  })

  it('survives kustomizations that build on each other in a circle', async () => {
    const files = {
      'apps/staging.yaml': application('api-staging', 'overlays/staging'),
      'apps/prod.yaml': application('api-prod', 'base'),
      'overlays/staging/kustomization.yaml':
        'resources: [../../base]\nimages: [{name: ghcr.io/your-org/api, newTag: 1.4.0}]\n',
      'base/kustomization.yaml': 'resources: [../overlays/staging, .., ../../../etc]\n',
    }
    expect(await bumped(files, staging)).toMatchObject({
      refused: [expect.stringMatching(/api-prod would change too/)],
    })
  })
})

describe('Helm', () => {
  const chart = {
    'charts/api/Chart.yaml': 'name: api\n',
    'charts/api/values.yaml': 'image:\n  repository: ghcr.io/your-org/api\n  tag: 1.0.0\n',
    'charts/api/templates/deployment.yaml': 'image: "{{ .Values.image.repository }}:{{ .Values.image.tag }}"\n',
    'charts/api/values-staging.yaml': 'image:\n  tag: 1.4.0 # staging\n',
    'charts/api/values-prod.yaml': 'image:\n  tag: 1.3.0\n',
  }
  const source = (more: string) => ({ source: `    helm:\n${more}` })
  const apps = {
    'apps/staging.yaml': application('api-staging', 'charts/api', source('      valueFiles: [values-staging.yaml]\n')),
    'apps/prod.yaml': application('api-prod', 'charts/api', source('      valueFiles: [values-prod.yaml]\n')),
  }

  it('takes the strongest layer that has the tag, when the repository is in a weaker one', async () => {
    expect(await bumped({ ...chart, ...apps }, staging)).toEqual({
      changed: { 'charts/api/values-staging.yaml': ['2: tag: 1.5.0 # staging'] },
      already: [],
    })
  })

  it('refuses the defaults of a chart that others use too', async () => {
    const files = { ...chart, ...apps, 'charts/api/values-staging.yaml': 'replicas: 1\n' }
    expect(await bumped(files, staging)).toMatchObject({ changed: { 'charts/api/values.yaml': ['3: tag: 1.5.0'] } })
    const both = { ...files, 'charts/api/values-prod.yaml': 'replicas: 2\n' }
    expect(await bumped(both, staging)).toMatchObject({
      refused: [expect.stringMatching(/values.yaml:3 api-prod would change too/)],
    })
  })

  it('takes a parameter before values in the Application, and those before files', async () => {
    const parameters = source(
      '      valueFiles: [values-staging.yaml]\n      valuesObject:\n        image:\n          tag: 1.4.1\n      parameters:\n        - name: image.tag\n          value: 1.4.2\n',
    )
    expect(
      await bumped({ ...chart, 'apps/staging.yaml': application('api-staging', 'charts/api', parameters) }, staging),
    ).toEqual({
      changed: { 'apps/staging.yaml': ['19: value: 1.5.0'] },
      already: [],
    })
    const values = source(
      '      valueFiles: [values-staging.yaml]\n      valuesObject:\n        image:\n          tag: 1.4.1\n',
    )
    expect(
      await bumped({ ...chart, 'apps/staging.yaml': application('api-staging', 'charts/api', values) }, staging),
    ).toEqual({
      changed: { 'apps/staging.yaml': ['16: tag: 1.5.0'] },
      already: [],
    })
    const text = source(
      '      valueFiles: [values-staging.yaml]\n      values: |\n        image:\n          tag: 1.4.1\n',
    )
    expect(
      await bumped({ ...chart, 'apps/staging.yaml': application('api-staging', 'charts/api', text) }, staging),
    ).toMatchObject({
      refused: [expect.stringMatching(/staging.yaml:14 it stands inside a block of text/)],
    })
  })

  it('follows $values into this repository', async () => {
    const file = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: api-staging}
spec:
  sources:
    - repoURL: https://charts.example.com
      chart: api
      targetRevision: 1.2.3
      helm:
        valueFiles: [$platform/values/staging.yaml]
    - repoURL: git@github.com:your-org/platform.git
      targetRevision: HEAD
      ref: platform
  destination: {name: in-cluster}
`
    const files = {
      'apps/api.yaml': file,
      'values/staging.yaml':
        'api:\n  image: ghcr.io/your-org/api:1.4.0\n  sidecar:\n    image:\n      registry: ghcr.io\n      repository: your-org/api\n      tag: "1.4.0"\n',
    }
    expect(await bumped(files, staging)).toEqual({
      changed: { 'values/staging.yaml': ['2: image: ghcr.io/your-org/api:1.5.0', '7: tag: "1.5.0"'] },
      already: [],
    })
  })
})

describe('a plain directory', () => {
  it('takes every container with the image, below the directory only when the Application says so', async () => {
    const files = {
      'apps/staging.yaml': application('api-staging', 'manifests'),
      'manifests/a.yaml': `${deployment('ghcr.io/your-org/api:1.4.0')}---\n${deployment('ghcr.io/your-org/apiserver:1', 'other')}`,
      'manifests/below/b.yaml': deployment('ghcr.io/your-org/api:1.4.0'),
    }
    expect(await bumped(files, staging)).toEqual({
      changed: { 'manifests/a.yaml': ['10: image: ghcr.io/your-org/api:1.5.0'] },
      already: [],
    })
    const recursive = application('api-staging', 'manifests', { source: '    directory: {recurse: true}\n' })
    const { changed } = await bumped({ ...files, 'apps/staging.yaml': recursive }, staging)
    expect(Object.keys(changed ?? {})).toEqual(['manifests/a.yaml', 'manifests/below/b.yaml'])
  })

  it.each([
    ["{include: 'a.yaml', recurse: true}", ['a.yaml']],
    ["{include: '{a,c}.yaml', recurse: true}", ['a.yaml', 'c.yaml']],
    ["{exclude: '*b.yaml', recurse: true}", ['a.yaml', 'c.yaml']],
    ["{include: '*.yaml', exclude: 'a.yaml', recurse: true}", ['below/b.yaml', 'c.yaml']],
  ])('reads the files that %s chooses', async (directory, chosen) => {
    const files = {
      'apps/staging.yaml': application('api-staging', 'manifests', { source: `    directory: ${directory}\n` }),
      'manifests/a.yaml': deployment('ghcr.io/your-org/api:1.4.0'),
      'manifests/below/b.yaml': deployment('ghcr.io/your-org/api:1.4.0'),
      'manifests/c.yaml': deployment('ghcr.io/your-org/api:1.4.0'),
    }
    const { changed } = await bumped(files, staging)
    expect(Object.keys(changed ?? {})).toEqual(chosen.map((name) => `manifests/${name}`))
  })

  it('leaves alone what is deployed from another repository, branch or tag', async () => {
    const files = {
      'apps/a.yaml': application('a-staging', 'manifests').replace('your-org/platform', 'your-org/other'),
      'apps/b.yaml': application('b-staging', 'manifests').replace('targetRevision: main', 'targetRevision: v1'),
      'manifests/a.yaml': deployment('ghcr.io/your-org/api:1.4.0'),
    }
    expect(await bumped(files, staging)).toMatchObject({
      refused: [expect.stringMatching(/^no file that environment staging deploys/)],
    })
  })
})

describe('which Applications make an environment', () => {
  const files = {
    'overlays/production/kustomization.yaml':
      'resources: [../../base]\nimages: [{name: ghcr.io/your-org/api, newTag: 1.4.0}]\n',
    'other/kustomization.yaml': 'resources: [../base]\nimages: [{name: ghcr.io/your-org/api, newTag: 1.4.0}]\n',
    'base/kustomization.yaml': 'resources: [deployment.yaml]\n',
    'base/deployment.yaml': deployment('ghcr.io/your-org/api'),
  }
  it.each([
    ['a folder of the source', { 'apps/a.yaml': application('api', 'overlays/production') }, 'production'],
    ['the end of the name', { 'apps/a.yaml': application('api-eu-live', 'other') }, 'live'],
    ['a label', { 'apps/a.yaml': application('api', 'other', { labels: 'environment: live' }) }, 'live'],
    [
      'the settings',
      {
        'apps/a.yaml': application('x', 'other'),
        '.github/seaworthy.yaml': 'environments: {live: {applications: ["x*"]}}\n',
      },
      'live',
    ],
  ])('%s', async (_, apps, environment) => {
    expect(await bumped({ ...files, ...apps }, { environments: [environment] })).toHaveProperty('changed')
  })

  it.each([
    ['prod', 'api-pre-prod', 'envs/pre-prod'],
    ['prod', 'non-prod', 'other'],
    ['prod', 'prod-migration', 'other'],
    ['api', 'api-live', 'other'],
    ['live', 'x-live', 'other'],
  ])('%s is not %s in %s', async (environment, name, path) => {
    const apps = {
      'apps/a.yaml': application(name, path),
      // One with a folder of that name, where names do not count.
      'apps/b.yaml': application('b', environment === 'live' ? 'live' : 'nowhere'),
      'live/kustomization.yaml': 'resources: [../base]\n',
      'envs/pre-prod/kustomization.yaml':
        'resources: [../../base]\nimages: [{name: ghcr.io/your-org/api, newTag: 1.4.0}]\n',
    }
    const { changed } = await bumped({ ...files, ...apps }, { environments: [environment] })
    expect(Object.keys(changed ?? {})).not.toContain('other/kustomization.yaml')
    expect(Object.keys(changed ?? {})).not.toContain('envs/pre-prod/kustomization.yaml')
  })

  it('a label comes before folders and names', async () => {
    const apps = { 'apps/a.yaml': application('api-staging', 'overlays/production', { labels: 'environment: demo' }) }
    for (const environment of ['staging', 'production']) {
      expect(await bumped({ ...files, ...apps }, { environments: [environment] })).toMatchObject({
        refused: [expect.stringMatching(/no Application belongs to environment/)],
      })
    }
  })

  it('says which there are when one is not known', async () => {
    const apps = { 'apps/a.yaml': application('api-staging', 'other') }
    expect(await bumped({ ...files, ...apps }, { environments: ['stagign'] })).toEqual({
      refused: [expect.stringContaining('did you mean staging?')],
    })
  })

  it('files of the settings count, with patterns', async () => {
    const settings = { '.github/seaworthy.yaml': 'environments: {live: {files: ["other/*.yaml"]}}\n' }
    expect(await bumped({ ...files, ...settings }, { environments: ['live'] })).toEqual({
      changed: { 'other/kustomization.yaml': [expect.any(String)] },
      already: [],
    })
  })
})
