import fc from 'fast-check'
import { expect, it } from 'vitest'
import { alignLists } from './align-lists.ts'
import { differencesOf } from './differences.ts'

const value = fc.oneof(
  fc.constantFrom('a', 'b', 1, null, ''),
  fc.record(
    { name: fc.constantFrom('a', 'b'), port: fc.nat(2), x: fc.array(fc.nat(1), { maxLength: 2 }) },
    { requiredKeys: [] },
  ),
)
const list = fc.oneof(fc.array(value, { maxLength: 8 }), fc.array(value, { minLength: 20, maxLength: 40 }))

it('tells every element of both lists that is not one of the other, in order, once', () => {
  fc.assert(
    fc.property(list, list, (before, after) => {
      const aligned = alignLists(before, after, false)
      const told = (side: 'before' | 'after') => aligned.flatMap((one) => one[side] ?? [])
      for (const side of ['before', 'after'] as const) {
        expect(told(side)).toEqual([...new Set(told(side))].sort((one, other) => one - other))
      }
      // What is left of both is the same list.
      const left = (all: readonly unknown[], side: 'before' | 'after') =>
        all.filter((_, index) => !told(side).includes(index))
      expect(left(before, 'before')).toEqual(left(after, 'after'))
    }),
    { numRuns: 500 },
  )
})

it('one element put anywhere into a list is the only difference', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 30 }), fc.nat(), (before, at) => {
      const index = at % (before.length + 1)
      const after = [...before.slice(0, index), 'new', ...before.slice(index)]
      expect(alignLists(before, after, false)).toEqual([{ after: index }])
      expect(alignLists(after, before, false)).toEqual([{ before: index }])
    }),
  )
})

it('no difference is lost: two objects have rows if and only if they are not the same', () => {
  const object = fc.dictionary(
    fc.constantFrom('a', 'b', '__proto__'),
    fc.oneof(
      value,
      list,
      fc.json().map((text) => text),
      fc.array(fc.constantFrom(null, 1), { maxLength: 2 }),
      fc.constantFrom('x\ny', 'x\nz', '{"a":1}', '{"a": 1}', '[]', 'x\n'),
    ),
    { maxKeys: 2, noNullPrototype: true },
  )
  const redactor = { text: (text: string) => text, value: <T>(one: T) => one, size: 0 }
  fc.assert(
    fc.property(object, object, (before, after) => {
      const marks = { afterUnknown: false, beforeSensitive: false, afterSensitive: false, replacePaths: [] }
      const { differences } = differencesOf({ before, after, ...marks }, redactor, 100)
      expect(differences.length === 0).toBe(JSON.stringify(sorted(before)) === JSON.stringify(sorted(after)))
    }),
    { numRuns: 1000 },
  )
})

/** With its members in order, and without those that are nothing: they are the same as absent ones. */
function sorted(one: unknown): unknown {
  if (Array.isArray(one)) return one.map(sorted)
  if (typeof one !== 'object' || one === null) return one
  const entries = Object.entries(one).filter(([, member]) => member !== null)
  return entries.sort(([first], [second]) => (first < second ? -1 : 1)).map(([name, member]) => [name, sorted(member)])
}
