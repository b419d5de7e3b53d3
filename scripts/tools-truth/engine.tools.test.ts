// The engine says the same as WebAssembly and natively: renders, schema and CRD verdicts, CEL rules, transitions and policies.
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { compileNative } from '../../actions/kubeconform-wasm/build/go.ts'
import { callNative } from '../../actions/kubeconform-wasm/build/native-engine.ts'
import { schemasInput } from '../../actions/kubeconform-wasm/src/engine.ts'
import {
  type Engine,
  type EngineProblem,
  type FileTree,
  type JsonObject,
  parseExact,
  type RenderAnswer,
  type Source,
  startEngine,
  stringifyExact,
} from '../../actions/kubeconform-wasm/src/index.ts'
import { treeOf } from '../../actions/kubeconform-wasm/src/testing.ts'
import { seededRandom, writeFleet } from '../bench/fleet.ts'
import { broken, type Manifest, wholeObjects } from './documents.ts'

const repository = resolve(import.meta.dirname, '../..')
const engineFolder = join(repository, 'actions/kubeconform-wasm')
const directory = mkdtempSync(join(tmpdir(), 'native-engine-'))
const program = join(directory, 'engine')
const versions = ['1.34', '1.36'] as const
const bundle = (name: string) => readFileSync(join(repository, 'schemas/bundle', name))
const schemas = ['schemas', schemasInput({ kubernetes: bundle('kubernetes.json'), crds: bundle('crds.json') })] as const

/** One rule of each kind: over the object, with its old state, and one that the bundle does not hold. */
const definition = parse(`
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: gadgets.example.test}
spec:
  group: example.test
  scope: Namespaced
  names: {plural: gadgets, singular: gadget, kind: Gadget}
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
              required: [low, high]
              x-kubernetes-validations:
                - {rule: self.low <= self.high, message: low must not be above high}
                - {rule: self.kind == oldSelf.kind, message: kind is immutable}
              properties:
                low: {type: integer, minimum: 0}
                high: {type: integer, format: int64}
                kind: {type: string, enum: [a, b], default: a}
                tags: {type: array, x-kubernetes-list-type: set, items: {type: string, pattern: '^[a-z]+$'}}
`) as JsonObject
const gadget = { apiVersion: 'example.test/v1', kind: 'Gadget', metadata: { name: 'g' } }
const gadgets: readonly Manifest[] = [
  { ...gadget, spec: { low: 1, high: 2 } },
  { ...gadget, spec: { low: 3, high: 2, kind: 'b' } },
  { ...gadget, spec: { low: -1, high: 2, tags: ['a', 'a', 'B'] } },
  { ...gadget, spec: { high: 'x', other: 1 } },
]

const policies = parse(`
- apiVersion: admissionregistration.k8s.io/v1
  kind: ValidatingAdmissionPolicy
  metadata: {name: limits}
  spec:
    failurePolicy: Fail
    paramKind: {apiVersion: v1, kind: ConfigMap}
    matchConstraints:
      resourceRules: [{apiGroups: ["", apps, example.test], apiVersions: ["*"], operations: [CREATE, UPDATE], resources: ["*"]}]
    variables: [{name: named, expression: "has(object.metadata.labels) && 'app' in object.metadata.labels"}]
    validations:
      - {expression: variables.named, messageExpression: "'needs the label app, says ' + params.data.who"}
      - {expression: "!has(object.spec) || !has(object.spec.replicas) || object.spec.replicas < 3", message: too many}
      - {expression: "oldObject == null || oldObject.metadata.name == object.metadata.name", message: renamed}
`) as JsonObject[]
const bindings = parse(`
- apiVersion: admissionregistration.k8s.io/v1
  kind: ValidatingAdmissionPolicyBinding
  metadata: {name: limits}
  spec: {policyName: limits, validationActions: [Deny], paramRef: {name: who, namespace: default, parameterNotFoundAction: Deny}}
`) as JsonObject[]
const params = [
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'who', namespace: 'default' }, data: { who: 'us' } },
]

/** The committed files below `gitops`. */
function platformTree(): FileTree {
  const files = globSync('gitops/**/*', { cwd: repository, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name))
  return treeOf(
    Object.fromEntries(paths.map((path) => [path.slice(repository.length + 1), readFileSync(path, 'utf8')])),
  )
}

const kustomizations = globSync('gitops/**/kustomization.yaml', { cwd: repository }).filter(
  (file) => !/^kind: Component$/m.test(readFileSync(join(repository, file), 'utf8')),
)
const sources: readonly Source[] = [
  ...kustomizations.map((file) => ({ type: 'kustomize', path: dirname(file) }) as const),
  ...['gitops/argocd', 'gitops/aiwfe'].map(
    (path) => ({ type: 'directory', path, directory: { recurse: true } }) as const,
  ),
]

describe('the engine', () => {
  let engine: Engine
  let rendered: readonly JsonObject[] = []
  beforeAll(async () => {
    await compileNative(engineFolder, './cmd/engine', program)
    engine = startEngine({ workers: 1 })
  }, 600_000)
  afterAll(async () => {
    await engine.close()
    rmSync(directory, { recursive: true })
  })

  it('renders and judges this repository as natively', async () => {
    const requests = sources.map((source) => ({ source, kubernetesVersions: versions, namespace: 'somewhere' }))
    const calls = requests.map((request) => ['render', JSON.stringify(request)] as const)
    const [, ...native] = await callNative(program, repository, [schemas, ...calls])
    const tree = platformTree()
    const answers: RenderAnswer[] = []
    for (const request of requests) answers.push(await engine.render(tree, request))
    expect(answers).toEqual(native.map(parseExact))
    rendered = answers.flatMap(({ objects }) => objects.map(({ object }) => object))
    console.info(`${rendered.length} objects of ${sources.length} sources are the same`)
    expect(rendered.length).toBeGreaterThan(100)
  })

  it('judges broken manifests as natively', async () => {
    const random = seededRandom(34)
    const misnamed = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'Bad_Name', labels: { 'a b': '' } } }
    const objects = [
      misnamed,
      ...wholeObjects().flatMap((object) => Array.from({ length: 15 }, () => broken(object, random))),
    ]
    const files = objects.map((object, index) => [`app/${index}.json`, `${JSON.stringify(object)}\n`] as const)
    writeFleet(directory, new Map(files))
    const request = {
      source: { type: 'directory', path: 'app' },
      kubernetesVersions: versions,
      namespace: 'n',
    } as const
    const [, native = ''] = await callNative(program, directory, [schemas, ['render', JSON.stringify(request)]])
    const answer = await engine.render(treeOf(Object.fromEntries(files)), request)
    expect(answer).toEqual(parseExact(native))
    console.info(`${answer.objects.length} objects, ${answer.problems.length} problems are the same`)
    expect(answer.problems.map(({ rule }) => rule)).toContain('metadata')
  })

  it('judges whole and broken objects, old states and policies as natively', async () => {
    const random = seededRandom(36)
    const whole = [...wholeObjects(), ...gadgets, ...(rendered as readonly Manifest[])]
    const items = whole.flatMap((object) => {
      const changed = Array.from({ length: 5 }, () => broken(object, random))
      return [object, ...changed].map((one, index) => ({
        object: one as JsonObject,
        schema: true,
        ...(index % 2 === 1 && { oldObject: broken(object, random) as JsonObject }),
      }))
    })
    const request = { kubernetesVersions: versions, items, policies, bindings, params }
    const native = await callNative(program, repository, [
      schemas,
      ['crds', JSON.stringify({ crds: [definition] })],
      ['review', stringifyExact(request)],
    ])
    expect(await engine.crds({ crds: [definition] })).toEqual(parseExact(native[1] ?? ''))
    const answer = await engine.review(request)
    expect(answer).toEqual(parseExact(native[2] ?? ''))
    const rules = Object.entries(Object.groupBy(answer.problems, ({ rule }: EngineProblem) => rule))
    const counts = rules.map(([rule, problems]) => `${rule} ${problems?.length}`)
    console.info(`${items.length} objects, ${answer.problems.length} problems are the same: ${counts.join(', ')}`)
    for (const rule of ['schema', 'unknown-field', 'crd-rule', 'transition-rule', 'admission-policy'])
      expect(rules.map(([name]) => name)).toContain(rule)
  })
})
