// Which hold covers which version, and that what is written can always be read.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type Hold, parseHold } from '../../contracts/hold.ts'
import type { Version } from '../../images/version.ts'
import { memoryTree } from '../../testing/memory-tree.ts'
import { openTreeFiles } from '../places/tree-files.ts'
import { describeHold, findHold, readHolds } from './holds.ts'
import { type HoldSubject, holdPath } from './state-files.ts'
import { renderHold } from './write-hold.ts'

const digest = (letter: string) => `sha256:${letter.repeat(64)}`
const now = Date.parse('2026-11-21T12:00:00Z')
const hold = (more: Partial<Hold> = {}): Hold => ({
  image: 'ghcr.io/your-org/api',
  tag: '1.6.0',
  environments: ['staging'],
  reason: 'it lost orders',
  since: '2026-11-20T00:00:00Z',
  ...more,
})

describe('findHold', () => {
  type Case = readonly [
    what: string,
    held: Partial<Hold>,
    asked: { readonly names?: string[]; readonly version?: Version; readonly environments?: string[] },
    isHeld: boolean,
  ]
  const nothing = {}
  it.each<Case>([
    ['the same words', nothing, nothing, true],
    ['another image', { image: 'ghcr.io/your-org/web' }, nothing, false],
    ['another image of the same last part', { image: 'quay.io/your-org/api' }, nothing, false],
    ['a registry in capitals', { image: 'GHCR.io/your-org/api' }, nothing, true],
    ['a short name of Docker Hub', { image: 'docker.io/library/nginx' }, { names: ['nginx'] }, true],
    ['the long name of Docker Hub', { image: 'nginx' }, { names: ['index.docker.io/library/nginx'] }, true],
    ['a user of Docker Hub', { image: 'docker.io/your-org/api' }, { names: ['your-org/api'] }, true],
    ['the same name elsewhere', { image: 'nginx' }, { names: ['ghcr.io/library/nginx'] }, false],
    ['an alias', { image: 'api' }, { names: ['ghcr.io/your-org/api', 'api'] }, true],
    ['another tag', { tag: '1.6.1' }, nothing, false],
    ['a tag that begins alike', { tag: '1.6' }, nothing, false],
    ['its tag, when only the hold knows a digest', { digest: digest('a') }, nothing, true],
    ['its tag, when only the asker knows a digest', nothing, { version: { tag: '1.6.0', digest: digest('a') } }, true],
    ['its tag with another digest', { digest: digest('a') }, { version: { tag: '1.6.0', digest: digest('b') } }, false],
    ['its digest by another tag', { digest: digest('a') }, { version: { tag: 'next', digest: digest('a') } }, true],
    ['its digest alone', { digest: digest('a') }, { version: { digest: digest('a') } }, true],
    ['a digest, when the hold has none: it may be the same', nothing, { version: { digest: digest('a') } }, true],
    ['no version', nothing, { version: {} }, false],
    ['a time that is over', { until: '2026-11-21T11:59:59Z' }, nothing, false],
    ['a time that is over now', { until: '2026-11-21T12:00:00Z' }, nothing, false],
    ['a time to come', { until: '2026-11-21T12:00:01Z' }, nothing, true],
    ['a day that no calendar has', { until: '2026-13-45T00:00:00Z' }, nothing, true],
    ['another environment', nothing, { environments: ['production'] }, false],
    ['one of several environments of the place', nothing, { environments: ['production', 'staging'] }, true],
    ['one of several environments of the hold', { environments: ['qa', 'staging'] }, nothing, true],
    ['a hold for everywhere', { environments: [] }, { environments: ['production'] }, true],
    ['a place of which no environment is known', nothing, { environments: [] }, true],
  ])(
    '%s',
    (_, held, { names = ['ghcr.io/your-org/api'], version = { tag: '1.6.0' }, environments = ['staging'] }, is) => {
      const written = { hold: hold(held), file: 'holds/a.yaml' }
      expect(findHold([written], names, version, environments, now)).toBe(is ? written : undefined)
    },
  )
})

/** The whole way of a hold: text, file, tree, and the reader that every bump uses. */
async function readBack(one: Hold) {
  const file = holdPath('state', one)
  const held = await readHolds(openTreeFiles(memoryTree({ [file]: renderHold(one) })), 'state')
  expect(held).not.toHaveProperty('refusals')
  return 'holds' in held ? held.holds[0]?.hold : undefined
}

describe('a hold is read as it was written', () => {
  it.each([
    'one line',
    'two\nlines',
    'an end\n',
    '---\nimage: other',
    '\n...\n---\n',
    '# no comment',
    'a: b # c',
    '"quoted" and \'single\' \\ and \\n',
    '"',
    "'",
    '{a: [1]}',
    '*alias &anchor !tag |',
    '%YAML 1.1',
    '\u0000\u0007\u001b[31m\u007f\u0085\u009f',
    'a\r\nb\rc',
    '\ttab',
    ' spaces ',
    'turned \u202e text \u2066 and \u2028 lines \u2029 and \ufeff marks \ufffe\uffff',
    'Füße, 東京, 🚒',
    '1.10',
    'null',
  ])('the reason %j', async (reason) => {
    expect(await readBack(hold({ reason }))).toEqual(hold({ reason }))
  })

  it('a reason of the longest kind', async () => {
    for (const reason of ['x'.repeat(2000), '🚒'.repeat(1000), '\u2028'.repeat(2000)])
      expect(await readBack(hold({ reason }))).toEqual(hold({ reason }))
  })

  it('any text', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 })
    await fc.assert(
      fc.asyncProperty(text, text, async (reason, by) => {
        expect(await readBack(hold({ reason, by }))).toEqual(hold({ reason, by }))
      }),
      { numRuns: 300 },
    )
  })

  it('what is too long is cut, between characters', async () => {
    for (const reason of ['x'.repeat(2001), 'a'.repeat(5000), `x${'🚒'.repeat(3000)}`]) {
      const read = await readBack(hold({ reason, by: 'b'.repeat(600) }))
      expect(read?.reason.length).toBeLessThanOrEqual(2000)
      expect(read?.reason.length).toBeGreaterThan(1990)
      expect(read?.reason.isWellFormed()).toBe(true)
      expect(read?.by?.length).toBeLessThanOrEqual(500)
    }
  })

  it('half a character becomes a whole one', async () => {
    expect((await readBack(hold({ reason: 'half \ud83d' })))?.reason).toBe('half \ufffd')
  })

  it('every field', async () => {
    const whole = hold({
      digest: digest('a'),
      by: 'your-bot',
      run: 'https://github.com/your-org/platform/actions/runs/1',
      until: '2026-12-01T08:00:00Z',
      environments: ['production', 'staging'],
    })
    expect(await readBack(whole)).toEqual(whole)
    expect(describeHold({ hold: whole, file: 'f' })).toContain(
      'by your-bot (https://github.com/your-org/platform/actions/runs/1): it lost',
    )
  })

  it('tags that look like something else stay text', async () => {
    for (const tag of ['1.10', '0755', '1e3', 'on', '2026-11-20']) {
      const parsed = parseHold(renderHold(hold({ tag })), 'hold')
      expect('hold' in parsed ? parsed.hold.tag : parsed.problems).toBe(tag)
    }
  })
})

describe('the file of a hold', () => {
  test.each<readonly [Partial<HoldSubject>, string]>([
    [{}, 'ghcr.io/your-org/api/1.6.0.staging.yaml'],
    [{ environments: [] }, 'ghcr.io/your-org/api/1.6.0.everywhere.yaml'],
    [{ environments: ['staging', 'production'] }, 'ghcr.io/your-org/api/1.6.0.production+staging.yaml'],
    [{ image: 'localhost:5000/api' }, 'localhost_5000/api/1.6.0.staging.yaml'],
    [{ image: 'nginx' }, 'docker.io/library/nginx/1.6.0.staging.yaml'],
    [{ digest: digest('a') }, `ghcr.io/your-org/api/1.6.0-sha256-${'a'.repeat(64)}.staging.yaml`],
  ])('%j', (more, path) => {
    expect(holdPath('state', hold(more))).toBe(`state/holds/${path}`)
  })

  const hostile = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }),
    fc.stringMatching(/^[./\\a-z:@_+-]{1,40}$/),
    fc.constantFrom(
      '..',
      '../../.github/workflows/x',
      '.',
      '/etc/passwd',
      'a/../b',
      '.git/config',
      'a\0b',
      'x'.repeat(3000),
    ),
  )
  const subject = fc.record({
    image: hostile,
    tag: hostile,
    digest: hostile,
    environments: fc.array(hostile, { maxLength: 3 }),
  })

  test('never leads out of its folder, is never hidden and never too long', () => {
    fc.assert(
      fc.property(subject, fc.boolean(), (one, apart) => {
        const path = holdPath('state', one, apart)
        expect(path).toMatch(/^state\/holds(\/[\w+-][\w.+-]{0,219})+\.yaml$/)
      }),
      { numRuns: 500 },
    )
  })

  test('two names that differ only where they are cut or cleaned are two files', () => {
    const paths = [
      hold(),
      hold({ image: 'quay.io/your-org/api' }),
      hold({ image: 'ghcr.io/your-org/api/api' }),
      hold({ tag: `${'x'.repeat(126)}1`, digest: digest('a') }),
      hold({ tag: `${'x'.repeat(126)}2`, digest: digest('a') }),
      hold({ environments: Array.from({ length: 90 }, (_, index) => `environment-${index}`) }),
      hold({ environments: Array.from({ length: 91 }, (_, index) => `environment-${index}`) }),
      hold({ image: 'ghcr.io/your-org/a{b' }),
      hold({ image: 'ghcr.io/your-org/a}b' }),
    ].map((one) => holdPath('state', one))
    expect(new Set(paths).size).toBe(paths.length)
  })
})
