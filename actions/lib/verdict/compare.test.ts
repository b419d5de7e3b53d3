// Base and head: what is new, known and fixed, and what is not done twice.
import { describe, expect, it } from 'vitest'
import type { Report } from '../report/report.ts'
import { judging } from '../testing/judged.ts'
import { application, configMap, oneApplication } from '../testing/manifests.ts'

const { compared, rendered } = judging()
const wrong = configMap('settings', '{a: 1}')
const right = configMap('settings')

const pod = (containers: readonly string[], more = '') =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: runner}\nspec:\n${more}  containers:\n${containers.join('')}`
const container = (name: string, port: string) =>
  `  - name: ${name}\n    image: registry.example.com/${name}:1.0.0\n    ports: [{containerPort: ${port}}]\n`

const schemaOnly = 'severities: {probes-missing: off, resources-missing: off, image-not-exact: off}\n'
const statuses = ({ findings, fixed }: Report) => [...findings, ...fixed].map(({ rule, status }) => [rule, status])

describe('findings against a base', () => {
  it.each([
    ['a fault that comes', right, wrong, [['schema', 'new']], 'unfit'],
    ['a fault that stays', wrong, `# moved\n\n${wrong}`, [['schema', 'known']], 'fit'],
    ['a fault that goes', wrong, right, [['schema', 'fixed']], 'fit'],
    [
      'another wrong value at the same place',
      wrong,
      configMap('settings', '{a: 2}'),
      [
        ['schema', 'new'],
        ['schema', 'fixed'],
      ],
      'unfit',
    ],
  ])('%s', async (_name, before, after, expected, verdict) => {
    const report = await compared(oneApplication({ 'app/a.yaml': before }), { 'app/a.yaml': after })
    expect(statuses(report)).toEqual(expected)
    expect(report.verdict).toBe(verdict)
  })

  it('a reordered list, and fields above it, make nothing new', async () => {
    const [one, two] = [container('one', 'x'), container('two', '80')]
    const report = await compared(oneApplication({ 'app/a.yaml': pod([one, two]) }, schemaOnly), {
      'app/a.yaml': pod([two, one], '  hostNetwork: false\n'),
    })
    expect(statuses(report)).toEqual([['schema', 'known']])
  })

  it('a renamed file makes nothing new', async () => {
    const report = await compared(oneApplication({ 'app/a.yaml': wrong }), { 'app/a.yaml': null, 'app/b.yaml': wrong })
    expect(statuses(report)).toEqual([['schema', 'known']])
    expect(report.findings[0]?.at.file).toBe('app/b.yaml')
  })

  it('a broken file beside a broken one is new', async () => {
    const twice = (name: string) => `${configMap(name)}data: {b: "2"}\n`
    const report = await compared(oneApplication({ 'app/a.yaml': twice('one') }), { 'app/b.yaml': twice('two') })
    expect(report.findings.map(({ rule, status, at }) => [rule, status, at.file])).toEqual([
      ['duplicate-key', 'new', 'app/b.yaml'],
      ['duplicate-key', 'known', 'app/a.yaml'],
    ])
  })

  it.each([
    ['new', 'fit'],
    ['any', 'unfit'],
    ['never', 'unfit'],
  ] as const)('a known fault with fail-on %s: %s', async (failOn, verdict) => {
    const report = await compared(oneApplication({ 'app/a.yaml': wrong }), { 'app/b.yaml': configMap('b') }, { failOn })
    expect(report).toMatchObject({ verdict, failOn })
  })
})

describe('what is rendered again', () => {
  const overlay = (name: string) => ({
    [`argocd/${name}.yaml`]: application({ name, path: `apps/${name}/overlays/prod` }),
    [`apps/${name}/overlays/prod/kustomization.yaml`]: `resources: [../../base]\nnamePrefix: ${name}-\n`,
    [`apps/${name}/base/kustomization.yaml`]: 'resources: [../../../shared]\n',
  })
  const tree = (shared: string) => ({
    ...oneApplication({ 'app/a.yaml': right }),
    ...overlay('one'),
    ...overlay('two'),
    'shared/kustomization.yaml': `resources: [a.yaml]\nnamePrefix: p-\n`,
    'shared/a.yaml': shared,
  })

  it('nothing, when nothing that an Application reads has changed', async () => {
    const report = await compared(tree(right), { 'README.md': 'new' })
    expect(rendered()).toHaveLength(3)
    expect(report.applications.map(({ name, change }) => [name, change])).toEqual([
      ['one', 'unchanged'],
      ['two', 'unchanged'],
      ['web', 'unchanged'],
    ])
  })

  it('all that stands on a base three folders away', async () => {
    const report = await compared(tree(right), { 'shared/a.yaml': wrong })
    expect([...rendered()].sort()).toEqual([
      'app',
      ...Array(2).fill('apps/one/overlays/prod'),
      ...Array(2).fill('apps/two/overlays/prod'),
    ])
    expect(report.applications.map(({ name, change }) => [name, change])).toEqual([
      ['one', 'changed'],
      ['two', 'changed'],
      ['web', 'unchanged'],
    ])
    expect(statuses(report)).toEqual([
      ['schema', 'new'],
      ['schema', 'new'],
    ])
  })

  it('what finds a file that was missing before', async () => {
    const report = await compared(tree(right), { 'app/b.yaml': wrong.replace('settings', 'more') })
    expect(rendered().filter((path) => path === 'app')).toHaveLength(2)
    expect(statuses(report)).toEqual([['schema', 'new']])
  })

  it('the working tree is compared by content', async () => {
    const report = await compared(tree(right), {}, {})
    expect(rendered()).toHaveLength(3)
    expect(report.head).toEqual({})
  })
})

it('Applications that come and go', async () => {
  const report = await compared(oneApplication({ 'app/a.yaml': right, 'b/a.yaml': wrong }), {
    'argocd/web.yaml': null,
    'argocd/b.yaml': application({ name: 'b', path: 'b' }),
  })
  expect(report.applications.map(({ name, change }) => [name, change])).toEqual([
    ['b', 'added'],
    ['web', 'removed'],
  ])
  expect(statuses(report)).toEqual([['schema', 'new']])
})

it('judges a commit, not the working tree, when asked to', async () => {
  const report = await compared(oneApplication({ 'app/a.yaml': right }), { 'app/a.yaml': wrong }, { head: 'HEAD~1' })
  expect(report).toMatchObject({ verdict: 'fit', fixed: [], findings: [] })
  expect(report.head.revision).toBe(report.base?.revision)
})
