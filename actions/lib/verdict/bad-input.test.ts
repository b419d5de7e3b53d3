// Every kind of bad input: one clear error or finding, never a crash.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { judging, seen } from '../testing/judged.ts'
import { application, configMap, oneApplication, ownRepository, settings } from '../testing/manifests.ts'
import { type Files, temporaryRepository } from '../testing/temporary-repository.ts'
import { judge } from './judge.ts'

const { engine, judged } = judging()

const wrong = configMap('settings', '{a: 1}')
const right = configMap('settings')
const laughs = `${right.replace('data: {a: "1"}', 'data:')}  a0: &a0 [lol, lol]\n${Array.from(
  { length: 30 },
  (_, index) => `  a${index + 1}: &a${index + 1} [${Array(9).fill(`*a${index}`).join(', ')}]\n`,
).join('')}`
const nestedBlock = (depth: number) =>
  `${Array.from({ length: depth }, (_, index) => `${' '.repeat(index)}a:\n`).join('')}${' '.repeat(depth)}b: 1\n`
const noise = new Uint8Array(3000).map((_, index) => (index * 31) % 256)
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')

describe('files that are no good manifests', () => {
  it.each<[string, Files, readonly unknown[]]>([
    ['broken YAML', { 'app/a.yaml': `${right}  b: [\n` }, [['error', 'yaml-syntax', 'app/a.yaml:4']]],
    [
      'an object of 5 MB',
      { 'app/a.yaml': configMap('settings', `{a: "${'x'.repeat(5_000_000)}"}`) },
      [['error', 'schema', 'app/a.yaml']],
    ],
    [
      'a file of 11 MB',
      { 'app/a.yaml': configMap('settings', `{a: "${'x'.repeat(11_000_000)}"}`) },
      [['warning', 'not-judged', 'app/a.yaml']],
    ],
    [
      'deep nesting, flow',
      { 'app/a.yaml': `${right}deep: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n` },
      [['error', 'yaml-syntax', 'app/a.yaml']],
    ],
    [
      'deep nesting, block',
      { 'app/a.yaml': `${right}${nestedBlock(1000)}` },
      [['error', 'unknown-field', 'app/a.yaml:5']],
    ],
    [
      'deep nesting of a kustomization',
      { 'app/kustomization.yaml': `resources: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n` },
      [['error', 'yaml-syntax', 'app/kustomization.yaml']],
    ],
    ['billion laughs', { 'app/a.yaml': laughs }, [['error', 'yaml-syntax', 'app/a.yaml:1']]],
    ['a binary file', { 'app/a.yaml': noise }, [['error', 'yaml-syntax', 'app/a.yaml']]],
    [
      'Latin-1',
      { 'app/a.yaml': Buffer.from(configMap('settings', '{a: "ü"}'), 'latin1') },
      [['error', 'yaml-syntax', 'app/a.yaml']],
    ],
    [
      'duplicate keys in two files',
      { 'app/a.yaml': `${right}data: {b: "2"}\n`, 'app/b.yaml': `${configMap('other')}data: {b: "2"}\n` },
      [
        ['error', 'duplicate-key', 'app/a.yaml:5'],
        ['error', 'duplicate-key', 'app/b.yaml:5'],
      ],
    ],
    [
      'a symlink loop',
      { 'app/a.yaml': { symlink: 'b.yaml' }, 'app/b.yaml': { symlink: 'a.yaml' } },
      [['warning', 'not-judged', 'app/a.yaml']],
    ],
    ['a folder that is its own symlink', { app: { symlink: 'app' } }, [['warning', 'not-judged', 'argocd/web.yaml:6']]],
    [
      'a symlink out of the repository',
      { 'app/a.yaml': { symlink: '../../../etc/passwd' } },
      [['warning', 'not-judged', 'app/a.yaml']],
    ],
    [
      'an absolute symlink, through kustomize',
      { 'app/a.yaml': { symlink: '/etc/passwd' }, 'app/kustomization.yaml': 'resources: [a.yaml]\n' },
      [['warning', 'not-judged', 'app/a.yaml']],
    ],
    [
      'a source outside the repository',
      { 'argocd/web.yaml': application({ path: '../other' }) },
      [['warning', 'not-judged', 'argocd/web.yaml:6']],
    ],
    [
      'a source that is not there',
      { 'argocd/web.yaml': application({ path: 'nowhere' }) },
      [['error', 'render-failed', 'argocd/web.yaml:6']],
    ],
    [
      'a typo of a kind',
      { 'app/a.yaml': right.replace('ConfigMap', 'ConfigMpa') },
      [['error', 'unknown-kind', 'app/a.yaml:2']],
    ],
  ])('%s', async (_name, files, expected) => {
    expect(seen(await judged(oneApplication(files)))).toEqual(expected)
  })

  it('asks whether a mistyped kind was meant otherwise', async () => {
    const { findings } = await judged(oneApplication({ 'app/a.yaml': right.replace('ConfigMap', 'ConfigMpa') }))
    expect(findings[0]?.message).toContain('did you mean v1 ConfigMap?')
  })

  it.each<[string, Uint8Array | string]>([
    ['CRLF', wrong.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${wrong}`],
    ['UTF-16', utf16(wrong)],
    [
      'a List',
      `apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: ConfigMap,\n  metadata: {name: settings},\n  data: {a: 1}}]\n`,
    ],
  ])('%s is read as any other text', async (name, content) => {
    const report = await judged(oneApplication({ 'app/a.yaml': content }))
    expect(report.findings).toMatchObject([
      { rule: 'schema', pointer: '/data/a', at: { file: 'app/a.yaml', line: name === 'a List' ? 5 : 4 } },
    ])
  })

  it('a fault in the last of 10,000 documents', async () => {
    const documents = Array.from({ length: 10_000 }, (_, index) => configMap(`settings-${index}`))
    const report = await judged(oneApplication({ 'app/a.yaml': [...documents, wrong].join('---\n') }))
    expect(report.coverage).toMatchObject({ objects: 10_001, objectsChecked: 10_001 })
    expect(seen(report)).toEqual([['error', 'schema', 'app/a.yaml:50004']])
  })

  it('a symlink that stays inside is followed, a folder that holds itself too', async () => {
    const report = await judged(
      oneApplication({
        'app/a.yaml': { symlink: '../other/a.yaml' },
        'app/up': { symlink: '..' },
        'other/a.yaml': wrong,
      }),
    )
    expect(seen(report)).toEqual([['error', 'schema', 'app/a.yaml:4']])
  })

  it('quotes no Secret that kustomize quotes', async () => {
    const secret = 'apiVersion: v1\nkind: Secret\nmetadata: {name: token}\nstringData: {token: hush-hush}\n'
    const report = await judged(
      oneApplication({
        'app/kustomization.yaml': 'resources: [a.yaml]\n',
        'app/a.yaml': `${secret}stringData: {token: hush-hush}\n`,
      }),
    )
    expect(report.verdict).toBe('unfit')
    expect(JSON.stringify(report)).not.toContain('hush-hush')
  })
})

describe('objects that are not as they should be', () => {
  it.each([
    'apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec: {source: {path: x}}\n',
    'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: 7}\nspec: {sources: [null, 5, {path: 5}], destination: 7}\n',
    'apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\n',
    'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nspec: {}\n',
    'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n',
    'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: a.b}\nspec: {versions: 7, names: [], group: {}}\n',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: [x]\n',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: [1], namespace: {a: 1}, labels: 7}\n',
    'apiVersion: 7\nkind: ConfigMap\nmetadata: {name: x}\n',
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x}\nspec: {template: {spec: {containers: {a: [7]}, volumes: [null]}}, selector: 7}\n',
    'apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {ports: [null, {}], selector: [1]}\n',
  ])('%j', async (text) => {
    const report = await judged(oneApplication({ 'app/a.yaml': text }))
    expect(report.verdict).toBe('unfit')
    expect(report.findings.every(({ at }) => at.file === 'app/a.yaml' && at.line !== undefined)).toBe(true)
  })
})

describe('repositories in which there is little to judge', () => {
  it('no commits, and not a single file', async () => {
    await using repository = temporaryRepository()
    const report = await judge({ repository: repository.path, engine })
    expect(report).toMatchObject({ verdict: 'unjudged', reason: 'no Application was found below the repository' })
    await expect(judge({ repository: repository.path, engine, base: 'HEAD' })).rejects.toThrow(
      'The commit "HEAD" is not in this clone.',
    )
  })

  it('no Application', async () => {
    expect(await judged({ 'a.yaml': right })).toMatchObject({ verdict: 'unjudged', findings: [] })
  })

  it.each<[string, Files, readonly unknown[]]>([
    ['broken YAML', { 'argocd/web.yaml': `${application()}  x: [\n` }, [['error', 'yaml-syntax', 'argocd/web.yaml:8']]],
    [
      'the template of a chart',
      { 'c/Chart.yaml': 'name: c\n', 'c/templates/a.yaml': `{{ if x }}\n${application()}` },
      [],
    ],
  ])('an Application in %s', async (_name, files, expected) => {
    expect(seen(await judged({ ...settings(), ...files }))).toEqual(expected)
  })

  it.each<[string, string | Uint8Array]>([
    ['in UTF-16', utf16(application())],
    ['with a byte order mark', `\uFEFF${application()}`],
    ['in a file of 2 MB', `#${'x'.repeat(2_000_000)}\n${application()}`],
    [
      'in JSON',
      JSON.stringify({
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        metadata: { name: 'web' },
        spec: {
          source: { repoURL: ownRepository, path: 'app' },
          project: 'default',
          destination: { server: 'https://kubernetes.default.svc', namespace: 'web' },
        },
      }),
    ],
  ])('an Application %s is found', async (_name, content) => {
    const report = await judged(oneApplication({ 'argocd/web.yaml': content, 'app/a.yaml': wrong }))
    expect(seen(report)).toEqual([['error', 'schema', 'app/a.yaml:4']])
  })

  it('a directory outside git is judged; a base there is refused', async () => {
    const directory = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-plain-')))
    try {
      for (const [path, text] of Object.entries(oneApplication({ 'app/a.yaml': wrong }))) {
        mkdirSync(join(directory, path, '..'), { recursive: true })
        writeFileSync(join(directory, path), text as string)
      }
      expect(seen(await judge({ repository: directory, engine }))).toEqual([['error', 'schema', 'app/a.yaml:4']])
      await expect(judge({ repository: directory, engine, base: 'main' })).rejects.toThrow('There is no git repository')
    } finally {
      rmSync(directory, { recursive: true })
    }
  })

  it.each([
    ['../elsewhere', 'is outside the repository'],
    ['nowhere', 'There is nothing at nowhere.'],
  ])('refuses the path %s', async (path, message) => {
    await expect(judged(oneApplication({ 'app/a.yaml': right }), { path })).rejects.toThrow(message)
  })

  it('judges only below a path', async () => {
    const files = {
      'argocd/other.yaml': application({ name: 'other', path: 'other' }),
      'app/a.yaml': right,
      'other/a.yaml': configMap('other', '{a: 1}'),
    }
    expect(seen(await judged(oneApplication(files), { path: 'argocd/web.yaml' }))).toEqual([])
    expect(seen(await judged(oneApplication(files), { path: 'argocd' }))).toHaveLength(1)
  })
})
