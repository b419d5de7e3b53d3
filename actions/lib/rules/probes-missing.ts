// Finds containers that take traffic before they are ready, or keep running when they hang.
import { lookup } from './lookup.ts'
import { describe, problem } from './objects.ts'
import type { Rule } from './rule.ts'
import { declaresPort, podsBehind, targetOf } from './services.ts'
import { isObject, listAt } from './values.ts'
import { type Container, containersOf, type PodTemplate } from './workloads.ts'

/** The main containers that serve a target; when no container declares it, a pod of one container serves it. */
const serving = (template: PodTemplate, target: string | number): readonly Container[] => {
  const containers = containersOf(template).filter(({ role }) => role === 'main')
  const declaring = containers.filter((container) => declaresPort(container, target))
  if (declaring.length > 0) return declaring
  return containers.length === 1 ? containers : []
}

const has = ({ container }: Container, probe: string): boolean =>
  Object.hasOwn(container, probe) && isObject(container[probe])

export const probesMissing: Rule = {
  id: 'probes-missing',
  severity: 'warning',
  what: 'A container behind a Service has no readiness probe; a long-running container has no liveness probe (note). Jobs are excused.',
  why: 'Without readiness a rollout counts a pod as ready when its process starts, and users get the errors; without liveness a hanging process stays until somebody looks.',
  mend: 'Add readinessProbe and livenessProbe to the container; liveness must not depend on other services.',
  check: function* (world) {
    const known = lookup(world)
    const served = new Map<PodTemplate, Map<string, string>>()
    for (const service of known.ofKind('/Service'))
      for (const template of podsBehind(known, service))
        for (const port of listAt(service.object, 'spec', 'ports')) {
          const target = targetOf(port)
          if (target === undefined) continue
          const containers = served.get(template) ?? new Map<string, string>()
          served.set(template, containers)
          for (const { pointer } of serving(template, target)) containers.set(pointer, describe(service))
        }
    for (const template of known.templates) {
      if (template.runs === 'job') continue
      const containers = containersOf(template).filter(({ role }) => role === 'main')
      for (const container of containers) {
        const service = served.get(template)?.get(container.pointer)
        // Of helpers beside a main container nobody asks for probes unless a Service leads to them.
        if (service === undefined && containers.length > 1) continue
        const unready = service !== undefined && !has(container, 'readinessProbe')
        const unwatched = !has(container, 'livenessProbe')
        if (!unready && !unwatched) continue
        const what = [...(unready ? ['a readinessProbe'] : []), ...(unwatched ? ['a livenessProbe'] : [])].join(' and ')
        yield problem(
          template.owner,
          container.pointer,
          `${describe(template.owner)}, container ${container.name}: add ${what}${unready ? `, since ${service} sends it traffic` : ''}`,
          { severity: unready ? undefined : 'note' },
        )
      }
    }
  },
}
