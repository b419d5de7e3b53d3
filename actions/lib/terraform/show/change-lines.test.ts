import { describe, expect, it } from 'vitest'
import type { ShownChange } from '../result/result.ts'
import { blockLine, changeItem, driftItem, pathInWords } from './change-lines.ts'
import { difference, makeChange } from './testing/terraform-report.ts'

const headOf = (overrides: Partial<ShownChange>) => changeItem(makeChange({ address: 'a.b', ...overrides })).head
const bodyOf = (...differences: ReturnType<typeof difference>[]) => changeItem(makeChange({ differences })).body?.()

describe('the first line of a change', () => {
  it.each<[string, Partial<ShownChange>]>([
    ['+ a.b', { action: 'create' }],
    ['! a.b', { action: 'update' }],
    ['- a.b (no longer in the configuration)', { action: 'delete', reason: 'delete_because_no_resource_config' }],
    [
      '-/+ a.b (destroyed first, then created; marked as tainted)',
      { action: 'replace', reason: 'replace_because_tainted' },
    ],
    [
      '+/- a.b (created first, then the old one destroyed; cannot be changed in place; because of ami, tags["a b"])',
      {
        action: 'replace',
        order: 'create-first',
        reason: 'replace_because_cannot_update',
        replacePaths: [['ami'], ['tags', 'a b']],
      },
    ],
    // As Terraform writes it for `destroy = false`: nothing is destroyed.
    [
      '+/- a.b (the old one stays, but is no longer managed)',
      { action: 'replace', order: 'create-first', actions: ['create', 'forget'], forgets: true },
    ],
    ['! a.b', { action: 'forget' }],
    ['! a.b (was a.c)', { action: 'no-op', previousAddress: 'a.c' }],
    ['! a.b (was a.c; imported from i-1)', { action: 'update', previousAddress: 'a.c', importId: 'i-1' }],
    ['! a.b (actions: renovate, paint)', { action: 'other', actions: ['renovate', 'paint'] }],
    // A reason of a later version, and one that is a name of every object.
    ['! a.b (update_because_new)', { action: 'update', reason: 'update_because_new' }],
    ['! a.b (constructor)', { action: 'update', reason: 'constructor' }],
    [
      '-/+ a.b (destroyed first, then created; because of a, b, c, d, e, 2 more)',
      { action: 'replace', replacePaths: [['a'], ['b'], ['c'], ['d'], ['e'], ['f'], ['g']] },
    ],
  ])('is %s', (head, overrides) => {
    expect(headOf(overrides)).toBe(head)
  })
})

describe('differences', () => {
  it('are a pair of lines, what forces a replacement first', () => {
    expect(bodyOf(difference('size', '1', '2'), difference('ami', '"a"', '"b"', true))).toEqual([
      '-     ami = "a"',
      '+     ami = "b"  # forces replacement',
      '-     size = 1',
      '+     size = 2',
    ])
  })

  it('are one line where there was nothing, or where both sides are hidden', () => {
    expect(
      bodyOf(difference('a', undefined, '1'), difference('b', '2'), difference('c', '(sensitive)', '(sensitive)')),
    ).toEqual(['+     a = 1', '-     b = 2', '!     c: (sensitive), changed'])
  })

  it('have lines of their own where a value has many', () => {
    expect(bodyOf(difference('user_data', 'one\ntwo', 'one'))).toEqual([
      '-     user_data =',
      '-       one',
      '-       two',
      '+     user_data = one',
    ])
    expect(bodyOf(difference('x', undefined, 'a\n\u202eb'))?.at(-1)).toBe('+       \\u202eb')
    expect(bodyOf(difference('long', undefined, 'x\n'.repeat(99)))).toHaveLength(62)
  })

  it('are counted where they were left out, and absent where there are none', () => {
    expect(changeItem(makeChange({ differencesLeftOut: 1200 })).body?.()).toEqual(['      … 1,200 more differences'])
    expect(changeItem(makeChange()).body).toBeUndefined()
  })
})

it('tells what others changed from what they took away', () => {
  const differences = [difference('size', '1', '2')]
  expect(driftItem(makeChange({ address: 'a.b', action: 'update', differences })).head).toBe('! a.b (was changed)')
  const gone = driftItem(makeChange({ address: 'a.b', action: 'delete', differences }))
  expect([gone.head, gone.body]).toEqual(['- a.b (is gone)', undefined])
})

it.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 0, 'b'], 'a[0].b'],
  [['a', 'b.c', 'd'], 'a["b.c"].d'],
  [['größe', 'x-y'], 'größe.x-y'],
  [['"'], '["\\""]'],
])('writes the path %j as %s', (path, words) => {
  expect(pathInWords(path)).toBe(words)
})

it('keeps a line one line, visible and short', () => {
  expect(blockLine('a\r\nb\u001b[31m\u202e')).toBe('a b\\u001b[31m\\u202e')
  expect(blockLine('+     ::error::x')).toBe('+     : :error::x')
  expect(blockLine('  ##[error]x')).toBe('  ## [error]x')
  expect(blockLine('x'.repeat(5000))).toHaveLength(1000)
  expect(blockLine('plain "text" = 1')).toBe('plain "text" = 1')
})
