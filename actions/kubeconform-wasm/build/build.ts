// Builds the modules of this package into `actions/dist`, or checks that what stands there is what the sources give.
//
//   node build/build.ts            build, pre-initialise, compress, write
//   node build/build.ts --check    build and compare with what is committed; writes nothing
//   node build/build.ts --fresh D  write modules that are not pre-initialised to the directory D (tests, fallback)
//
// --output D writes elsewhere than to `actions/dist`; --fast compresses in a second instead of minutes (for trying).

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { EngineManifest } from '../src/artefacts.ts'
import { schemasInput } from '../src/engine.ts'
import { digest } from '../src/instance/snapshot-manifest.ts'
import { compressPieces, inflatePieces } from '../src/pieces.ts'
import { compileModule, goVersion, moduleVersions, readRuntime } from './go.ts'
import { takeSnapshot } from './take-snapshot.ts'

const packageDirectory = fileURLToPath(new URL('..', import.meta.url))
const bundleDirectory = fileURLToPath(new URL('../../../schemas/bundle', import.meta.url))
const defaultOutput = fileURLToPath(new URL('../../dist', import.meta.url))

type Recipe = {
  /** Name of the files in `actions/dist`. */
  readonly name: string
  readonly command: string
  /** Go modules whose versions decide verdicts. */
  readonly modules: readonly string[]
  /** Files of `schemas/bundle` that are loaded before the memory is baked. */
  readonly bundles: readonly string[]
}

/** Every module that this package builds. */
const recipes: readonly Recipe[] = [
  {
    name: 'engine',
    command: './cmd/engine',
    modules: [
      'github.com/yannh/kubeconform',
      'k8s.io/apiextensions-apiserver',
      'k8s.io/apiserver',
      'k8s.io/kubernetes',
      'k8s.io/pod-security-admission',
      'sigs.k8s.io/kustomize/api',
      'sigs.k8s.io/kustomize/kyaml',
    ],
    bundles: ['kubernetes.json', 'crds.json'],
  },
]

type Built = { readonly module: Buffer; readonly manifest: Omit<EngineManifest, 'pieces'> }

const compile = async (recipe: Recipe): Promise<Buffer> => {
  const directory = await mkdtemp(join(tmpdir(), 'engine-'))
  try {
    const output = join(directory, `${recipe.name}.wasm`)
    await compileModule(packageDirectory, recipe.command, output)
    return await readFile(output)
  } finally {
    await rm(directory, { recursive: true })
  }
}

const readBundles = (recipe: Recipe): Promise<Buffer[]> =>
  Promise.all(recipe.bundles.map((name) => readFile(join(bundleDirectory, name))))

const build = async (recipe: Recipe, runtime: string, preInitialise: boolean): Promise<Built> => {
  const [compiled, bundles] = await Promise.all([compile(recipe), readBundles(recipe)])
  const [kubernetes = Buffer.from('null'), crds = Buffer.from('null')] = bundles
  const warmUps = [
    { operation: 'schemas', input: schemasInput({ kubernetes, crds }) },
    { operation: 'warm', input: new Uint8Array() },
  ]
  const snapshot = preInitialise ? await takeSnapshot(compiled, runtime, warmUps) : undefined
  const module = snapshot?.module ?? compiled
  const manifest: Built['manifest'] = {
    sha256: digest(module),
    size: module.length,
    go: goVersion,
    modules: await moduleVersions(packageDirectory, recipe.modules),
    bundles: Object.fromEntries(recipe.bundles.map((name, index) => [name, digest(bundles[index] ?? '')])),
    ...(snapshot ? { snapshot: snapshot.manifest } : {}),
  }
  return { module, manifest }
}

const write = async (recipe: Recipe, built: Built, runtime: string, output: string, quality: number): Promise<void> => {
  await mkdir(output, { recursive: true })
  const { compressed, pieces } = await compressPieces(built.module, quality)
  await writeFile(join(output, `${recipe.name}.wasm.br`), compressed)
  await writeFile(join(output, `${recipe.name}.json`), `${JSON.stringify({ ...built.manifest, pieces }, null, 2)}\n`)
  await writeFile(join(output, 'wasm_exec.js'), runtime)
  console.log(`${recipe.name}: ${built.module.length} bytes, compressed ${compressed.length}, ${built.manifest.sha256}`)
}

const check = async (recipe: Recipe, built: Built, runtime: string, output: string): Promise<string[]> => {
  const [compressed, manifest, committedRuntime] = await Promise.all([
    readFile(join(output, `${recipe.name}.wasm.br`)),
    readFile(join(output, `${recipe.name}.json`), 'utf8'),
    readFile(join(output, 'wasm_exec.js'), 'utf8'),
  ])
  // How it is cut depends on the compressor of the Node that built it; what it inflates to does not.
  const { pieces, ...rest } = JSON.parse(manifest) as EngineManifest
  const committed = digest(await inflatePieces(compressed, pieces))
  const problems: string[] = []
  if (committed !== built.manifest.sha256)
    problems.push(`${recipe.name}.wasm.br holds ${committed}, the sources give ${built.manifest.sha256}`)
  if (JSON.stringify(rest) !== JSON.stringify(built.manifest)) problems.push(`${recipe.name}.json is stale`)
  if (committedRuntime !== runtime) problems.push(`wasm_exec.js is not that of ${goVersion}`)
  return problems
}

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    fast: { type: 'boolean', default: false },
    fresh: { type: 'string' },
    output: { type: 'string' },
  },
})
const runtime = await readRuntime(packageDirectory)
const output = values.fresh ?? values.output ?? defaultOutput
for (const recipe of recipes) {
  const built = await build(recipe, runtime, values.fresh === undefined)
  if (!values.check) await write(recipe, built, runtime, output, values.fast ? 3 : 11)
  else {
    const problems = await check(recipe, built, runtime, output)
    if (problems.length === 0) console.log(`${recipe.name}: ${built.manifest.sha256}, as committed`)
    for (const problem of problems) console.error(`${problem}: run node actions/kubeconform-wasm/build/build.ts`)
    if (problems.length > 0) process.exitCode = 1
  }
}
// A module that was run keeps its event loop.
process.exit()
