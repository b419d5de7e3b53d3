// Finds containers without cpu and memory requests or without a memory limit.
import type { JsonValue } from '../kubernetes/object.ts'
import { lookup } from './lookup.ts'
import { describe, groupKindOf, problem } from './objects.ts'
import type { Rule } from './rule.ts'
import { field, isObject, listAt } from './values.ts'
import { containersOf } from './workloads.ts'

type Wanted = { readonly what: string; readonly paths: readonly (readonly [string, string])[] }

/** A request that is absent takes the value of the limit (Kubernetes: "Resource Management for Pods and Containers"). */
const wanted: readonly Wanted[] = [
  {
    what: 'a cpu request',
    paths: [
      ['requests', 'cpu'],
      ['limits', 'cpu'],
    ],
  },
  {
    what: 'a memory request',
    paths: [
      ['requests', 'memory'],
      ['limits', 'memory'],
    ],
  },
  { what: 'a memory limit', paths: [['limits', 'memory']] },
]

const has = (resources: JsonValue | undefined, { paths }: Wanted): boolean =>
  paths.some((path) => {
    const quantity = field(resources, ...path)
    return quantity !== undefined && quantity !== null && quantity !== ''
  })

/** A LimitRange writes `defaultRequest` and `default` into containers that say nothing. */
const defaultsOf = (limitRange: JsonValue): readonly JsonValue[] =>
  listAt(limitRange, 'spec', 'limits').flatMap((limit) =>
    field(limit, 'type') === 'Container'
      ? [{ requests: field(limit, 'defaultRequest') ?? null, limits: field(limit, 'default') ?? null }]
      : [],
  )

export const resourcesMissing: Rule = {
  id: 'resources-missing',
  severity: 'warning',
  what: 'A container has no cpu request, no memory request or no memory limit, and no LimitRange supplies it.',
  why: 'Without requests the scheduler packs nodes blindly and autoscaling has nothing to measure against; without a memory limit one leak takes its neighbours with it.',
  mend: 'Add resources.requests.cpu, resources.requests.memory and resources.limits.memory to the container, or a LimitRange to the namespace.',
  check: function* (world) {
    const known = lookup(world)
    for (const template of known.templates) {
      const { owner } = template
      // Knative sets its own defaults by configuration.
      if (groupKindOf(owner) === 'serving.knative.dev/Service') continue
      const supplied = [
        field(template.spec, 'resources'),
        ...known
          .inNamespace(owner.cluster, owner.namespace ?? '', '/LimitRange')
          .flatMap(({ object }) => defaultsOf(object)),
      ]
      for (const { container, name, pointer: at } of containersOf(template)) {
        const { resources } = container
        const missing = wanted.filter((want) => !has(resources, want) && !supplied.some((from) => has(from, want)))
        if (missing.length === 0) continue
        yield problem(
          owner,
          isObject(resources) ? `${at}/resources` : at,
          `${describe(owner)}, container ${name}: add ${missing.map(({ what }) => what).join(', ')}`,
        )
      }
    }
  },
}
