import { expect, test } from 'vitest'
import { kustomizeHelmGlobals } from './kustomize-helm-globals.ts'
import { found, source } from './testing/world.ts'

const inFile = (text: string) =>
  found(kustomizeHelmGlobals, { sources: [source('app/kustomization.yaml', text)] }).map(({ pointer, severity }) => [
    pointer,
    severity,
  ])

test('configHome is an error, an inflated chart a warning', () => {
  expect(inFile('helmGlobals: {chartHome: charts, configHome: /tmp/x}\nhelmCharts: [{name: a}]')).toEqual([
    ['/helmGlobals/configHome', undefined],
    ['/helmCharts', 'warning'],
  ])
})

test('chartHome alone is nothing to report', () => {
  expect(inFile('helmGlobals: {chartHome: charts}\nresources: []')).toEqual([])
})
