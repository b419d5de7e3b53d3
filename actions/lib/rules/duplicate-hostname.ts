// Finds host names that two objects claim for the same requests.
import { type Claim, claimingKinds, claimsOf } from './host-claims.ts'
import { lookup } from './lookup.ts'
import { describe, problem } from './objects.ts'
import type { Problem, Rule } from './rule.ts'

const meet = (one: Claim, other: Claim): boolean =>
  one.owner !== other.owner &&
  // One object that two Applications deploy is another rule's finding.
  describe(one.owner) !== describe(other.owner) &&
  (one.section === undefined || other.section === undefined || one.section === other.section)

export const duplicateHostname: Rule = {
  id: 'duplicate-hostname',
  severity: 'error',
  what: 'Two routes, Ingresses, Gateways or VirtualServices of one cluster claim the same host and the same requests of it on the same gateway or class.',
  why: 'The older object wins and the other gets no traffic, without any error; a tenant can take over the host of another in this way.',
  mend: 'Give each its own host or path, or keep one of them.',
  check: function* (world): Iterable<Problem> {
    const known = lookup(world)
    const claims = new Map<string, Claim[]>()
    for (const kind of claimingKinds)
      for (const item of known.ofKind(kind))
        for (const claim of claimsOf(item))
          for (const request of new Set(claim.requests)) {
            const key = [item.cluster, claim.plane, claim.host, request].join('\n')
            const list = claims.get(key)
            if (list === undefined) claims.set(key, [claim])
            else list.push(claim)
          }
    const reported = new Set<string>()
    for (const group of claims.values())
      for (const [index, claim] of group.entries()) {
        // Against the first that meets it only: linear, and one finding a claim says enough.
        const other = group.slice(0, Math.min(index, 50)).find((earlier) => meet(earlier, claim))
        if (other === undefined) continue
        const key = [describe(claim.owner), claim.owner.cluster, claim.pointer].join('\n')
        if (reported.has(key)) continue
        reported.add(key)
        yield problem(
          claim.owner,
          claim.pointer,
          `${describe(claim.owner)} claims host ${claim.host}, which ${describe(other.owner)} already claims for the same requests: keep one, or give them different hosts or paths`,
          { value: claim.host },
        )
      }
  },
}
