import { describe, expect, it } from 'vitest'
import { type Build, findBuild, formatBumpTrailer, judgeOrder } from './build.ts'

const [old, fresh] = ['a'.repeat(40), 'b'.repeat(40)]
const build = (commit: string, run?: string): Build => ({
  repository: 'your-org/api',
  commit,
  ...(run !== undefined && { run }),
})
const digest = `sha256:${'1'.repeat(64)}`

describe('the build of what is deployed', () => {
  const message = (trailer: string) => `Bump api\n\nSome words.\n\nSeaworthy-Bump: ${trailer}\nSeaworthy-Change: 0123\n`

  it('is read back from what was written', () => {
    const version = { tag: '1.5.0', digest }
    const trailer = formatBumpTrailer('ghcr.io/your-org/api', version, build(old, '7'))
    expect(trailer).toBe(
      `image=ghcr.io/your-org/api tag=1.5.0 digest=${digest} source=your-org/api commit=${old} run=7`,
    )
    for (const standing of [version, { tag: '1.5.0' }, { digest }]) {
      expect(findBuild([message(trailer)], ['ghcr.io/your-org/api'], standing)).toEqual(build(old, '7'))
    }
  })

  const first = message(formatBumpTrailer('ghcr.io/your-org/api', { tag: '1.5.0' }, build(old)))
  it.each([
    ['another image', [first], ['ghcr.io/your-org/web'], { tag: '1.5.0' }],
    ['another version', [first], ['ghcr.io/your-org/api'], { tag: '1.4.0' }],
    ['no version', [first], ['ghcr.io/your-org/api'], {}],
    ['a digest that the commit does not tell', [first], ['ghcr.io/your-org/api'], { tag: '1.5.0', digest }],
    ['no messages', [], ['ghcr.io/your-org/api'], { tag: '1.5.0' }],
    ['a commit by hand', ['Set 1.5.0\n\nby hand'], ['ghcr.io/your-org/api'], { tag: '1.5.0' }],
    [
      'no source',
      [message(formatBumpTrailer('ghcr.io/your-org/api', { tag: '1.5.0' }, undefined))],
      ['ghcr.io/your-org/api'],
      { tag: '1.5.0' },
    ],
    ['nonsense', [message('=== = image source=')], ['ghcr.io/your-org/api'], { tag: '1.5.0' }],
  ])('is not known from %s', (_, messages, names, version) => {
    expect(findBuild(messages, names, version)).toBeUndefined()
  })

  it('is read from what a squash makes of several messages', () => {
    const squashed = `${first.trim()}\n\n* Bump web\n\n<!-- a marker -->\n\nCo-authored-by: your-bot <your-bot@example.com>\n`
    expect(findBuild([squashed], ['ghcr.io/your-org/api'], { tag: '1.5.0' })).toEqual(build(old))
    // Quoted, it is nobody's word.
    expect(
      findBuild([squashed.replaceAll('\nSeaworthy', '\n> Seaworthy')], ['ghcr.io/your-org/api'], { tag: '1.5.0' }),
    ).toBeUndefined()
  })

  it('a roll-back, which tells no build, leaves that of the bump before it', () => {
    const rolledBack = message(formatBumpTrailer('ghcr.io/your-org/api', { tag: '1.5.0' }, undefined))
    const bad = message(formatBumpTrailer('ghcr.io/your-org/api', { tag: '1.6.0' }, build(fresh)))
    expect(findBuild([rolledBack, bad, first], ['ghcr.io/your-org/api'], { tag: '1.5.0' })).toEqual(build(old))
  })
})

describe('which of two builds is newer', () => {
  const compare =
    (answer: 'identical' | 'ahead' | 'behind' | 'diverged' | 'unknown') =>
    async (repository: string, base: string, head: string) => {
      expect([repository, base, head]).toEqual(['your-org/api', old, fresh])
      return answer
    }
  it.each([
    ['ahead', undefined, undefined, 'newer', false],
    ['identical', undefined, undefined, 'newer', false],
    ['behind', '9', '1', 'superseded', undefined],
    ['diverged', undefined, undefined, 'newer', true],
    ['unknown', undefined, undefined, 'newer', true],
    ['unknown', '7', '6', 'superseded', undefined],
    ['unknown', '7', '8', 'newer', true],
    // Compared as numbers: as texts, 10 would come before 9.
    ['unknown', '9', '10', 'newer', true],
    ['unknown', '7', '7', 'newer', true],
  ] as const)('GitHub says %s, runs %s and %s: %s', async (answer, oldRun, newRun, type, note) => {
    const order = await judgeOrder(build(old, oldRun), build(fresh, newRun), compare(answer))
    expect(order.type).toBe(type)
    if (order.type === 'newer') expect(order.note !== undefined).toBe(note)
  })

  it.each([
    [undefined, build(fresh)],
    [build(old), undefined],
    [build(old), build(old)],
    [{ ...build(old), repository: 'your-org/other' }, build(fresh)],
  ])('asks nobody where there is nothing to compare', async (deployed, incoming) => {
    const never = async () => {
      throw new Error('asked')
    }
    expect(await judgeOrder(deployed, incoming, never)).toEqual({ type: 'newer' })
  })
})
