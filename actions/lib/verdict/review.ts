// The second look at objects, once a whole tree is rendered: custom resources of its own CRDs, transitions, policies.
import { type Engine, equalExact } from '../../kubeconform-wasm/src/index.ts'
import type { JsonObject } from '../../kubeconform-wasm/src/protocol.ts'
import type { KubernetesObject } from '../kubernetes/object.ts'
import { valueAt } from '../yaml/pointer.ts'
import { objectProblem } from './application-problems.ts'
import { objectKey } from './duplicate-objects.ts'
import type { JudgedObject, RawProblem, Side } from './side.ts'

/** Rules whose findings a check against the tree's own CRD replaces. */
const schemaRules = new Set([
  'schema',
  'unknown-field',
  'unknown-kind',
  'crd-rule',
  'duplicate-list-item',
  'removed-api',
  'deprecated-api',
  'transition-rule',
])

export type ReviewOptions = {
  readonly engine: Engine
  readonly kubernetesVersions: readonly string[]
  /** CRDs of the user's `schemas/crds`, which come after the tree's own. */
  readonly userCrds: readonly JsonObject[]
  /** Whether the other side may have left CRDs in the engine. */
  readonly anyCrds: boolean
  /** Objects of the base, for transitions; undefined when there is no base: then every object is created. */
  readonly base: ReadonlyMap<string, JudgedObject> | undefined
}

/** Returns the side with the problems of the second look, and the objects that it could check after all. */
export async function review(side: Side, options: ReviewOptions): Promise<Side> {
  const crds = side.objects.filter((object) => object.object.kind === 'CustomResourceDefinition')
  const problems: RawProblem[] = []
  let kept = side.problems
  let objects = side.objects
  const definitions = [...crds.map(({ object }) => object as JsonObject), ...options.userCrds]
  // Without any on either side of a comparison, nothing can linger that would have to be replaced.
  const crdProblems =
    options.anyCrds || definitions.length > 0 ? (await options.engine.crds({ crds: definitions })).problems : []
  for (const problem of crdProblems) {
    const object = crds[problem.crd]
    if (object !== undefined)
      problems.push({ rule: 'schema', message: problem.message, pointer: problem.pointer, object })
  }
  const own = new Set(crds.flatMap(({ object }) => definedKind(object)))
  const ofOwnKinds = new Set(side.objects.filter(({ object }) => own.has(kindKey(object.apiVersion, object.kind))))
  if (ofOwnKinds.size > 0) {
    kept = kept.filter(
      (problem) => problem.object === undefined || !ofOwnKinds.has(problem.object) || !schemaRules.has(problem.rule),
    )
    objects = objects.map((object) => (ofOwnKinds.has(object) ? Object.assign(object, { checked: true }) : object))
  }
  const policies = side.objects.filter(({ object }) => isPolicyKind(object.apiVersion, object.kind))
  for (const cluster of new Set(side.objects.map((object) => object.cluster))) {
    const here = side.objects.filter((object) => object.cluster === cluster)
    const policiesHere = policies.filter((object) => object.cluster === cluster)
    problems.push(...(await reviewCluster(here, policiesHere, ofOwnKinds, options)))
  }
  return { ...side, objects, problems: [...kept, ...problems] }
}

async function reviewCluster(
  objects: readonly JudgedObject[],
  policies: readonly JudgedObject[],
  ofOwnKinds: ReadonlySet<JudgedObject>,
  options: ReviewOptions,
): Promise<RawProblem[]> {
  const old = (object: JudgedObject) => options.base?.get(objectKey(object))
  const secured = new Set(objects.flatMap(({ object }) => (isSecured(object) ? [object.metadata?.name] : [])))
  const candidates = objects.filter((object) => {
    if (ofOwnKinds.has(object) || policies.length > 0) return true
    if (makesPods.has(object.object.kind) && object.namespace !== undefined && secured.has(object.namespace))
      return true
    const before = old(object)
    // An object that did not change makes no transition.
    return before !== undefined && before.object !== object.object && !equalExact(before.object, object.object)
  })
  if (candidates.length === 0) return []
  const paramKinds = new Set(policies.flatMap(({ object }) => paramKind(object)))
  const problems: RawProblem[] = []
  // In slices, so that both workers share the work and no call comes near the engine's limit.
  const slices = Array.from({ length: Math.ceil(candidates.length / 250) }, (_, index) =>
    candidates.slice(index * 250, index * 250 + 250),
  )
  const seenPolicies = new Set<string>()
  await Promise.all(
    slices.map(async (slice) => {
      const answer = await options.engine.review({
        kubernetesVersions: options.kubernetesVersions,
        items: slice.map((object) => {
          const before = old(object)
          return {
            object: object.object as JsonObject,
            ...(before === undefined ? {} : { oldObject: before.object as JsonObject }),
            ...(ofOwnKinds.has(object) ? { schema: true } : {}),
          }
        }),
        policies: ofKind(policies, 'ValidatingAdmissionPolicy'),
        bindings: ofKind(policies, 'ValidatingAdmissionPolicyBinding'),
        params: objects
          .filter(({ object }) => paramKinds.has(kindKey(object.apiVersion, object.kind)))
          .map(({ object }) => object as JsonObject),
        namespaces: ofKind(objects, 'Namespace'),
      })
      problems.push(...answer.problems.flatMap((problem) => objectProblem(problem, slice)))
      for (const problem of answer.policyProblems) {
        // A policy and its binding often share a name: only one of them has the field.
        const named = policies.filter((one) => one.object.metadata?.name === problem.policy)
        const object = named.find((one) => valueAt(one.object, problem.pointer) !== undefined) ?? named[0]
        const key = `${problem.policy} ${problem.pointer} ${problem.message}`
        if (object === undefined || seenPolicies.has(key)) continue
        seenPolicies.add(key)
        const { message, pointer, severity } = problem
        problems.push({
          rule: 'admission-policy',
          message,
          pointer,
          object,
          ...(severity === undefined ? {} : { severity }),
        })
      }
    }),
  )
  return problems
}

/** Kinds that Pod Security looks at. */
const makesPods: ReadonlySet<string> = new Set([
  'CronJob',
  'DaemonSet',
  'Deployment',
  'Job',
  'Pod',
  'ReplicaSet',
  'ReplicationController',
  'StatefulSet',
])

function isSecured({ kind, metadata }: KubernetesObject): boolean {
  return kind === 'Namespace' && metadata?.labels?.['pod-security.kubernetes.io/enforce'] !== undefined
}

function ofKind(objects: readonly JudgedObject[], kind: string): JsonObject[] {
  return objects.filter(({ object }) => object.kind === kind).map(({ object }) => object as JsonObject)
}

function isPolicyKind(apiVersion: string, kind: string): boolean {
  return (
    String(apiVersion).startsWith('admissionregistration.k8s.io/') &&
    String(kind).startsWith('ValidatingAdmissionPolicy')
  )
}

function kindKey(apiVersion: string, kind: string): string {
  const group = String(apiVersion).includes('/') ? String(apiVersion).split('/')[0] : ''
  return `${group}/${kind}`
}

function definedKind(crd: JsonObject): string[] {
  const spec = crd.spec as { readonly group?: string; readonly names?: { readonly kind?: string } } | undefined
  return spec?.group !== undefined && spec.names?.kind !== undefined ? [`${spec.group}/${spec.names.kind}`] : []
}

function paramKind(policy: JsonObject): string[] {
  const spec = policy.spec as
    | { readonly paramKind?: { readonly apiVersion?: string; readonly kind?: string } }
    | undefined
  const kind = spec?.paramKind
  return kind?.apiVersion !== undefined && kind.kind !== undefined ? [kindKey(kind.apiVersion, kind.kind)] : []
}
