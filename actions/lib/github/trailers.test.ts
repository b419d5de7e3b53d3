import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pinnedGitEnvironment } from '../testing/temporary-repository.ts'
import { appendTrailers, formatTrailers, parseTrailers, type Trailer, trailerValues } from './trailers.ts'

/** What git itself reads. */
function byGit(message: string): readonly string[] {
  const read = execFileSync('git', ['interpret-trailers', '--parse', '--no-divider'], {
    input: message,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...pinnedGitEnvironment },
  })
  return read.split('\n').filter((line) => line !== '')
}

const lines = (trailers: readonly Trailer[]) => trailers.map(({ key, value }) => `${key}: ${value}`)

describe('read as git reads them', () => {
  it.each([
    ['none', 'Headline\n\nSome text.\n'],
    ['one', 'Headline\n\nSome text.\n\nKey: value\n'],
    ['a headline that looks like one', 'fix: the thing'],
    ['only a headline and trailers', 'Headline\n\nA: 1\nB: 2'],
    ['several of one key', 'Headline\n\nA: 1\nA: 2\n'],
    ['folded', 'Headline\n\nA: one\n  two\n\tthree\nB: 2\n'],
    ['text among them', 'Headline\n\nA: 1\nthis is text\n'],
    ['text among git’s own', 'Headline\n\ntext one\nA: 1\nSigned-off-by: Someone <a@example.com>\n'],
    ['too much text among git’s own', 'Headline\n\none\ntwo\nthree\nfour\nSigned-off-by: Someone <a@example.com>\n'],
    ['a cherry-pick', 'Headline\n\nA: 1\n(cherry picked from commit 1a2b3c4)\n'],
    ['not in the last paragraph', 'Headline\n\nA: 1\n\nThe end.\n'],
    ['blank lines at the end', 'Headline\n\nA: 1\n\n\n'],
    ['a value with colons', 'Headline\n\nA: https://example.com: x\n'],
    ['no value', 'Headline\n\nA:\nB: 2\n'],
    ['a key with a space', 'Headline\n\nNo key: 1\nB: 2\n'],
    ['a continuation of nothing', 'Headline\n\n  indented\nB: 2\n'],
    ['blank line with spaces', 'Headline\n   \nA: 1\n'],
  ])('%s', (_name, message) => {
    expect(lines(parseTrailers(message))).toEqual(byGit(message))
  })

  it('any message of such lines', () => {
    const line = fc.constantFrom(
      'A: 1',
      'B-c: x y',
      'text',
      ' folded',
      '',
      'Signed-off-by: S <s@example.com>',
      'no:space',
    )
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 9 }), (some) => {
        const message = `Headline\n\n${some.join('\n')}\n`
        expect(lines(parseTrailers(message))).toEqual(byGit(message))
      }),
      { numRuns: 150 },
    )
  })
})

describe('written', () => {
  const hostile = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('a', ':', '\n', '\r', ' ', '\t', '#', '-', 'K: v', '\u2028', '\0', '\u001b') }),
  )
  const trailer = fc.record({ key: fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,10}$/), value: hostile })

  it('a value stays one value, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(trailer, { minLength: 1, maxLength: 4 }), hostile, (trailers, text) => {
        const message = appendTrailers(`Headline\n\n${text.replace(/[\0\r]/g, '')}`, trailers)
        const read = parseTrailers(message).slice(-trailers.length)
        const plain = trailers.map(({ key, value }) => ({
          key,
          value: value.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim(),
        }))
        expect(read).toEqual(plain)
      }),
    )
  })

  it('and git agrees', () => {
    fc.assert(
      fc.property(fc.array(trailer, { minLength: 1, maxLength: 3 }), (trailers) => {
        const message = appendTrailers('Headline\n\nText.', trailers)
        expect(lines(parseTrailers(message))).toEqual(byGit(message))
      }),
      { numRuns: 60 },
    )
  })

  it.each(['', 'a b', 'a:', 'ä', '(x', 'a\nb'])('refuses %j as a key', (key) => {
    expect(() => formatTrailers([{ key, value: '' }])).toThrow(TypeError)
  })

  it('adds to those that are there', () => {
    expect(appendTrailers('Headline\n\nText.\n\nA: 1\n', [{ key: 'B', value: '2\n3' }])).toBe(
      'Headline\n\nText.\n\nA: 1\nB: 2\n 3',
    )
    expect(appendTrailers('fix: x', [{ key: 'B', value: '2' }])).toBe('fix: x\n\nB: 2')
  })
})

it('finds all values of a key in any case', () => {
  expect(trailerValues('Headline\n\nkey: 1\nOther: 2\nKEY: 3', 'Key')).toEqual(['1', '3'])
})
