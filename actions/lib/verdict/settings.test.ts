// `.github/seaworthy.yaml` at work: exemptions, severities, versions, and settings that are not valid.
import { describe, expect, it } from 'vitest'
import { judging, seen } from '../testing/judged.ts'
import { configMap, oneApplication } from '../testing/manifests.ts'

const { judged, compared } = judging()
const wrong = { 'app/a.yaml': configMap('settings', '{a: 1}') }

const exemption = (subject: string, until = '2026-06-01', rule = 'schema') =>
  `exemptions:\n  - rule: ${rule}\n    subject: ${subject}\n    reason: It is being replaced.\n    until: "${until}"\n`

describe('exemptions', () => {
  it.each([
    '{name: settings, kind: ConfigMap, application: web, namespace: web}',
    '{name: "set*"}',
    '{name: "*t*g*"}',
    '{file: app/*.yaml}',
  ])('cover %s through their last day', async (subject) => {
    const report = await judged(oneApplication(wrong, exemption(subject)))
    expect(report).toMatchObject({ verdict: 'fit', findings: [], exempted: [{ rule: 'schema' }] })
  })

  it('are findings after it, and cover no more', async () => {
    const report = await judged(oneApplication(wrong, exemption('{name: settings}', '2026-05-31')))
    expect(seen(report)).toEqual([
      ['error', 'exemption-expired', '.github/seaworthy.yaml:6'],
      ['error', 'schema', 'app/a.yaml:4'],
    ])
  })

  it.each(['{name: other}', '{name: "settings*s"}', '{file: "other/*"}'])('match nothing with %s', async (subject) => {
    const report = await judged(oneApplication(wrong, exemption(subject)))
    expect(seen(report)).toEqual([
      ['error', 'schema', 'app/a.yaml:4'],
      ['warning', 'exemption-unused', '.github/seaworthy.yaml:3'],
    ])
  })

  it('of many stars end', async () => {
    const name = 'a'.repeat(200)
    const files = { 'app/a.yaml': configMap(name, '{a: 1}') }
    const report = await judged(oneApplication(files, exemption(`{name: "${'*a'.repeat(40)}*b"}`)))
    expect(report.findings.map(({ rule }) => rule)).toEqual(['schema', 'exemption-unused'])
  })

  it('do not make fixed what they cover', async () => {
    const report = await compared(oneApplication(wrong), oneApplication(wrong, exemption('{name: settings}')))
    expect(report).toMatchObject({ verdict: 'fit', findings: [], fixed: [], exempted: [{ rule: 'schema' }] })
  })
})

it.each([
  ['off', 'fit', []],
  ['note', 'fit', [['note', 'schema', 'app/a.yaml:4']]],
])('a severity of %s', async (severity, verdict, expected) => {
  const report = await judged(oneApplication(wrong, `severities: {schema: ${severity}}\n`))
  expect(report.verdict).toBe(verdict)
  expect(seen(report)).toEqual(expected)
})

describe('Kubernetes minors', () => {
  it('that are not known are refused', async () => {
    await expect(judged(oneApplication(wrong, 'kubernetes-versions: ["1.10"]\n'))).rejects.toThrow(
      /^Kubernetes 1\.10 is not among the minors that can be judged\.\n.*\n?.*take some of 1\.34/,
    )
  })

  it('are named by a finding that holds for some of them only', async () => {
    const files = {
      'app/a.yaml':
        'apiVersion: scheduling.k8s.io/v1alpha1\nkind: Workload\nmetadata: {name: training}\nspec: {podGroups: [{name: a, policy: {basic: {}}}]}\n',
    }
    const report = await judged(oneApplication(files), { kubernetesVersions: ['1.34', '1.35'] })
    expect(report.kubernetesVersions).toEqual(['1.34', '1.35'])
    const partial = report.findings.filter(({ kubernetesVersions }) => kubernetesVersions !== undefined)
    expect(partial.map(({ kubernetesVersions }) => kubernetesVersions)).toContainEqual(['1.34'])
  })
})

it.each([
  ['repository: 5x y\n', /seaworthy\.yaml:\d+:\d+ /],
  ['severities: {schema: loud}\n', /:2:\d+ /],
  ['surprise: true\n', /:2:1 .*surprise/],
  ['roots: [../other]\n', /:2:\d+ /],
  ['exemptions: [{rule: schema}]\n', /:2:\d+ /],
  ['roots: [\n', /:\d+:\d+ /],
])('settings that are not valid are refused with line and column: %j', async (more, message) => {
  await expect(judged(oneApplication(wrong, more))).rejects.toThrow(/^The settings are not valid:/)
  await expect(judged(oneApplication(wrong, more))).rejects.toThrow(message)
})

it.each(['argocd/', './argocd', '.', 'argocd/web.yaml'])('the root %s', async (root) => {
  expect((await judged(oneApplication(wrong, `roots: [${root}]\n`))).coverage.applications).toBe(1)
})
