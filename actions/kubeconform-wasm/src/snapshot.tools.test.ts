// Needs Go: builds the fresh module and the native program, and holds the committed snapshot to their answers.

import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileNative } from '../build/go.ts'
import { callNative } from '../build/native-engine.ts'
import { type Engine, schemasInput, startEngine } from './engine.ts'
import type { FileTree } from './protocol.ts'
import { treeOf } from './testing.ts'

const packageDirectory = fileURLToPath(new URL('..', import.meta.url))
const repository = fileURLToPath(new URL('../../..', import.meta.url))
const bundle = (name: string) => readFileSync(join(repository, 'schemas/bundle', name))
const bundles = { kubernetes: bundle('kubernetes.json'), crds: bundle('crds.json') }
const directory = mkdtempSync(join(tmpdir(), 'engine-tools-'))
const versions = ['1.34', '1.36'] as const

const platformTree = (): FileTree => {
  const root = join(repository, 'gitops')
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name))
  return treeOf(Object.fromEntries(paths.map((path) => [path.slice(repository.length), readFileSync(path, 'utf8')])))
}

const faultyTree = (): FileTree => {
  const documents = [
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {replica: 1}\n',
    'apiVersion: v1\nkind: Service\nmetadata: {name: Bad_Name}\nspec: {ports: [{port: 99999}]}\n',
    'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: r}\nspec: {rules: [{matches: [{path: {value: x}}]}]}\n',
    'apiVersion: v1\nkind: Unknwon\nmetadata: {name: b}\n',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: yes, b: 9007199254740993}\n',
  ]
  return treeOf({ 'app/all.yaml': documents.join('---\n'), 'app/broken.yaml': 'a: [\n' })
}

const requests = [
  { tree: platformTree(), source: { type: 'kustomize', path: 'gitops/aiwfe/overlays/prod' } },
  { tree: platformTree(), source: { type: 'kustomize', path: 'gitops/aiwfe/overlays/staging' } },
  { tree: platformTree(), source: { type: 'directory', path: 'gitops/argocd', directory: { recurse: true } } },
  { tree: faultyTree(), source: { type: 'directory', path: 'app' } },
] as const

describe('the committed engine', () => {
  let snapshot: Engine
  let fresh: Engine
  const program = join(directory, 'native-engine')

  beforeAll(async () => {
    const script = join(packageDirectory, 'build/build.ts')
    await promisify(execFile)(process.execPath, [script, '--fresh', directory, '--fast'])
    await compileNative(packageDirectory, './cmd/engine', program)
    snapshot = startEngine({ workers: 1 })
    fresh = startEngine({ workers: 1, directory: pathToFileURL(`${directory}/`), bundles })
  }, 600_000)

  afterAll(async () => {
    await Promise.all([snapshot?.close(), fresh?.close()])
    rmSync(directory, { recursive: true })
  })

  it.each(requests)(
    'gives the verdict of a fresh start on $source.path',
    async ({ tree, source }) => {
      const request = { source, kubernetesVersions: versions, namespace: 'somewhere' }
      const [restored, started] = await Promise.all([snapshot.render(tree, request), fresh.render(tree, request)])
      expect(restored).toEqual(started)
      expect(restored.objects.length).toBeGreaterThan(0)
      // Again, now that caches are filled on both sides.
      expect(await snapshot.render(tree, request)).toEqual(started)
    },
    120_000,
  )

  it('gives the verdict of the same packages run natively', async () => {
    const { objects } = await snapshot.render(faultyTree(), { source: requests[3].source, kubernetesVersions: [] })
    const items = objects.map(({ object }) => ({ object, schema: true }))
    const request = { kubernetesVersions: versions, items }
    const input = Buffer.from(JSON.stringify(request))
    const [, answer = ''] = await callNative(program, repository, [
      ['schemas', schemasInput(bundles)],
      ['review', input],
    ])
    expect(JSON.parse(answer)).toEqual(await snapshot.review(request))
  }, 120_000)

  it('is what the sources give', async () => {
    const script = join(packageDirectory, 'build/build.ts')
    const { stdout } = await promisify(execFile)(process.execPath, [script, '--check'])
    expect(stdout).toMatch(/as committed/)
  }, 600_000)
})
