import { describe, expect, it } from 'vitest'
import { pointerNames, pointerOf, valueAt } from './pointer.ts'

// The examples of RFC 6901, section 5.
const document = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'c%d': 2, 'm~n': 8, ' ': 7 }

describe('JSON pointers', () => {
  it.each([
    ['', document],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/m~0n', 8],
    ['/ ', 7],
  ])('%j', (pointer, value) => expect(valueAt(document, pointer)).toEqual(value))

  it.each(['/foo/2', '/foo/-', '/foo/', '/foo/0/length', '/none/a', '/constructor', '/__proto__'])(
    '%j leads nowhere',
    (pointer) => expect(valueAt(document, pointer)).toBeUndefined(),
  )

  it('escapes and unescapes in the right order', () => {
    expect(pointerOf('a/b', '~1', 0)).toBe('/a~1b/~01/0')
    expect(pointerNames('/a~1b/~01/0')).toEqual(['a/b', '~1', '0'])
    expect(pointerNames('')).toEqual([])
  })
})
