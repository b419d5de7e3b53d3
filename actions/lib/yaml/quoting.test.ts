import { describe, expect, it } from 'vitest'
import { doubleQuoted, isWritable, needsQuotes, readsAsAnother, singleQuoted } from './quoting.ts'

// That what stays plain is read as a string is shown with other readers, in quoting.tools.test.ts.
describe('texts that stay plain', () => {
  it.each([
    'latest',
    'v1.2.3',
    '1.2.3',
    '1.2.3-rc.1+build.7',
    '2024-01-01-abc1234',
    'sha-0123456',
    '0123456a',
    'deadbee',
    'main_2',
    'sha256:4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a',
    'registry.example.test:5000/team/api:v1@sha256:0',
    '--image=api:v1',
    './charts/api',
    'Ünïcode',
  ])('%s', (text) => {
    expect(needsQuotes(text, false)).toBe(false)
  })

  it.each(['v1.2.3', '1.2.3', 'nginx:1.2', 'a/b:c'])('%s, inside brackets', (text) => {
    expect(needsQuotes(text, true)).toBe(false)
  })
})

describe('texts that readers take for something else', () => {
  it.each(
    [
      '1 1.20 +1 -1 1. .5 1e3 12e45678 0123456 0777 0x1F 0o17 0b101 1_000 0x_1 12:30 190:20:30.15 e1234567 0x1p3',
      'y Y yes No ON off true FALSE null ~ NULL .inf -.INF +.inf .nan << =',
      '2024-01-01 2024-1-1 2001-12-14t21:59:43.10-05:00',
    ]
      .join(' ')
      .split(' ')
      .concat('', '2001-12-14 21:59:43.10 -5', '2024-01-01 00:00:00'),
  )('%j', (text) => {
    expect(readsAsAnother(text)).toBe(true)
    expect(needsQuotes(text, false)).toBe(true)
  })
})

describe('texts that would break the syntax', () => {
  it.each([
    ...['a: b', 'a #b', 'a:', ' a', 'a ', '#a', '- a', '-', '? a', ': a', '*a', '&a', '!a', '|', '>', '@a', '`a', '%a'],
    ...['{a', '[a', ',a', "'a", '"a', '---', '--- a', '...', 'a\u00a0b', '\u3000', 'a\u200bb'],
  ])('%j', (text) => {
    expect(needsQuotes(text, false)).toBe(true)
  })

  it.each(['a,b', 'a]', 'a[0]', '{a}', 'a}b', 'a?b'])('%j, inside brackets', (text) => {
    expect(needsQuotes(text, true)).toBe(true)
  })
})

it.each([
  ['a"b\\c', '"a\\"b\\\\c"', `'a"b\\c'`],
  ["it's", `"it's"`, "'it''s'"],
  ['', '""', "''"],
])('quotes %j', (text, double, single) => {
  expect(doubleQuoted(text)).toBe(double)
  expect(singleQuoted(text)).toBe(single)
})

it.each(['\n', '\r', '\t', '\0', '\x7f', '\x85', '\u2028', '\u2029', '\ufeff', '\ud800', '\udc00a', '\uffff'])(
  'does not write %j',
  (character) => {
    expect(isWritable(`a${character}b`)).toBe(false)
  },
)
it('writes all else', () => expect(isWritable('v1 ~é\u00a0漢😀\ufffd')).toBe(true))
