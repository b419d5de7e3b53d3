import { describe, expect, test } from 'vitest'
import { addQuantities, compareQuantities, parseQuantity } from './quantity.ts'

const compare = (a: unknown, b: unknown) => {
  const [left, right] = [parseQuantity(a), parseQuantity(b)]
  if (left === undefined || right === undefined) throw new Error(`${a} or ${b} does not parse`)
  return compareQuantities(left, right)
}

describe('quantities', () => {
  // https://kubernetes.io/docs/concepts/configuration/manage-resources-containers and the doc comment of resource.Quantity.
  test.each([
    ['0.1', '100m'],
    ['1', '1000m'],
    ['128974848', '123Mi'],
    ['1.5', '1500m'],
    ['1.5Gi', '1536Mi'],
    ['1e3', '1k'],
    ['1E3', '1000'],
    ['12e6', '12M'],
    ['129e-3', '129m'],
    ['1Ki', '1024'],
    ['1Ei', '1152921504606846976'],
    ['+5', '5.'],
    ['.5', '500m'],
    ['-0', '0'],
    [2, '2'],
    [0.5, '500m'],
    ['1000n', '1u'],
  ])('%s is the same amount as %s', (a, b) => expect(compare(a, b)).toBe(0))

  test.each([
    ['128974848', '129M'],
    ['1M', '1Mi'],
    ['100m', '100'],
    ['-1', '0'],
    ['9007199254740992', '9007199254740993'],
    ['1n', '1.1n'],
    ['1E', '1Ei'],
  ])('%s is less than %s', (a, b) => {
    expect(compare(a, b)).toBe(-1)
    expect(compare(b, a)).toBe(1)
  })

  test.each([
    '',
    ' 1',
    '1 ',
    '1mi',
    '1K',
    '1KB',
    'Gi',
    '.',
    '+',
    '1.2.3',
    '1e',
    '1e1.5',
    '0x10',
    '1_000',
    '१',
    null,
    true,
    Number.NaN,
    [],
    '1e999999999',
  ])('%j is no quantity', (text) => expect(parseQuantity(text)).toBeUndefined())

  test('adds exactly', () => {
    const parts = ['100m', '0.2', '700m'].map((text) => parseQuantity(text) ?? { numerator: 0n, denominator: 1n })
    const sum = parts.reduce(addQuantities)
    expect(compareQuantities(sum, { numerator: 1n, denominator: 1n })).toBe(0)
  })
})
