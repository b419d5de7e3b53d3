import { describe, expect, it } from 'vitest'
import { callFromRequest } from './calls.ts'

const digest = `sha256:${'0'.repeat(64)}`
const staging = { environments: ['staging'] }

describe('a request', () => {
  it.each([
    [{ tag: '1' }, undefined],
    [{ digest }, undefined],
    [{ tag: '1', digest }, true],
  ])('of %j: whether the digest was given beside the tag', (version, explicit) => {
    const { requests } = callFromRequest({ images: [{ image: 'api', ...version }], ...staging })
    expect(requests).toMatchObject([{ image: 'api', version }])
    expect(requests[0]?.explicitDigest).toBe(explicit)
  })

  it.each([
    [{ images: [{ image: 'API', tag: '1' }], ...staging }, 'write it in lower case: api'],
    [{ images: [{ image: 'x//y', tag: '1' }], ...staging }, '"x//y" is no name of an image.'],
    [{ images: [{ image: 'api' }], ...staging }, 'Nothing says which version.'],
    [{ images: [{ image: 'api', tag: '1' }] }, 'Nothing says where.'],
    [{ images: [{ image: 'api', tag: '1' }], ...staging, from: 'dev' }, 'and a version is given as well'],
    [{ images: [{ image: 'api' }], ...staging, from: 'staging' }, 'staging is both where the version comes from'],
  ])('%j is refused for what its schema cannot say', (written, message) => {
    expect(() => callFromRequest(written)).toThrow(message)
  })
})
