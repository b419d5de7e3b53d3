// Applications that Argo CD's ApplicationSet controller makes of generators.
import { describe, expect, test } from 'vitest'
import { temporaryRepository } from '../../actions/lib/testing/temporary-repository.ts'
import { joinTestbed, uniqueName } from '../testbed/joined.ts'
import { createGitRemote } from '../testbed/sources.ts'
import { type ApplicationSetRequest, expandedByArgocd } from './expanded-by-argocd.ts'

const { api, sources } = joinTestbed()

const template = (name: string): ApplicationSetRequest['template'] => ({
  metadata: { name: `${name}-{{ .name }}` },
  spec: {
    project: 'default',
    source: {
      repoURL: 'https://git.example.com/your-org/platform.git',
      targetRevision: 'main',
      path: 'tenants/{{ .name }}',
    },
    destination: { server: 'https://kubernetes.default.svc', namespace: 'tenant-{{ .name }}' },
  },
})

describe('an ApplicationSet', () => {
  test('with a list makes an Application of each element', async () => {
    const name = uniqueName('list')
    const generators = [{ list: { elements: [{ name: 'a' }, { name: 'b' }] } }]
    const applications = await expandedByArgocd(api, { name, generators, template: template(name) }, 2)
    expect(
      applications.map(({ metadata, spec }) => [metadata.name, spec.source.path, spec.destination.namespace]),
    ).toEqual([
      [`${name}-a`, 'tenants/a', 'tenant-a'],
      [`${name}-b`, 'tenants/b', 'tenant-b'],
    ])
  })

  test('with files of a git repository makes an Application of each file', async () => {
    const name = uniqueName('files')
    await using repository = temporaryRepository({
      'tenants/x/tenant.yaml': 'name: x\n',
      'tenants/y/tenant.yaml': 'name: "y"\n',
      // YAML 1.1: a word that stands for false.
      'tenants/n/tenant.yaml': 'name: no\n',
      'tenants/z/other.yaml': 'name: z\n',
    })
    const remote = await createGitRemote(sources, name)
    await remote.push(repository.path, 'HEAD', 'main')
    const generators = [
      { git: { repoURL: remote.httpUrl, revision: 'main', files: [{ path: 'tenants/*/tenant.yaml' }] } },
    ]
    const applications = await expandedByArgocd(api, { name, generators, template: template(name) }, 3)
    expect(applications.map(({ metadata }) => metadata.name)).toEqual([`${name}-false`, `${name}-x`, `${name}-y`])
  })

  test('with folders of a git repository leaves out what is excluded', async () => {
    const name = uniqueName('folders')
    await using repository = temporaryRepository({
      'tenants/x/a.yaml': 'a: 1\n',
      'tenants/y/a.yaml': 'a: 1\n',
      'tenants/_template/a.yaml': 'a: 1\n',
    })
    const remote = await createGitRemote(sources, name)
    await remote.push(repository.path, 'HEAD', 'main')
    const directories = [{ path: 'tenants/*' }, { path: 'tenants/_template', exclude: true }]
    const generators = [{ git: { repoURL: remote.httpUrl, revision: 'main', directories } }]
    const byPath = JSON.parse(JSON.stringify(template(name)).replaceAll('{{ .name }}', '{{ .path.basename }}'))
    const applications = await expandedByArgocd(api, { name, generators, template: byPath }, 2)
    expect(applications.map(({ spec }) => spec.source.path)).toEqual(['tenants/x', 'tenants/y'])
  })
})
