// What a bump does to what kustomize renders: random trees of overlays, bases, components, patches and `images`, by the native tool.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { openBump } from '../../actions/lib/bump/open-bump.ts'
import { planBump } from '../../actions/lib/bump/plan.ts'
import { memoryTree } from '../../actions/lib/testing/memory-tree.ts'
import { goTool } from '../../actions/lib/testing/native-tools.ts'
import { runTool } from '../../actions/lib/toolkit/exec.ts'

const kustomize = goTool('sigs.k8s.io/kustomize/kustomize/v5', 'v5.8.1')
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-bump-')))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

type Files = Readonly<Record<string, string>>

const images = ['api', 'ghcr.io/your-org/api', 'mirror.example.com/api', 'docker.io/library/nginx', 'nginx'] as const
const tags = ['1.0.0', '1.1.0', '2.0.0'] as const
const image = fc.constantFrom(...images)
const tag = fc.constantFrom(...tags)
const objects = ['one', 'two'] as const

const deployment = (name: string, containers: readonly (readonly [string, string])[]) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\nspec:\n  template:\n    spec:\n      containers:\n${containers.map(([container, of]) => `        - name: ${container}\n          image: ${of}\n`).join('')}`

/** What one kustomization may do to images: nothing, an entry, a patch in a file of one of two kinds, a component. */
const layer = fc.record({
  entries: fc.array(
    fc.record({
      name: image,
      newName: fc.option(image, { nil: undefined, freq: 3 }),
      newTag: fc.option(tag, { nil: undefined, freq: 4 }),
    }),
    { maxLength: 2 },
  ),
  merge: fc.option(fc.record({ object: fc.constantFrom(...objects), image, tag }), { nil: undefined, freq: 3 }),
  json: fc.option(fc.record({ object: fc.constantFrom(...objects), image, tag }), { nil: undefined, freq: 4 }),
})
type Layer = typeof layer extends fc.Arbitrary<infer T> ? T : never

function kustomization(
  directory: string,
  resources: readonly string[],
  { entries, merge, json }: Layer,
  more = '',
): Files {
  const lists = [
    `resources:\n${resources.map((path) => `  - ${path}\n`).join('')}`,
    entries.length === 0
      ? ''
      : `images:\n${entries.map(({ name, newName, newTag }) => `  - name: ${name}\n${newName === undefined ? '' : `    newName: ${newName}\n`}${newTag === undefined ? '' : `    newTag: ${newTag}\n`}`).join('')}`,
    merge === undefined && json === undefined ? '' : 'patches:\n',
    merge === undefined ? '' : '  - path: merge.yaml\n',
    json === undefined ? '' : `  - path: json.yaml\n    target:\n      kind: Deployment\n      name: ${json.object}\n`,
  ]
  return {
    [`${directory}/kustomization.yaml`]: more + lists.join(''),
    ...(merge && { [`${directory}/merge.yaml`]: deployment(merge.object, [['main', `${merge.image}:${merge.tag}`]]) }),
    ...(json && {
      [`${directory}/json.yaml`]: `- op: replace\n  path: /spec/template/spec/containers/0/image\n  value: ${json.image}:${json.tag}\n`,
    }),
  }
}

const tree = fc
  .record({
    containers: fc.tuple(...objects.map(() => fc.tuple(image, tag, image, tag))),
    base: layer,
    component: layer,
    withComponent: fc.tuple(fc.boolean(), fc.boolean()),
    overlays: fc.tuple(layer, layer),
  })
  .map(({ containers, base, component, withComponent, overlays }): Files => {
    const manifests = objects.map((name, index) => {
      const [first, firstTag, second, secondTag] = containers[index] as [string, string, string, string]
      return [
        `base/${name}.yaml`,
        deployment(name, [
          ['main', `${first}:${firstTag}`],
          ['side', `${second}:${secondTag}`],
        ]),
      ] as const
    })
    const overlay = (name: string, index: number) =>
      kustomization(
        `overlays/${name}`,
        ['../../base'],
        overlays[index] as Layer,
        withComponent[index] ? 'components: [../../component]\n' : '',
      )
    const application = (name: string) =>
      `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: ${name}}\nspec:\n  source: {repoURL: "https://github.com/your-org/platform", path: overlays/${name}, targetRevision: HEAD}\n  destination: {name: in-cluster}\n`
    return {
      ...Object.fromEntries(manifests),
      ...kustomization(
        'base',
        objects.map((name) => `${name}.yaml`),
        base,
      ),
      ...kustomization('component', [], component, 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n'),
      ...overlay('staging', 0),
      ...overlay('prod', 1),
      'apps/staging.yaml': application('staging'),
      'apps/prod.yaml': application('prod'),
    }
  })

/** Images that an overlay renders, by object and container; undefined where kustomize refuses the tree. */
async function rendered(files: Files, name: string, number: number): Promise<ReadonlyMap<string, string> | undefined> {
  const folder = join(scratch, String(number))
  rmSync(folder, { recursive: true, force: true })
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const run = await runTool({
    tool: kustomize ?? '',
    args: ['build', `overlays/${name}`],
    cwd: folder,
    acceptExitCodes: [0, 1],
  })
  if (run.exitCode !== 0) return undefined
  const found = new Map<string, string>()
  for (const document of parseAllDocuments(run.stdout)) {
    const object = document.toJS() as {
      metadata: { name: string }
      spec: { template: { spec: { containers: { name: string; image: string }[] } } }
    }
    for (const container of object.spec.template.spec.containers)
      found.set(`${object.metadata.name}/${container.name}`, container.image)
  }
  return found
}

const nameOf = (reference: string) =>
  reference.slice(0, reference.lastIndexOf(':') > reference.lastIndexOf('/') ? reference.lastIndexOf(':') : undefined)
const key = (name: string) => (name.includes('/') ? name : `docker.io/library/${name}`)

test.skipIf(kustomize === undefined)(
  'the environment gets the version, everywhere, and the other one stays',
  { timeout: 600_000 },
  async () => {
    let [number, changed, refused] = [0, 0, 0]
    await fc.assert(
      fc.asyncProperty(tree, fc.nat(), async (files, pick) => {
        number += 1
        const [staging, prod] = [await rendered(files, 'staging', number), await rendered(files, 'prod', number)]
        fc.pre(staging !== undefined && prod !== undefined)
        const names = [...new Set([...(staging as Map<string, string>).values()].map(nameOf))].sort()
        const wanted = names[pick % names.length] as string
        const opened = await openBump(
          memoryTree(files),
          { repositories: ['https://github.com/your-org/platform'], revisions: ['HEAD'] },
          0,
        )
        if ('refusals' in opened) throw new Error('no holds')
        const scope = { environments: ['staging'], applications: [], files: [], targets: [] }
        const plan = await planBump([{ image: key(wanted), version: { tag: '9.9.9' }, scope }], opened.context)
        if (plan.type === 'refused') {
          refused += 1
          // Nothing else can be in the way in these trees.
          expect(plan.refusals.map(({ message }) => message)).toEqual(
            plan.refusals.map(() => expect.stringContaining('would change too')),
          )
          return
        }
        changed += 1
        const after = {
          ...files,
          ...Object.fromEntries(plan.files.map((file) => [file.path, new TextDecoder().decode(file.after)])),
        }
        const expected = new Map(
          [...(staging as Map<string, string>)].map(([container, of]) => [
            container,
            key(nameOf(of)) === key(wanted) ? `${nameOf(of)}:9.9.9` : of,
          ]),
        )
        expect(await rendered(after, 'staging', number), JSON.stringify({ wanted, plan: plan.sites }, null, 1)).toEqual(
          expected,
        )
        expect(await rendered(after, 'prod', number)).toEqual(prod)
        rmSync(join(scratch, String(number)), { recursive: true, force: true })
      }),
      { numRuns: Number(process.env.BUMP_RUNS ?? 100) },
    )
    console.log(`${changed} trees bumped, ${refused} refused`)
    // A tool that refuses everything would pass as well.
    expect(changed).toBeGreaterThan(refused / 4)
  },
)
