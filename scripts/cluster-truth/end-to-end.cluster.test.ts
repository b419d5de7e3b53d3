// A commit reaches the cluster, and a broken one does not: git, Argo CD, the cluster, and what answers HTTP in it.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { temporaryRepository } from '../../actions/lib/testing/temporary-repository.ts'
import { untilHealth, untilHealthy } from '../testbed/argocd-client.ts'
import { joinTestbed, uniqueName } from '../testbed/joined.ts'
import { podFate } from '../testbed/nodes.ts'
import { createGitRemote } from '../testbed/sources.ts'
import { serveDeployment } from '../testbed/workload.ts'
import { applicationOf } from './applications.ts'

const testbed = joinTestbed()
const { api, applications, sources, path } = testbed
const opened: Closing[] = []
const scratch = mkdtempSync(join(tmpdir(), 'seaworthy-end-to-end-'))
afterAll(async () => {
  for (const close of opened) await close()
  rmSync(scratch, { recursive: true, force: true })
})

type Closing = () => void | Promise<void>

const deployment = (fate = 'none') => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 2
  progressDeadlineSeconds: 5
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web${fate === 'none' ? '' : `, ${podFate}: ${fate}`}}}
    spec: {containers: [{name: web, image: registry.example.test/web}]}
`
const kustomization = (tag: string) => `
resources: [deployment.yaml]
images: [{name: registry.example.test/web, newTag: "${tag}"}]
`

async function deployed(protocol: 'fileUrl' | 'httpUrl') {
  const name = uniqueName('web')
  const repository = temporaryRepository({
    'web/deployment.yaml': deployment(),
    'web/kustomization.yaml': kustomization('1.0.0'),
  })
  opened.push(repository.dispose)
  const remote = await createGitRemote(sources, name)
  const push = async () => {
    await remote.push(repository.path, 'HEAD', 'main')
    return repository.git('rev-parse', 'HEAD')
  }
  const first = await push()
  const source = { repoURL: remote[protocol], targetRevision: 'main', path: 'web' }
  await api.apply(applicationOf({ name, namespace: name, source, automated: true }))
  await untilHealthy(applications, name, first)
  return { name, repository, push }
}

describe('a commit', () => {
  test('is synced, and the new version answers', async () => {
    const { name, repository, push } = await deployed('fileUrl')
    const web = await serveDeployment(api, name, 'web')
    opened.push(web.close)
    const version = async () => ((await (await fetch(web.url)).json()) as { version?: string }).version
    expect(await version()).toBe('1.0.0')
    repository.commit('raise', { 'web/kustomization.yaml': kustomization('1.1.0') })
    await untilHealthy(applications, name, await push())
    expect(await version()).toBe('1.1.0')
  })

  test('is synced from a remote over HTTP', async () => {
    const { name, repository, push } = await deployed('httpUrl')
    repository.commit('raise', { 'web/kustomization.yaml': kustomization('2.0.0') })
    await untilHealthy(applications, name, await push())
    // Healthy comes before the last of the old pods is gone, and its image is listed until then.
    const images = async () => (await applications.status(name)).summary?.images
    await expect.poll(images, { timeout: 30_000 }).toEqual(['registry.example.test/web:2.0.0'])
  })

  test('whose pods do not start is not healthy, and the old version still answers', async () => {
    const { name, repository, push } = await deployed('fileUrl')
    repository.commit('break', {
      'web/deployment.yaml': deployment('stuck'),
      'web/kustomization.yaml': kustomization('1.2.0'),
    })
    const broken = await push()
    await untilHealth(applications, name, 'Degraded')
    expect((await applications.status(name)).sync?.revision).toBe(broken)
    const web = await serveDeployment(api, name, 'web')
    opened.push(web.close)
    expect(await (await fetch(web.url)).json()).toMatchObject({ version: '1.0.0' })
  })

  test('whose pods crash is not healthy', async () => {
    const { name, repository, push } = await deployed('fileUrl')
    repository.commit('break', { 'web/deployment.yaml': deployment('crash') })
    const broken = await push()
    await untilHealth(applications, name, 'Degraded')
    expect((await applications.status(name)).sync?.revision).toBe(broken)
  })

  test('whose pods are slow is healthy in the end', async () => {
    const { name, repository, push } = await deployed('fileUrl')
    repository.commit('slow', { 'web/deployment.yaml': deployment('slow').replace('5\n', '60\n') })
    const started = performance.now()
    await untilHealthy(applications, name, await push())
    expect(performance.now() - started).toBeGreaterThan(4000)
  })

  test('that does not parse is not synced, and Argo CD says why', async () => {
    const { name, repository, push } = await deployed('fileUrl')
    repository.commit('break', { 'web/deployment.yaml': 'apiVersion: apps/v1\nkind: [' })
    await expect(untilHealthy(applications, name, await push(), 5_000)).rejects.toThrow('ComparisonError')
  })
})

describe('a chart', () => {
  const tool = (name: string, ...args: readonly string[]) =>
    execFileSync(join(path, name), args, {
      cwd: scratch,
      env: { PATH: path, HOME: scratch },
      stdio: 'pipe',
      encoding: 'utf8',
    })
  const packaged = (name: string) => {
    tool('helm', 'create', name)
    tool('helm', 'package', name, '--version', '1.0.0')
    return `${name}-1.0.0.tgz`
  }

  test('comes from a chart repository', async () => {
    const name = uniqueName('chart')
    const file = packaged(name)
    execFileSync('cp', [join(scratch, file), sources.charts])
    tool('helm', 'repo', 'index', sources.charts)
    const source = { repoURL: sources.chartsUrl, chart: name, targetRevision: '1.0.0' }
    await api.apply(applicationOf({ name, namespace: name, source }))
    const kinds = (await applications.manifests(name)).map(({ kind }) => kind)
    expect(kinds).toContain('Deployment')
  })

  test('comes from an OCI registry', async () => {
    const name = uniqueName('oci')
    tool('helm', 'push', packaged(name), `oci://${sources.registry}/charts`, '--plain-http')
    await api.apply({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name, namespace: 'argocd', labels: { 'argocd.argoproj.io/secret-type': 'repository' } },
      stringData: {
        type: 'helm',
        name,
        url: `${sources.registry}/charts`,
        enableOCI: 'true',
        insecureOCIForceHttp: 'true',
      },
    })
    const source = { repoURL: `${sources.registry}/charts`, chart: name, targetRevision: '1.0.0' }
    await api.apply(applicationOf({ name, namespace: name, source }))
    const kinds = (await applications.manifests(name)).map(({ kind }) => kind)
    expect(kinds).toContain('Deployment')
  })
})
