// What needs the whole tree and its base: its own CRDs, transitions, admission policies.
import { describe, expect, it } from 'vitest'
import { judging, seen } from '../testing/judged.ts'
import { configMap, oneApplication } from '../testing/manifests.ts'

const { judged, compared } = judging()

const crd = (schema = 'type: integer, minimum: 1', more = '') => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: boats.harbour.example.com}
spec:
  group: harbour.example.com
  names: {kind: Boat, plural: boats, singular: boat, listKind: BoatList}
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                masts: {${schema}}
${more}`
const boat = (spec: string) => `apiVersion: harbour.example.com/v1\nkind: Boat\nmetadata: {name: argo}\nspec: ${spec}\n`
const immutable =
  'type: integer, x-kubernetes-validations: [{rule: "self == oldSelf", message: masts stay as they are}]'

describe('custom resources', () => {
  it.each([
    ['a right one', '{masts: 2}', []],
    ['a wrong value', '{masts: 0}', [['error', 'schema', 'app/boat.yaml:4']]],
    ['an unknown field', '{masts: 2, sails: 3}', [['error', 'unknown-field', 'app/boat.yaml:4']]],
  ])('of a CRD of the tree: %s', async (_name, spec, expected) => {
    const report = await judged(oneApplication({ 'app/crd.yaml': crd(), 'app/boat.yaml': boat(spec) }))
    expect(seen(report)).toEqual(expected)
    expect(report.coverage).toMatchObject({ objects: 2, objectsChecked: 2 })
  })

  it('of a CRD in schemas/crds', async () => {
    const report = await judged(
      oneApplication({ 'schemas/crds/boats.yaml': crd(), 'app/boat.yaml': boat('{masts: 0}') }),
    )
    expect(seen(report)).toEqual([['error', 'schema', 'app/boat.yaml:4']])
  })

  it('the CRD of the tree comes before that of schemas/crds', async () => {
    const files = {
      'schemas/crds/boats.yaml': crd('type: string'),
      'app/crd.yaml': crd(),
      'app/boat.yaml': boat('{masts: 2}'),
    }
    expect(seen(await judged(oneApplication(files)))).toEqual([])
  })

  it('of a CRD that nobody has: unknown, and not counted as checked', async () => {
    const report = await judged(oneApplication({ 'app/boat.yaml': boat('{masts: 0}') }))
    expect(report.findings.map(({ rule }) => rule)).toEqual(['unknown-kind'])
    expect(report.coverage).toMatchObject({ objects: 1, objectsChecked: 0 })
  })

  it('a CRD that only the base has does not leak into the head, nor the other way', async () => {
    const files = oneApplication({ 'app/crd.yaml': crd(), 'app/boat.yaml': boat('{masts: 2}') })
    const gone = await compared(files, { 'app/crd.yaml': null })
    expect(gone.findings.map(({ rule, status }) => [rule, status])).toEqual([['unknown-kind', 'new']])
    const come = await compared(oneApplication({ 'app/boat.yaml': boat('{masts: 2}') }), { 'app/crd.yaml': crd() })
    expect(come).toMatchObject({ findings: [], fixed: [{ rule: 'unknown-kind' }] })
    const changed = await compared(files, { 'app/crd.yaml': crd('type: string') })
    expect(changed.findings).toMatchObject([{ rule: 'schema', status: 'new', at: { file: 'app/boat.yaml' } }])
  })

  it.each([
    ['changed against its transition rule', { 'app/boat.yaml': boat('{masts: 3}') }, ['transition-rule']],
    ['created', { 'app/boat.yaml': boat('{masts: 3}').replace('argo', 'new') }, []],
    ['changed elsewhere', { 'app/boat.yaml': `# painted\n${boat('{masts: 2}')}` }, []],
  ])('%s', async (_name, changes, expected) => {
    const files = oneApplication({ 'app/crd.yaml': crd(immutable), 'app/boat.yaml': boat('{masts: 2}') })
    const report = await compared(files, changes)
    expect(report.findings.map(({ rule }) => rule)).toEqual(expected)
    expect(report.findings.every(({ at, status }) => at.line === 4 && status === 'new')).toBe(true)
  })

  it.each([
    [
      'broken',
      'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: x\n',
      /^A CRD cannot be read: [\s\S]*schemas\/crds\/a\.yaml:3/,
    ],
    [
      'impossible',
      crd().replace('boats.harbour', 'ships.harbour'),
      /^A CRD cannot be used: [\s\S]*schemas\/crds\/a\.yaml/,
    ],
  ])('a %s CRD in schemas/crds is refused', async (_name, text, message) => {
    await expect(judged(oneApplication({ 'schemas/crds/a.yaml': text, 'app/a.yaml': configMap('a') }))).rejects.toThrow(
      message,
    )
  })
})

describe('built-in kinds', () => {
  const job = (image: string, annotations = '{}') => `apiVersion: batch/v1
kind: Job
metadata: {name: migrate, annotations: ${annotations}}
spec:
  template:
    spec: {restartPolicy: Never, containers: [{name: migrate, image: "registry.example.com/migrate:${image}"}]}
`
  const hook = '{argocd.argoproj.io/hook: PreSync}'
  const replaced = '{argocd.argoproj.io/sync-options: "Force=true,Replace=true"}'
  const kept = '{argocd.argoproj.io/hook: PreSync, argocd.argoproj.io/hook-delete-policy: HookSucceeded}'

  it.each([
    ['a template of a Job', '{}', ['transition-rule']],
    ['a hook, which Argo CD makes anew', hook, []],
    ['what Argo CD replaces by force', replaced, []],
    ['a hook that stays when it fails', kept, ['transition-rule']],
  ])('a change of %s', async (_name, annotations, expected) => {
    const files = oneApplication({ 'app/job.yaml': job('1.0.0', annotations) })
    const report = await compared(files, { 'app/job.yaml': job('1.0.1', annotations) })
    const errors = report.findings.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ rule }) => rule)).toEqual(expected)
    expect(errors.every(({ at, status }) => at.line === 5 && status === 'new')).toBe(true)
  })

  it('pods below the level that their namespace enforces, at the container', async () => {
    const namespace = (level: string) =>
      `apiVersion: v1\nkind: Namespace\nmetadata: {name: web, labels: {pod-security.kubernetes.io/enforce: ${level}}}\n`
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - {name: a, image: "a:1.0.0", securityContext: {privileged: true}}\n'
    const errors = async (level: string) => {
      const { findings } = await judged(oneApplication({ 'app/ns.yaml': namespace(level), 'app/pod.yaml': pod }))
      return findings.filter(({ severity }) => severity === 'error').map(({ rule, at }) => [rule, at.file, at.line])
    }
    expect(await errors('baseline')).toEqual([['pod-security', 'app/pod.yaml', 6]])
    expect(await errors('privileged')).toEqual([])
  })
})

describe('admission policies', () => {
  const policy = (validation: string, more = '') => `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: limits}
spec:
  failurePolicy: Fail
${more}  matchConstraints:
    resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [configmaps]}]
  validations: [${validation}]
`
  const binding = (actions: string, more = '') => `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: {name: limits}
spec:
  policyName: limits
  validationActions: [${actions}]
${more}`
  const few =
    '{expression: "object.metadata.name.startsWith(\'limit\') || object.data.size() < 2", message: too much data}'
  const full = configMap('settings', '{a: "1", b: "2"}')

  it.each([
    ['Deny', 'error'],
    ['Warn', 'warning'],
    ['Audit', 'note'],
  ])('%s is %s', async (action, severity) => {
    const report = await judged(
      oneApplication({ 'app/policy.yaml': policy(few), 'app/binding.yaml': binding(action), 'app/a.yaml': full }),
    )
    expect(report.findings).toMatchObject([
      {
        rule: 'admission-policy',
        severity,
        at: { file: 'app/a.yaml' },
        message: expect.stringContaining('too much data'),
      },
    ])
  })

  it('without a binding has no effect', async () => {
    const report = await judged(oneApplication({ 'app/policy.yaml': policy(few), 'app/a.yaml': full }))
    expect(report.findings.filter(({ at }) => at.file === 'app/a.yaml')).toEqual([])
  })

  it('takes its limit from a ConfigMap', async () => {
    const files = (limit: number) => ({
      'app/policy.yaml': policy(
        '{expression: "object.data.size() <= int(params.data.most)", messageExpression: "\'at most \' + params.data.most"}',
        '  paramKind: {apiVersion: v1, kind: ConfigMap}\n',
      ),
      'app/binding.yaml': binding('Deny', '  paramRef: {name: limit, namespace: web, parameterNotFoundAction: Deny}\n'),
      'app/limit.yaml': configMap('limit', `{most: "${limit}"}`),
      'app/a.yaml': full,
    })
    expect((await judged(oneApplication(files(2)))).findings).toEqual([])
    expect((await judged(oneApplication(files(1)))).findings).toMatchObject([
      { rule: 'admission-policy', message: expect.stringContaining('at most 1') },
    ])
  })

  it.each([
    ['strict', 1],
    ['lax', 0],
  ])('selects namespaces by label: %s', async (level, count) => {
    const report = await judged(
      oneApplication({
        'app/policy.yaml': policy(few),
        'app/binding.yaml': binding('Deny', '  matchResources: {namespaceSelector: {matchLabels: {level: strict}}}\n'),
        'app/namespace.yaml': `apiVersion: v1\nkind: Namespace\nmetadata: {name: web, labels: {level: ${level}}}\n`,
        'app/a.yaml': full,
      }),
    )
    expect(report.findings.map(({ rule }) => rule)).toEqual(Array(count).fill('admission-policy'))
  })

  it('sees the object of the base as oldObject', async () => {
    const grow = '{expression: "oldObject == null || object.data.size() >= oldObject.data.size()", message: it shrinks}'
    const files = oneApplication({
      'app/policy.yaml': policy(grow),
      'app/binding.yaml': binding('Deny'),
      'app/a.yaml': full,
    })
    const shrunk = await compared(files, { 'app/a.yaml': configMap('settings') })
    expect(shrunk.findings).toMatchObject([{ rule: 'admission-policy', status: 'new', at: { file: 'app/a.yaml' } }])
    expect((await compared(files, { 'README.md': 'x' })).findings).toEqual([])
    expect((await judged(files)).findings).toEqual([])
  })

  it('that does not compile is a finding of its own', async () => {
    const report = await judged(
      oneApplication({
        'app/policy.yaml': policy('{expression: "object.("}'),
        'app/binding.yaml': binding('Deny'),
        'app/a.yaml': full,
      }),
    )
    expect(
      report.findings.filter(({ rule, at }) => rule === 'admission-policy' && at.file === 'app/policy.yaml'),
    ).toHaveLength(1)
  })
})
