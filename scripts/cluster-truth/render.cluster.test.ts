// What Argo CD's repository server renders for an Application, beside what Seaworthy renders: zero differences is the bar.
import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import {
  type Files,
  type TemporaryRepository,
  temporaryRepository,
} from '../../actions/lib/testing/temporary-repository.ts'
import { seededRandom } from '../bench/fleet.ts'
import { argocdNamespace } from '../testbed/argocd-objects.ts'
import { joinTestbed, uniqueName } from '../testbed/joined.ts'
import { createGitRemote, type GitRemote } from '../testbed/sources.ts'
import { randomOptions } from '../tools-truth/kustomize-edit.ts'
import { featureCount, overlay } from '../tools-truth/overlays.ts'
import { applicationOf } from './applications.ts'
import { differences } from './compare-renders.ts'
import { directorySources } from './directory-sources.ts'
import { type RenderedApplication, rendering } from './rendered.ts'

const { api, applications, sources } = joinTestbed()
const fixtures = resolve(import.meta.dirname, '../../actions/lib/render/locate/__fixtures__/shop')
const render = rendering()
const root = resolve(import.meta.dirname, '../..')

type Compared = { readonly name: string; readonly objects: number; readonly differences: readonly string[] }

/** Renders a repository on both sides. An Application that neither can render counts as equal. */
async function compared(repository: TemporaryRepository, remote: GitRemote): Promise<readonly Compared[]> {
  await remote.push(repository.path, 'HEAD', 'main')
  const rendered = await render(repository.path)
  const results: Compared[] = []
  const waiting = [...rendered]
  const worker = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) results.push(await comparedOne(one))
  }
  await Promise.all([worker(), worker(), worker()])
  return results.sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function comparedOne({ name, namespace, declared, objects, failures }: RenderedApplication): Promise<Compared> {
  const spec = declared.spec as { readonly source: Readonly<Record<string, unknown>> }
  await api.apply(applicationOf({ name, namespace: namespace ?? '', source: spec.source }))
  const theirs = await applications.manifests(name).catch((error: Error) => error)
  await api.call(`/apis/argoproj.io/v1alpha1/namespaces/${argocdNamespace}/applications/${name}`, { method: 'DELETE' })
  if (theirs instanceof Error || failures.length > 0) {
    const both = theirs instanceof Error && failures.length > 0
    const words = `Seaworthy: ${failures.join('; ') || 'rendered'}; Argo CD: ${theirs instanceof Error ? theirs.message : 'rendered'}`
    return { name, objects: 0, differences: both ? [] : [words] }
  }
  return { name, objects: objects.length, differences: differences(objects, theirs, namespace) }
}

function summary(results: readonly Compared[]): string {
  const objects = results.reduce((sum, one) => sum + one.objects, 0)
  const refused = results.filter((one) => one.objects === 0).length
  const different = results.filter((one) => one.differences.length > 0)
  return `${results.length} Applications, ${objects} objects, ${refused} refused by both or empty, ${different.length} different`
}

async function remoteOf(name: string): Promise<GitRemote> {
  return createGitRemote(sources, uniqueName(name))
}

function applicationFile(name: string, repoURL: string, source: Readonly<Record<string, unknown>>): string {
  return stringify(applicationOf({ name, namespace: 'team-a', source: { repoURL, targetRevision: 'main', ...source } }))
}

function settings({ httpUrl }: GitRemote): Files {
  return { '.github/seaworthy.yaml': stringify({ repository: [httpUrl], roots: ['applications'] }) }
}

function expectEqual(results: readonly Compared[]): void {
  console.log(summary(results))
  expect(results.flatMap(({ name, differences: found }) => found.map((one) => `${name}: ${one}`))).toEqual([])
}

describe('Argo CD renders what Seaworthy renders', () => {
  test('of the platforms in gitops/', async () => {
    const remote = await remoteOf('gitops')
    await using repository = temporaryRepository()
    for (const part of ['gitops', '.github/seaworthy.yaml'])
      cpSync(join(root, part), join(repository.path, part), { recursive: true })
    for (const file of globSync('{gitops/argocd/**/*.yaml,.github/*.yaml}', { cwd: repository.path })) {
      const path = join(repository.path, file)
      const own = /https:\/\/github\.com\/your-org\/seaworthy(\.git)?/g
      writeFileSync(path, readFileSync(path, 'utf8').replace(own, remote.httpUrl))
    }
    repository.commit('as the testbed calls it')
    const results = await compared(repository, remote)
    expect(results.length).toBeGreaterThanOrEqual(4)
    expect(results.reduce((sum, { objects }) => sum + objects, 0)).toBeGreaterThan(150)
    expectEqual(results)
  })

  test('of overlays with every feature of kustomize, and options of the Application', async () => {
    const remote = await remoteOf('overlays')
    const files: Record<string, string> = { ...(settings(remote) as Record<string, string>) }
    for (let number = 0; number < featureCount + 20; number += 1) {
      const name = uniqueName('overlay')
      for (const [path, content] of overlay(number)) files[`overlays/${number}/${path}`] = content
      files[`overlays/${number}/extra-component/kustomization.yaml`] =
        'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\ncommonAnnotations: {component: "yes"}\n'
      const options = number < featureCount ? {} : { kustomize: randomOptions(seededRandom(number)) }
      files[`applications/${name}.yaml`] = applicationFile(name, remote.httpUrl, {
        path: `overlays/${number}/top`,
        ...options,
      })
    }
    await using repository = temporaryRepository(files)
    expectEqual(await compared(repository, remote))
  })

  test('of the fixtures of our own tests', async () => {
    const remote = await remoteOf('fixtures')
    await using repository = temporaryRepository(settings(remote))
    cpSync(fixtures, join(repository.path, 'shop'), { recursive: true })
    for (const overlay of ['live', 'region']) {
      const name = uniqueName(overlay)
      const source = { path: `shop/overlays/${overlay}` }
      repository.write({ [`applications/${name}.yaml`]: applicationFile(name, remote.httpUrl, source) })
    }
    repository.commit('fixtures')
    const results = await compared(repository, remote)
    expect(results.map(({ objects }) => objects > 5)).toEqual([true, true])
    expectEqual(results)
  })

  test('of plain directories', async () => {
    const remote = await remoteOf('directories')
    const files: Record<string, string> = { ...(settings(remote) as Record<string, string>) }
    for (const { title, files: own, directory } of directorySources) {
      const name = uniqueName('directory')
      const path = `directories/${name}`
      for (const [file, content] of Object.entries(own)) files[`${path}/${file}`] = content
      const source = { path, ...(directory === undefined ? {} : { directory }) }
      files[`applications/${name}.yaml`] = `# ${title}\n${applicationFile(name, remote.httpUrl, source)}`
    }
    await using repository = temporaryRepository(files)
    expectEqual(await compared(repository, remote))
  })
})
