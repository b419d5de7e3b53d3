import { matchesPattern } from '../../text/pattern.ts'
import { type Guard, judged } from './define-guard.ts'
import { statefulTypes } from './stateful-types.ts'

export const statefulType: Guard = {
  id: 'stateful-type',
  severity: 'error',
  what: 'An object of a type that holds data, keys or names is destroyed or replaced: databases, buckets, volumes, keys, secrets, DNS zones, registries, clusters and node pools with local disks of AWS, Azure, Google Cloud, IONOS and others, and the types under `protect-types`.',
  why: 'What it holds does not come back with the next apply.',
  allow: 'Take the type out by `!type` under `protect-types`, or override.',
  judge: (context) => {
    const { protectTypes } = context.policy
    const holdsData = createTypeTest(protectTypes)
    return context.plan.changes
      .filter(({ destroys, mode, type }) => mode === 'managed' && destroys && holdsData(type))
      .map((change) => {
        const copy =
          change.deposed === undefined ? '' : ` (its old object ${change.deposed}, which was replaced before)`
        const how =
          change.action === 'replace' ? 'replaced, and what the old one holds is lost' : 'destroyed, with what it holds'
        const message = `${change.address}${copy} would be ${how}. Make sure that a backup exists and can be restored, or that nothing is kept there.`
        return judged(change, context, message)
      })
  },
}

/** The built-in list and the settings' own; an entry with `!` wins over both. Entries may have `*`. */
function createTypeTest(protectTypes: readonly string[]): (type: string) => boolean {
  const taken = protectTypes.filter((entry) => entry.startsWith('!')).map((entry) => entry.slice(1))
  const added = protectTypes.filter((entry) => !entry.startsWith('!'))
  const known = new Map<string, boolean>()
  const test = (type: string) =>
    !taken.some((pattern) => matchesPattern(pattern, type)) &&
    (statefulTypes.has(type) || added.some((pattern) => matchesPattern(pattern, type)))
  return (type) => {
    const answer = known.get(type) ?? test(type)
    known.set(type, answer)
    return answer
  }
}
