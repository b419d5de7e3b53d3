import { afterAll, test } from 'vitest'
import { startEngine } from '../../kubeconform-wasm/src/index.ts'
import { application, configMap, oneApplication, settings } from '../testing/manifests.ts'
import { type Files, temporaryRepository } from '../testing/temporary-repository.ts'
import { judge } from './judge.ts'

const engine = startEngine({ workers: 2 })
afterAll(() => engine.close())
const deep = (n: number) => '['.repeat(n) + ']'.repeat(n)
const block = (n: number) => Array.from({ length: n }, (_, i) => ' '.repeat(i) + 'a:').join('\n') + ' 1\n'
const laughs =
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata:\n  a0: &a0 ["lol","lol"]\n' +
  Array.from(
    { length: 30 },
    (_, i) => `  a${i + 1}: &a${i + 1} [*a${i},*a${i},*a${i},*a${i},*a${i},*a${i},*a${i},*a${i},*a${i}]`,
  ).join('\n') +
  '\n'
const cases: Record<string, Files> = {
  noApplications: { 'a.yaml': configMap('x') },
  brokenApplication: {
    ...settings(),
    'argocd/web.yaml': application() + '  broken: [\n',
    'app/a.yaml': configMap('x'),
  },
  broken: oneApplication({ 'app/a.yaml': 'a: [\n' }),
  twoBroken: oneApplication({ 'app/a.yaml': 'a: [\n', 'app/b.yaml': 'a: [\n' }),
  fiveMB: oneApplication({ 'app/a.yaml': configMap('x', `{a: "${'x'.repeat(5e6)}"}`) }),
  fiveMBmany: oneApplication({
    'app/a.yaml': Array.from({ length: 50 }, (_, i) => configMap(`x${i}`, `{a: "${'x'.repeat(1e5)}"}`)).join('---\n'),
  }),
  elevenMB: oneApplication({ 'app/a.yaml': configMap('x', `{a: "${'x'.repeat(11e6)}"}`) }),
  tenThousand: oneApplication({
    'app/a.yaml': Array.from({ length: 10_000 }, (_, i) => configMap(`x${i}`)).join('---\n'),
  }),
  deepFlow: oneApplication({ 'app/a.yaml': configMap('x') + `deep: ${deep(20_000)}\n` }),
  deepFlow500: oneApplication({ 'app/a.yaml': configMap('x') + `deep: ${deep(500)}\n` }),
  deepBlock: oneApplication({ 'app/a.yaml': configMap('x') + block(3000) }),
  deepKustomization: oneApplication({ 'app/kustomization.yaml': `resources: ${deep(20_000)}\n` }),
  laughs: oneApplication({ 'app/a.yaml': laughs }),
  laughsKustomize: oneApplication({ 'app/a.yaml': laughs, 'app/kustomization.yaml': 'resources: [a.yaml]' }),
  laughsSettings: oneApplication({ 'app/a.yaml': configMap('x') }, laughs.replace(/^/gm, '#')),
  binary: oneApplication({ 'app/a.yaml': new Uint8Array(3000).map((_, i) => (i * 31) % 256) }),
  binaryBeside: oneApplication({
    'app/a.png': new Uint8Array(3000).map((_, i) => (i * 31) % 256),
    'app/a.yaml': configMap('x'),
  }),
  crlf: oneApplication({
    'app/a.yaml': (configMap('x') + '---\n' + configMap('y', '{a: 1}')).replaceAll('\n', '\r\n'),
  }),
  bom: oneApplication({ 'app/a.yaml': '\uFEFF' + configMap('x', '{a: 1}') }),
  utf16: oneApplication({ 'app/a.yaml': Buffer.from('\uFEFF' + configMap('x', '{a: 1}'), 'utf16le') }),
  utf16app: { ...settings(), 'argocd/web.yaml': Buffer.from('\uFEFF' + application(), 'utf16le') },
  latin1: oneApplication({ 'app/a.yaml': Buffer.from(configMap('x', '{a: "ü"}'), 'latin1') }),
  duplicateKeys: oneApplication({ 'app/a.yaml': configMap('x') + 'data: {b: "2"}\n' }),
  duplicateKeysTwice: oneApplication({
    'app/a.yaml': configMap('x') + 'data: {b: "2"}\n',
    'app/b.yaml': configMap('y') + 'data: {b: "2"}\n',
  }),
  duplicateKeysKustomize: oneApplication({
    'app/a.yaml': configMap('x') + 'data: {b: "2"}\n',
    'app/kustomization.yaml': 'resources: [a.yaml]',
  }),
  linkLoop: oneApplication({ 'app/a.yaml': { symlink: 'b.yaml' }, 'app/b.yaml': { symlink: 'a.yaml' } }),
  linkLoopDir: oneApplication({ app: { symlink: 'app' } }),
  linkSelf: oneApplication({ 'app/sub': { symlink: '..' }, 'app/a.yaml': configMap('x') }),
  linkOut: oneApplication({ 'app/a.yaml': { symlink: '../../../etc/passwd' } }),
  linkOutAbs: oneApplication({ 'app/a.yaml': { symlink: '/etc/passwd' } }),
  linkOutKustomize: oneApplication({
    'app/a.yaml': { symlink: '/etc/passwd' },
    'app/kustomization.yaml': 'resources: [a.yaml]',
  }),
  linkIn: oneApplication({ 'app/a.yaml': { symlink: '../other/a.yaml' }, 'other/a.yaml': configMap('x', '{a: 1}') }),
  pathOut: { ...settings(), 'argocd/web.yaml': application({ path: '../other' }) },
  pathOutKustomize: oneApplication({ 'app/kustomization.yaml': 'resources: [../../x]' }),
  missingPath: { ...settings(), 'argocd/web.yaml': application({ path: 'nowhere' }) },
  otherRepo: oneApplication({
    'argocd/b.yaml': application({ name: 'b', repository: 'https://user:secret@git.example.com/your-org/other' }),
    'app/a.yaml': configMap('x'),
  }),
  otherBranch: oneApplication({
    'argocd/b.yaml': application({ name: 'b', revision: 'release-7' }),
    'app/a.yaml': configMap('x'),
  }),
  chart: oneApplication({
    'argocd/b.yaml': application({ name: 'b', path: '', source: 'chart: redis' }),
    'app/a.yaml': configMap('x'),
  }),
  plugin: oneApplication({
    'argocd/b.yaml': application({ name: 'b', source: 'plugin: {name: p}' }),
    'app/a.yaml': configMap('x'),
  }),
  several: oneApplication({
    'argocd/b.yaml': application({
      name: 'b',
      spec: 'project: default\n  destination: {server: https://kubernetes.default.svc, namespace: b}\n  sources: [{repoURL: https://git.example.com/your-org/platform, path: app}, {repoURL: https://charts.example.com, chart: redis, targetRevision: 1.0.0}]',
    }),
    'app/a.yaml': configMap('x'),
  }),
  appset: oneApplication({
    'argocd/b.yaml': `apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: set, namespace: argocd}\nspec:\n  generators: [{list: {elements: []}}]\n  template:\n    metadata: {name: x}\n    spec: {project: default, source: {repoURL: x, path: y}, destination: {server: z}}\n`,
    'app/a.yaml': configMap('x'),
  }),
  remoteBase: oneApplication({ 'app/kustomization.yaml': 'resources: ["https://github.com/your-org/base//x?ref=v1"]' }),
  loop: { ...settings(), 'argocd/root.yaml': application({ name: 'root', path: 'argocd' }) },
  patched: {
    ...settings(),
    'argocd/root.yaml': application({ name: 'root', path: 'overlay' }),
    'overlay/kustomization.yaml':
      'resources: [web.yaml]\npatches: [{patch: "apiVersion: argoproj.io/v1alpha1\\nkind: Application\\nmetadata: {name: web, namespace: argocd}\\nspec: {source: {path: other}}"}]',
    'overlay/web.yaml': application(),
    'app/a.yaml': configMap('x', '{a: 1}'),
    'other/b.yaml': configMap('y', '{b: 1}'),
  },
  noMetadata: oneApplication({
    'app/a.yaml': 'apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec: {source: {path: x}}\n',
    'app/b.yaml': 'apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\n',
    'app/c.yaml': 'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nspec: {}\n',
    'app/d.yaml': 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n',
    'app/e.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: [x]\n',
    'app/f.yaml': 'apiVersion: 1\nkind: {a: b}\nmetadata: {name: 5}\n',
    'app/g.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: [1], namespace: {a: 1}}\n',
    'app/h.yaml':
      'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: 7}\nspec: {sources: [null, 5, {path: 5}]}\n',
  }),
  noMetadataFile: {
    ...settings(),
    'argocd/web.yaml': 'apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec: {source: {path: x}}\n',
  },
  rootsSlash: oneApplication({ 'app/a.yaml': configMap('x') }, 'roots: [argocd/, ./argocd]\n'),
  twoSameName: oneApplication({
    'argocd/other.yaml': application({ path: 'other' }),
    'app/a.yaml': configMap('x', '{a: 1}'),
    'other/a.yaml': configMap('y', '{a: 1}'),
  }),
  typo: oneApplication({ 'app/a.yaml': configMap('x').replace('ConfigMap', 'ConfigMpa') }),
  list: oneApplication({
    'app/a.yaml':
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: x}\n  data: {a: 1}\n',
  }),
  userCrdBroken: oneApplication({ 'app/a.yaml': configMap('x'), 'schemas/crds/a.yaml': 'a: [\n' }),
  userCrdBad: oneApplication({
    'app/a.yaml': configMap('x'),
    'schemas/crds/a.yaml':
      'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: x}\nspec: {group: x.example.com, names: {kind: X, plural: xs}, scope: Namespaced, versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: nonsense}}}]}\n',
  }),
  tenMBApp: { ...settings(), 'argocd/web.yaml': `#${'x'.repeat(2e6)}\n${application()}`, 'app/a.yaml': configMap('x') },
}
const only = process.env.ONLY?.split(',')
for (const [name, files] of Object.entries(cases)) {
  if (only && !only.includes(name)) continue
  test(name, async () => {
    await using repository = temporaryRepository(files)
    const t = performance.now()
    const report = await judge({ repository: repository.path, engine, today: '2026-06-01' }).catch(
      (e: unknown) => e as Error,
    )
    const ms = Math.round(performance.now() - t)
    if (report instanceof Error)
      return console.log(
        name,
        ms,
        'THROWN',
        report.name,
        report.message.slice(0, 600),
        (report as { where?: string }).where,
        (report as { next?: string }).next,
        report.name !== 'UserError' ? report.stack : '',
      )
    const { findings, coverage } = report
    console.log(
      name,
      ms,
      report.verdict,
      report.reason ?? '',
      JSON.stringify({
        ...coverage,
        gaps: coverage.gaps.map((g) => `${g.application}: ${g.reason} ${g.at?.file}:${g.at?.line}`),
      }),
      '\n' +
        findings
          .slice(0, 12)
          .map(
            (f) =>
              `   ${f.severity} ${f.rule} ${f.at.file}:${f.at.line}:${f.at.column} ${f.pointer} ${f.subject?.kind}/${f.subject?.name} ${f.message.slice(0, 250)}`,
          )
          .join('\n') +
        (findings.length > 12 ? `\n   ... ${findings.length}` : ''),
    )
  }, 90_000)
}
