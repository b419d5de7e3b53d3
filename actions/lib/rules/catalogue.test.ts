import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ruleIds } from '../findings/rule-ids.ts'
import type { KubernetesObject } from '../kubernetes/object.ts'
import { descriptions, rules } from './catalogue.ts'
import { renderRulesReadme } from './readme.ts'
import { objectReferences } from './references.ts'
import type { SourceFile, WorldObject } from './rule.ts'
import { rulesTable } from './table.ts'
import { application, healthy, world } from './testing/world.ts'

test('every rule id is described once, and nothing else is', () => {
  expect(descriptions.map(({ id }) => id)).toEqual([...ruleIds])
})

test('every description is one line that ends its sentences', () => {
  for (const { what, why, mend } of descriptions)
    for (const text of [what, why, mend]) expect(text).toMatch(/^[A-Z.\p{L}][^\n]{15,}\.$/u)
})

test('the table escapes what would break a row', () => {
  const row = { id: 'schema', severity: 'error', what: 'One | two.', why: 'a\nb', mend: 'c' } as const
  expect(rulesTable([row]).split('\n')[2]).toBe('| `schema` | error | One \\| two. | a b | c |')
})

test('the README of this folder is the generated one', () => {
  expect(readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')).toBe(renderRulesReadme())
})

test('a healthy workload with its Service gives no finding of any rule', () => {
  for (const rule of rules) expect([...rule.check(world(healthy))], rule.id).toEqual([])
})

/** Keys that rules look for, so that random objects go deep instead of being ignored at the first field. */
const words = [
  ...[
    'spec',
    'template',
    'metadata',
    'labels',
    'annotations',
    'containers',
    'initContainers',
    'env',
    'name',
    'value',
    'data',
  ],
  ...[
    'selector',
    'matchLabels',
    'matchExpressions',
    'rules',
    'hostnames',
    'parentRefs',
    'backendRefs',
    'ports',
    'port',
    'tls',
  ],
  ...[
    'volumes',
    'configMap',
    'items',
    'resources',
    'limits',
    'secretGenerator',
    'literals',
    'listeners',
    'servers',
    'hosts',
  ],
  ...[
    'scaleTargetRef',
    'replicas',
    'strategy',
    'matches',
    'path',
    'http',
    'subjects',
    'roleRef',
    '__proto__',
    'constructor',
  ],
]

const { value: jsonValue } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom(null, true, 0, 1, '', 'api', 'http', '*', '8.8.4.5', 'https://a:b@c', 'argocd.argoproj.io/hook'),
    fc.string(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...words), tie('value'), { maxKeys: 6 }),
  ),
}))

const kinds = [
  ...[
    'v1/Secret',
    'v1/ConfigMap',
    'v1/Service',
    'v1/Pod',
    'v1/PersistentVolumeClaim',
    'v1/LimitRange',
    'apps/v1/Deployment',
  ],
  ...[
    'batch/v1/CronJob',
    'argoproj.io/v1alpha1/Application',
    'networking.istio.io/v1/VirtualService',
    'networking.istio.io/v1/Gateway',
  ],
  ...[
    'autoscaling/v2/HorizontalPodAutoscaler',
    'policy/v1/PodDisruptionBudget',
    'monitoring.coreos.com/v1/PodMonitor',
    'a.b/v1/C',
  ],
  ...['networking.k8s.io/v1/NetworkPolicy', 'rabbitmq.com/v1beta1/RabbitmqCluster'],
  ...Object.keys(objectReferences).map((groupKind) => groupKind.replace('/', '/v1/')),
]

const anyObject = fc.oneof(
  jsonValue,
  fc
    .record({ kind: fc.constantFrom(...kinds), metadata: jsonValue, spec: jsonValue, data: jsonValue })
    .map(({ kind, ...rest }) => {
      const slash = kind.lastIndexOf('/')
      return { apiVersion: kind.slice(0, slash), kind: kind.slice(slash + 1), ...rest }
    }),
)

/** As a parser makes it: fast-check also gives objects without a prototype, which nothing can be that was read. */
const asRead = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown

const anyWorld = fc.record({
  objects: fc.array(
    anyObject.map((object): WorldObject => {
      return { object: asRead(object) as KubernetesObject, application: 'shop', cluster: 'c', namespace: 'shop' }
    }),
    { maxLength: 6 },
  ),
  sources: fc.array(
    fc.record({
      path: fc.constantFrom('a/kustomization.yaml', 'b.env', 'c.jsonnet'),
      kind: fc.constantFrom('kustomization', 'manifest', 'other'),
      documents: fc.array(jsonValue.map(asRead), { maxLength: 2 }),
      text: fc.option(fc.string(), { nil: undefined }),
      applications: fc.constant(['shop']),
    }),
    { maxLength: 3 },
  ),
})

/** RFC 6901, written apart from the code under test. */
const resolves = (document: unknown, pointer: string): boolean => {
  let current = document
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return false
    current = (current as Record<string, unknown>)[key]
  }
  return true
}

test('objects of any shape make no rule throw, and every pointer leads to something', () => {
  fc.assert(
    fc.property(anyWorld, ({ objects, sources }) => {
      const input = world({ objects, sources: sources as SourceFile[], applications: [application({ cluster: 'c' })] })
      for (const rule of rules)
        for (const problem of rule.check(input)) {
          if (problem.object !== undefined) expect(resolves(problem.object.object, problem.pointer ?? '')).toBe(true)
          else expect(problem.file).toBeDefined()
        }
    }),
    { numRuns: 300 },
  )
})
