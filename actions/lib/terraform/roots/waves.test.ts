import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCircle } from './circle.ts'
import type { Dependency } from './graph.ts'
import type { Root } from './root.ts'
import { orderRoots, releasedRoots, wavesMatrix, withDependants } from './waves.ts'

const at = { file: 'x.tf' }
const rootOf = (name: string): Root => ({
  name,
  path: name,
  tool: 'terraform',
  requiredVersion: [],
  varFiles: [],
  backendConfig: [],
  inputs: [],
  carry: [],
  dependsOn: [],
  at,
})

/** Roots that depend on some of those before them, and some of which are touched. */
const graphs = fc
  .array(fc.record({ upstream: fc.array(fc.nat(), { maxLength: 4 }), touched: fc.boolean() }), { maxLength: 25 })
  .map((nodes) => {
    const names = nodes.map((_, index) => ['__proto__', 'constructor'][index] ?? `r${index}`)
    const dependencies = nodes.flatMap(({ upstream }, index): Dependency[] =>
      index === 0
        ? []
        : [...new Set(upstream.map((number) => number % index))].map((to) => ({
            from: names[index] ?? '',
            to: names[to] ?? '',
            why: 'reads its state',
            at,
          })),
    )
    return { names, dependencies, touched: names.filter((_, index) => nodes[index]?.touched) }
  })

/** By definition, without the order of anything. */
function ancestorsOf(name: string, dependencies: readonly Dependency[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (let grown = true; grown; ) {
    const next = dependencies.filter(({ from }) => from === name || found.has(from)).map(({ to }) => to)
    grown = next.some((to) => !found.has(to))
    for (const to of next) found.add(to)
  }
  return found
}

test('each root comes after all it depends on, and is deferred exactly when one of those at any distance is touched', () => {
  fc.assert(
    fc.property(graphs, ({ names, dependencies, touched }) => {
      const roots = names.map(rootOf)
      const impacts = withDependants(
        roots,
        touched.map((name) => ({ root: rootOf(name), reasons: ['changed'] })),
        dependencies,
      )
      const planned = impacts.map(({ root }) => root.name)
      const { waves, deferrals } = orderRoots(planned, dependencies)
      const waveOf = new Map(waves.flatMap(({ number, roots: inside }) => inside.map((name) => [name, number])))
      const hasTouched = (name: string) => [...ancestorsOf(name, dependencies)].some((other) => touched.includes(other))

      expect(waves.flatMap(({ roots: inside }) => inside).sort()).toEqual([...planned].sort())
      expect(planned).toEqual(names.filter((name) => touched.includes(name) || hasTouched(name)))
      expect(deferrals.map(({ root }) => root)).toEqual(names.filter(hasTouched))
      for (const name of planned) {
        for (const other of ancestorsOf(name, dependencies)) {
          if (waveOf.has(other)) expect(waveOf.get(name)).toBeGreaterThan(waveOf.get(other) ?? 0)
        }
      }
      // Nothing waits longer than it must: the first wave is all that is not deferred.
      expect(waves[0]?.roots ?? []).toEqual(names.filter((name) => touched.includes(name) && !hasTouched(name)).sort())
    }),
    { numRuns: 150 },
  )
})

test('a circle is found exactly when there is one, and is one', () => {
  const pairs = fc.array(fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 6 })), { maxLength: 12 })
  fc.assert(
    fc.property(pairs, (all) => {
      const edges = all.map(([from, to]) => ({ from: `n${from}`, to: `n${to}`, why: '', at }))
      const circle = findCircle(edges)
      const hasCircle = edges.some(({ from }) => ancestorsOf(from, edges).has(from))
      expect(circle !== undefined).toBe(hasCircle)
      for (const [index, edge] of (circle ?? []).entries()) {
        expect(edges).toContain(edge)
        expect(circle?.[(index + 1) % circle.length]?.from).toBe(edge.to)
      }
    }),
    { numRuns: 300 },
  )
})

test('a ladder, in which every step has two ways, is walked once', () => {
  const edges = Array.from({ length: 60 }, (_, index) =>
    ['left', 'right'].flatMap((side) => [
      { from: `n${index}`, to: `${side}${index}`, at },
      { from: `${side}${index}`, to: `n${index + 1}`, at },
    ]),
  )
  expect(findCircle(edges.flat())).toBeUndefined()
})

test('a chain of ten thousand roots', () => {
  const names = Array.from({ length: 10_000 }, (_, index) => `r${index}`)
  const dependencies = names.slice(1).map((from, index) => ({ from, to: `r${index}`, why: '', at }))
  expect(findCircle(dependencies)).toBeUndefined()
  expect(orderRoots(names, dependencies).waves).toHaveLength(10_000)
})

test('who waits for what has nothing to apply need not wait', () => {
  const deferrals = [
    { root: 'b', waitsFor: ['a'] },
    { root: 'c', waitsFor: ['a', 'b'] },
  ]
  expect(releasedRoots(deferrals, new Set())).toEqual([])
  expect(releasedRoots(deferrals, new Set(['a']))).toEqual(['b'])
  expect(releasedRoots(deferrals, new Set(['a', 'b']))).toEqual(['c'])
})

test('a matrix for each wave', () => {
  const roots = [{ ...rootOf('a'), version: { value: '1.11.4', at }, environment: 'production' }, rootOf('b')]
  const order = orderRoots(['a', 'b'], [{ from: 'b', to: 'a', why: '', at }])
  const plain = { tool: 'terraform', workspace: 'default' }
  expect(wavesMatrix(roots, order)).toEqual([
    {
      wave: 1,
      include: [
        { ...plain, root: 'a', path: 'a', version: '1.11.4', environment: 'production', wave: 1, 'waits-for': [] },
      ],
    },
    {
      wave: 2,
      include: [{ ...plain, root: 'b', path: 'b', version: '', environment: '', wave: 2, 'waits-for': ['a'] }],
    },
  ])
})
