// Circles in what leads to what.

import type { SourceLocation } from '../../findings/finding.ts'
import { groupBy } from '../../text/group-by.ts'

export type Edge = { readonly from: string; readonly to: string; readonly at: SourceLocation }

/** The edges of one circle in order, or undefined where there is none. Without recursion: chains may be long. */
export function findCircle<E extends Edge>(edges: readonly E[]): readonly [E, ...E[]] | undefined {
  const leaving = groupBy(edges, ({ from }) => from)
  const done = new Set<string>()
  for (const start of leaving.keys()) {
    const way: { readonly node: string; readonly by?: E; readonly next: Iterator<E> }[] = []
    const onWay = new Set<string>()
    const enter = (node: string, by?: E) => {
      onWay.add(node)
      way.push({ node, ...(by !== undefined && { by }), next: (leaving.get(node) ?? [])[Symbol.iterator]() })
    }
    if (!done.has(start)) enter(start)
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const edge = step.next.next().value as E | undefined
      if (edge === undefined) {
        done.add(step.node)
        onWay.delete(step.node)
        way.pop()
      } else if (onWay.has(edge.to)) {
        const from = way.findIndex(({ node }) => node === edge.to)
        const [first, ...rest] = [...way.slice(from + 1).flatMap(({ by }) => by ?? []), edge]
        return first === undefined ? undefined : [first, ...rest]
      } else if (!done.has(edge.to)) {
        enter(edge.to, edge)
      }
    }
  }
  return undefined
}
