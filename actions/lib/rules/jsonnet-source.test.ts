import { expect, test } from 'vitest'
import { jsonnetSource } from './jsonnet-source.ts'
import { objects, places, source } from './testing/world.ts'

test('Jsonnet files are found by name, whatever the case', () => {
  const files = ['a/main.jsonnet', 'a/lib.libsonnet', 'a/B.JSONNET', 'a/jsonnet.yaml', 'a/jsonnet.md']
  expect(places(jsonnetSource, { sources: files.map((file) => source(file, 'a: 1')) })).toEqual(files.slice(0, 3))
})

test('Jsonnet settings of an Application count when they say something', () => {
  const text = (jsonnet: string) => `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: a}
spec: {source: {directory: {jsonnet: ${jsonnet}}}}
`
  expect(places(jsonnetSource, { objects: objects(text('{tlas: [{name: a, value: b}]}')) })).toEqual([
    '/spec/source/directory/jsonnet',
  ])
  expect(places(jsonnetSource, { objects: objects(text('{}')) })).toEqual([])
})
