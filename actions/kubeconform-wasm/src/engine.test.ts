import { afterAll, describe, expect, it } from 'vitest'
import { startEngine } from './engine.ts'
import { EngineError } from './errors.ts'
import { configMapTree, isBuilt, renderApp, treeOf } from './testing.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (content: Uint8Array) => new TextDecoder().decode(content)
const failureOf = async (answer: Promise<unknown>): Promise<EngineError> => {
  const error = await answer.catch((reason: unknown) => reason)
  if (error instanceof EngineError) return error
  throw new Error(`expected an EngineError, got ${String(error)}`)
}

describe.skipIf(!isBuilt && process.env.CI !== 'true')('the built engine', () => {
  const engine = startEngine({ workers: 2, faults: true, timeLimit: 20_000, workload: 'short' })
  afterAll(() => engine.close())

  it('renders a directory and checks its objects in one call', async () => {
    const answer = await engine.render(configMapTree('data: {a: 1}'), renderApp)
    expect(answer.objects.map(({ object }) => object.kind)).toEqual(['ConfigMap'])
    expect(answer.problems.map(({ pointer }) => pointer)).toEqual(['/data/a'])
    expect(answer.read).toContain('app/settings.yaml')
  })

  it('renders a kustomization whose base lies elsewhere, and traces what it read', async () => {
    const tree = treeOf({
      'overlay/kustomization.yaml': 'resources: [../base]\nnamePrefix: x-\n',
      'base/kustomization.yaml': 'resources: [account.yaml]\n',
      'base/account.yaml': 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: runner}\n',
    })
    const source = { type: 'kustomize', path: 'overlay' } as const
    const answer = await engine.render(tree, { source, kubernetesVersions: ['1.36'] })
    expect(answer.failure).toBeUndefined()
    expect(answer.objects.map(({ object }) => object.metadata)).toEqual([{ name: 'x-runner' }])
    expect(answer.read).toEqual(expect.arrayContaining(['base/account.yaml', 'overlay/kustomization.yaml']))
  })

  it('answers many calls at once, each with its own', async () => {
    const inputs = Array.from({ length: 300 }, (_value, index) => `call ${index} ${'x'.repeat(index * 50)}`)
    const answers = await Promise.all(inputs.map((input) => engine.call('echo', bytes(input))))
    expect(answers.map(text)).toEqual(inputs)
  })

  it('owns its input: documents of a large file do not run into each other', async () => {
    const names = Array.from({ length: 2_000 }, (_value, index) => `settings-${index}`)
    const documents = names.map(
      (name) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata: {filler: "${name.repeat(20)}"}\n`,
    )
    const answer = await engine.render(treeOf({ 'app/all.yaml': documents.join('---\n') }), renderApp)
    const expected = names.map((name) => ({ name, filler: name.repeat(20) }))
    const found = answer.objects.map(({ object }) => object as { metadata: { name: string }; data: { filler: string } })
    expect(found.map(({ metadata, data }) => ({ name: metadata.name, filler: data.filler }))).toEqual(expected)
    expect(answer.problems).toEqual([])
  })

  it.each([
    ['nil', 'nil pointer'],
    ['index', 'index out of range'],
    ['type', 'interface conversion'],
    ['explicit', 'on purpose'],
  ])('recovers a panic of the kind %s and goes on', async (kind, said) => {
    const error = await failureOf(engine.call('fault', bytes(kind)))
    expect(error).toMatchObject({ code: 'operation', operation: 'fault' })
    expect(error.message).toContain(said)
    expect(text(await engine.call('echo', bytes('still here')))).toBe('still here')
  })

  it.each([
    ['stack', 'stack overflowed'],
    ['memory', 'out of memory'],
    ['block', 'asleep'],
    ['exit', 'exit code 3'],
  ])('replaces a worker that dies (%s), fails that call by name, answers the others', async (kind, said) => {
    const others = () =>
      Promise.all(['a', 'b', 'c', 'd'].map(async (word) => text(await engine.call('echo', bytes(word)))))
    const before = others()
    const fatal = failureOf(engine.call('fault', bytes(kind)))
    const after = others()
    const error = await fatal
    expect(error).toMatchObject({ code: 'died', operation: 'fault' })
    expect(error.message).toContain(said)
    expect([await before, await after, await others()]).toEqual(Array(3).fill(['a', 'b', 'c', 'd']))
  })

  it('survives flow nesting of any depth', async () => {
    for (const depth of [4_000, 9_000, 200_000]) {
      const deep = configMapTree(`data: ${'['.repeat(depth)}${']'.repeat(depth)}`)
      const outcome = await engine.render(deep, renderApp).catch((error: unknown) => error)
      if (outcome instanceof EngineError) expect(outcome.message).toMatch(/^render of app: /)
      else expect(JSON.stringify(outcome)).toContain('app/settings.yaml')
    }
    const answer = await engine.render(configMapTree('data: {a: b}'), renderApp)
    expect(answer.problems).toEqual([])
  })

  it('refuses an input over 64 MB and names the call', async () => {
    const error = await failureOf(engine.call('echo', new Uint8Array(64 * 1024 * 1024 + 1)))
    expect(error).toMatchObject({ code: 'too-large', operation: 'echo' })
    expect(error.message).toContain('64 MB')
  })

  it('keeps integers beyond 2^53 through render and review', async () => {
    const tree = treeOf({
      'app/thing.yaml':
        'apiVersion: example.org/v1\nkind: Thing\nmetadata: {name: a}\nspec: {count: 9007199254740993}\n',
    })
    const crd = {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'things.example.org' },
      spec: {
        group: 'example.org',
        scope: 'Namespaced',
        names: { plural: 'things', singular: 'thing', kind: 'Thing', listKind: 'ThingList' },
        versions: [
          {
            name: 'v1',
            served: true,
            storage: true,
            schema: {
              openAPIV3Schema: {
                type: 'object',
                properties: {
                  spec: {
                    type: 'object',
                    properties: { count: { type: 'integer', format: 'int64' } },
                    'x-kubernetes-validations': [{ rule: "string(self.count).endsWith('992')", message: 'rounded' }],
                  },
                },
              },
            },
          },
        ],
      },
    }
    await engine.crds({ crds: [crd] })
    const { objects } = await engine.render(tree, renderApp)
    const object = objects[0]?.object ?? {}
    const { problems } = await engine.review({ kubernetesVersions: ['1.36'], items: [{ object, schema: true }] })
    await engine.crds({ crds: [] })
    // The rule wants the rounded digits: it must fail.
    expect(problems.map(({ message }) => message).join()).toContain('rounded')
  })

  it('tells every worker of the CRDs, also one that is started later', async () => {
    const known = async () => (await engine.kind({ apiVersion: 'example.org/v1', kind: 'Other' })).known
    const names = { plural: 'others', singular: 'other', kind: 'Other', listKind: 'OtherList' }
    const openAPIV3Schema = { type: 'object' }
    const versions = [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema } }]
    const spec = { group: 'example.org', scope: 'Namespaced', names, versions }
    const metadata = { name: 'others.example.org' }
    const kind = 'CustomResourceDefinition'
    await engine.crds({ crds: [{ apiVersion: 'apiextensions.k8s.io/v1', kind, metadata, spec }] })
    await Promise.all([failureOf(engine.call('fault', bytes('exit'))), failureOf(engine.call('fault', bytes('exit')))])
    expect(await Promise.all([known(), known(), known(), known()])).toEqual([true, true, true, true])
    await engine.crds({ crds: [] })
    expect(await known()).toBe(false)
  })

  it('has no network: a remote base is refused without a connection', async () => {
    const tree = treeOf({ 'app/kustomization.yaml': 'resources: ["https://127.0.0.1:1/base.yaml"]\n' })
    const source = { type: 'kustomize', path: 'app' } as const
    const answer = await engine.render(tree, { source, kubernetesVersions: [] })
    expect(answer.failure).toMatchObject({ type: 'gap', reason: 'remote-base' })
  })

  it('refuses faults unless they are allowed', async () => {
    const ordinary = startEngine({ workers: 1 })
    const error = await failureOf(ordinary.call('fault', bytes('exit')))
    await ordinary.close()
    expect(error.message).toContain('not allowed')
  })
})
