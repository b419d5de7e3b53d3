import { describe, expect, it } from 'vitest'
import { openBump } from '../lib/bump/open-bump.ts'
import type { BumpCall, BumpServices } from '../lib/bump/prepare.ts'
import { type Ask, application, names, requestOf, today } from '../lib/bump/testing/bumped.ts'
import { memoryTree } from '../lib/testing/memory-tree.ts'
import { prepareBatch } from './batch.ts'

const pod = (name: string) =>
  `kind: Pod\napiVersion: v1\nmetadata: {name: ${name}}\nspec:\n  containers: [{name: ${name}, image: ghcr.io/your-org/${name}}]\n`
const overlay =
  'resources: [../../base]\nimages:\n  - name: ghcr.io/your-org/api\n    newTag: 1.4.0\n  - name: ghcr.io/your-org/web\n    newTag: 2.0.0\n'
const files = {
  'base/kustomization.yaml': 'resources: [pods.yaml]\n',
  'base/pods.yaml': `${pod('api')}---\n${pod('web')}`,
  'apps/staging.yaml': application('api-staging', 'overlays/staging'),
  'apps/production.yaml': application('api-production', 'overlays/production'),
  'overlays/staging/kustomization.yaml': overlay,
  'overlays/production/kustomization.yaml': overlay,
}
const services: BumpServices = {
  resolve: undefined,
  verify: () => Promise.reject(new Error('nobody asked for it')),
  buildAt: () => Promise.resolve(undefined),
  compare: () => Promise.resolve('unknown'),
}
const call = (...asks: readonly Ask[]): BumpCall => ({
  requests: asks.map((ask) => requestOf({ environments: ['staging'], ...ask })),
  build: undefined,
  allowDowngrade: false,
})
const web = (tag: string, more: Ask = {}): Ask => ({ image: 'ghcr.io/your-org/web', version: { tag }, ...more })
const api = (tag: string, more: Ask = {}): Ask => ({ version: { tag }, ...more })
const missing: Ask = { image: 'ghcr.io/your-org/none' }

async function batch(...calls: readonly BumpCall[]) {
  const opened = await openBump(memoryTree(files), names, today)
  if ('refusals' in opened) throw new Error('refused')
  const { calls: outcomes, files: changed } = await prepareBatch(calls, opened.context, services)
  const tags = changed.map(({ path, after }) => [
    path.split('/')[1],
    [...new TextDecoder().decode(after).matchAll(/newTag: (\S+)/g)].map(([, tag]) => tag),
  ])
  return { outcomes: outcomes.map(({ outcome }) => outcome), tags: Object.fromEntries(tags) }
}

describe('requests of one commit', () => {
  it.each([
    [
      'all that fit',
      [call(api('1.5.0')), call(web('2.1.0')), call(api('9', { environments: ['production'] }))],
      ['changed', 'changed', 'changed'],
      { staging: ['1.5.0', '2.1.0'], production: ['"9"', '2.0.0'] },
    ],
    [
      'another version of the same place waits',
      [call(api('1.5.0')), call(api('1.6.0')), call(web('2.1.0'))],
      ['changed', 'refused', 'changed'],
      { staging: ['1.5.0', '2.1.0'] },
    ],
    [
      'the same version is written once',
      [call(api('1.5.0')), call(api('1.5.0'))],
      ['changed', 'changed'],
      { staging: ['1.5.0', '2.0.0'] },
    ],
    [
      'what cannot be done keeps none of the others back',
      [call(api('1.5.0')), call(missing), call(web('2.1.0'))],
      ['changed', 'refused', 'changed'],
      { staging: ['1.5.0', '2.1.0'] },
    ],
    [
      'nobody overtakes a request that has to wait',
      // The second waits for its own run, and would put web back to 2.1.0 then.
      [call(api('1.5.0')), call(api('1.6.0'), web('2.1.0')), call(web('2.2.0'))],
      ['changed', 'refused', 'refused'],
      { staging: ['1.5.0', '2.0.0'] },
    ],
    [
      'nor one that waits for that one',
      [call(api('1.5.0')), call(missing, web('2.1.0')), call(web('2.2.0')), call(web('2.3.0'))],
      ['changed', 'refused', 'refused', 'refused'],
      { staging: ['1.5.0', '2.0.0'] },
    ],
    [
      'in another environment nobody is overtaken',
      [call(api('1.5.0')), call(missing, web('2.1.0')), call(web('2.2.0', { environments: ['production'] }))],
      ['changed', 'refused', 'changed'],
      { staging: ['1.5.0', '2.0.0'], production: ['1.4.0', '2.2.0'] },
    ],
    [
      'when our own is refused, it is over, and later ones are done',
      [call(missing, web('2.1.0')), call(web('2.2.0'))],
      ['refused', 'changed'],
      { staging: ['1.4.0', '2.2.0'] },
    ],
    ['one alone', [call(api('1.4.0'))], ['already-there'], {}],
  ])('%s', async (_, calls, outcomes, tags) => {
    expect(await batch(...calls)).toEqual({ outcomes, tags })
  })
})
