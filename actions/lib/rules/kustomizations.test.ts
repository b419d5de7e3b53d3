import { expect, test } from 'vitest'
import { infrastructureIdentity } from './infrastructure-identity.ts'
import { kustomizations } from './kustomizations.ts'
import { kustomizeRemoteReference } from './kustomize-remote-reference.ts'
import type { SourceFile, World } from './rule.ts'
import { secretInClear } from './secret-in-clear.ts'
import { found, source } from './testing/world.ts'

const file = 'app/kustomization.yaml'

test('only what matches is parsed, and what holds an escape', () => {
  const parsed: string[] = []
  const of = (path: string, text: string): SourceFile => ({
    path,
    kind: 'kustomization',
    text,
    applications: [],
    get documents() {
      parsed.push(path)
      return [{}]
    },
  })
  const world = { sources: [of('plain', 'resources: [a]'), of('match', 'helmCharts: []'), of('escape', '"a\\x68": 1')] }
  expect([...kustomizations(world as unknown as World, /helm/)].map((one) => one.file.path)).toEqual([
    'match',
    'escape',
  ])
  expect(parsed).toEqual(['match', 'escape'])
})

test('an escaped spelling hides nothing from the rules', () => {
  const sources = [
    source(
      file,
      'resources: ["ht\\x74ps:\\/\\/example.com/x"]\n"secret\\x47enerator": [{name: a, literals: [k=hunter22]}]',
    ),
  ]
  expect(found(kustomizeRemoteReference, { sources })).toHaveLength(1)
  expect(found(secretInClear, { sources })).toHaveLength(1)
  const address = source(file, 'configMapGenerator: [{name: a, literals: ["ip=8.34.2\\x31\\x30.9"]}]')
  expect(found(infrastructureIdentity, { sources: [address] })).toHaveLength(1)
})
