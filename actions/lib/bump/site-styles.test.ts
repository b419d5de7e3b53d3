// Every kind of place in every style of writing: the bytes of the version change, and no others.
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { memoryTree } from '../testing/memory-tree.ts'
import { openBump } from './open-bump.ts'
import { planBump } from './plan.ts'
import type { FieldTarget } from './request.ts'
import { names, requestOf, today } from './testing/bumped.ts'

const [oldDigest, newDigest] = [`sha256:${'a'.repeat(64)}`, `sha256:${'b'.repeat(64)}`]

/** `<>` is the scalar that is to change: the texts before and after. */
type Kind = {
  readonly file: string
  readonly text: string
  readonly texts: readonly [string, string]
  readonly target?: FieldTarget
}

const app = (source: string) =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: x\nspec:\n  source:\n    repoURL: https://github.com/your-org/platform\n${source}`

const kinds: Readonly<Record<string, Kind>> = {
  'kustomize newTag': {
    file: 'kustomization.yaml',
    text: 'images:\n  - name: ghcr.io/your-org/api\n    newTag: <>\n  - name: ghcr.io/your-org/web\n    newTag: 1.4.0\n',
    texts: ['1.4.0', '1.5.0'],
  },
  'kustomize newTag with digest': {
    file: 'kustomization.yaml',
    text: 'images:\n  - newTag: <>\n    name: ghcr.io/your-org/api\n',
    texts: [`1.4.0@${oldDigest}`, `1.5.0@${newDigest}`],
  },
  'kustomize digest, another name': {
    file: 'kustomization.yaml',
    text: 'images:\n  - name: api\n    newName: ghcr.io/your-org/api\n    digest: <>\n',
    texts: [oldDigest, newDigest],
  },
  'Helm tag': {
    file: 'values.yaml',
    text: 'api:\n  image:\n    repository: ghcr.io/your-org/api\n    tag: <>\n  sidecar:\n    tag: 1.4.0\n',
    texts: ['1.4.0', '1.5.0'],
  },
  'Helm tag with a registry': {
    file: 'values.yaml',
    text: 'image:\n  registry: ghcr.io\n  repository: your-org/api\n  tag: <>\n',
    texts: ['1.4.0', '1.5.0'],
  },
  'Helm digest': {
    file: 'values.yaml',
    text: 'image:\n  repository: ghcr.io/your-org/api\n  digest: <>\n',
    texts: [oldDigest, newDigest],
  },
  'Helm image': {
    file: 'values.yaml',
    text: 'api:\n  image: <>\n  other: 1.4.0\n',
    texts: ['ghcr.io/your-org/api:1.4.0', 'ghcr.io/your-org/api:1.5.0'],
  },
  container: {
    file: 'deployment.yaml',
    text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: api\nspec:\n  template:\n    spec:\n      containers:\n        - name: api\n          image: <>\n        - name: web\n          image: ghcr.io/your-org/web:1.4.0\n',
    texts: [`ghcr.io/your-org/api:1.4.0@${oldDigest}`, `ghcr.io/your-org/api:1.5.0@${newDigest}`],
  },
  'custom resource': {
    file: 'cluster.yaml',
    text: 'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata:\n  name: api\nspec:\n  imageName: <>\n',
    texts: ['ghcr.io/your-org/api:1.4.0', 'ghcr.io/your-org/api:1.5.0'],
  },
  'Helm parameter': {
    file: 'application.yaml',
    text: app(
      '    helm:\n      valuesObject:\n        image:\n          repository: ghcr.io/your-org/api\n      parameters:\n        - name: image.tag\n          value: <>\n',
    ),
    texts: ['1.4.0', '1.5.0'],
  },
  'Helm values in an Application': {
    file: 'application.yaml',
    text: app(
      '    helm:\n      valuesObject:\n        image:\n          repository: ghcr.io/your-org/api\n          tag: <>\n',
    ),
    texts: ['1.4.0', '1.5.0'],
  },
  'kustomize option of an Application': {
    file: 'application.yaml',
    text: app('    kustomize:\n      images:\n        - <>\n'),
    texts: ['api=ghcr.io/your-org/api:1.4.0', 'api=ghcr.io/your-org/api:1.5.0'],
  },
  'JSON patch': {
    file: 'patch.yaml',
    text: '- op: replace\n  path: /spec/template/spec/containers/0/image\n  value: <>\n',
    texts: ['ghcr.io/your-org/api:1.4.0', 'ghcr.io/your-org/api:1.5.0'],
  },
  'a field chosen by hand': {
    file: 'other.yaml',
    text: 'versions:\n  - name: web\n    version: 1.4.0\n  - name: api\n    version: <>\n',
    texts: ['1.4.0', '1.5.0'],
    target: { file: 'other.yaml', field: 'versions.[name=api].version' },
  },
}

type Style = (text: string, value: string) => string
const put = (text: string, value: string) => text.replace('<>', value)

const styles: Readonly<Record<string, Style>> = {
  plain: put,
  'in double quotes': (text, value) => put(text, `"${value}"`),
  'in single quotes': (text, value) => put(text, `'${value}'`),
  'with a comment that is aligned': (text, value) => put(text, `${value}     # keep: "this"  `),
  'with trailing spaces and tabs': (text, value) => put(text, `${value} \t `),
  'after more spaces': (text, value) => put(text, `    ${value}`),
  'with CRLF': (text, value) => put(text, `${value} # x`).replaceAll('\n', '\r\n'),
  'with a byte order mark': (text, value) => `\uFEFF${put(text, value)}`,
  'among several documents': (text, value) =>
    `# the first\n---\n${put(text, value)}---\nkind: Other\ntag: 1.4.0\n--- # the third\nnewTag: 1.4.0\n...\n`,
  'beside text that is not ASCII': (text, value) => `# Größe 日本語 😀 é\n${put(text, `${value} # 😀`)}`,
  'without a final line end': (text, value) => put(text, value).replace(/\n$/, ''),
  'with an anchor on it': (text, value) => put(text, `&version ${value}`),
  'with a tag on it': (text, value) => put(text, `!!str ${value}`),
  'with strange neighbours': (text, value) =>
    `# octal 0777, 1e3, on, ~\n${put(text, value)}# 0o17 0x1F 1_000 12:30:45 2024-01-01\n`,
}

async function change(kind: Kind, text: string) {
  const [, wanted] = kind.texts
  const at = wanted.indexOf('@')
  const tag = /1\.5\.0/.exec(wanted)?.[0]
  const version = { ...(tag && { tag }), ...((at >= 0 || wanted === newDigest) && { digest: newDigest }) }
  const opened = await openBump(memoryTree({ [kind.file]: text }), names, today)
  if ('refusals' in opened) throw new Error('no holds')
  const where = kind.target === undefined ? { files: [kind.file] } : { targets: [kind.target] }
  return planBump([requestOf({ ...where, version })], opened.context)
}

describe.each(Object.entries(kinds))('%s', (_, kind) => {
  it.each(Object.entries(styles))('%s', async (_style, write) => {
    const [old, wanted] = kind.texts
    const text = write(kind.text, old)
    const plan = await change(kind, text)
    if (plan.type === 'refused') throw new Error(JSON.stringify(plan.refusals))
    expect(plan.files).toHaveLength(1)
    const after = new TextDecoder('utf-8', { ignoreBOM: true }).decode(plan.files[0]?.after)
    expect(after).toBe(write(kind.text, wanted))
  })

  it('in a flow map', async () => {
    const [old, wanted] = kind.texts
    // All of it on one line, as JSON; what stands after it must stay.
    const flow = (value: string) => JSON.stringify(parse(kind.text.replace('<>', `"${value}"`), { schema: 'failsafe' }))
    const plan = await change(kind, `${flow(old)} # end\n`)
    if (plan.type === 'refused') throw new Error(JSON.stringify(plan.refusals))
    expect(new TextDecoder().decode(plan.files[0]?.after)).toBe(`${flow(wanted)} # end\n`)
  })
})

it('in five megabytes of values', { timeout: 60_000 }, async () => {
  const block = Array.from(
    { length: 25_000 },
    (_, index) =>
      `service-${index}:\n  image:\n    repository: ghcr.io/your-org/service-${index}\n    tag: 1.4.0 # ${index} ${'deployed by hand until the new pipeline is there, see the runbook; '.repeat(2)}\n`,
  ).join('')
  const text = (tag: string) => `${block}api:\n  image:\n    repository: ghcr.io/your-org/api\n    tag: ${tag}\n`
  expect(text('').length).toBeGreaterThan(5_000_000)
  const plan = await change({ file: 'values.yaml', text: '', texts: ['1.4.0', '1.5.0'] }, text('1.4.0'))
  if (plan.type === 'refused') throw new Error(JSON.stringify(plan.refusals))
  expect(new TextDecoder().decode(plan.files[0]?.after) === text('1.5.0')).toBe(true)
})
