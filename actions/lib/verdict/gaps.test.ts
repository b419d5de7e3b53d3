// What cannot be judged is named, counted and a warning; app of apps is followed, once.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { judging, seen } from '../testing/judged.ts'
import { application, configMap, oneApplication, ownRepository, settings } from '../testing/manifests.ts'
import { temporaryRepository } from '../testing/temporary-repository.ts'
import { judge } from './judge.ts'

const { engine, judged, rendered } = judging()
const right = { 'app/a.yaml': configMap('settings') }
const wrong = configMap('settings', '{a: 1}')
const destination = 'destination: {server: https://kubernetes.default.svc, namespace: other}'

const applicationSet = `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: fleet, namespace: argocd}
spec:
  generators: [{list: {elements: []}}]
  template:
    metadata: {name: x}
    spec: {project: default, source: {repoURL: x, path: y}, destination: {server: z}}
`

describe('gaps', () => {
  const other = (overrides: Parameters<typeof application>[0]) => application({ name: 'other', ...overrides })
  it.each<[string, string, RegExp]>([
    [
      'another repository',
      other({ repository: 'https://me:hush@git.example.com/your-org/x' }),
      /your-org\/x is another repository$/,
    ],
    ['another branch', other({ revision: 'release-7' }), /^targetRevision release-7 is not the branch/],
    ['a chart', other({ path: '', source: 'chart: redis' }), /^the Helm chart redis/],
    ['a chart in the repository', other({ path: 'chart' }), /^Helm charts/],
    ['a plugin', other({ source: 'plugin: {name: p}' }), /plugin/],
    ['several types', other({ source: 'helm: {}, kustomize: {}' }), /several types/],
    [
      'several sources, one of them a chart',
      other({
        spec: `project: default\n  ${destination}\n  sources: [{repoURL: ${ownRepository}, path: app}, {repoURL: https://charts.example.com, chart: redis, targetRevision: 1.0.0}]`,
      }),
      /^the Helm chart redis/,
    ],
    ['an ApplicationSet', applicationSet, /ApplicationSet fleet/],
    ['a remote base', other({ path: 'remote' }), /github\.com\/your-org\/base/],
  ])('%s', async (_name, text, reason) => {
    const files = {
      ...right,
      'argocd/other.yaml': text,
      'chart/Chart.yaml': 'name: chart\n',
      'remote/kustomization.yaml': 'resources: ["https://github.com/your-org/base//x?ref=v1"]\n',
    }
    const report = await judged(oneApplication(files, 'severities: {kustomize-remote-reference: off}\n'))
    expect(report.coverage.gaps).toHaveLength(1)
    expect(report.coverage.gaps[0]?.reason).toMatch(reason)
    expect(report.verdict).toBe('fit')
    expect(report.findings).toMatchObject([{ rule: 'not-judged', severity: 'warning' }])
    expect(report.findings[0]?.at.line).toBeGreaterThan(0)
    expect(report.coverage.applicationsJudged).toBe(1)
    expect(JSON.stringify(report)).not.toContain('hush')
  })

  it('a submodule', async () => {
    await using repository = temporaryRepository(
      oneApplication({ ...right, 'argocd/other.yaml': application({ name: 'other', path: 'module' }) }),
    )
    const head = repository.git('rev-parse', 'HEAD')
    repository.git('update-index', '--add', '--cacheinfo', `160000,${head},module`)
    repository.git('commit', '--quiet', '--message', 'module')
    mkdirSync(join(repository.path, 'module'))
    for (const revision of [{}, { head: 'HEAD' }]) {
      const { coverage } = await judge({ repository: repository.path, engine, ...revision })
      expect(coverage.gaps).toMatchObject([{ application: 'other', reason: expect.stringContaining('submodule') }])
    }
  })

  it('are errors when the settings say so, and count even when they are off', async () => {
    const files = { ...right, 'argocd/other.yaml': application({ name: 'other', revision: 'v7' }) }
    const grave = await judged(oneApplication(files, 'severities: {not-judged: error}\n'))
    expect(grave).toMatchObject({ verdict: 'unfit', findings: [{ rule: 'not-judged', severity: 'error' }] })
    const silent = await judged(oneApplication(files, 'severities: {not-judged: off}\n'))
    expect(silent).toMatchObject({ verdict: 'fit', findings: [], coverage: { applications: 2, applicationsJudged: 1 } })
    expect(silent.coverage.gaps).toHaveLength(1)
  })

  it('alone leave nothing judged', async () => {
    const report = await judged({ ...settings(), 'argocd/a.yaml': application({ revision: 'v7' }) })
    expect(report).toMatchObject({ verdict: 'unjudged', reason: expect.stringContaining('none of the Applications') })
  })
})

describe('app of apps', () => {
  const root = application({ name: 'root', path: 'argocd' })

  it('that includes itself is judged once', async () => {
    const report = await judged({
      ...settings(),
      'argocd/root.yaml': root,
      'argocd/web.yaml': application(),
      'app/a.yaml': wrong,
    })
    expect(report.applications.map(({ name }) => name)).toEqual(['root', 'web'])
    expect(seen(report)).toEqual([['error', 'schema', 'app/a.yaml:4']])
  })

  it('that deploy one another in a circle are each judged once', async () => {
    const report = await judged({
      ...settings(),
      'one/two.yaml': application({ name: 'two', path: 'two' }),
      'two/one.yaml': application({ name: 'one', path: 'one' }),
      'two/a.yaml': wrong,
    })
    expect(report.applications.map(({ name }) => name)).toEqual(['one', 'two'])
    expect(seen(report)).toEqual([['error', 'schema', 'two/a.yaml:4']])
  })

  const patch = (name: string, path: string) =>
    `patches: [{patch: "{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: ${name}, namespace: argocd}, spec: {source: {path: ${path}}}}"}]\n`

  it('judges an Application as another one patches it, and only so', async () => {
    const report = await judged({
      ...settings(),
      'argocd/root.yaml': application({ name: 'root', path: 'overlay' }),
      'overlay/kustomization.yaml': `resources: [web.yaml]\n${patch('web', 'other')}`,
      'overlay/web.yaml': application(),
      'app/a.yaml': wrong,
      'other/b.yaml': configMap('more', '{b: 1}'),
    })
    expect(report.applications.map(({ name, sources }) => [name, sources[0]?.path])).toEqual([
      ['root', 'overlay'],
      ['web', 'other'],
    ])
    expect(seen(report)).toEqual([['error', 'schema', 'other/b.yaml:4']])
  })

  it('judges what a patched app of apps deploys, not what its unpatched text would', async () => {
    const report = await judged({
      ...settings('roots: [argocd]\n'),
      'argocd/meta.yaml': application({ name: 'meta', path: 'argocd/overlay' }),
      'argocd/overlay/kustomization.yaml': `resources: [root.yaml]\n${patch('root', 'prod')}`,
      'argocd/overlay/root.yaml': application({ name: 'root', path: 'dev' }),
      'dev/web.yaml': application({ path: 'app-dev' }),
      'prod/web.yaml': application({ path: 'app-prod' }),
      'app-dev/a.yaml': configMap('settings'),
      'app-prod/a.yaml': wrong,
    })
    expect(report.applications.map(({ name, sources }) => [name, sources[0]?.path])).toEqual([
      ['meta', 'argocd/overlay'],
      ['root', 'prod'],
      ['web', 'app-prod'],
    ])
    expect(seen(report)).toEqual([['error', 'schema', 'app-prod/a.yaml:4']])
  })

  it('that rename what they deploy', async () => {
    const report = await judged({
      ...settings(),
      'argocd/root.yaml': application({ name: 'root', path: 'overlay' }),
      'overlay/kustomization.yaml': 'resources: [web.yaml]\nnamePrefix: live-\n',
      'overlay/web.yaml': application(),
      ...right,
    })
    expect(report.applications.map(({ name }) => name)).toEqual(['live-web', 'root'])
  })

  it('of one name for two clusters are judged both', async () => {
    const report = await judged({
      ...settings(),
      'north/web.yaml': application({ path: 'app' }),
      'south/web.yaml': application({ path: 'other' }),
      ...right,
      'other/a.yaml': wrong,
    })
    expect(report.applications.map(({ sources }) => sources[0]?.path)).toEqual(['app', 'other'])
    expect(seen(report)).toEqual([['error', 'schema', 'other/a.yaml:4']])
  })

  it('deeper than anybody means are left out by name', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 16 }, (_, index) => [
        `deep/${index}/a.yaml`,
        application({ name: `app-${index + 1}`, path: `deep/${index + 1}` }),
      ]),
    )
    const report = await judged({
      ...settings('roots: [argocd]\n'),
      'argocd/a.yaml': application({ name: 'app-0', path: 'deep/0' }),
      ...chain,
    })
    expect(report.coverage).toMatchObject({ applications: 14, applicationsJudged: 13 })
    expect(report.coverage.gaps).toMatchObject([{ application: 'app-13' }])
    expect(rendered().length).toBeGreaterThan(0)
  })
})
