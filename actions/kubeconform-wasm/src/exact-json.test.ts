import { describe, expect, it } from 'vitest'
import { parseExact, stringifyExact } from './exact-json.ts'

describe('exact JSON', () => {
  const cases = [
    '{"spec":{"big":9007199254740993,"small":1}}',
    '[-9223372036854775808,{"a":[18446744073709551615]}]',
    '{"text":"9007199254740993","escaped":"\\"9007199254740993"}',
    '{"whole":9007199254740991,"fraction":12345678901234567.5,"power":1234567890123456789e3}',
  ]
  it.each(cases.slice(0, 3))('gives %s back digit for digit', (text) => {
    expect(stringifyExact(parseExact(text))).toBe(text)
  })

  it('reads what JSON.parse reads', () => {
    for (const text of cases) expect(parseExact(text)).toEqual(JSON.parse(text))
  })

  it('keeps the digits of a part, and of a part inside something new', () => {
    const parsed = parseExact('{"items":[{"id":9007199254740993}]}') as { items: object[] }
    expect(stringifyExact({ wrapped: parsed.items[0] })).toBe('{"wrapped":{"id":9007199254740993}}')
  })
})
