import { expect, test } from 'vitest'
import { silentLogger } from '../../toolkit/logger.ts'
import { UserError } from '../../toolkit/user-error.ts'
import type { Envelope } from '../envelope/envelope.ts'
import type { Change } from '../planning/open-change.ts'
import { type ApplyChangeInput, applyChange, type FoundPlan } from './apply-change.ts'
import type { ApplyContext } from './apply-one.ts'

const roots = ['net', 'app'].map((name) => ({ name, path: name }))
const selection = {
  impacts: roots.map((root) => ({ root, reasons: [] })),
  waves: [
    { number: 1, roots: ['net'] },
    { number: 2, roots: ['app'] },
  ],
  deferrals: [{ root: 'app', waitsFor: ['net'] }],
}
const sides = { head: { configuration: [], lock: [] } }
const change = {
  selection,
  toPlan: async (root: { readonly name: string }) => ({
    root,
    wave: root.name === 'net' ? 1 : 2,
    waitsFor: root.name === 'net' ? [] : ['net'],
    sides,
  }),
} as unknown as Change
const context = {
  key: new Uint8Array(32),
  log: silentLogger,
  stop: new AbortController().signal,
} as unknown as ApplyContext

/** A reviewed plan that comes to nothing, so that no tool is started for it. */
const nothing: FoundPlan = {
  type: 'proved',
  context,
  plan: {
    envelope: {} as Envelope,
    plan: new Uint8Array(),
    json: JSON.stringify({ format_version: '1.2', terraform_version: '1.11.4', resource_changes: [] }),
    carried: [],
  },
}

const apply = (planFor: ApplyChangeInput['planFor']) =>
  applyChange({
    context,
    change,
    parallel: 1,
    mine: new Set(['net', 'app']),
    deferred: 'wait',
    planFor,
    onWaiting: async (_, { result }) => result,
  })

test.each([new UserError('GitHub did not answer.', { next: 'run it again' }), new Error('a defect')])(
  'what goes wrong with a root of a later wave takes nothing away of the record: %s',
  async (error) => {
    const { results } = await apply(async ({ root }) => {
      if (root.name === 'net') return nothing
      throw error
    })
    expect(results.map(({ root, outcome }) => [root, outcome])).toEqual([
      ['net', 'nothing-to-do'],
      ['app', 'failed'],
    ])
    expect(results[1]?.reason).toContain(error.message.split('\n')[0])
  },
)

test('before the first wave nothing is begun yet, and the run ends', async () => {
  const error = new Error('a defect')
  await expect(
    apply(async () => {
      throw error
    }),
  ).rejects.toBe(error)
})
