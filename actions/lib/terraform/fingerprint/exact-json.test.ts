import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalText, ExactNumber, withExactNumbers } from './exact-json.ts'

/** JSON as text, with numbers of any length, and strings that look like numbers or hold quotes and backslashes. */
const jsonText = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    numberText(),
    fc
      .string({ unit: fc.constantFrom('"', '\\', '1', '234567890123456789', 'e5', 'ä', 'number:') })
      .map((text) => JSON.stringify(text)),
    fc.constantFrom('true', 'null', '"\\u0031234567890123456789"'),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(' , ')}]`),
    fc
      .array(fc.tuple(fc.constantFrom('a', 'b', '__proto__', '12345678901234567890', 'x"y'), tie('value')), {
        maxLength: 3,
      })
      .map((entries) => `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`),
  ),
})).value

function numberText() {
  return fc
    .tuple(
      fc.constantFrom('', '-'),
      fc.stringMatching(/^(0|[1-9]\d{0,24})$/),
      fc.stringMatching(/^(\.\d{1,24})?$/),
      fc.stringMatching(/^([eE][-+]?\d{1,3})?$/),
    )
    .map((parts) => parts.join(''))
}

/** Every number as the text had it: what a reviver is told by the engine itself. */
const bySource = (text: string): unknown =>
  (
    JSON.parse as (
      text: string,
      reviver: (key: string, value: unknown, context: { source?: string }) => unknown,
    ) => unknown
  )(text, (_, value, { source }) => (typeof value === 'number' ? { number: decimalText(source ?? '') } : value))

const byUs = (value: unknown): unknown => {
  if (value instanceof ExactNumber) return { number: decimalText(value.text) }
  if (typeof value === 'number') return { number: decimalText(String(value)) }
  if (Array.isArray(value)) return value.map(byUs)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, byUs(child)]))
}

test('no number loses a digit, and nothing else changes: as the engine itself tells', () => {
  fc.assert(
    fc.property(jsonText, (text) => {
      // A reviver loses an own `__proto__`: compared where there is none.
      fc.pre(!text.includes('__proto__'))
      expect(byUs(withExactNumbers(text, JSON.parse(text)))).toEqual(bySource(text))
    }),
    { numRuns: 500 },
  )
})

test('a text without long numbers is not parsed again', () => {
  const json = { a: [1, 2.5, '123456789'] }
  expect(withExactNumbers(JSON.stringify(json), json)).toBe(json)
  const long = { id: '12345678901234567890123' }
  expect(withExactNumbers(JSON.stringify(long), long)).toBe(long)
})

test('a long number under __proto__ stays where it is', () => {
  const text = '{"__proto__": 12345678901234567890, "constructor": {"a": [1e999]}}'
  const read = withExactNumbers(text, JSON.parse(text)) as Record<string, unknown>
  expect(Object.keys(read)).toEqual(['__proto__', 'constructor'])
  expect(Object.getOwnPropertyDescriptor(read, '__proto__')?.value).toEqual(new ExactNumber('12345678901234567890'))
  expect(read.constructor).toEqual({ a: [new ExactNumber('1e999')] })
})

test('one number has one text, two have two', () => {
  expect(['1.50', '15e-1', '0.15E+1', '1.5'].map(decimalText)).toEqual(Array(4).fill('15e-1'))
  expect(['0', '-0', '0.00', '0e9'].map(decimalText)).toEqual(Array(4).fill('0'))
  expect(decimalText('12345678901234567890')).not.toBe(decimalText('12345678901234567891'))
  expect(decimalText('-1')).not.toBe(decimalText('1'))
})
