// What a Service selects, and by which container ports its traffic leaves.
import type { JsonValue } from '../kubernetes/object.ts'
import type { Lookup } from './lookup.ts'
import type { WorldObject } from './rule.ts'
import { equalitySelector, isEmpty, type Selector } from './selectors.ts'
import { field, listAt, textAt } from './values.ts'
import { type Container, containersOf, type PodTemplate } from './workloads.ts'

/** The selector of a Service, or undefined when its endpoints are made otherwise. */
export const serviceSelector = (service: WorldObject): Selector | undefined => {
  if (textAt(service.object, 'spec', 'type') === 'ExternalName') return undefined
  const selector = equalitySelector(field(service.object, 'spec', 'selector'))
  return isEmpty(selector) ? undefined : selector
}

/** Templates of long-running pods that a Service selects in its own namespace. */
export const podsBehind = (known: Lookup, service: WorldObject): readonly PodTemplate[] => {
  const selector = serviceSelector(service)
  return selector === undefined ? [] : known.selected(service.cluster, service.namespace ?? '', selector)
}

/** The target of a Service port: its targetPort, else the port itself. */
export const targetOf = (port: JsonValue): string | number | undefined => {
  const target = field(port, 'targetPort') ?? field(port, 'port')
  return typeof target === 'string' || typeof target === 'number' ? target : undefined
}

/** Whether a container declares the port, by name or by number. */
export const declaresPort = ({ container }: Container, target: string | number): boolean =>
  listAt(container, 'ports').some((port) =>
    typeof target === 'number' ? field(port, 'containerPort') === target : field(port, 'name') === target,
  )

export const templateDeclaresPort = (template: PodTemplate, target: string): boolean =>
  containersOf(template).some((container) => declaresPort(container, target))
