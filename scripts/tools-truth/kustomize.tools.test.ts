// What the engine renders is what the kustomize binary prints, byte for byte.
import { execFileSync, spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stringifyExact } from '../../actions/kubeconform-wasm/src/exact-json.ts'
import { type Engine, type FileTree, startEngine } from '../../actions/kubeconform-wasm/src/index.ts'
import { treeOf } from '../../actions/kubeconform-wasm/src/testing.ts'
import { goTool } from '../../actions/lib/testing/native-tools.ts'
import { seededRandom, writeFleet } from '../bench/fleet.ts'
import { editCommands, type Options, randomOptions, writePatches } from './kustomize-edit.ts'
import { featureCount, overlay } from './overlays.ts'

const repository = resolve(import.meta.dirname, '../..')
const kustomize = goTool('sigs.k8s.io/kustomize/kustomize/v5', 'v5.8.1')

type Case = {
  readonly title: string
  readonly path: string
  readonly files: ReadonlyMap<string, string>
  readonly options?: Options
}

const generated: readonly Case[] = Array.from({ length: featureCount + 100 }, (_, number) => ({
  title: `overlay ${number}`,
  path: 'top',
  files: overlay(number),
}))

const component = new Map([
  [
    'extra-component/kustomization.yaml',
    'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\ncommonAnnotations: {component: "yes"}\n',
  ],
])

const withOptions: readonly Case[] = Array.from({ length: 60 }, (_, number) => ({
  title: `Application ${number}`,
  path: 'top',
  files: new Map([...overlay(featureCount + 200 + number), ...component]),
  options: randomOptions(seededRandom(number)),
}))

/** Kustomizations that can be built by themselves, with every file of the folder that holds them all. */
function committed(root: string): readonly Case[] {
  const files = new Map(
    globSync('**/*', { cwd: join(repository, root), withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(repository.length + 1), readFileSync(path, 'utf8')]),
  )
  return [...files]
    .filter(([path, text]) => /(^|\/)kustomization\.ya?ml$/.test(path) && !/^kind: Component$/m.test(text))
    .map(([path]) => ({ title: dirname(path), path: dirname(path), files }))
}

const repositoryOnes = ['gitops', 'actions/lib', 'actions/validate'].flatMap(committed)

/** What `kustomize build` prints, after the edits that the options stand for; undefined when it refuses. */
function built({ files, path, options }: Case): string | undefined {
  const root = mkdtempSync(join(tmpdir(), 'kustomize-'))
  const run = (directory: string, args: readonly string[]) => {
    const { status, stdout } = spawnSync(kustomize ?? '', args, {
      cwd: directory,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    return status === 0 ? stdout : undefined
  }
  try {
    writeFleet(root, files)
    const top = join(root, path)
    const { before, after } = editCommands(options ?? {})
    for (const command of before) if (run(top, ['edit', ...command]) === undefined) return undefined
    if (options?.patches) writePatches(top, options.patches)
    for (const command of after) if (run(top, ['edit', ...command]) === undefined) return undefined
    return run(root, ['build', path])
  } finally {
    rmSync(root, { recursive: true })
  }
}

describe.skipIf(kustomize === undefined)('kustomize through the engine', () => {
  let engine: Engine
  beforeAll(() => {
    engine = startEngine({ workers: 1 })
  })
  afterAll(() => engine.close())

  it.each([
    ['the kustomizations of this repository', repositoryOnes, 1],
    ['generated overlays', generated, 0.85],
    ["Applications' options", withOptions, 0.6],
  ] as const)('%s', async (_title, cases, share) => {
    const trees = new Map<ReadonlyMap<string, string>, FileTree>()
    const answers: string[] = []
    for (const { files, path, options } of cases) {
      const tree = trees.get(files) ?? treeOf(Object.fromEntries(files))
      trees.set(files, tree)
      const source = { type: 'kustomize', path, ...(options && { kustomize: options as never }) } as const
      answers.push(stringifyExact(await engine.render(tree, { source, kubernetesVersions: [] })))
    }
    const ours = asYaml(answers)
    let same = 0
    let refused = 0
    const unlike: string[] = []
    for (const [index, one] of cases.entries()) {
      const expected = built(one)
      const { failure } = JSON.parse(answers[index] ?? '') as { failure?: { message: string } }
      if (expected === undefined && failure !== undefined) refused += 1
      else if (expected !== undefined && failure === undefined && expected === ours[index]) same += 1
      else unlike.push(`${one.title}: ${failure?.message ?? firstDifference(ours[index] ?? '', expected)}`)
    }
    console.info(`${same} equal, ${refused} refused by both, of ${cases.length}`)
    expect(unlike).toEqual([])
    expect(same).toBeGreaterThanOrEqual(cases.length * share)
  })
})

/** Objects of each answer as one YAML stream, written by the library that kustomize writes with. */
function asYaml(answers: readonly string[]): readonly string[] {
  const program = join(import.meta.dirname, 'as-yaml.go')
  const cwd = join(repository, 'actions/kubeconform-wasm')
  const input = answers.map((answer) => `${answer}\n`).join('')
  return JSON.parse(execFileSync('go', ['run', program], { cwd, input, encoding: 'utf8', maxBuffer: 1 << 28 }))
}

function firstDifference(ours: string, expected: string | undefined): string {
  if (expected === undefined) return 'kustomize refuses it'
  const theirs = expected.split('\n')
  const line = ours.split('\n').findIndex((text, index) => text !== theirs[index])
  return `line ${line + 1} is ${JSON.stringify(ours.split('\n')[line])}, kustomize gives ${JSON.stringify(theirs[line])}`
}
