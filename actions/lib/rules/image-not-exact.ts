// Finds container images that another push could change.
import { movingTag, parseImage } from './image-reference.ts'
import { lookup } from './lookup.ts'
import { describe, problem } from './objects.ts'
import type { Rule } from './rule.ts'
import { pointer, type Segment, textAt } from './values.ts'
import { containersOf } from './workloads.ts'

/** Where custom kinds name an image outside a pod template. */
const imageFields: Readonly<Record<string, readonly Segment[]>> = {
  'monitoring.coreos.com/Alertmanager': ['spec', 'image'],
  'monitoring.coreos.com/Prometheus': ['spec', 'image'],
  'postgresql.cnpg.io/Cluster': ['spec', 'imageName'],
  'rabbitmq.com/RabbitmqCluster': ['spec', 'image'],
}

const fault = (image: string): string | undefined => {
  // Text that a later stage fills in is not a reference yet.
  if (/[\s${}]/.test(image)) return undefined
  const { repository, tag, digest } = parseImage(image)
  if (digest !== undefined) return undefined
  return tag === undefined || tag === '' ? 'has no tag, which means latest' : movingTag(repository, tag)
}

const advice = 'give the full version, or a digest'

export const imageNotExact: Rule = {
  id: 'image-not-exact',
  severity: 'warning',
  what: 'A container image has no tag, or one that moves: latest, a branch, a major or minor version only.',
  why: 'Two nodes may run two different programs under one name, a restart becomes an unreviewed release, and rolling back brings nothing back.',
  mend: 'Name the full version (1.4.2), a dated or commit tag, or a digest; bump it by a commit.',
  check: function* (world) {
    const known = lookup(world)
    for (const template of known.templates)
      for (const { container, name, pointer: at } of containersOf(template)) {
        const image = textAt(container, 'image')
        const found = image === undefined ? undefined : fault(image)
        if (found !== undefined)
          yield problem(
            template.owner,
            `${at}/image`,
            `${describe(template.owner)}, container ${name}: image ${image}: ${found}; ${advice}`,
          )
      }
    for (const [groupKind, path] of Object.entries(imageFields))
      for (const item of known.ofKind(groupKind)) {
        const image = textAt(item.object, ...path)
        const found = image === undefined ? undefined : fault(image)
        if (found !== undefined)
          yield problem(item, pointer(...path), `${describe(item)}: image ${image}: ${found}; ${advice}`)
      }
  },
}
