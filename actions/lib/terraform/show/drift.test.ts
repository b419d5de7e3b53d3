import { describe, expect, it } from 'vitest'
import type { RootResult, ShownChange } from '../result/result.ts'
import { driftKind, driftTitle, renderDrift, renderDriftText, splitDrift } from './drift.ts'
import { hostile, rootOf } from './testing/hostile.ts'
import { readMarkdown } from './testing/read-markdown.ts'
import { difference, makeChange, makePlan, makeRoot } from './testing/terraform-report.ts'

const change = (address: string, overrides: Partial<ShownChange> = {}) =>
  makeChange({ address, action: 'update', ...overrides })
const size = (before: string, after: string) => [difference('size', before, after)]

/** Addresses by where they are put. */
function split(changes: readonly ShownChange[], drift: readonly ShownChange[]) {
  const { putBack, left, unapplied } = splitDrift({ changes, drift })
  const names = (some: readonly ShownChange[]) => some.map(({ address }) => address)
  return { putBack: names(putBack), left: names(left), unapplied: names(unapplied) }
}

describe('drift and configuration are told apart', () => {
  it.each<[string, readonly ShownChange[], readonly ShownChange[], ReturnType<typeof split>]>([
    ['nothing', [], [], { putBack: [], left: [], unapplied: [] }],
    [
      'a size that somebody raised, and the plan lowers',
      [change('a.b', { differences: size('2', '1') })],
      [change('a.b', { differences: size('1', '2') })],
      { putBack: ['a.b'], left: [], unapplied: [] },
    ],
    [
      'an object that somebody deleted, and the plan creates',
      [change('a.b', { action: 'create', differences: size('', '1') })],
      [change('a.b', { action: 'delete' })],
      { putBack: ['a.b'], left: [], unapplied: [] },
    ],
    [
      'an attribute that the configuration does not set',
      [],
      [change('a.b', { differences: [difference('tags.x', undefined, '1')] })],
      { putBack: [], left: ['a.b'], unapplied: [] },
    ],
    ['a new object', [change('a.new', { action: 'create' })], [], { putBack: [], left: [], unapplied: ['a.new'] }],
    [
      'drift of one object, configuration of another',
      [change('a.b', { differences: size('2', '1') }), change('a.c', { differences: size('1', '5') })],
      [change('a.b', { differences: size('1', '2') })],
      { putBack: ['a.b'], left: [], unapplied: ['a.c'] },
    ],
    [
      'both in one object',
      [change('a.b', { differences: [...size('2', '1'), difference('name', '"x"', '"y"')] })],
      [change('a.b', { differences: size('1', '2') })],
      { putBack: ['a.b'], left: [], unapplied: ['a.b'] },
    ],
    [
      'an attribute inside of one that drifted, and what is computed from it',
      [
        change('a.b', {
          differences: [difference('tags["x"]', '1'), difference('tags_all', '{}', '(known after apply)')],
        }),
      ],
      [change('a.b', { differences: [difference('tags', '{}', '{ x = 1 }')] })],
      { putBack: ['a.b'], left: [], unapplied: [] },
    ],
    [
      'a name that only begins alike',
      [change('a.b', { differences: [difference('size_limit', '1', '2')] })],
      [change('a.b', { differences: size('1', '2') })],
      { putBack: ['a.b'], left: [], unapplied: ['a.b'] },
    ],
    [
      'an object that drifted and is no longer in the configuration',
      [change('a.b', { action: 'delete' })],
      [change('a.b', { differences: size('1', '2') })],
      { putBack: ['a.b'], left: [], unapplied: ['a.b'] },
    ],
    [
      'an object with a new address',
      [change('a.new', { previousAddress: 'a.old', differences: size('2', '1') })],
      [change('a.old', { differences: size('1', '2') })],
      { putBack: ['a.old'], left: [], unapplied: ['a.new'] },
    ],
    ['data that is read', [change('data.a.b', { action: 'read' })], [], { putBack: [], left: [], unapplied: [] }],
  ])('%s', (_, changes, drift, expected) => {
    expect(split(changes, drift)).toEqual(expected)
  })
})

describe('driftKind', () => {
  const drift = [change('a.b', { differences: size('1', '2') })]
  const output = [{ name: 'a', action: 'create' as const }]
  it.each<[ReturnType<typeof driftKind>, RootResult]>([
    ['clean', makeRoot()],
    ['drift', makeRoot({ plan: makePlan({ drift }) })],
    // Outputs follow from what drifted.
    ['drift', makeRoot({ plan: makePlan({ drift, outputs: output }) })],
    ['unapplied', makeRoot({ plan: makePlan({ changes: [makeChange()] }) })],
    ['unapplied', makeRoot({ plan: makePlan({ outputs: output }) })],
    ['both', makeRoot({ plan: makePlan({ drift, changes: [makeChange()] }) })],
    ['unknown', makeRoot({ outcome: 'failed' })],
    ['unknown', makeRoot({ outcome: 'errored', plan: makePlan({ errored: true }) })],
  ])('is %s', (kind, result) => {
    expect(driftKind(result)).toBe(kind)
  })
})

describe('renderDrift', () => {
  const result = makeRoot({
    root: 'network',
    plan: makePlan({
      drift: [change('a.b', { differences: size('1', '2') })],
      changes: [change('a.b', { differences: size('2', '1') }), makeChange({ address: 'a.new' })],
    }),
  })

  it('shows both, and what to do', () => {
    const { heading, fences, prose } = readMarkdown(renderDrift(result, { head: '1111111' }))
    expect(heading).toBe('network: 1 object changed by others; 1 change of the configuration never applied')
    expect(fences.map(({ lines }) => lines)).toEqual([
      ['! a.b (was changed)', '-     size = 1', '+     size = 2'],
      ['+ a.new'],
    ])
    expect(prose).toContain(
      '- To put back what others changed, apply. To keep it, write it into the configuration and apply that.',
    )
    expect(driftTitle('network')).toBe('Drift of network')
  })

  it('says that a root is clean, and that one could not be compared', () => {
    expect(renderDriftText(makeRoot(), { color: false }).split('\n')[0]).toBe(
      'network: what is there is what was applied',
    )
    const failed = makeRoot({ outcome: 'failed', reason: 'init failed' })
    expect(renderDriftText(failed, { color: false })).toContain('could not be compared')
    expect(renderDriftText(failed, { color: false })).toContain('init failed')
  })

  it.each(hostile)('lets %j change nothing but the text', (text) => {
    const shape = (value: string) => {
      const page = readMarkdown(renderDrift({ ...rootOf(value), outcome: 'planned' }, { head: value }))
      return [
        page.fences.length,
        page.summaries.length,
        page.prose.filter((line) => /^#|^\*\*|^- |^</.test(line)).length,
      ]
    }
    expect(shape(text)).toEqual(shape('harmless'))
  })
})
