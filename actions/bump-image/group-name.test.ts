import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requestOf } from '../lib/bump/testing/bumped.ts'
import { checkGroup, groupName } from './group-name.ts'

const nameOf = (images: readonly string[], scope: Parameters<typeof requestOf>[0]) =>
  groupName(images.map((image) => requestOf({ ...scope, image })))

/** Git itself judges. */
function isBranch(name: string): boolean {
  try {
    execFileSync('git', ['check-ref-format', `refs/heads/${name}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe('the name of a group', () => {
  it.each([
    [['ghcr.io/your-org/api'], { environments: ['staging'] }, 'staging/ghcr.io-your-org-api'],
    [['nginx'], { environments: ['staging'] }, 'staging/nginx'],
    [['docker.io/nginx'], { environments: ['staging'] }, 'staging/docker.io-library-nginx'],
    [['ghcr.io/your-org/api'], { environments: ['staging', 'dev'] }, 'dev+staging/ghcr.io-your-org-api'],
  ])('%j in %j is %s', (images, scope, name) => {
    expect(nameOf(images, scope)).toBe(name)
  })

  it.each([
    [['ghcr.io/your-org/api', 'ghcr.io/your-org/web'], /^staging\/ghcr\.io-your-org-api-and-1-more-[0-9a-f]{8}$/],
    [['ghcr.io/your-org/api-worker'], /^staging\/ghcr\.io-your-org-api-worker-[0-9a-f]{8}$/],
    [['localhost:5000/api'], /^staging\/localhost-5000-api-[0-9a-f]{8}$/],
    [['x.io/y/file.lock'], /^staging\/x\.io-y-file-lock-[0-9a-f]{8}$/],
  ])('%j, of which something is left out, has a hash', (images, form) => {
    expect(nameOf(images, { environments: ['staging'] })).toMatch(form)
  })

  it('does not depend on the order', () => {
    const [one, other] = ['ghcr.io/your-org/api', 'ghcr.io/your-org/web']
    expect(nameOf([one, other], { environments: ['a', 'b'] })).toBe(nameOf([other, one], { environments: ['b', 'a'] }))
  })

  const images = [
    'api',
    'a.io/x/api',
    'b.io/y/api',
    'a.io/x-a/pi',
    'a.io/x/a-pi',
    'a.io/x/web',
    'api-2',
    'x/api',
    'x-api',
  ]
  const files = ['a.yaml', 'b.yaml', 'x/a.yaml', 'x-a.yaml']
  const lists = fc.record({
    environments: fc.subarray(['a', 'b', 'a-b']),
    applications: fc.subarray(['a', 'b', 'a+b', 'a b']),
    files: fc.subarray(files),
  })
  const asked = fc.tuple(fc.subarray(images, { minLength: 1 }), lists)

  it('differs where images or places differ', () => {
    const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
    fc.assert(
      fc.property(asked, asked, (one, other) => {
        expect(nameOf(...one) === nameOf(...other)).toBe(same(one, other))
      }),
      { numRuns: 500 },
    )
  })

  it('is one that git takes, whatever the places are called, and not longer than 120 characters', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom('..', '.lock', '@{', '-x', 'é'),
    )
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 3 }), fc.subarray(images, { minLength: 1 }), (applications, some) => {
        const name = nameOf(some, { applications })
        expect(name.length).toBeLessThanOrEqual(120)
        expect([name, isBranch(`seaworthy/bump/${name}`)]).toEqual([name, true])
        expect(() => checkGroup(name)).not.toThrow()
      }),
      { numRuns: 60 },
    )
  })
})

describe('a name that somebody gives', () => {
  it.each([
    ['release', true],
    ['release/2026.11', true],
    ['a@b#1', true],
    ['a b', false],
    ['../main', false],
    ['a..b', false],
    ['a//b', false],
    ['/a', false],
    ['a/', false],
    ['.a', false],
    ['a.lock', false],
    ['a.', false],
    ['a@{1}', false],
    ['a~1', false],
    ['a:b', false],
    ['a\nb', false],
    ['a\\b', false],
    ['x*', false],
  ])('%j: %s, as git says', (name, taken) => {
    expect(isBranch(`seaworthy/bump/${name}`)).toBe(taken)
    if (taken) expect(() => checkGroup(name)).not.toThrow()
    else expect(() => checkGroup(name)).toThrow('cannot be the name of a group')
  })
})
