// kubeconform's verdicts in the engine are those of its own binary with the same schemas.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Engine, startEngine } from '../../actions/kubeconform-wasm/src/index.ts'
import { goTool } from '../../actions/lib/testing/native-tools.ts'
import { seededRandom } from '../bench/fleet.ts'
import { standaloneSchemas } from '../bench/standalone-schemas.ts'
import { broken, wholeObjects } from './documents.ts'

const kubeconform = goTool('github.com/yannh/kubeconform/cmd/kubeconform', 'v0.8.0')
const versions = ['1.34', '1.36'] as const

/** Documents that are no proper objects. */
const odd: readonly string[] = [
  'a: [\n',
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {x: "1", x: "2"}\n',
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {on: yes, n: 010}\n',
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {n: 9007199254740993}\n',
  'apiVersion: v1\nmetadata: {name: a}\n',
  'kind: ConfigMap\nmetadata: {name: a}\n',
  'apiVersion: v1\nkind: Configmap\nmetadata: {name: a}\n',
  'apiVersion: v2\nkind: ConfigMap\nmetadata: {name: a}\n',
  'apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: {name: a}\n',
  '# nothing\n',
  'apiVersion: v1\nkind: [ConfigMap]\n',
  'text\n',
]

type Verdict = { readonly status: string; readonly causes: readonly string[] }

const verdict = (status: string, message = ''): Verdict => ({
  status: status.replace(/^status/, '').toLowerCase() || 'empty',
  // The schema's address differs, and the wrapper that the binary's one file a kind needs says nothing.
  causes: message
    .split(/- at (?=')/)
    .slice(1)
    .map((cause) => cause.trim())
    .filter((cause) => !cause.endsWith(': validation failed') && !cause.includes('fails with'))
    .sort(),
})

const alike = (ours: Verdict, theirs: Verdict): boolean => {
  // The binary reads metadata as a Go struct before it judges, and calls it an error when that fails; the schema calls it invalid.
  if (theirs.status === 'error' && ours.status === 'invalid')
    return ours.causes.some((cause) => /^'\/metadata(\/(name|namespace|generateName))?': got /.test(cause))
  return ours.status === theirs.status && (ours.status !== 'invalid' || `${ours.causes}` === `${theirs.causes}`)
}

/** The verdicts of the binary, in the order of the documents; none on those that it says nothing of. */
function native(documents: readonly string[], version: string): readonly (Verdict | undefined)[] {
  const root = mkdtempSync(join(tmpdir(), 'kubeconform-'))
  try {
    for (const folder of ['schemas', 'documents']) mkdirSync(join(root, folder))
    for (const [name, text] of standaloneSchemas(version)) writeFileSync(join(root, 'schemas', name), text)
    for (const [index, text] of documents.entries()) writeFileSync(join(root, 'documents', `${index}.yaml`), text)
    const location = `${root}/schemas/{{.ResourceKind}}{{.KindSuffix}}.json`
    const args = ['-strict', '-verbose', '-output', 'json', '-n', '1', '-schema-location', location, 'documents']
    const { stdout } = spawnSync(kubeconform ?? '', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 })
    const { resources } = JSON.parse(stdout) as { resources: { filename: string; status: string; msg: string }[] }
    const byFile = new Map(resources.map(({ filename, status, msg }) => [filename, verdict(status, msg)]))
    return documents.map((_, index) => byFile.get(`documents/${index}.yaml`))
  } finally {
    rmSync(root, { recursive: true })
  }
}

describe.skipIf(kubeconform === undefined)('kubeconform through the engine', () => {
  let engine: Engine
  beforeAll(() => {
    engine = startEngine({ workers: 1 })
  })
  afterAll(() => engine.close())

  it.each(versions)('judges as the binary does, for Kubernetes %s', async (kubernetesVersion) => {
    const random = seededRandom(Number(kubernetesVersion.replace('.', '')))
    const whole = wholeObjects()
    const objects = [
      ...whole,
      ...Array.from({ length: 30 }, () => whole.map((object) => broken(object, random))).flat(),
    ]
    const documents = [...objects.map((object) => `${JSON.stringify(object)}\n`), ...odd]
    const expected = native(documents, kubernetesVersion)
    const unlike: unknown[] = []
    const counts: Record<string, number> = {}
    for (const [index, text] of documents.entries()) {
      const { status, message } = await engine.kubeconform({ text, kubernetesVersion, strict: true })
      const ours = verdict(status, message)
      counts[ours.status] = (counts[ours.status] ?? 0) + 1
      const theirs = expected[index] ?? { status: 'empty', causes: [] }
      if (!alike(ours, theirs)) unlike.push({ text, ours, theirs })
    }
    console.info(`${documents.length} documents: ${JSON.stringify(counts)}`)
    expect(unlike).toEqual([])
    expect(counts.valid).toBeGreaterThan(100)
    expect(counts.invalid).toBeGreaterThan(200)
  })
})
