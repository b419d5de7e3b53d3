import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatBump, type MergedBump, parseBump, standingBumps } from './merged-bumps.ts'

const commit = 'a'.repeat(40)
const digest = `sha256:${'0'.repeat(64)}`
const bump = (image: string, tag: string, environments: readonly string[] = []): MergedBump => ({
  image,
  version: { tag },
  build: undefined,
  environments,
})

describe('a trailer', () => {
  it('is read as it is written', () => {
    const value = `image=ghcr.io/your-org/api tag=1.5.0 digest=${digest} source=your-org/api commit=${commit} run=7 environments=production,staging`
    const parsed = parseBump(value)
    expect(parsed).toEqual({
      image: 'ghcr.io/your-org/api',
      version: { tag: '1.5.0', digest },
      build: { repository: 'your-org/api', commit, run: '7' },
      environments: ['production', 'staging'],
    })
    expect(formatBump(parsed as MergedBump)).toBe(value)
  })

  it.each([
    ['nothing'],
    ['image=ghcr.io/your-org/api'],
    ['image=<img> tag=1'],
    ['image=api:1 tag=1'],
    ['image=api tag=@your-org'],
    ['image=api digest=sha256:1'],
  ])('that we would not have written is not taken: %s', (value) => {
    expect(parseBump(value)).toBeUndefined()
  })

  it.each([
    ['image=api tag=1 source=<b> commit=x'],
    [`image=api tag=1 source=your-org/api commit=${commit.slice(1)}`],
    ['image=api tag=1 environments=@your-org,<b>'],
  ])('loses fields that say something else than they should: %s', (value) => {
    expect(parseBump(value)).toEqual(bump('api', '1'))
  })

  it('never yields text with a space, a line end or markup', () => {
    const word = fc.string({ maxLength: 30 })
    const pair = fc.tuple(fc.constantFrom('image', 'tag', 'source', 'commit', 'run', 'environments', 'x'), word)
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const parsed = parseBump(['image=api tag=1', ...pairs.map((fields) => fields.join('='))].join(' '))
        if (parsed !== undefined) expect(formatBump(parsed)).toMatch(/^[\w./:=, -]+$/)
      }),
    )
  })
})

describe('what is left of several bumps', () => {
  it.each([
    ['one after the other', [bump('a', '1', ['s']), bump('a', '2', ['s'])], [bump('a', '2', ['s'])]],
    ['other images', [bump('a', '1', ['s']), bump('b', '1', ['s'])], [bump('a', '1', ['s']), bump('b', '1', ['s'])]],
    [
      'other environments',
      [bump('a', '1', ['s']), bump('a', '2', ['p'])],
      [bump('a', '1', ['s']), bump('a', '2', ['p'])],
    ],
    [
      'one of two environments',
      [bump('a', '1', ['s', 'p']), bump('a', '2', ['s'])],
      [bump('a', '1', ['p']), bump('a', '2', ['s'])],
    ],
    ['files', [bump('a', '1'), bump('a', '2')], [bump('a', '2')]],
    [
      'two spellings',
      [bump('nginx', '1'), bump('docker.io/library/nginx', '2')],
      [bump('docker.io/library/nginx', '2')],
    ],
  ])('%s', (_, bumps, standing) => {
    expect(standingBumps(bumps)).toEqual(standing)
  })
})
