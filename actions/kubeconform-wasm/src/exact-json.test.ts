import { describe, expect, it } from 'vitest'
import { equalExact, parseExact, stringifyExact } from './exact-json.ts'

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

  it('tells integers apart that are the same number to JavaScript', () => {
    const of = (text: string) => parseExact(text)
    expect(equalExact(of('{"a":[9007199254740993]}'), of('{"a":[9007199254740992]}'))).toBe(false)
    expect(equalExact(of('{"a":[9007199254740993]}'), of('{"a":[9007199254740993]}'))).toBe(true)
    expect(equalExact(of('{"a":1}'), of('{"a":2}'))).toBe(false)
    expect(equalExact(undefined, undefined)).toBe(true)
  })
})
