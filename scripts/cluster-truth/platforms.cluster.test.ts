// Every object of gitops/, and each seeded fault in it, before the API server: it takes the clean tree, and of the faults
// those that Seaworthy says it refuses.
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../../actions/lib/testing/run-cli.ts'
import { temporaryRepository } from '../../actions/lib/testing/temporary-repository.ts'
import { type Fault, faults } from '../faults/aiwfe-faults.ts'
import { seeded } from '../faults/seeded.ts'
import type { KubernetesObject } from '../testbed/api-server.ts'
import { joinTestbed } from '../testbed/joined.ts'
import { applicationOf } from './applications.ts'
import { readDisagreements } from './disagreements.ts'
import { isRefusal, type OurFinding } from './our-judge.ts'
import { rendering } from './rendered.ts'
import { judgeByServer, type ServerVerdict } from './server-judge.ts'

const { api } = joinTestbed()
const root = resolve(import.meta.dirname, '../..')
const fixtures = join(root, 'actions/lib/render/locate/__fixtures__/shop')
const tree = temporaryRepository()
afterAll(() => tree.dispose())
for (const part of ['gitops', '.github/seaworthy.yaml'])
  cpSync(join(root, part), join(tree.path, part), { recursive: true })
tree.commit('clean')
const render = rendering()

type Placed = { readonly text: string; readonly object: KubernetesObject }

/** All objects of all Applications; undefined when one of them cannot be rendered. */
async function objects(): Promise<readonly Placed[] | undefined> {
  const applications = await render(tree.path)
  if (applications.some(({ failures }) => failures.length > 0)) return undefined
  return applications.flatMap(({ objects: rendered }) =>
    rendered.map((object) => ({ text: JSON.stringify(object), object: object as KubernetesObject })),
  )
}

/** What the server says to an object that is created, or changed where the cluster has it (the namespaces of the test). */
async function ask(object: KubernetesObject): Promise<ServerVerdict> {
  const path = await api.pathOf(object).catch(() => undefined)
  const exists = path !== undefined && (await api.get(path)) !== undefined
  return judgeByServer(api, { object, ...(exists ? { patch: object } : {}) })
}

let clean: readonly Placed[] = []

beforeAll(async () => {
  clean = (await objects()) ?? []
  const namespaces = new Map(
    clean
      .flatMap(({ object }) => [
        object.metadata.namespace ?? '',
        object.kind === 'Namespace' ? object.metadata.name : '',
      ])
      .map((name) => [name, name]),
  )
  for (const name of namespaces.keys())
    if (name !== '') {
      const own = clean.find(({ object }) => object.kind === 'Namespace' && object.metadata.name === name)
      await api.apply(own?.object ?? { apiVersion: 'v1', kind: 'Namespace', metadata: { name } })
    }
})

describe('the API server', () => {
  test('takes every object of gitops/', async () => {
    const refused: string[] = []
    for (const { object } of clean) {
      const { outcome, message } = await ask(object)
      if (outcome === 'refused') refused.push(`${object.kind} ${object.metadata.name}: ${message}`)
    }
    console.log(`${clean.length} objects of gitops/, ${refused.length} refused`)
    expect(clean.length).toBeGreaterThan(150)
    expect(refused).toEqual([])
  })

  test('judges the objects of our fixtures as Seaworthy does', async () => {
    await using repository = temporaryRepository({
      '.github/seaworthy.yaml':
        'repository: [https://git.example.com/your-org/fixtures.git]\nkubernetes-versions: [1.36]\n',
      'application.json': JSON.stringify(
        applicationOf({
          name: 'fixtures',
          namespace: 'live',
          source: {
            repoURL: 'https://git.example.com/your-org/fixtures.git',
            targetRevision: 'HEAD',
            path: 'shop/overlays/live',
          },
        }),
      ),
    })
    cpSync(fixtures, join(repository.path, 'shop'), { recursive: true })
    repository.commit('fixtures')
    const { stdout } = await runCli(repository.path, 'check', '--format', 'json')
    const { findings } = JSON.parse(stdout) as { findings: readonly OurFinding[] }
    const [rendered] = await render(repository.path)
    const objects = (rendered?.objects ?? []) as readonly KubernetesObject[]
    expect(objects.length).toBeGreaterThan(5)
    for (const name of new Set(objects.map(({ metadata }) => metadata.namespace ?? 'live')))
      await api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })
    for (const object of objects) {
      const own = findings.filter(
        ({ subject }) => subject?.kind === object.kind && subject?.name === object.metadata.name,
      )
      // Nobody knows the kind: the server refuses it, and we say that it was not checked.
      if (own.some(({ rule }) => rule === 'unknown-kind')) continue
      const refused = own.some((finding) => finding.severity === 'error' && isRefusal(finding))
      const { outcome, message } = await ask(object)
      expect(`${object.kind} ${object.metadata.name}: ${outcome} ${message}`).toContain(
        refused ? ': refused' : ': accepted',
      )
    }
  })

  test.each(faults.map((fault) => [fault.title, fault] as const))(
    'judges %s as Seaworthy does',
    async (title, fault) => {
      const changed = await withFault(fault)
      // A tree that Argo CD cannot render never reaches the server.
      if (changed === undefined)
        return expect(isRefusal({ rule: fault.rule })).toBe(
          fault.rule === 'yaml-syntax' || fault.rule === 'duplicate-key',
        )
      const verdicts = await Promise.all(changed.map(({ object }) => ask(object)))
      const server = verdicts.some(({ outcome }) => outcome === 'refused')
      const reason = readDisagreements().get(`fault: ${title}`)
      if (reason === undefined)
        expect(server, verdicts.map(({ message }) => message).join('\n')).toBe(isRefusal({ rule: fault.rule }))
      else expect(server, 'a reason that is not needed').not.toBe(isRefusal({ rule: fault.rule }))
    },
  )
})

/** The objects that a fault changes; undefined when the tree no longer renders. */
async function withFault(fault: Fault): Promise<readonly Placed[] | undefined> {
  const path = join(tree.path, fault.file)
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, seeded(fault, text))
  try {
    const known = new Set(clean.map((one) => one.text))
    return (await objects())?.filter((one) => !known.has(one.text))
  } finally {
    writeFileSync(path, text)
  }
}
