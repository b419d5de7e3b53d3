// Finds workloads that would not select their own pods, and network policies that apply to none.
import { lookup } from './lookup.ts'
import { describe, problem } from './objects.ts'
import type { Rule } from './rule.ts'
import { equalitySelector, isEmpty, labelSelector, matches, selectorText } from './selectors.ts'
import { field, objectAt, pointer } from './values.ts'

/** Kinds whose selector must match their template; the API server defaults that of a ReplicationController. */
const workloads = [
  'apps/Deployment',
  'apps/ReplicaSet',
  'apps/StatefulSet',
  'apps/DaemonSet',
  'argoproj.io/Rollout',
] as const

export const selectorMismatch: Rule = {
  id: 'selector-mismatch',
  severity: 'error',
  what: 'The selector of a workload does not match the labels of its own pod template; the podSelector of a NetworkPolicy matches no pod (warning).',
  why: 'The API server refuses the workload; a NetworkPolicy that selects nothing protects nothing and nobody notices.',
  mend: 'Give selector and template the same labels. The selector of an existing workload cannot be changed: change the template’s labels.',
  check: function* (world) {
    const known = lookup(world)
    for (const kind of workloads)
      for (const item of known.ofKind(kind)) {
        const template = known.templateOf(item)
        const selector = labelSelector(field(item.object, 'spec', 'selector'))
        // An absent selector is the schema's to report, and a Rollout may take its template from a Deployment.
        if (template === undefined || isEmpty(selector) || field(item.object, 'spec', 'workloadRef') !== undefined)
          continue
        if (matches(selector, template.labels)) continue
        const wrong = selector.labels.filter(([key, value]) => template.labels[key] !== value)
        yield problem(
          item,
          // The one label to correct, where it is one.
          wrong.length === 1 ? pointer('spec', 'selector', 'matchLabels', wrong[0]?.[0] ?? '') : '/spec/selector',
          `${describe(item)}: selector ${selectorText(selector)} does not match the labels of its template (${selectorText(equalitySelector(template.labels)) || 'none'}): the API server refuses it; make them equal`,
        )
      }
    for (const item of known.ofKind('networking.k8s.io/NetworkPolicy')) {
      const namespace = item.namespace ?? ''
      const selector = labelSelector(objectAt(item.object, 'spec', 'podSelector'))
      if (isEmpty(selector) || known.selected(item.cluster, namespace, selector).length > 0) continue
      if (known.runsPods(item.cluster, namespace, selector)) continue
      const { severity, because } = known.absence(item.cluster, namespace)
      yield problem(
        item,
        pointer('spec', 'podSelector'),
        `${describe(item)}: podSelector ${selectorText(selector)} matches no pod in namespace ${namespace}${because}: correct the labels, or the policy protects nothing`,
        { severity: severity ?? 'warning' },
      )
    }
  },
}
