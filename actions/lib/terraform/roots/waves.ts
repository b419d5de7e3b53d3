// The order of planning: what can be planned now, and what waits until something else is applied.
import { groupBy } from '../../text/group-by.ts'
import type { Dependency } from './graph.ts'
import type { Deferral, Impact, Root, Wave } from './root.ts'

export type Order = { readonly waves: readonly Wave[]; readonly deferrals: readonly Deferral[] }

/**
 * Adds the roots that depend on one that is affected, at any distance: what they read may change. Their plan waits until that is
 * applied. Order as in `roots`.
 */
export function withDependants(
  roots: readonly Root[],
  impacts: readonly Impact[],
  dependencies: readonly Dependency[],
): readonly Impact[] {
  const reasons = new Map(impacts.map(({ root, reasons: own }) => [root.name, [...own]]))
  const byUpstream = groupBy(dependencies, ({ to }) => to)
  const pending = [...reasons.keys()]
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    for (const { from, to, why } of byUpstream.get(name) ?? []) {
      const known = reasons.get(from)
      if (known === undefined) pending.push(from)
      reasons.set(from, [...(known ?? []), `${to} is planned, and this root ${why}`])
    }
  }
  return roots.flatMap((root) => {
    const own = reasons.get(root.name)
    return own === undefined ? [] : [{ root, reasons: own }]
  })
}

/**
 * Puts roots into waves: the first has those that wait for nothing. A root waits for the roots among these that it depends on
 * directly; give all that are affected, dependants included. Takes dependencies without a circle.
 */
export function orderRoots(names: readonly string[], dependencies: readonly Dependency[]): Order {
  const all = new Set(names)
  const inside = dependencies.filter(({ from, to }) => all.has(from) && all.has(to))
  const upstream = groupBy(inside, ({ from }) => from)
  const downstream = groupBy(inside, ({ to }) => to)
  const missing = new Map(names.map((name) => [name, upstream.get(name)?.length ?? 0]))
  const waves: Wave[] = []
  for (let now = names.filter((name) => missing.get(name) === 0); now.length > 0; ) {
    waves.push({ number: waves.length + 1, roots: [...now].sort() })
    const next: string[] = []
    for (const { from } of now.flatMap((name) => downstream.get(name) ?? [])) {
      const left = (missing.get(from) ?? 0) - 1
      missing.set(from, left)
      if (left === 0) next.push(from)
    }
    now = next
  }
  const deferrals = names.flatMap((root) => {
    const waitsFor = (upstream.get(root) ?? []).map(({ to }) => to).sort()
    return waitsFor.length === 0 ? [] : [{ root, waitsFor }]
  })
  return { waves, deferrals }
}

/**
 * Deferred roots that need not wait, since nothing is left that they wait for: `settled` are roots that have been applied, or whose plan
 * has nothing to apply.
 */
export function releasedRoots(deferrals: readonly Deferral[], settled: ReadonlySet<string>): readonly string[] {
  return deferrals.flatMap(({ root, waitsFor }) =>
    !settled.has(root) && waitsFor.every((name) => settled.has(name)) ? [root] : [],
  )
}

/** One job of a matrix. Values are text, as expressions of workflows read them. */
export type MatrixEntry = {
  readonly root: string
  readonly path: string
  readonly tool: string
  readonly version: string
  readonly workspace: string
  readonly environment: string
  readonly wave: number
  readonly 'waits-for': readonly string[]
}

/** What a wave has to do: `include` is that of a workflow's matrix. */
export type WaveMatrix = { readonly wave: number; readonly include: readonly MatrixEntry[] }

/** What each wave has to do. Roots that are not given are left out. */
export function wavesMatrix(roots: readonly Root[], { waves, deferrals }: Order): readonly WaveMatrix[] {
  const byName = new Map(roots.map((root) => [root.name, root]))
  const waitsFor = new Map(deferrals.map((deferral) => [deferral.root, deferral.waitsFor]))
  return waves.map(({ number, roots: names }) => ({
    wave: number,
    include: names.flatMap((name) => {
      const root = byName.get(name)
      if (root === undefined) return []
      return [
        {
          root: name,
          path: root.path,
          tool: root.tool,
          version: root.version?.value ?? '',
          workspace: root.workspace ?? 'default',
          environment: root.environment ?? '',
          wave: number,
          'waits-for': waitsFor.get(name) ?? [],
        },
      ]
    }),
  }))
}
